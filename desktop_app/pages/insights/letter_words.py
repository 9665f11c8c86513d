"""The weekly letter in the window's words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QDate, QLocale, QObject, QTime

from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign, isolated
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.goals import Direction, Measure, Per
from engine.domain.letters import (
    Compared,
    Framing,
    GoalTold,
    Letter,
    LetterAnswer,
    Outcome,
    Suggestion,
    SuggestionKind,
    Told,
)

_LONGEST: Final = 60
_HUNDRED: Final = 100


class LetterWords(QObject):
    """Writes lengths as Wording does."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording

    def length(self, ms: int) -> str:
        """Return a length; what is below a minute is none."""
        return unbroken(self._wording.length(ms) if ms >= MS_PER_MINUTE else self.tr("0 min"))

    def path(self, path: tuple[str, ...]) -> str:
        """Return what a category is called."""
        return isolated(foreign(" › ".join(path), _LONGEST)) if path else self.tr("Not categorised")

    def span(self, start: date, end: date) -> str:
        """Return from which day to which; end excluded."""
        form = self.tr("d MMM")
        ends = (start, end - timedelta(days=1))
        first, last = (QLocale().toString(QDate(day.year, day.month, day.day), form) for day in ends)
        return f"{first} – {last}"

    def weekday(self, day: date) -> str:
        """Return the name of a day."""
        return QLocale().dayName(day.weekday() + 1, QLocale.FormatType.LongFormat)

    def beside(self, one: Compared | None) -> str:
        """Return how a number stands beside the weeks before; nothing where one of them is missing."""
        if one is None:
            return ""
        if one.above > one.below:
            text, count = self.tr("more than in %1 of the last %2 weeks (usually %3)"), one.above
        elif one.below > one.above:
            text, count = self.tr("less than in %1 of the last %2 weeks (usually %3)"), one.below
        else:
            text, count = self.tr("in the middle of the last %2 weeks (usually %3)"), 0
        return filled(text, str(count), str(len(one.before)), self.length(int(one.median)))

    def whole(self, one: Told) -> str:
        """Return a category's time with what lies below it, where that is more: goals count it so."""
        return self.tr("%1 with what lies below it").replace("%1", self.length(one.whole_ms)) if one.whole_ms else ""

    def goal(self, one: GoalTold) -> str:
        """Return what a goal asks for."""
        goal = one.goal
        what = self.tr("Deep work") if goal.measure is Measure.FOCUS else self.path(one.path)
        if goal.measure is Measure.CATEGORY:
            what = self.tr("%1 with what lies below it").replace("%1", what)
        text = {
            (Direction.AT_LEAST, Per.DAY): self.tr("%1, at least %2 a day"),
            (Direction.AT_LEAST, Per.WEEK): self.tr("%1, at least %2 a week"),
            (Direction.AT_MOST, Per.DAY): self.tr("%1, at most %2 a day"),
            (Direction.AT_MOST, Per.WEEK): self.tr("%1, at most %2 a week"),
        }[goal.direction, goal.per]
        return filled(text, what, self.length(goal.target_ms))

    def met(self, one: GoalTold) -> str:
        """Return how often a goal was met."""
        if one.goal.per is Per.WEEK:
            return self.tr("met") if one.met else self.tr("not met")
        return filled(self.tr("met on %1 of %n days", "", one.of), str(one.met))

    def plan(self, letter: Letter) -> str:
        """Return how the plan was kept."""
        plan = letter.plan
        if plan is None:
            return ""
        text = self.tr("of %1 planned; %2 of %3 blocks kept")
        return filled(text, self.length(plan.planned_ms), str(plan.kept), str(plan.of))

    # ---------------------------------------------------------------- the suggestion

    def what(self, one: Suggestion) -> str:
        """Return what is suggested."""
        length = self.length(one.minutes * MS_PER_MINUTE)
        if one.kind is SuggestionKind.CAP:
            return filled(self.tr("at most %1 of %2 a week"), length, self.path(one.path))
        if one.kind is SuggestionKind.BREAK:
            return filled(self.tr("a notification after %1 without a break"), length)
        text = self.tr("%1 focus blocks of %2 a week between %3 and %4")
        return filled(text, str(one.per_week), length, _clock(one.window_start), _clock(one.window_end))

    def why(self, one: Suggestion) -> str:
        """Return what speaks for it."""
        days = self.span(one.basis_start, one.basis_end)
        if one.kind is SuggestionKind.BREAK:
            text = self.tr("You were active for two hours and more without a break %1 times (%2).")
            return filled(text, str(one.basis), days)
        if one.kind is SuggestionKind.CAP:
            return filled(self.tr("It took %1 (%2)."), self.length(one.basis), days)
        return filled(self.tr("%1 of your deep work lay in those hours (%2)."), self.length(one.basis), days)

    def suggestion(self, one: Suggestion, framing: Framing) -> str:
        """Return the suggestion as it is put, with what speaks for it."""
        if framing is Framing.QUESTION:
            text = self.tr("Would you try this: %1? %2")
        elif framing is Framing.NEUTRAL:
            text = self.tr("Suggestion: %1. %2")
        else:
            text = {
                SuggestionKind.FOCUS_BLOCK: self.tr("Win time where you focus best: %1. %2"),
                SuggestionKind.CAP: self.tr("Win back time for what matters to you: %1. %2"),
                SuggestionKind.BREAK: self.tr("Keep your strength through the day: %1. %2"),
            }[one.kind]
        return filled(text, self.what(one), self.why(one))

    def trial(self, letter: Letter, *, trying: bool) -> str:
        """Return that wording and time are tried out, and with which probability these were drawn."""
        if not trying:
            return self.tr(
                "Wording and time of day of this letter were tried out; nothing is tried since you stopped it."
            )
        text = self.tr(
            "Kairos tries several wordings and times of day for its letters, to learn which help you. This one, at "
            "%1, was drawn with a chance of %2 %."
        )
        return filled(text, _clock(letter.trial.minute), str(round(letter.trial.propensity * _HUNDRED)))

    def answer(self, answer: LetterAnswer) -> str:
        """Return what was said of it."""
        return self.tr("You accepted.") if answer is LetterAnswer.ACCEPTED else self.tr("You declined.")

    # ---------------------------------------------------------------- what came of the last one

    def outcome(self, one: Outcome) -> str:
        """Return what came of the suggestion before, plainly also where nothing did."""
        head = filled(self.tr("Suggested before: %1."), self.what(one.suggestion))
        return f"{head} {self._came(one)}"

    def _came(self, one: Outcome) -> str:
        if one.answer is LetterAnswer.NONE:
            return self.tr("You did not answer.")
        if one.answer is LetterAnswer.REFUSED:
            return self.tr("You declined.")
        if one.compared is None:
            return self.tr("You accepted; there are not yet whole weeks before and after it to compare.")
        rises = one.suggestion.kind is SuggestionKind.FOCUS_BLOCK
        better, worse = one.compared.above, one.compared.below
        if not rises:
            better, worse = worse, better
        now, usual = (self._amount(one.suggestion, number) for number in (one.compared.now, one.compared.median))
        if better > worse:
            text = self.tr("You accepted; %1: %2 last week, %3 before (median). Better than in %4 of %5 weeks before.")
        else:
            text = self.tr("You accepted; %1: %2 last week, %3 before (median). No effect can be seen.")
        measured = self._measured(one.suggestion)
        return filled(text, measured, now, usual, str(better), str(len(one.compared.before)))

    def _measured(self, one: Suggestion) -> str:
        return {
            SuggestionKind.FOCUS_BLOCK: self.tr("deep work in those hours"),
            SuggestionKind.CAP: self.tr("time on it"),
            SuggestionKind.BREAK: self.tr("stretches of two hours and more"),
        }[one.kind]

    def _amount(self, one: Suggestion, number: float) -> str:
        return f"{number:g}" if one.kind is SuggestionKind.BREAK else self.length(int(number))


def unbroken(text: str) -> str:
    """Return a number with its unit so that no line ends within."""
    return text.replace("\u0020", "\u00a0")


def filled(text: str, *parts: str) -> str:
    """Return the text with %1, %2 ... filled; what is filled in is not looked at again."""
    pieces = text
    for place in range(len(parts), 0, -1):
        pieces = pieces.replace(f"%{place}", f"\0{place}\0")
    for place, part in enumerate(parts, 1):
        pieces = pieces.replace(f"\0{place}\0", part)
    return pieces


def time_text(time: QTime) -> str:
    """Return a time of day as the person's language writes it."""
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def _clock(minute: int) -> str:
    return time_text(QTime(minute // 60, minute % 60))
