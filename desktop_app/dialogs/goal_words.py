"""Goals in the person's language."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop_app.widgets.format import Wording
from desktop_app.widgets.goal_strip import Outcome, StripBar
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.sentences import labelled
from engine.domain.app_names import AppNames
from engine.domain.goals import EVERY_DAY, Direction, Goal, GoalProgress, GoalResult, Measure, Per, Standing, Streak

_LONGEST: Final = 80
_FEWEST_IN_A_ROW: Final = 2
_WORKDAYS: Final = frozenset(range(5))
_OUTCOMES: Final = {
    Standing.MET: Outcome.GOOD,
    Standing.MISSED: Outcome.BAD,
    Standing.OPEN: Outcome.OPEN,
    Standing.AHEAD: Outcome.NOTHING,
    Standing.UNRECORDED: Outcome.NOTHING,
}


def target_name(progress: GoalProgress, names: AppNames) -> str:
    """Return what a goal is about."""
    goal = progress.goal
    if goal.measure is Measure.FOCUS:
        return QCoreApplication.translate("GoalWords", "Deep work")
    if goal.measure is Measure.APP:
        return foreign(names.name(str(goal.target)), _LONGEST)
    gone = QCoreApplication.translate("GoalWords", "A category that is gone")
    return " › ".join(foreign(part, _LONGEST) for part in progress.path) or gone


def aim(goal: Goal, wording: Wording) -> str:
    """Return how much a goal asks for, and on which days."""
    translate = QCoreApplication.translate
    text = {
        (Direction.AT_LEAST, Per.DAY): translate("GoalWords", "At least %1 a day"),
        (Direction.AT_LEAST, Per.WEEK): translate("GoalWords", "At least %1 a week"),
        (Direction.AT_MOST, Per.DAY): translate("GoalWords", "At most %1 a day"),
        (Direction.AT_MOST, Per.WEEK): translate("GoalWords", "At most %1 a week"),
    }[goal.direction, goal.per].replace("%1", wording.length(goal.target_ms))
    return text if goal.weekdays == EVERY_DAY else f"{text} · {_days(goal.weekdays)}"


def _days(weekdays: frozenset[int]) -> str:
    names = [QLocale().dayName(day + 1, QLocale.FormatType.ShortFormat) for day in sorted(weekdays)]
    return f"{names[0]} – {names[-1]}" if weekdays == _WORKDAYS else ", ".join(names)


def standing_name(standing: Standing) -> str:
    """Return how a day or week stands."""
    translate = QCoreApplication.translate
    return {
        Standing.MET: translate("GoalWords", "Met"),
        Standing.MISSED: translate("GoalWords", "Missed"),
        Standing.OPEN: translate("GoalWords", "Under way"),
        Standing.AHEAD: translate("GoalWords", "Still to come"),
        Standing.UNRECORDED: translate("GoalWords", "Nothing recorded"),
    }[standing]


def met_of(progress: GoalProgress) -> str:
    """Return how often a goal was met, "" where nothing is decided yet."""
    met, missed = progress.count(Standing.MET), progress.count(Standing.MISSED)
    text = QCoreApplication.translate("GoalWords", "Met %1 of %2")
    return text.replace("%1", str(met)).replace("%2", str(met + missed)) if met + missed else ""


def in_a_row(streak: Streak | None, goal: Goal) -> str:
    """Return how many days or weeks in a row a goal was met, "" for fewer than two."""
    if streak is None or streak.length < _FEWEST_IN_A_ROW:
        return ""
    translate = QCoreApplication.translate
    of = translate("GoalWords", "%1 days in a row"), translate("GoalWords", "%1 weeks in a row")
    return of[goal.per is Per.WEEK].replace("%1", QLocale().toString(streak.length))


def streak_in_full(streak: Streak | None, goal: Goal) -> str:
    """Return what counts for a streak, "" without one."""
    if not in_a_row(streak, goal) or streak is None:
        return ""
    translate = QCoreApplication.translate
    most = translate("GoalWords", "The most in a row: %1.").replace("%1", QLocale().toString(streak.best))
    days = translate("GoalWords", "Days off do not count, and one miss in seven days is forgiven.")
    weeks = translate("GoalWords", "Weeks off do not count, and one miss in four weeks is forgiven.")
    return f"{most} {weeks if goal.per is Per.WEEK else days}"


def foretold(progress: GoalProgress, wording: Wording) -> str:
    """Return what the day or week under way will likely come to, "" where that is not known."""
    found = progress.forecast
    if found is None:
        return ""
    text = QCoreApplication.translate("GoalWords", "going on as lately: %1")
    return text.replace("%1", wording.length(found.likely_ms))


def foretold_in_full(progress: GoalProgress, wording: Wording) -> str:
    """Return where a forecast comes from, "" without one."""
    found = progress.forecast
    if found is None:
        return ""
    text = QCoreApplication.translate("GoalWords", "Going on as the last %3 times, half of which came to %1 to %2.")
    low, high = wording.length(found.low_ms), wording.length(found.high_ms)
    return text.replace("%1", low).replace("%2", high).replace("%3", str(found.seen))


def strip_bars(progress: GoalProgress, wording: Wording) -> list[StripBar]:
    """Return a goal's days or weeks as bars."""
    return [StripBar(one.done_ms, _OUTCOMES[one.standing], _told(one, wording)) for one in progress.results]


def span_name(result: GoalResult) -> str:
    """Return which day or week a result is of."""
    first = _day(result.span.start)
    if len(result.span.days) == 1 and (result.span.end - result.span.start).days == 1:
        return first
    return QCoreApplication.translate("GoalWords", "Week from %1").replace("%1", first)


def _told(result: GoalResult, wording: Wording) -> str:
    return f"{labelled(span_name(result), wording.length(result.done_ms))}\n{standing_name(result.standing)}"


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), QCoreApplication.translate("GoalWords", "ddd d MMM"))
