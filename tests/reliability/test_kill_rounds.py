"""The short form of the kill script: nothing committed is ever lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from reliability.kill_rounds import kill_rounds

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(600)]


def test_kills_of_recorder_and_window_lose_nothing_committed(tmp_path: Path) -> None:
    outcome = kill_rounds(tmp_path, rounds=8, seed=2, longest_s=2.0)
    assert outcome.broken == []
    assert outcome.rounds == 8
    assert outcome.committed > 8
    assert outcome.back_ms
