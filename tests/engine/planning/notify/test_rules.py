"""What is due is told by facts alone: each once, never stale, never twice over a changed clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from engine.domain.blocks import About, Block, BlockKind, Certainty, Occurrence
from engine.domain.calendars import CalendarKind, CalendarSource
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE, wall_ms
from engine.domain.days import DayRule
from engine.domain.goals import (
    Direction,
    Forecast,
    Goal,
    GoalProgress,
    GoalResult,
    GoalSpan,
    Measure,
    Per,
    Standing,
)
from engine.domain.intervals import Interval
from engine.domain.notifications import Notification, NotificationAction, NotificationKind
from engine.planning.notify.facts import Facts
from engine.planning.notify.said_together import due, is_quiet, together
from engine.settings import NotificationSettings

BERLIN = "Europe/Berlin"
MIN, HOUR = MS_PER_MINUTE, MS_PER_HOUR


def at(text: str, zone: str = BERLIN) -> int:
    """Return local time as UTC milliseconds."""
    return wall_ms(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)))


NOON = at("2026-03-04T12:00")  # a Wednesday
QUIET = NotificationSettings(block_soon=0, break_after=0, eye_rest=0, goals=False, summary=0)


def facts(now_ms: int = NOON, **more: object) -> Facts:
    base = Facts(now_ms, DayRule(BERLIN), QUIET)
    return replace(base, **more)  # type: ignore[arg-type]


def only(found: list[Notification]) -> Notification:
    assert len(found) == 1, found
    return found[0]


# ---------------------------------------------------------------- blocks


def block(start_ms: int, **about: object) -> Occurrence:
    planned = Block(About(**about), Interval(start_ms, start_ms + HOUR), BERLIN, id=7)  # type: ignore[arg-type]
    return Occurrence(planned.interval, planned, start_ms)


SOON = replace(QUIET, block_soon=5)


@pytest.mark.parametrize(
    ("before_min", "said"), [(6, False), (5, True), (1, True), (0, True), (-0.9, True), (-1, False), (-30, False)]
)
def test_a_block_is_said_from_five_minutes_before_to_one_after_it_began(before_min: float, said: bool) -> None:
    found = due(facts(settings=SOON, ahead=(block(NOON + int(before_min * MIN), title="Write"),)))
    assert bool(found) is said
    if said:
        one = only(found)
        assert (one.subject, one.block_id, one.amount) == ("Write", 7, max(0, before_min))
        assert one.actions == (NotificationAction.START, NotificationAction.SNOOZE)


def test_a_block_that_moved_is_said_anew_and_a_meeting_starts_no_session() -> None:
    first = only(due(facts(settings=SOON, ahead=(block(NOON + MIN, kind=BlockKind.MEETING),))))
    again = only(due(facts(settings=SOON, ahead=(block(NOON + 2 * MIN, kind=BlockKind.MEETING),))))
    assert first.key != again.key
    assert first.actions == (NotificationAction.SNOOZE,)


def test_all_day_and_cancelled_ones_begin_without_a_word() -> None:
    one = block(NOON + MIN)
    all_day = replace(one, block=replace(one.block, all_day=True))
    cancelled = replace(one, block=replace(one.block, certainty=Certainty.CANCELLED))
    assert due(facts(settings=SOON, ahead=(all_day, cancelled))) == []
    assert due(facts(ahead=(one,))) == [], "turned off"


def activity(*lengths: float, until: int = NOON) -> tuple[Interval, ...]:
    """Return active time that ends then: minutes of activity and of none in turn, the last first."""
    found, end = list[Interval](), until
    for place, minutes in enumerate(lengths):
        start = end - int(minutes * MIN)
        if place % 2 == 0:
            found.insert(0, Interval(start, end))
        end = start
    return tuple(found)


REST = replace(QUIET, break_after=90, eye_rest=20)


@pytest.mark.parametrize(
    ("active", "kind", "minutes"),
    [
        (activity(89), NotificationKind.EYE_REST, 89),
        (activity(90), NotificationKind.BREAK_DUE, 90),
        (activity(50, 4.9, 41), NotificationKind.BREAK_DUE, 91),
        (activity(50, 5, 41), NotificationKind.EYE_REST, 50),
        (activity(19, 5, 300), None, 0),
        (activity(200, until=NOON - 2 * MIN), None, 0),
        ((), None, 0),
    ],
)
def test_a_break_is_due_by_activity_since_the_last_one(
    active: tuple[Interval, ...], kind: NotificationKind | None, minutes: int
) -> None:
    found = due(facts(settings=REST, active=active))
    assert [(one.kind, one.amount) for one in found] == ([] if kind is None else [(kind, minutes)])


def test_going_on_without_a_break_is_the_same_notification() -> None:
    first = only(due(facts(settings=REST, active=activity(90))))
    later = only(due(facts(NOON + 10 * MIN, settings=REST, active=(Interval(NOON - 90 * MIN, NOON + 10 * MIN),))))
    assert first.key == later.key
    rested = only(due(facts(settings=REST, active=activity(90, 6, 90))))
    assert rested.due_ms == NOON


# ---------------------------------------------------------------- goals

TODAY = GoalSpan(date(2026, 3, 4), date(2026, 3, 5), (date(2026, 3, 4),))


def progress(direction: Direction, target: int, done: int, *, foretold: tuple[int, int] | None = None) -> GoalProgress:
    goal = Goal(direction, Measure.CATEGORY, 3, target, Per.DAY, id=4)
    forecast = None if foretold is None else Forecast(0, foretold[0] * MIN, foretold[1] * MIN, 12)
    result = GoalResult(TODAY, done * MIN, 600 * MIN, Standing.OPEN)
    return GoalProgress(goal, ("Work", "Mail"), (result,), forecast)


AIMS = replace(QUIET, goals=True)
MOST, LEAST = Direction.AT_MOST, Direction.AT_LEAST


@pytest.mark.parametrize(
    ("one", "kind", "amount"),
    [
        (progress(MOST, 60, 47), None, 0),
        (progress(MOST, 60, 48), NotificationKind.GOAL_NEAR, 12),
        (progress(MOST, 60, 60), NotificationKind.GOAL_NEAR, 0),
        (progress(MOST, 60, 61), NotificationKind.GOAL_OVER, 1),
        (progress(MOST, 0, 0), None, 0),
        (progress(LEAST, 120, 119), None, 0),
        (progress(LEAST, 120, 120), NotificationKind.GOAL_MET, 120),
        (progress(LEAST, 120, 30, foretold=(80, 119)), NotificationKind.GOAL_SLIPS, 80),
        (progress(LEAST, 120, 30, foretold=(80, 121)), None, 0),
    ],
)
def test_goals_are_said_when_they_turn(one: GoalProgress, kind: NotificationKind | None, amount: int) -> None:
    found = due(facts(settings=AIMS, goals=(one,)))
    assert [(note.kind, note.amount) for note in found] == ([] if kind is None else [(kind, amount)])
    if kind is not None:
        assert found[0].subject == "Work › Mail"
        assert found[0].stale_ms == at("2026-03-05T00:00")


def test_a_goal_slips_only_while_it_can_be_helped() -> None:
    slipping = (progress(LEAST, 120, 30, foretold=(80, 90)),)
    assert due(facts(at("2026-03-04T11:59"), settings=AIMS, goals=slipping)) == [], "not before half time"
    assert due(facts(at("2026-03-04T22:29"), settings=AIMS, goals=slipping)) != []
    assert due(facts(at("2026-03-04T22:31"), settings=AIMS, goals=slipping)) == [], "too late to help"
    assert due(facts(at("2026-03-05T12:00"), settings=AIMS, goals=slipping)) == [], "yesterday's"


# ---------------------------------------------------------------- the day

EVENING = replace(QUIET, summary=18 * 60)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-03-04T17:59", False),
        ("2026-03-04T18:00", True),
        ("2026-03-04T20:59", True),
        ("2026-03-04T21:00", False),
        ("2026-03-05T09:00", False),
    ],
)
def test_the_days_summary_comes_at_its_hour_and_not_the_next_morning(moment: str, said: bool) -> None:
    found = due(facts(at(moment), settings=EVENING, today_ms=5 * HOUR))
    assert bool(found) is said
    assert not said or only(found).amount == 300
    assert due(facts(at(moment), settings=EVENING, today_ms=0)) == []


def test_an_hour_that_the_clocks_jump_over_or_repeat_is_said_once() -> None:
    gap = replace(QUIET, summary=2 * 60 + 30)
    before = due(facts(at("2026-03-29T01:59"), settings=gap, today_ms=HOUR))
    after = due(facts(at("2026-03-29T03:00"), settings=gap, today_ms=HOUR))
    assert (before, only(after).key) == ([], "day_summary:2026-03-29")
    first = at("2026-10-25T02:30")  # the hour from 2 to 3 comes twice
    keys = {
        one.key
        for minutes in range(0, 150, 5)
        for one in due(facts(first + minutes * MIN, settings=gap, today_ms=HOUR))
    }
    assert keys == {"day_summary:2026-10-25"}


def test_a_calendar_in_trouble_is_said_once_a_week_while_it_lasts() -> None:
    broken = CalendarSource("/x.ics", CalendarKind.FILE, "Work", trouble="It is no calendar.", id=2)
    well = replace(broken, trouble="", id=3)
    one = only(due(facts(calendars=(broken, well))))
    assert one.subject == "Work"
    assert only(due(facts(NOON + 24 * HOUR, calendars=(broken,)))).key == one.key
    assert only(due(facts(NOON + 7 * 24 * HOUR, calendars=(broken,)))).key != one.key
    assert only(due(facts(calendars=(replace(broken, trouble="It is gone."),)))).key != one.key


@pytest.mark.parametrize(
    ("start", "end", "moment", "quiet"),
    [
        (22, 7, "21:59", False),
        (22, 7, "22:00", True),
        (22, 7, "00:00", True),
        (22, 7, "06:59", True),
        (22, 7, "07:00", False),
        (12, 13, "12:30", True),
        (12, 13, "13:00", False),
        (7, 7, "07:00", False),
    ],
)
def test_quiet_hours_go_over_midnight(start: int, end: int, moment: str, quiet: bool) -> None:
    settings = NotificationSettings(quiet_from=start * 60, quiet_until=end * 60)
    assert is_quiet(settings, at(f"2026-03-04T{moment}"), DayRule(BERLIN)) is quiet


def test_several_of_a_kind_are_said_as_one_but_each_block_for_itself() -> None:
    met = [Notification(f"goal_met:{number}", NotificationKind.GOAL_MET, 0, 9) for number in range(3)]
    soon = [Notification(f"block_soon:{number}", NotificationKind.BLOCK_SOON, 0, 9) for number in range(2)]
    shown = together([*met, *soon])
    assert [(one.key, one.others) for one in shown] == [("goal_met:0", 2), ("block_soon:0", 0), ("block_soon:1", 0)]


def test_time_passing_over_everything_says_each_key_within_its_time() -> None:
    """Whatever the clock does, what is said is due and not stale at that moment."""
    settings = NotificationSettings(break_after=30, eye_rest=20, summary=18 * 60)
    one = block(at("2026-03-29T03:00"), title="Early")
    for minutes in range(-600, 600, 7):
        now = at("2026-03-29T02:00") + timedelta(minutes=minutes) // timedelta(milliseconds=1)
        active = (Interval(now - 45 * MIN, now),)
        for found in due(facts(now, settings=settings, ahead=(one,), active=active, today_ms=HOUR)):
            assert found.due_ms <= now < found.stale_ms
