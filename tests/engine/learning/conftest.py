"""A room to learn in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.learning_room import LearningRoom
from helpers.manual_clock import ManualClock


@pytest.fixture
def room(tmp_path: Path, clock: ManualClock) -> Iterator[LearningRoom]:
    """Learning on a fresh database, on a Monday at noon."""
    made = LearningRoom(tmp_path, clock)
    yield made
    made.close()
