"""Today's advice made up in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.advice_room import AdviceRoom
from helpers.dressed import speaking
from pytestqt.qtbot import QtBot


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[AdviceRoom]:
    with speaking("en_GB"):
        made = AdviceRoom(tmp_path / "profile", qtbot)
        yield made
        made.close()
