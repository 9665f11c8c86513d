"""Replay scripts: each file in tests/days is a day, and the activities it must give."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.day_script import DayScript, read_script, show_activity
from helpers.fake_history import FakeHistory

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
