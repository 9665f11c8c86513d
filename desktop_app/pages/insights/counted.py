"""What was counted for a habit, a topic or a suggestion, one occasion a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTime

from desktop_app.dialogs.occasions import Occasion
from desktop_app.pages.insights.finding_row import day_text
from desktop_app.pages.insights.letter_findings import FindingWords
from desktop_app.pages.insights.letter_words import LetterWords, filled, time_text
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign, isolated
from engine.domain.app_names import AppNames
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.days import DayRule, day_start_ms
from engine.domain.intervals import Interval
from engine.domain.letters import Basis, Suggestion
from engine.domain.routines import Habit
from engine.domain.topics import Topic

_WORDS: Final = 6
_LONGEST: Final = 60
_DAY_HOURS: Final = 24
_LIGHT: Final = (8, 20)  # the hours of a day that are shown of it; within the day wherever it begins


@dataclass(frozen=True, slots=True)
class Counted:
    """What is said, on what that rests, and the occasions."""

    said: str
    note: str
    occasions: tuple[Occasion, ...]


class CountedWords(QObject):
    """Writes occasions; the latest first."""

    def __init__(self, wording: Wording, zone: str, names: AppNames, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording, self._zone = wording, zone
        self._letter, self._findings = LetterWords(wording, self), FindingWords(wording, self)
        self._findings.names = names

    def habit(self, habit: Habit) -> Counted:
        """Return the stretches of work it was so in."""
        lines = tuple(self._stretch(Interval(start, end)) for start, end in reversed(habit.when))
        text = self.tr("The last %1 of the %2 stretches of work it was so in.")
        return Counted(self._findings.habit(habit), filled(text, str(len(lines)), str(habit.times)), lines)

    def topic(self, topic: Topic) -> Counted:
        """Return the days with the most of it."""
        said = self.tr(", ").join(isolated(foreign(word, _LONGEST)) for word in topic.words[:_WORDS])
        rule = DayRule(self._zone)
        lines = []
        for day, minutes in zip(topic.days, topic.minutes, strict=True):
            start_ms = day_start_ms(day, rule)
            text = filled(self.tr("%1: %2"), day_text(day), self._letter.length(round(minutes * MS_PER_MINUTE)))
            lines.append(Occasion(text, Interval(*(start_ms + hour * MS_PER_HOUR for hour in _LIGHT))))
        note = self.tr("The days with the most of it. A title counts by how many of its words are the topic's.")
        return Counted(said, note, tuple(lines))

    def basis(self, suggestion: Suggestion, basis: Basis) -> Counted:
        """Return the hours, or the long stretches, a suggestion rests on."""
        hours = [
            Occasion(filled(self.tr("%1 – %2: %3"), _hour(hour), _hour(hour + 1), self._letter.length(ms)))
            for hour, ms in enumerate(basis.hours)
            if ms
        ]
        note = self.tr("Deep work by the hour of the day.") if basis.hours else ""
        stretches = [self._stretch(one) for one in reversed(basis.sittings)]
        return Counted(self._letter.why(suggestion), note, (*hours, *stretches))

    def _stretch(self, one: Interval) -> Occasion:
        day = day_text(self._wording.local(one.start_ms).date())
        span = self._wording.span(one.start_ms, one.end_ms)
        return Occasion(filled(self.tr("%1, %2 (%3)"), day, span, self._letter.length(one.end_ms - one.start_ms)), one)


def _hour(hour: int) -> str:
    return time_text(QTime(hour % _DAY_HOURS, 0))
