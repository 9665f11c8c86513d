"""A profile that shares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.share_room import ShareRoom


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ShareRoom]:
    """A profile with a week of history, sharing on, a budget of 4."""
    opened = ShareRoom(tmp_path / "profile")
    opened.record()
    yield opened
    opened.close()
