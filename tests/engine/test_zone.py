"""The zone's name follows the system, also while the person travels."""

from __future__ import annotations

import time

import pytest

from engine.zone import LocalZone


def test_travel_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    zone = LocalZone()
    try:
        for name in ("Asia/Shanghai", "America/New_York", "Asia/Shanghai"):
            monkeypatch.setenv("TZ", name)
            time.tzset()
            assert zone() == name
    finally:
        monkeypatch.undo()
        time.tzset()
