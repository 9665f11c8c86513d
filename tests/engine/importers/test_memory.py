"""A larger export needs no more memory: files are read in pieces from the beginning to the end of the way."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest
from helpers.activitywatch_exports import seeded_export

from engine.domain.activity import Observed, Window
from engine.domain.imports import ImportRequest
from engine.domain.presence import Presence
from engine.importers import json_order, reading
from engine.importers.admission import Admission, PrivacyRules
from engine.importers.history import ForeignHistory


def admit(window: Window) -> Observed:
    return Observed(Presence.ACTIVE, window.app, window.title)


def peak(path: Path) -> tuple[int, int]:
    """Return the activities the file gives and the most bytes that were held while it was read."""
    admission = Admission(PrivacyRules(admit, str, titles=True, private=True, patterns=False))
    tracemalloc.start()
    try:
        history = ForeignHistory(ImportRequest(path), "UTC", admission, None)
        count = sum(1 for _ in history.activities())
        return count, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_four_times_the_history_needs_the_same_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BLOCK_BYTES", 1 << 16)
    monkeypatch.setattr(json_order, "_ITEMS", 200)
    peaks = []
    for windows in (3_000, 3_000, 12_000):  # the first warms caches
        path = tmp_path / f"{windows}.json"
        path.write_text(json.dumps(seeded_export(1, windows)))
        peaks.append(peak(path))
    assert peaks[2][0] > 3 * peaks[1][0]
    assert peaks[2][1] < 1.4 * peaks[1][1]
