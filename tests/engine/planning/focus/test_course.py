"""The clock of a session: the same whoever looks and whenever, never faster than time, and fair about absence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from helpers.focus_rows import MAIL, MINUTE, VIDEO, WORK, at, day, minutes, session, span
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.focus_choices import Rhythm
from engine.domain.focus_session import FocusSession, Phase, PhaseSpan, Timing
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.stream_row import StreamRow
from engine.planning.focus.attendance import attendance
from engine.planning.focus.course import WORKING, Course, course_of
from engine.planning.focus.seen import look

IDLE, LOCKED, SUSPENDED, PAUSED = Presence.IDLE, Presence.LOCKED, Presence.SUSPENDED, Presence.PAUSED
POMODORO = Timing(Rhythm.POMODORO, 25, 5, 15, 2)
FLOW = Timing(Rhythm.FLOWTIME, 30)


def course(one: FocusSession, rows: Sequence[StreamRow], now: float, stored: Sequence[PhaseSpan] = ()) -> Course:
    """Return how a session stands so many minutes after nine; what is recorded later is not known yet."""
    until = at(now)
    known = [row._replace(end_ms=min(row.end_ms, until)) for row in rows if row.start_ms < until]
    return look(one, stored, lambda start, _end: [row for row in known if row.end_ms > start], until).course


def told(found: Course) -> tuple[list[tuple[str, float | None, float | None]], float | None]:
    """Return the phases that are over and when the session was, in minutes."""
    phases = [(one.phase.value, minutes(one.interval.start_ms), minutes(one.interval.end_ms)) for one in found.phases]
    return phases, minutes(found.ended_ms)


def test_a_countdown_counts_down_and_ends_at_the_next_change_of_task() -> None:
    rows = day((53, WORK), (20, MAIL))
    running = course(session(), rows, 20).state
    assert running is not None
    assert (running.phase, running.worked_ms) == (Phase.WORK, 20 * MINUTE)
    assert minutes(running.phase_ends_ms) == 50
    late = course(session(), rows, 52).state
    assert late is not None
    assert (late.phase, minutes(late.phase_started_ms), late.phase_ends_ms) == (Phase.OVERTIME, 50, None)
    assert course(session(), rows, 53.2).ended_ms is None  # a look of seconds is no change of task
    assert told(course(session(), rows, 54)) == ([("work", 0, 50), ("overtime", 50, 53.25)], 53.25)


def test_a_countdown_in_mid_flow_ends_after_the_longest_overtime() -> None:
    rows = day((200, WORK))
    assert course(session(), rows, 59.9).ended_ms is None
    assert told(course(session(), rows, 120)) == ([("work", 0, 50), ("overtime", 50, 60)], 60)


def test_a_document_of_the_same_category_is_no_boundary_and_a_short_look_neither() -> None:
    rows = day((52, WORK), (3, (WORK, "terminal")), (0.1, MAIL), (1, WORK), (30, MAIL))
    assert minutes(course(session(), rows, 80).ended_ms) == 56.35


@pytest.mark.parametrize("away", [IDLE, LOCKED, SUSPENDED, Presence.SCREENSAVER, Presence.SWITCHED])
def test_away_stops_the_clock_of_work(away: Presence) -> None:
    rows = day((20, WORK), (15, away), (40, WORK))
    gone = course(session(), rows, 30).state
    assert gone is not None
    assert (gone.away, gone.worked_ms, gone.phase) == (True, 20 * MINUTE, Phase.WORK)
    assert minutes(gone.phase_ends_ms) == 60  # moves on with time
    back = course(session(), rows, 45).state
    assert back is not None
    assert (back.away, back.worked_ms) == (False, 30 * MINUTE)
    assert minutes(back.phase_ends_ms) == 65


def test_a_pause_of_the_recording_and_a_recorder_started_anew_stop_nothing() -> None:
    for rows in (day((20, WORK), (20, PAUSED), (5, WORK)), day((20, WORK), (4, None), (21, WORK))):
        state = course(session(), rows, 45).state
        assert state is not None
        assert (state.worked_ms, state.away) == (45 * MINUTE, False)


def test_a_pause_of_hours_is_not_all_time_there() -> None:
    rows = day((20, WORK), (300, PAUSED))
    assert course(session(FLOW), rows, 89).ended_ms is None  # ten minutes of break, and half an hour
    assert minutes(course(session(FLOW), rows, 90).ended_ms) == 50


@pytest.mark.parametrize("away", [IDLE, SUSPENDED, None])
@pytest.mark.parametrize("looked", [51.0, 60.0, 900.0])
def test_a_session_left_alone_ends_when_the_person_left(away: Presence | None, looked: float) -> None:
    rows = day((20, WORK), (600, away), (30, WORK))
    found = course(session(), rows, looked)
    assert told(found) == ([("work", 0, 20)], 20)


def test_who_comes_back_in_time_goes_on() -> None:
    rows = day((20, WORK), (29, LOCKED), (40, WORK))
    state = course(session(), rows, 60).state
    assert state is not None
    assert (minutes(state.phase_ends_ms), state.away) == (79, False)


def test_leaving_after_the_work_ends_a_countdown_there() -> None:
    assert told(course(session(), day((53, WORK), (8, IDLE)), 58)) == ([("work", 0, 50), ("overtime", 50, 53)], 53)


def test_a_pomodoro_offers_its_break_at_a_boundary_only_or_late() -> None:
    rows = day((28, WORK), (30, MAIL))
    early = course(session(POMODORO), rows, 27).state
    assert early is not None
    assert (early.phase, early.break_offered) == (Phase.OVERTIME, False)
    due = course(session(POMODORO), rows, 29).state
    assert due is not None
    assert (due.phase, due.break_offered, due.round) == (Phase.OVERTIME, True, 1)
    in_flow = [course(session(POMODORO), day((90, WORK)), now).state for now in (34.9, 35)]
    assert [one.break_offered for one in in_flow if one] == [False, True]


def test_who_leaves_after_the_work_has_the_break_and_goes_on() -> None:
    rows = day((27, WORK), (8, LOCKED), (30, WORK))
    found = course(session(POMODORO), rows, 45)
    assert told(found)[0] == [("work", 0, 25), ("overtime", 25, 27), ("break", 27, 32)]
    assert found.state is not None
    assert (found.state.phase, found.state.round, found.state.worked_ms) == (Phase.WORK, 2, 37 * MINUTE)
    assert minutes(found.state.phase_ends_ms) == 60
    resting = course(session(POMODORO), rows, 30).state
    assert resting is not None
    assert (resting.phase, minutes(resting.phase_ends_ms)) == (Phase.BREAK, 32)


def test_breaks_taken_by_hand_become_long_after_the_rounds_and_end_by_themselves() -> None:
    stored = [span(Phase.WORK, 0, 10)]
    rows = day((400, WORK))
    first = course(session(POMODORO), rows, 12, stored).state
    assert first is not None
    assert (first.phase, minutes(first.phase_ends_ms), first.round) == (Phase.BREAK, 15, 1)
    work = course(session(POMODORO), rows, 16, stored).state
    assert work is not None
    assert (work.phase, minutes(work.phase_started_ms), minutes(work.phase_ends_ms)) == (Phase.WORK, 15, 40)
    stored += [span(Phase.BREAK, 10, 15), span(Phase.WORK, 15, 42)]
    long = course(session(POMODORO), rows, 45, stored).state
    assert long is not None
    assert (long.phase, minutes(long.phase_ends_ms), long.round) == (Phase.LONG_BREAK, 57, 2)
    ended = [*stored, span(Phase.LONG_BREAK, 42, 44)]
    again = course(session(POMODORO), rows, 45, ended).state
    assert again is not None
    assert (again.phase, again.round, again.worked_ms) == (Phase.WORK, 3, 38 * MINUTE)


def test_flowtime_rests_a_fifth_of_its_work_and_is_never_interrupted() -> None:
    rows = day((70, WORK), (20, MAIL))
    flowing = course(session(FLOW), rows, 65).state
    assert flowing is not None
    assert (flowing.phase, flowing.phase_ends_ms, flowing.break_offered) == (Phase.WORK, None, False)
    boundary = course(session(FLOW), rows, 72).state
    assert boundary is not None
    assert (boundary.phase, boundary.break_offered) == (Phase.WORK, True)
    resting = course(session(FLOW), rows, 76, [span(Phase.WORK, 0, 75)]).state
    assert resting is not None
    assert (resting.phase, minutes(resting.phase_ends_ms)) == (Phase.BREAK, 90)


def test_a_countdown_goes_on_where_it_was_after_a_break() -> None:
    state = course(session(), day((200, WORK)), 40, [span(Phase.WORK, 0, 20)]).state
    assert state is not None
    assert (state.phase, minutes(state.phase_ends_ms)) == (Phase.WORK, 55)


def test_who_never_comes_back_from_a_break_was_done_when_they_left() -> None:
    rows = day((21, WORK), (300, LOCKED))
    assert told(course(session(), rows, 56, [span(Phase.WORK, 0, 20)])) == (
        [("work", 0, 20), ("break", 20, 21)],
        21,
    )
    assert course(session(), rows, 54, [span(Phase.WORK, 0, 20)]).ended_ms is None  # the break is the person's


def test_without_a_recorder_the_clock_is_the_wall_until_the_work_is_done() -> None:
    state = course(session(), [], 30).state
    assert state is not None
    assert (state.worked_ms, state.away) == (30 * MINUTE, False)
    assert told(course(session(), [], 500)) == ([("work", 0, 50)], 50)


def test_a_clock_set_back_freezes_the_session_and_harms_nothing() -> None:
    rows = day((30, WORK))
    for now in (-60.0, 0.0):
        state = course(session(), rows, now).state
        assert state is not None
        assert (state.worked_ms, state.phase, minutes(state.phase_started_ms)) == (0, Phase.WORK, 0)
    stored = [span(Phase.WORK, 0, 20), span(Phase.BREAK, 20, 22)]
    state = course(session(), rows, -500, stored).state
    assert state is not None
    assert (state.phase, minutes(state.phase_started_ms), state.worked_ms) == (Phase.WORK, 22, 20 * MINUTE)


PARTS = st.lists(
    st.tuples(
        st.sampled_from([0.1, 0.3, 1, 2, 4, 7, 12, 26, 45, 70]),
        st.sampled_from([WORK, WORK, WORK, MAIL, VIDEO, IDLE, LOCKED, SUSPENDED, PAUSED, None]),
    ),
    max_size=14,
)
TIMINGS = st.builds(Timing, st.sampled_from(Rhythm), st.integers(1, 60), st.integers(1, 20), st.integers(1, 30))


@settings(max_examples=150, deadline=None)
@given(PARTS, TIMINGS, st.lists(st.integers(0, 400), min_size=1, max_size=5))
def test_whoever_looks_and_whenever_gets_the_same(
    parts: list[tuple[float, int | Presence | None]], timing: Timing, looks: list[int]
) -> None:
    rows, one = day(*parts), session(timing)
    ended: float | None = None
    for now in sorted(looks):
        found = course(one, rows, now)
        counted = [part.interval for part in found.counted(at(now))]
        assert all(left.end_ms == right.start_ms for left, right in pairwise(counted))
        if counted:
            assert counted[0].start_ms == one.start_ms
            assert counted[-1].end_ms <= at(now)
        assert (found.state is None) == (found.ended_ms is not None)
        if found.ended_ms is not None:
            assert one.start_ms <= found.ended_ms <= at(now)
            # Once over, over: what comes later does not bring it back.
            assert ended is None or found.ended_ms == ended
            ended = found.ended_ms
        assert ended is None or found.ended_ms == ended
        if found.state is not None:
            spans = [part.interval for part in found.counted(at(now)) if part.phase in WORKING]
            assert 0 <= found.state.worked_ms <= sum(part.length_ms for part in spans)


def test_attendance_counts_time_there() -> None:
    seen = attendance(day((10, WORK), (5, IDLE), (10, WORK)), Interval(at(0), at(25)), MINUTE)
    assert seen.there_ms(at(0), at(25)) == 20 * MINUTE
    assert minutes(seen.there_for(at(0), 12 * MINUTE)) == 17
    assert seen.there_for(at(0), 21 * MINUTE) is None
    assert minutes(seen.boundary_after(at(1))) == 15  # coming back
    assert course_of(session(), (), seen).state is not None
