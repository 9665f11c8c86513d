"""The page that the tests of this folder work on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.timeline_desk import Desk, timeline_desk
from pytestqt.qtbot import QtBot


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A Timeline page over a real database."""
    with timeline_desk(qtbot, tmp_path) as made:
        yield made
