"""A Documents page on documents in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.documents_room import DocumentsRoom
from helpers.dressed import speaking
from pytestqt.qtbot import QtBot


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[DocumentsRoom]:
    with speaking("en_GB"):
        made = DocumentsRoom(tmp_path / "profile", qtbot)
        yield made
        made.close()
