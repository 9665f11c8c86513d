"""A fresh database for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.storage.activities import ActivityStore
from engine.storage.database import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database lies or will lie."""
    return tmp_path / "profile" / "kairos.sqlite3"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """An open, empty database."""
    opened = Database.open(path)
    yield opened
    opened.close()


@pytest.fixture
def store(database: Database) -> ActivityStore:
    """The recorder's activities in that database."""
    return ActivityStore(database)
