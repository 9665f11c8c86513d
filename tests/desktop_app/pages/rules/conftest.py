"""A rules page on a real engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.rules_room import RulesRoom
from pytestqt.qtbot import QtBot


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[RulesRoom]:
    made = RulesRoom(tmp_path / "profile", qtbot)
    yield made
    made.close()
