"""A pipe where a file should be must not make anything wait."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine.domain.errors import StorageForeign
from engine.storage.database import Database
from engine.storage.heartbeat import HeartbeatFile


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes by name here")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    for name in ("kairos.sqlite3", "heartbeat"):
        os.mkfifo(tmp_path / name)
    with pytest.raises(StorageForeign):
        Database.open(tmp_path / "kairos.sqlite3")
    assert HeartbeatFile(tmp_path / "heartbeat").read() is None
