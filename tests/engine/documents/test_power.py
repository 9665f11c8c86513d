"""Large work waits for mains power and a quiet machine; small work for nothing."""

from __future__ import annotations

import pytest

from engine.documents.power import LARGE, holds_back


@pytest.mark.parametrize(
    ("due", "mains", "load", "waits_for"),
    [
        (LARGE, False, 99.0, ""),
        (LARGE + 1, False, 0.0, "mains power"),
        (LARGE + 1, True, 0.0, ""),
        (LARGE + 1, None, None, ""),
        (LARGE + 1, True, 4.0, ""),
        (LARGE + 1, True, 4.1, "less busy"),
    ],
)
def test_what_large_work_waits_for(due: int, mains: bool | None, load: float | None, waits_for: str) -> None:
    reason = holds_back(due, on_mains=mains, load=load, processors=2)
    assert (waits_for in reason) if waits_for else reason == ""
