"""The weekly letter: written once a week is over, given as a notification, answered by the person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from engine.domain.adherence import Adherence
from engine.domain.blocks import FlexibleBlock
from engine.domain.clock import MS_PER_HOUR, Clock
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.findings import Findings
from engine.domain.goals import GoalProgress
from engine.domain.intervals import Interval
from engine.domain.letters import (
    WEEKS_BEFORE,
    Basis,
    Compared,
    Letter,
    LetterAnswer,
    StoredLetter,
    Suggestion,
    SuggestionKind,
    Trial,
    WeekFigures,
)
from engine.domain.notifications import Notification, NotificationKind
from engine.domain.periods import Period, period_around
from engine.domain.report import Report
from engine.insights.letter.compose import Facts, composed, last_outcome, told_findings
from engine.insights.letter.figures import RECORDED_MS, figures_of
from engine.insights.letter.hours import Hours, in_window
from engine.insights.letter.suggest import Material, suggested
from engine.insights.letter.trial import drawn, plain_trial
from engine.settings import NotificationSettings
from engine.storage.letters import LetterStore

GIVEN_FOR_MS = 3 * 24 * MS_PER_HOUR
"""So long after its minute a letter is still given as a notification."""

_ANSWERED = "That letter's suggestion was answered already."
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class LetterParts:
    """Where a letter takes its facts from; each may raise Storage errors. Days come as first day and day after.

    report: with the table of categories. hours: deep time by local hour. sittings: when the person sat long.
    findings: what stands now, None where nothing was looked for. act: has a suggestion take effect. wait: stores a
    notification for whoever asks next. quiet: whether a minute of the day lies in the quiet hours. settings: what is in
    force. stop: ends the trying of wordings.
    """

    store: LetterStore
    report: Callable[[date, date], Report]
    goals: Callable[[date, date], Sequence[GoalProgress]]
    plan: Callable[[date, date], Adherence]
    flexible: Callable[[], Sequence[FlexibleBlock]]
    hours: Callable[[date, date], Hours]
    sittings: Callable[[date, date], Sequence[Interval]]
    findings: Callable[[], Findings | None]
    act: Callable[[Suggestion], object]
    wait: Callable[[Notification], object]
    quiet: Callable[[NotificationSettings, int], bool]
    settings: Callable[[], NotificationSettings]
    stop: Callable[[], object]
    rule: Callable[[], DayRule]
    week_start: Callable[[], int]


class Letters:
    """The letters of one profile. Every method raises Storage errors, and SettingsError where settings are broken."""

    def __init__(self, parts: LetterParts, clock: Clock) -> None:
        self._parts = parts
        self._clock = clock

    def all(self) -> list[StoredLetter]:
        """Return the letters there are, the latest first."""
        trying = self._parts.settings().letter_trial
        return [replace(one, trying=trying) for one in self._parts.store.all()]

    def latest(self) -> StoredLetter | None:
        """Return the letter of the latest week that has one, with what stands now where that is the last whole week."""
        found = next(iter(self.all()), None)
        return None if found is None else self._with_findings(found)

    def of(self, day: date | None = None) -> StoredLetter:
        """Return the letter of the week around a day, of the last whole week for None; written now where it is due.

        UsageError where that week is not over or holds too little.
        """
        first, after = self._week(day)
        found = self._stored(first)
        if found is not None:
            return self._with_findings(found)
        letter = self._written(first, after)
        if day is None or first == self._week(None)[0]:
            self._parts.store.add(letter)
            return self._with_findings(self._stored(first) or StoredLetter(letter))
        return StoredLetter(letter, kept=False)  # nothing was put to the person then, so nothing can be answered

    def write_due(self) -> StoredLetter | None:
        """Write the letter of the last whole week and have it given; None where letters are off or it is there.

        A week that holds too little has none.
        """
        if not self._parts.settings().letter:
            return None
        first, after = self._week(None)
        if self._stored(first) is not None or figures_of(self._parts.report(first, after)).active_ms < RECORDED_MS:
            return None
        letter = self._written(first, after)
        if self._parts.store.add(letter):
            self._parts.wait(self._notification(letter))
        return self._stored(first)

    def shown(self, week: date) -> None:
        """Note that a letter was seen."""
        self._parts.store.shown(week, self._clock.now().wall_ms)

    def accept(self, week: date) -> StoredLetter:
        """Have the letter's suggestion take effect; UsageError where there is none, or it was answered before.

        The letter is taken first, so that of two who accept at once one plans. Where it ends between the two, the
        letter is open again soon, and what was planned by then is not planned again.
        """
        suggestion, store = self._open(week), self._parts.store
        if not store.take(week, self._clock.now().wall_ms):
            raise UsageError(_ANSWERED)
        try:
            self._parts.act(suggestion)
        except BaseException:
            store.release(week)
            raise
        store.settle(week, self._clock.now().wall_ms)
        return self._told(week)

    def refuse(self, week: date) -> StoredLetter:
        """Leave the letter's suggestion be; its like rests for four letters. UsageError as for accept."""
        self._open(week)
        if not self._parts.store.answer(week, LetterAnswer.REFUSED, self._clock.now().wall_ms):
            raise UsageError(_ANSWERED)
        return self._told(week)

    def basis(self, week: date) -> Basis:
        """Return what was counted for the suggestion of a week's letter; of a cap reports tell. UsageError as of."""
        found = self._stored(week)
        suggestion = None if found is None else found.letter.suggestion
        if suggestion is None:
            raise UsageError(f"There is no suggestion in a letter of the week from {week}.")
        days = suggestion.basis_start, suggestion.basis_end
        if suggestion.kind is SuggestionKind.FOCUS_BLOCK:
            return Basis(hours=tuple(self._parts.hours(*days)))
        if suggestion.kind is SuggestionKind.BREAK:
            return Basis(sittings=tuple(self._parts.sittings(*days)))
        return Basis()

    def stop_trying(self) -> None:
        """Have wording and time of letters stay the same from now on."""
        self._parts.stop()

    # ---------------------------------------------------------------- inside

    def _week(self, day: date | None) -> tuple[date, date]:
        start = self._parts.week_start()
        today = day_of(self._clock.now().wall_ms, self._parts.rule())
        first, after = period_around(Period.WEEK, day or today, start)
        if day is None:
            return first - _WEEK, after - _WEEK
        if after > today:
            raise UsageError(f"The week from {first} is not over yet. Its letter comes when it is.")
        return first, after

    def _stored(self, week: date) -> StoredLetter | None:
        return next((one for one in self.all() if one.letter.start == week), None)

    def _with_findings(self, stored: StoredLetter) -> StoredLetter:
        """Return the last whole week's letter with what stands now.

        Findings are not kept in letters: they go as soon as the history they were found in does.
        """
        if stored.letter.start != self._week(None)[0]:
            return stored
        changes, habits = told_findings(self._parts.findings(), stored.letter.start)
        return replace(stored, letter=replace(stored.letter, changes=changes, habits=habits))

    def _open(self, week: date) -> Suggestion:
        found = self._stored(week)
        if found is None:
            raise UsageError(f"There is no letter of the week from {week}. See: kairos letter list")
        if found.letter.suggestion is None:
            raise UsageError("That letter suggests nothing.")
        if found.answer:
            raise UsageError(_ANSWERED)
        return found.letter.suggestion

    def _told(self, week: date) -> StoredLetter:
        found = self._stored(week)
        if found is None:
            raise UsageError(f"There is no letter of the week from {week} any more.")
        return found

    def _written(self, first: date, after: date) -> Letter:
        parts, settings = self._parts, self._parts.settings()
        week = figures_of(parts.report(first, after))
        if week.active_ms < RECORDED_MS:
            raise UsageError(f"The week from {first} holds less than an hour of activity: too little for a letter.")
        before = [self._figures(first - back * _WEEK) for back in range(WEEKS_BEFORE, 0, -1)]
        now_ms = self._clock.now().wall_ms
        earlier = [one for one in self.all() if one.letter.start < first]
        goals = parts.goals(first, after)
        facts = Facts(week, before, goals, parts.plan(first, after), now_ms)
        hours_start = before[0].start
        material = Material(
            week,
            before,
            parts.hours(hours_start, after),
            hours_start,
            len(parts.sittings(first, after)),
            settings.break_after,
            [one.goal for one in goals],
            parts.flexible(),
            earlier,
        )
        last = last_outcome(earlier, lambda one: self._measured(one, week))
        return composed(facts, suggested(material), last, self._trial(first, earlier, settings, now_ms))

    def _figures(self, first: date) -> WeekFigures:
        return figures_of(self._parts.report(first, first + _WEEK))

    def _trial(self, week: date, earlier: Sequence[StoredLetter], settings: NotificationSettings, now_ms: int) -> Trial:
        def quiet(minute: int) -> bool:
            return self._parts.quiet(settings, minute)

        if not settings.letter_trial:
            return plain_trial(quiet, settings.quiet_until)
        return drawn(week, earlier, now_ms, quiet, settings.quiet_until)

    def _notification(self, letter: Letter) -> Notification:
        """Return what has the letter given at its minute, on the first day after now that has it."""
        now_ms, rule = self._clock.now().wall_ms, self._parts.rule()
        today, by_minute = day_of(now_ms, rule), DayRule(rule.zone, letter.trial.minute)
        due_ms = day_start_ms(today, by_minute)
        if due_ms < now_ms:
            due_ms = day_start_ms(today + timedelta(days=1), by_minute)
        key = f"{NotificationKind.LETTER}:{letter.start}"
        return Notification(key, NotificationKind.LETTER, due_ms, due_ms + GIVEN_FOR_MS)

    def _measured(self, one: StoredLetter, week: WeekFigures) -> Compared | None:
        """Return the week's number beside the four weeks before the suggestion was accepted; None where any is missing.

        The week it was accepted in is neither before nor after.
        """
        suggestion, answered_ms = one.letter.suggestion, one.answered_ms
        if suggestion is None or answered_ms is None:
            return None
        accepted = day_of(answered_ms, self._parts.rule())
        first, after = period_around(Period.WEEK, accepted, self._parts.week_start())
        if week.start < after and accepted != first:
            return None
        weeks = [first - back * _WEEK for back in range(WEEKS_BEFORE, 0, -1)]
        if any(self._figures(start).active_ms < RECORDED_MS for start in weeks):
            return None
        return Compared(self._number(suggestion, week.start), tuple(self._number(suggestion, day) for day in weeks))

    def _number(self, suggestion: Suggestion, first: date) -> int:
        """Return what the suggestion was meant to move, in one week: milliseconds or, of breaks, long sittings."""
        after = first + _WEEK
        if suggestion.kind is SuggestionKind.BREAK:
            return len(self._parts.sittings(first, after))
        if suggestion.kind is SuggestionKind.CAP:
            return self._figures(first).whole(suggestion.category_id, suggestion.path)
        return in_window(self._parts.hours(first, after), suggestion.window_start // 60)
