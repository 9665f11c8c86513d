"""Replay scripts: each file in tests/days is a day, and the activities it must give."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from helpers.day_script import DayScript, read_script, show_activity
from helpers.fake_history import FakeHistory

from engine.storage.activities import ActivityStore
from engine.storage.database import Database

DAYS = sorted((Path(__file__).parents[2] / "days").glob("*.txt"))


@pytest.mark.parametrize("path", DAYS, ids=lambda path: path.stem)
def test_a_day_gives_its_activities(path: Path) -> None:
    history = FakeHistory()
    script = DayScript(read_script(path), history.write)
    script.play()
    assert script.expected
    got = [
        show_activity(row.start_ms, row.end_ms or 0, row.what, row.zone)
        for row in history.rows
        if row.end_ms != row.start_ms
    ]
    assert got == script.expected


@pytest.mark.parametrize("path", DAYS, ids=lambda path: path.stem)
def test_the_store_keeps_the_same_day(path: Path, tmp_path: Path) -> None:
    with closing(Database.open(tmp_path / "kairos.sqlite3")) as database:
        store = ActivityStore(database)
        script = DayScript(read_script(path), store.apply)
        script.play()
        stored = store.between(0, 1 << 43)
    assert [show_activity(row.start_ms, row.end_ms, row.what, row.zone) for row in stored] == script.expected
