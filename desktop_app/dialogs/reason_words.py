"""Why something is recommended, in words: what each part of a score rests on, and by which policy it came up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign, isolated
from engine.domain.recommended import Offer, Reason, ReasonKind, Scored, Verdict

_LONGEST: Final = 60
_HOURS_PER_DAY: Final = 24
_IN_HOURS: Final = 48
_SURE: Final = 0.995
_UNTOLD: Final = frozenset({ReasonKind.OTHER, ReasonKind.EXPLORING, ReasonKind.SAID})


class ReasonWords(QObject):
    """Turns reasons into sentences in the window's language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(parent=self)  # for lengths, which no zone changes
        self._sentences: dict[ReasonKind, Callable[[Reason], str]] = {
            ReasonKind.LIKE_NOW: self._like_now,
            ReasonKind.TOGETHER: self._together,
            ReasonKind.AFTER: self._after,
            ReasonKind.RECENT: self._recent,
            ReasonKind.OFTEN: self._often,
            ReasonKind.USUAL_TIME: self._usual_time,
            ReasonKind.NEW: self._new,
            ReasonKind.TOPIC: self._topic,
            ReasonKind.SEQUENCE: self._sequence,
            ReasonKind.EXPLORING: self._exploring,
            ReasonKind.LATELY: self._lately,
            ReasonKind.HOURS: self._hours,
            ReasonKind.PURPOSE: self._purpose,
            ReasonKind.FREE: self._free,
            ReasonKind.SOON: self._soon,
            ReasonKind.KEPT: self._kept,
            ReasonKind.SAID: self._said,
            ReasonKind.OTHER: lambda _reason: self.tr("Smaller things together"),
        }

    def sentence(self, reason: Reason) -> str:
        """Return what one part of a score rests on."""
        return self._sentences[reason.kind](reason)

    def line(self, why: Scored, most: int = 1) -> str:
        """Return what speaks most for it, at most so many parts; of that which was tried out, that it was."""
        told = [one for one in why.reasons if one.adds > 0 and one.kind not in _UNTOLD]
        if not told:
            told = [one for one in why.reasons if one.kind is ReasonKind.EXPLORING]
        told = sorted(told, key=lambda one: -one.adds)[:most]
        return " · ".join(self.sentence(one) for one in told)

    # ---------------------------------------------------------------- documents

    def _like_now(self, reason: Reason) -> str:
        if not reason.subject.strip():
            return self.tr("Reads like what is in front")
        return self.tr("Reads like “%1”, which is in front").replace("%1", _named(reason))

    def _together(self, reason: Reason) -> str:
        if not reason.subject.strip():
            return self.tr("Used in the same sessions as the last documents")
        return self.tr("Used in the same sessions as “%1”").replace("%1", _named(reason))

    def _after(self, reason: Reason) -> str:
        if not reason.subject.strip():
            return self.tr("Often opened after the last document")
        return self.tr("Often opened after “%1”").replace("%1", _named(reason))

    def _recent(self, reason: Reason) -> str:
        return self.tr("In front %1 ago").replace("%1", self.length(reason.amount))

    def _often(self, reason: Reason) -> str:
        return self.tr("Opened %n times in the last 28 days", "", round(reason.amount))

    def _usual_time(self, reason: Reason) -> str:
        return self.tr("%1 of its uses are at this time of day").replace("%1", self.percent(reason.amount))

    def _new(self, reason: Reason) -> str:
        return self.tr("Found %1 ago and never opened since").replace("%1", self.length(reason.amount))

    def _topic(self, reason: Reason) -> str:
        return self.tr("About what you read these days: %1").replace("%1", _named(reason))

    def _sequence(self, reason: Reason) -> str:
        return self.tr("After what was in front lately the model expects it (%1)").replace(
            "%1", self.percent(reason.amount)
        )

    def _exploring(self, reason: Reason) -> str:
        return self.tr("Shown to learn from; that happens with a probability of %1").replace(
            "%1", self.percent(reason.amount)
        )

    # ---------------------------------------------------------------- times

    def _lately(self, reason: Reason) -> str:
        return self.tr("How focused the last while was (%1)").replace("%1", self.percent(reason.amount))

    def _hours(self, reason: Reason) -> str:
        return self.tr("At these hours %1 of your quarter hours were focused").replace(
            "%1", self.percent(reason.amount)
        )

    def _purpose(self, reason: Reason) -> str:
        if not reason.subject.strip():
            return self.tr("What the time is for")
        return self.tr("The time is for “%1”").replace("%1", _named(reason))

    def _free(self, reason: Reason) -> str:
        return self.tr("Nothing is planned for %1").replace("%1", self.length(reason.amount / 60))

    def _soon(self, reason: Reason) -> str:
        return self.tr("It begins in %1").replace("%1", self.length(reason.amount))

    def _kept(self, reason: Reason) -> str:
        return self.tr("You kept to %1 of what was planned at such times").replace("%1", self.percent(reason.amount))

    # ---------------------------------------------------------------- both

    def _said(self, reason: Reason) -> str:
        sentences = {
            Verdict.ACCEPTED.value: self.tr("You took such a suggestion before"),
            Verdict.OPENED.value: self.tr("You opened it when it was suggested"),
            Verdict.NOT_NOW.value: self.tr("You said “not now”"),
            Verdict.WRONG.value: self.tr("You said it was wrong"),
            Verdict.LESS.value: self.tr("You asked for less like this"),
        }
        return sentences.get(reason.subject, self.tr("What you said of suggestions before"))

    def chosen_by(self, offer: Offer) -> str:
        """Return how it came to be shown, and with which probability."""
        by = self.tr("Policy: %1.").replace("%1", policy_name(offer.policy))
        if offer.propensity >= _SURE:
            return self.tr("%1 It was sure to be shown.").replace("%1", by)
        chance = self.percent(offer.propensity)
        return self.tr("%1 The probability of it being shown was %2.").replace("%1", by).replace("%2", chance)

    def rests_on(self, offer: Offer) -> str:
        """Return whether a learned model or a simple rule stands behind it."""
        if offer.model == 0:
            return self.tr("It rests on simple rules, since no learned model that beat them is in use.")
        return self.tr(
            "It rests on the model of training run %1, learned from your own history on this computer."
        ).replace("%1", str(offer.model))

    # ---------------------------------------------------------------- numbers

    def length(self, hours: float) -> str:
        """Return a length given in hours, to the minute within a day, else in hours or days."""
        if hours < _HOURS_PER_DAY:
            return self._wording.length(max(1, round(hours * 60)) * 60_000)
        if hours < _IN_HOURS:
            return self.tr("%n hours", "", round(hours))
        return self.tr("%n days", "", round(hours / _HOURS_PER_DAY))

    def percent(self, fraction: float) -> str:
        """Return a share from 0 to 1; what is above nothing is never called nothing."""
        value = fraction * 100
        digits = 1 if 0 < value < 1 else 0
        return self.tr("%1 %").replace("%1", QLocale().toString(value, "f", digits))


def policy_name(policy: str) -> str:
    """Return what a policy is called; one this window does not know keeps its own name."""
    translate = QCoreApplication.translate
    return {
        "baseline": translate("ReasonWords", "simple rules"),
        "forecast": translate("ReasonWords", "the forecast of your focus"),
        "usual_hours": translate("ReasonWords", "your usual hours"),
        "week": translate("ReasonWords", "the suggested week"),
        "digest": translate("ReasonWords", "what is worth reading now"),
        "most_recent": translate("ReasonWords", "the most recent first"),
        "greedy": translate("ReasonWords", "the best first"),
        "thompson": translate("ReasonWords", "the best first, with room to learn"),
        "explore": translate("ReasonWords", "tried out, to learn from"),
        "random": translate("ReasonWords", "by chance"),
    }.get(policy, isolated(foreign(policy, _LONGEST)))


def _named(reason: Reason) -> str:
    return isolated(foreign(reason.subject, _LONGEST))
