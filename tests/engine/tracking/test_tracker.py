"""The tracker stores nothing of what it must not, and goes blind honestly."""

from __future__ import annotations

from helpers.day_script import AdmitAll, TimedClock
from helpers.fake_history import FakeHistory

from engine.domain.activity import Observed, Window, Withheld
from engine.domain.presence import Presence
from engine.tracking.privacy.refuse_all import RefuseAll
from engine.tracking.probe import SessionSign
from engine.tracking.tracker import Tracker


def started() -> tuple[TimedClock, FakeHistory, Tracker]:
    clock, history = TimedClock(), FakeHistory()
    return clock, history, Tracker(clock, AdmitAll(), history.write, clock.later)


def names(history: FakeHistory) -> list[tuple[Presence, str]]:
    return [(row.what.presence, row.what.app) for row in history.rows]


def test_what_is_in_front_during_a_pause_is_never_written() -> None:
    clock, history, tracker = started()
    tracker.saw_window(Window("mail", "inbox"))
    clock.pass_time(1_000)
    tracker.set_paused(True)
    tracker.saw_window(Window("secret", "diary"))
    clock.pass_time(1_000)
    tracker.saw_window(Window("mail", "inbox"))
    tracker.set_paused(False)
    clock.pass_time(1_000)
    tracker.stop()
    assert names(history) == [(Presence.ACTIVE, "mail"), (Presence.PAUSED, ""), (Presence.ACTIVE, "mail")]


def test_a_lost_desktop_leaves_a_gap_and_the_next_window_goes_on() -> None:
    clock, history, tracker = started()
    tracker.saw_window(Window("a", "x"))
    clock.pass_time(1_000)
    assert tracker.sees
    tracker.lost_sight()
    assert not tracker.sees
    clock.pass_time(5_000)
    tracker.saw_window(Window("a", "x"))
    clock.pass_time(1_000)
    tracker.stop()
    assert [(row.end_ms or 0) - row.start_ms for row in history.rows] == [1_000, 1_000]
    assert history.rows[1].start_ms - (history.rows[0].end_ms or 0) == 5_000


def test_new_rules_hold_from_the_moment_they_come() -> None:
    clock, history, tracker = started()
    tracker.saw_window(Window("bank", "account"))
    clock.pass_time(1_000)
    tracker.use_filter(RefuseAll())
    clock.pass_time(1_000)
    tracker.stop()
    assert history.rows[-1].what == Observed(Presence.ACTIVE, withheld=Withheld.FILTER)


def test_idle_during_a_lock_stays_a_lock_and_takes_nothing_back() -> None:
    clock, history, tracker = started()
    tracker.saw_window(Window("a", "x"))
    for _ in range(30):
        clock.pass_time(10_000)
        tracker.beat()
    tracker.session_sign(SessionSign.LOCKED, True)
    tracker.session_sign(SessionSign.LOCKED, True)
    clock.pass_time(1_000)
    tracker.went_idle(180_000)
    clock.pass_time(1_000)
    tracker.came_back()
    tracker.session_sign(SessionSign.LOCKED, False)
    clock.pass_time(1_000)
    tracker.stop()
    assert Presence.IDLE not in {row.what.presence for row in history.rows}
    assert [row.what.presence for row in history.rows] == [Presence.ACTIVE, Presence.LOCKED, Presence.ACTIVE]
