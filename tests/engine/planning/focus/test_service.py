"""Focus sessions on a real database: asked by several processes, killed and looked at whenever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.focus_room import FocusRoom
from helpers.focus_rows import MAIL, MINUTE, VIDEO, WORK, at, day, minutes

from engine.domain.errors import UsageError
from engine.domain.focus_choices import Level, Rhythm
from engine.domain.focus_session import FocusSession, Phase, Started, Timing
from engine.domain.presence import Presence
from engine.settings import FocusSettings
from engine.storage.database import Database
from engine.storage.ratings import RatingStore


@pytest.fixture
def room(tmp_path: Path) -> Iterator[FocusRoom]:
    database = Database.open(tmp_path / "kairos.sqlite3")
    yield FocusRoom(database)
    database.close()


def test_a_session_runs_by_the_settings_and_by_what_is_asked(room: FocusRoom) -> None:
    room.settings = FocusSettings(rhythm=Rhythm.POMODORO, work=25, rest=5, level=Level.FRICTION)
    focus = room.process()
    begun = focus.start(intention=" write\nthe  report ")
    assert (begun.timing, begun.intention) == (Timing(Rhythm.POMODORO, 25, 5, 15, 4), "write the report")
    assert (begun.level, begun.started, begun.end_ms) == (Level.FRICTION, Started.WINDOW, None)
    room.go(1)
    focus.stop()
    asked = focus.start(timing=Timing(work=15), started=Started.BLOCK, block_id=7, level=Level.OFF)
    assert (asked.timing.work, asked.block_id, asked.level) == (15, 7, Level.OFF)


def test_a_session_on_top_of_a_session_is_refused_and_harms_nothing(room: FocusRoom) -> None:
    first = room.process().start(intention="one")
    room.go(5)
    with pytest.raises(UsageError, match=r"since 10:00 \(“one”\)"):
        room.process().start(intention="two")
    state = room.process().now().state
    assert state is not None
    assert state.session == first


def test_what_cannot_be_is_refused(room: FocusRoom) -> None:
    focus = room.process()
    for ask in (focus.stop, focus.take_break, focus.end_break):
        with pytest.raises(UsageError, match="No focus session"):
            ask()
    for timing in (Timing(work=0), Timing(rest=0), Timing(rounds=0), Timing(work=721)):
        with pytest.raises(UsageError):
            focus.start(timing=timing)
    for minute in (0, 241):
        with pytest.raises(UsageError):
            focus.make_contract(minute)
    with pytest.raises(UsageError):
        focus.report(9)
    with pytest.raises(UsageError):
        focus.rate(9, 3)
    assert focus.now().state is None


def test_a_session_that_nobody_watched_ended_when_it_was_over_and_is_told_once(room: FocusRoom) -> None:
    room.rows = day((52, WORK), (30, MAIL), (400, Presence.SUSPENDED), (10, WORK))
    room.process().start()
    room.go(485)
    first, second = room.process(), room.process()
    now = first.now()
    assert now.ended is not None
    assert (minutes(now.ended.session.end_ms), now.state) == (52.25, None)
    assert [one.phase for one in now.ended.phases] == [Phase.WORK, Phase.OVERTIME]
    assert second.now().ended is None
    assert second.report(now.ended.session.id) == now.ended


def test_starting_after_one_that_was_left_alone_ends_that_one_first(room: FocusRoom) -> None:
    room.rows = day((10, WORK), (300, None), (5, WORK))
    room.process().start()
    room.go(312)
    room.process().start(intention="next")
    ended, running = room.process().sessions(at(0), at(400))
    assert minutes(ended.session.end_ms) == 10
    assert running.session.end_ms is None
    assert running.session.intention == "next"


def test_a_break_taken_in_one_process_is_on_in_the_other(room: FocusRoom) -> None:
    room.rows = day((200, WORK))
    one, other = room.process(), room.process()
    one.start(timing=Timing(Rhythm.POMODORO, 25, 5))
    room.go(27)
    assert one.take_break().state == other.now().state
    with pytest.raises(UsageError, match="on already"):
        other.take_break()
    room.go(29)
    state = other.end_break().state
    assert state is not None
    assert (state.phase, state.round) == (Phase.WORK, 2)
    with pytest.raises(UsageError, match="No break"):
        one.end_break()
    room.go(40)
    told = one.stop()
    phases = [(one.phase, minutes(one.interval.start_ms), minutes(one.interval.end_ms)) for one in told.phases]
    assert phases == [
        (Phase.WORK, 0, 25),
        (Phase.OVERTIME, 25, 27),
        (Phase.BREAK, 27, 29),
        (Phase.WORK, 29, 40),
    ]
    assert told.work_ms == 38 * MINUTE


def test_a_break_of_a_countdown_whose_work_is_done_ends_it(room: FocusRoom) -> None:
    room.rows = day((200, WORK))
    focus = room.process()
    focus.start()
    room.go(55)
    ended = focus.take_break().ended
    assert ended is not None
    assert minutes(ended.session.end_ms) == 55


def test_rating_teaches_the_models_and_can_be_changed(room: FocusRoom) -> None:
    focus, ratings = room.process(), RatingStore(room.database)
    begun = focus.start()
    with pytest.raises(UsageError, match="over"):
        focus.rate(begun.id, 3)
    room.go(30)
    focus.stop()
    for bad in (0, 6):
        with pytest.raises(UsageError, match="1"):
            focus.rate(begun.id, bad)
    focus.rate(begun.id, 2)
    focus.rate(begun.id, 5)
    assert focus.report(begun.id).session.rating == 5
    short = focus.start()
    room.go(44)
    focus.stop()
    focus.rate(short.id, 1)  # too short to speak for a half hour
    assert [(minutes(one.at_ms), one.value) for one in ratings.since(0)] == [(30, 5)]


def test_started_and_seen_sessions_come_in_order_and_the_same_on_any_days(room: FocusRoom) -> None:
    room.rows = day((30, WORK), (10, MAIL), (20, WORK), (30, MAIL), (16, WORK), (30, VIDEO))
    room.go(40)
    focus = room.process()
    focus.start()
    room.go(60)
    focus.stop()
    room.go(300)
    whole = focus.sessions(at(-60), at(400))
    told = [(one.session.started, minutes(one.session.start_ms), one.work_ms // MINUTE) for one in whole]
    assert told == [(Started.DETECTED, 0, 30), (Started.WINDOW, 40, 20), (Started.DETECTED, 90, 16)]
    assert [one.session.id for one in whole] == [0, 1, 0]
    assert focus.sessions(at(10), at(20)) == whole[:1]
    assert focus.sessions(at(100), at(200)) == whole[2:]
    assert focus.sessions(at(62), at(85)) == []


def test_toggle_starts_and_ends(room: FocusRoom) -> None:
    focus = room.process()
    begun = focus.toggle()
    assert isinstance(begun, FocusSession)
    assert focus.now().state is not None
    room.go(3)
    focus.toggle(Started.SHORTCUT)
    assert focus.now().state is None
    assert focus.report(1).session == replace(begun, end_ms=at(3))
    assert begun.started is Started.SHORTCUT


def test_a_clock_set_back_makes_no_negative_phase(room: FocusRoom) -> None:
    room.rows = day((200, WORK))
    focus = room.process()
    focus.start(timing=Timing(Rhythm.POMODORO, 25, 5))
    room.go(27)
    focus.take_break()
    room.clock.set_back(120 * MINUTE)
    state = focus.now().state
    assert state is not None
    assert (state.phase, state.phase_started_ms) == (Phase.BREAK, at(27))
    focus.end_break()
    told = focus.stop()
    edges = [edge for one in told.phases for edge in (one.interval.start_ms, one.interval.end_ms)]
    assert edges == sorted(edges)
    assert told.session.end_ms is not None
    assert told.session.end_ms >= at(27)


def test_a_session_stopped_in_its_first_moment_is_whole(room: FocusRoom) -> None:
    focus = room.process()
    begun = focus.start()
    told = focus.stop()
    assert told.session.end_ms == begun.start_ms + 1
    assert told.score is None
