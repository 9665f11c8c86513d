"""What is told of a session afterwards, and sessions nobody started."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from helpers.focus_rows import MAIL, MINUTE, VIDEO, WORK, at, day, minutes, session, span, weight

from engine.domain.activity import Observed
from engine.domain.categories import Labels
from engine.domain.focus_session import Phase, PhaseSpan, SessionReport
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.report import Focus, LabelledActivity
from engine.domain.stream_row import StreamRow
from engine.planning.focus.account import account_of
from engine.planning.focus.detect import detected
from engine.reports.focus import focus_of
from engine.reports.focus_slots import focus_day

IDLE = Presence.IDLE


def figures(activities: Sequence[LabelledActivity], weighed: Callable[[int], int]) -> Focus:
    """Return the figures as the Reports page has them."""
    return focus_of([focus_day(activities)], weighed, lambda _category: (), None)


def account(rows: Sequence[StreamRow], *phases: PhaseSpan) -> SessionReport:
    """Return the report of a session of these phases."""
    return account_of(session(), phases, rows, 0, weight, figures)


def test_it_tells_what_was_in_front_and_leaves_breaks_out() -> None:
    rows = day((20, WORK), (2, VIDEO), (8, WORK), (5, VIDEO), (10, WORK), (5, MAIL))
    told = account(rows, span(Phase.WORK, 0, 30), span(Phase.BREAK, 30, 35), span(Phase.WORK, 35, 50))
    assert told.active_ms == 45 * MINUTE
    assert (told.focused_ms, told.distracting_ms) == (38 * MINUTE, 2 * MINUTE)
    assert told.by_category == ((WORK, 38 * MINUTE), (MAIL, 5 * MINUTE), (VIDEO, 2 * MINUTE))
    assert told.longest_ms == 20 * MINUTE  # the break parts 8 and 10 minutes of the same app
    assert told.switches == 3


def test_interruptions_are_the_times_focused_work_was_left() -> None:
    rows = day((10, WORK), (0.2, VIDEO), (10, WORK), (3, MAIL), (2, VIDEO), (5, WORK), (2, IDLE), (3, WORK), (4, MAIL))
    told = account(rows, span(Phase.WORK, 0, 36), span(Phase.OVERTIME, 36, 39.2))
    found = [
        (minutes(one.interval.start_ms), minutes(one.interval.end_ms), one.category_id, one.distracting)
        for one in told.interruptions
    ]
    assert found == [(20.2, 25.2, MAIL, True), (30.2, 32.2, 0, False), (35.2, 39.2, MAIL, False)]


def test_the_score_is_that_of_reports_on_the_same_time() -> None:
    dice = Random(5)
    kinds: list[int | Presence] = [WORK, WORK, MAIL, VIDEO, IDLE]
    rows = day(*((dice.choice([0.5, 2, 6, 11]), dice.choice(kinds)) for _ in range(60)))
    end = minutes(rows[-1].end_ms) or 0
    told = account(rows, span(Phase.WORK, 0, end))
    activities = [
        LabelledActivity(
            Interval(one.start_ms, one.end_ms),
            Observed(one.presence, one.app),
            "UTC",
            "recorder",
            Labels(one.category or None),
        )
        for one in rows
    ]
    expected = figures(activities, weight)
    assert expected.score is not None
    assert (told.score, told.switches) == (round(expected.score), expected.switches)


def test_a_session_with_nothing_recorded_has_no_score() -> None:
    told = account([], span(Phase.WORK, 0, 50))
    assert (told.score, told.active_ms, told.longest_ms, told.by_category, told.interruptions) == (None, 0, 0, (), ())


def found(rows: Sequence[StreamRow], *taken: Interval, now: float = 600) -> list[tuple[float | None, float | None]]:
    """Return the sessions seen in rows, in minutes after nine."""
    spans = detected(rows, taken, at(now), weight)
    return [(minutes(one.start_ms), minutes(one.end_ms)) for one in spans]


def test_a_quarter_of_an_hour_of_focused_work_is_a_session() -> None:
    assert found(day((14.9, WORK), (20, VIDEO))) == []
    assert found(day((5, MAIL), (15, WORK), (20, VIDEO))) == [(5, 20)]


def test_what_leaves_work_for_long_parts_and_what_is_short_belongs_to_it() -> None:
    rows = day((20, WORK), (2, MAIL), (20, WORK), (3, VIDEO), (16, WORK), (5, IDLE), (30, WORK), (9, MAIL))
    assert found(rows) == [(0, 42), (45, 61), (66, 96)]


def test_three_quarters_must_be_focused() -> None:
    mixed = [(2.0, WORK), (1.0, MAIL)] * 10
    assert found(day(*mixed)) == []
    calm_beginning = day((40, WORK), *mixed * 6, (2, WORK))  # 73 % as a whole
    (one,) = found(calm_beginning)
    assert one[0] == 0
    assert 40 <= (one[1] or 0) < 150


def test_many_switches_are_no_focus() -> None:
    hasty = [(0.4, (WORK, "editor")), (0.4, (WORK, "terminal"))] * 25
    calm = [(1.5, (WORK, "editor")), (1.5, (WORK, "terminal"))] * 7
    assert found(day(*hasty)) == []
    assert found(day(*calm)) == [(0, 21)]


def test_started_sessions_are_not_seen_again_and_one_going_on_is_not_told_yet() -> None:
    rows = day((60, WORK))
    assert found(rows, Interval(at(20), at(30))) == [(0, 20), (30, 60)]
    assert found(rows, Interval(at(10), at(50))) == []
    assert found(rows, now=62.9) == []
    assert found(rows, now=63) == [(0, 60)]
