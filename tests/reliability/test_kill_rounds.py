"""The short form of the kill script: nothing committed is ever lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from reliability.kill_rounds import kill_rounds

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(600)]


def test_twenty_kills_lose_nothing_committed(tmp_path: Path) -> None:
    outcome = kill_rounds(tmp_path, rounds=20, seed=2)
    assert outcome.broken == []
    assert outcome.rounds == 20
    assert outcome.committed > 20
    assert outcome.back_ms
