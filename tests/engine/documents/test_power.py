"""Large work waits for mains power and a quiet machine; small work for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.documents.power import LARGE, holds_back, on_mains


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


def supply(folder: Path, name: str, **lines: str) -> None:
    (folder / name).mkdir()
    for key, value in lines.items():
        (folder / name / key).write_text(value + "\n", encoding="ascii")


def test_supplies_are_read_as_linux_tells_them(tmp_path: Path) -> None:
    assert on_mains(tmp_path / "none") is None
    assert on_mains(tmp_path) is None
    supply(tmp_path, "mouse", type="Battery", scope="Device", status="Discharging")
    assert on_mains(tmp_path) is None
    supply(tmp_path, "BAT0", type="Battery", status="Discharging")
    assert on_mains(tmp_path) is False
    supply(tmp_path, "AC", type="Mains", online="0")
    assert on_mains(tmp_path) is False
    (tmp_path / "AC" / "online").write_text("1\n", encoding="ascii")
    assert on_mains(tmp_path) is True


def test_a_full_battery_without_a_told_supply_counts_as_mains(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery", status="Full")
    assert on_mains(tmp_path) is True
