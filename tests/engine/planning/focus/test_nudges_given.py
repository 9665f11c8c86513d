"""Nudges and contracts on a real database: given once, closed only as the person allowed, no title kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.focus_room import FocusRoom
from helpers.focus_rows import VIDEO, WORK, day
from sqlalchemy import text

from engine.domain.errors import UsageError
from engine.domain.focus_choices import Level
from engine.storage.database import Database
from engine.storage.nudges import KEPT_MS, NudgeStore


@pytest.fixture
def room(tmp_path: Path) -> Iterator[FocusRoom]:
    database = Database.open(tmp_path / "kairos.sqlite3")
    yield FocusRoom(database)
    database.close()


def test_a_nudge_is_given_once_whoever_asks(room: FocusRoom) -> None:
    room.rows = day((10, WORK), (30, VIDEO))
    one, other = room.process(), room.process()
    one.start(level=Level.FRICTION)
    room.go(10.9)
    assert one.now().nudge is None
    room.go(11)
    given = [focus.now().nudge for focus in (one, other, one, other)]
    assert [nudge is not None for nudge in given] == [True, False, False, False]
    assert given[0] is not None
    assert (given[0].app, given[0].level, given[0].friction_s) == ("player", Level.FRICTION, 10)
    room.go(13)
    one.answered(given[0], "more")
    room.go(17.9)
    assert other.now().nudge is None
    room.go(18)
    again = other.now().nudge
    assert again is not None
    assert again.key != given[0].key
    one.answered(again, "work")
    room.go(39)
    assert one.now().nudge is None
    assert one.stop().nudges == 2
    with pytest.raises(UsageError, match="no answer"):
        one.answered(again, "later")


def test_two_processes_at_the_very_same_moment_give_it_once(room: FocusRoom) -> None:
    room.rows = day((10, WORK), (30, VIDEO))
    focus = room.process()
    begun = focus.start()
    room.go(12)
    nudge = focus.now().nudge
    assert nudge is not None
    assert not NudgeStore(room.database).claim(begun.id, room.clock.wall_ms, nudge)


def test_nudges_are_forgotten_after_two_years(room: FocusRoom) -> None:
    room.rows = day((10, WORK), (30, VIDEO))
    focus = room.process()
    begun = focus.start()
    room.go(12)
    nudge = focus.now().nudge
    assert nudge is not None
    store = NudgeStore(room.database)
    assert store.claim(begun.id, room.clock.wall_ms + KEPT_MS, replace(nudge, key="later"))
    assert len(store.of(begun.id)) == 2
    assert store.claim(begun.id, room.clock.wall_ms + KEPT_MS + 1, replace(nudge, key="latest"))
    assert len(store.of(begun.id)) == 2


def test_windows_are_closed_only_while_a_contract_holds(room: FocusRoom) -> None:
    room.rows = day((10, WORK), (100, VIDEO))
    focus = room.process()
    focus.start(level=Level.CLOSE)
    room.go(12)
    soft = focus.now().nudge
    assert soft is not None
    assert soft.level is Level.FRICTION
    assert not focus.close_distraction(soft)
    contract = focus.make_contract(30)
    assert focus.now().contract == contract
    room.go(20)
    hard = focus.now().nudge
    assert hard is not None
    assert hard.level is Level.CLOSE
    assert focus.close_distraction(hard)
    assert room.closed == ["player"]
    focus.leave_contract()
    assert focus.contract() is None
    assert not focus.close_distraction(hard)
    focus.make_contract(5)
    room.go(26)
    assert focus.contract() is None
    focus.make_contract(240)
    focus.stop()
    assert not focus.close_distraction(hard)  # no session runs
    assert room.closed == ["player"]


def test_a_contract_made_anew_takes_the_place_of_the_old_one(room: FocusRoom) -> None:
    focus = room.process()
    focus.make_contract(60)
    room.go(1)
    short = focus.make_contract(2)
    assert focus.contract() == short
    room.go(4)
    assert focus.contract() is None


def test_rows_hold_no_titles(room: FocusRoom) -> None:
    room.rows = [row._replace(title="secret film") for row in day((10, WORK), (30, VIDEO))]
    focus = room.process()
    focus.start(intention="my own words")
    room.go(12)
    assert focus.now().nudge is not None
    focus.stop()
    with room.database.reading() as connection:
        for table in ("focus_session", "session_phase", "nudge", "focus_contract"):
            assert "secret" not in str(connection.execute(text(f"SELECT * FROM {table}")).all())  # noqa: S608
