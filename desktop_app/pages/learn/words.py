"""Skills, minutes and what came of them, in words."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QObject

from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign, isolated
from desktop_app.widgets.sentences import joined
from engine.domain.learning import Effect, ItemKind, LearningItem, LearningPlan, LearningWeek, Need, Share, Standing

_MINUTE_MS = 60_000
_LONGEST = 80


class LearnWords(QObject):
    """Writes lengths and numbers as Wording does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(parent=self)

    def minutes(self, minutes: int) -> str:
        """Return a length."""
        return self._wording.length(minutes * _MINUTE_MS) if minutes else self.tr("none")

    def name(self, text: str) -> str:
        """Return foreign text, cut and kept from turning what stands beside it."""
        return isolated(foreign(text, _LONGEST))

    # ---------------------------------------------------------------- skills

    def level(self, one: Standing) -> str:
        """Return how well a skill is known, and by whose word."""
        parts = []
        if one.said is not None:
            parts.append(self.tr("%1 of 10 by your word").replace("%1", self._number(one.said)))
        if one.recalled is not None:
            parts.append(self.tr("%1 of 10 by recall").replace("%1", self._number(one.recalled)))
        return " · ".join(parts) or self.tr("No level told yet")

    def about(self, one: Standing) -> str:
        """Return how much a skill matters, its limit, its cards and what is left to learn it with."""
        parts = [self.tr("weight %1").replace("%1", str(one.skill.weight))]
        if not one.skill.active:
            parts.append(self.tr("rests"))
        if one.skill.most_minutes:
            limit = self.tr("at most %1 a week").replace("%1", self.minutes(one.skill.most_minutes))
            parts.append(limit)
        if one.cards:
            parts.append(self.tr("%n cards", "", one.cards))
        if one.minutes_left:
            parts.append(self.tr("%1 of items left").replace("%1", self.minutes(one.minutes_left)))
        return " · ".join(parts)

    def need(self, one: Need) -> str:
        """Return a word that much was read about, with the titles that say so."""
        text = self.tr("%1: %2 in the last four weeks, for example in “%3”")
        spent = self._wording.length(round(one.minutes * _MINUTE_MS))
        if one.searches:
            spent = self.tr("%1 and %n searches", "", one.searches).replace("%1", spent)
        return text.replace("%1", self.name(one.word)).replace("%2", spent).replace("%3", self.name(one.titles[0]))

    # ---------------------------------------------------------------- the week

    def week(self, plan: LearningPlan) -> str:
        """Return which week it is, and how much of it goes to learning."""
        text = (
            self.tr("Week of %1, accepted: %2 of learning")
            if plan.accepted
            else self.tr("Week of %1, proposed: %2 of learning")
        )
        day = QLocale().toString(QDate(plan.week.year, plan.week.month, plan.week.day), QLocale.FormatType.ShortFormat)
        return text.replace("%1", day).replace("%2", self.minutes(plan.minutes))

    def share(self, one: Share) -> str:
        """Return what speaks for a skill's minutes."""
        if not one.minutes:
            return self.tr("Another skill gains more from every quarter of an hour")
        text = self.tr("%1 levels expected from level %2")
        if not one.told:
            text = self.tr("%1 levels expected from level %2, as none is told")
        parts = [text.replace("%1", self._signed(one.gain)).replace("%2", self._number(one.level)), self.basis(one)]
        if one.new_minutes:
            parts.append(self.tr("%1 of it new").replace("%1", self.minutes(one.new_minutes)))
        if one.limited:
            parts.append(self.tr("held by its own limit"))
        else:
            more = self.tr("15 minutes more would give %1")
            parts.append(more.replace("%1", self._signed(one.next_gain)))
        return " · ".join(parts)

    def basis(self, one: Share) -> str:
        """Return what the expectation rests on."""
        if not one.returns.weeks:
            return self.tr("assumed, no week measured yet")
        return self.tr("by %n measured weeks", "", one.returns.weeks)

    # ---------------------------------------------------------------- what came of it

    def outcome(self, one: LearningWeek, name: str) -> str:
        """Return what came of a skill's week."""
        text = self.tr("%1, %2: %3 of %4 kept to; %5 levels foretold, %6")
        day = QLocale().toString(QDate(one.week.year, one.week.month, one.week.day), QLocale.FormatType.ShortFormat)
        gained = self.tr("not told at both ends")
        if one.gained is not None:
            gained = self.tr("%1 gained").replace("%1", self._signed(one.gained))
        told = (day, self.name(name), self.minutes(one.spent or 0), self.minutes(one.minutes))
        for place, part in enumerate((*told, self._signed(one.foretold), gained), 1):
            text = text.replace(f"%{place}", part)
        return text

    def effect(self, effect: Effect) -> str:
        """Return what all measured weeks came to, plainly also where nothing was gained."""
        told = effect.measured
        if not told:
            return self.tr("Tell your level once a week, and what the minutes gave can be measured.")
        gained, foretold = sum(one.gained or 0.0 for one in told), sum(one.foretold for one in told)
        spent, planned = sum(one.spent or 0 for one in told), sum(one.minutes for one in told)
        text = self.tr("Measured so far: %1 of %2 kept to; %3 levels foretold, %4 gained.")
        parts = (self.minutes(spent), self.minutes(planned), self._signed(foretold), self._signed(gained))
        for place, part in enumerate(parts, 1):
            text = text.replace(f"%{place}", part)
        if gained > 0:
            return text
        nothing = self.tr("Nothing was gained: plan fewer minutes, or learn with something else.")
        return joined(text, nothing)

    # ---------------------------------------------------------------- items

    def kind(self, kind: ItemKind) -> str:
        """Return what something to learn with is."""
        return {
            ItemKind.DOCUMENT: self.tr("Document"),
            ItemKind.COURSE: self.tr("Course"),
            ItemKind.EXERCISE: self.tr("Exercise"),
        }[kind]

    def item(self, one: LearningItem, skill: str) -> str:
        """Return what it is, how long it takes and for which skill."""
        parts = (self.kind(one.kind), self.minutes(one.minutes), self.name(skill))
        return " · ".join(parts)

    @staticmethod
    def _number(value: float) -> str:
        return QLocale().toString(value, "f", 1)

    @staticmethod
    def _signed(value: float) -> str:
        rounded = round(value, 2)
        text = QLocale().toString(abs(rounded), "f", 2)
        return f"−{text}" if rounded < 0 else f"+{text}" if rounded else text
