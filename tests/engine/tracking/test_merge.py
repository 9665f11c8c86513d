"""No sequence of events may give a negative, overlapping or stretched activity."""

from __future__ import annotations

from helpers.fake_history import FakeHistory
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.activity import Observed
from engine.domain.changes import Begin, End
from engine.domain.clock import Instant
from engine.domain.presence import Presence
from engine.tracking.merge import Beat, Event, Saw, Stop, Track, advance

A, B = (Observed(Presence.ACTIVE, app=name, title=name) for name in "ab")
IDLE = Observed(Presence.IDLE)
WHATS = st.sampled_from([A, B, IDLE, Observed(Presence.LOCKED), Observed(Presence.SUSPENDED), None])


def moment(ms: int, *, slept: int = 0, stepped: int = 0, zone: str = "UTC") -> Instant:
    return Instant(1_000_000 + ms + slept + stepped, ms, ms + slept, zone)


@st.composite
def histories(draw: st.DrawFn, *, steps: bool) -> list[tuple[Instant, Observed | None, int | None, bool]]:
    awake = slept = stepped = 0
    found = []
    for _ in range(draw(st.integers(1, 40))):
        awake += draw(st.sampled_from([0, 1, 20, 49, 50, 51, 900, 4_000, 19_000, 25_000]))
        slept += draw(st.sampled_from([0, 0, 0, 1_500, 3_000, 7_200_000]))
        if steps:
            stepped += draw(st.sampled_from([0, 0, 0, 400, -400, 3_600_000, -3_600_000, -90_000]))
        zone = draw(st.sampled_from(["UTC", "UTC", "Asia/Tokyo"]))
        away = draw(st.sampled_from([None, None, 5_000, 180_000, 10_000_000]))
        beat = draw(st.booleans())
        found.append((moment(awake, slept=slept, stepped=stepped, zone=zone), draw(WHATS), away, beat))
    return found


def play(events: list[tuple[Instant, Observed | None, int | None, bool]]) -> FakeHistory:
    track, history = Track(), FakeHistory()
    for at, what, away, beat in events:
        idle = away is not None and what is not None and what.presence is Presence.IDLE
        event: Event = Beat(at) if beat else Saw(at, what, at.wall_ms - away if idle and away else None)
        track, changes = advance(track, event)
        history.write(changes)
    track, changes = advance(track, Stop(events[-1][0]))
    history.write(changes)
    assert all(row.end_ms is not None for row in history.rows)
    return history


@given(histories(steps=True))
def test_nothing_is_negative_or_overlaps_whatever_the_clocks_do(events: list) -> None:  # type: ignore[type-arg]
    reached = None
    for row in play(events).rows:
        assert row.end_ms is not None
        assert row.end_ms >= row.start_ms
        assert reached is None or row.start_ms >= reached
        reached = row.end_ms


@given(histories(steps=True))
def test_named_time_is_never_longer_than_the_time_awake(events: list) -> None:  # type: ignore[type-arg]
    named = sum(
        (row.end_ms or 0) - row.start_ms
        for row in play(events).rows
        if row.what.presence in {Presence.ACTIVE, Presence.IDLE, Presence.LOCKED}
    )
    # Each event may carry under STEP_MS of wall-clock slew and SUSPEND_MS of unnoticed sleep.
    assert named <= events[-1][0].awake_ms + 3_000 * len(events)


@given(histories(steps=False))
def test_recorded_time_lies_within_the_recorder_s_own_run(events: list) -> None:  # type: ignore[type-arg]
    for row in play(events).rows:
        assert events[0][0].wall_ms <= row.start_ms
        assert (row.end_ms or 0) <= events[-1][0].wall_ms


def test_a_boundary_is_the_moment_of_the_first_sight_not_of_the_debounce() -> None:
    track, _ = advance(Track(), Saw(moment(0), A))
    track, _ = advance(track, Beat(moment(100)))
    track, _ = advance(track, Saw(moment(1_000), B))
    _, changes = advance(track, Beat(moment(1_055)))
    assert changes == (End(1_001_000), Begin(1_001_000, B, "UTC"))


def test_idle_never_takes_back_what_came_before_the_last_return() -> None:
    track, _ = advance(Track(), Saw(moment(0), IDLE))
    track, _ = advance(track, Saw(moment(10_000), A))
    _, changes = advance(track, Saw(moment(15_000), IDLE, away_since_ms=1_000_000))
    assert [change.from_ms for change in changes if hasattr(change, "from_ms")] == [1_010_000]
