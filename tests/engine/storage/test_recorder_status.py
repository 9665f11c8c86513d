from __future__ import annotations

import pytest

from engine.domain.health import ProbeReport, RecorderHealth, RecorderState
from engine.storage.database import Database
from engine.storage.recorder_status import RecorderStatusStore

REPORT = ProbeReport("wayland", "gnome", True, False, True, False, True, "Install the extension.")


def test_nothing_is_known_before_the_first_recorder(database: Database) -> None:
    assert RecorderStatusStore(database).load() is None


@pytest.mark.parametrize("state", list(RecorderState))
def test_the_last_account_comes_back_whole(database: Database, state: RecorderState) -> None:
    store = RecorderStatusStore(database)
    store.save(RecorderHealth(RecorderState.RECORDING, 1, 2, 3, 4, 5, "before", REPORT))
    for health in (RecorderHealth(state, 42, 1_000, 2_000, 7, 9_000, "Disk full", REPORT), RecorderHealth(state)):
        store.save(health)
        assert RecorderStatusStore(database).load() == health
