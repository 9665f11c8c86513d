"""How a machine tells that mains power feeds it."""

from __future__ import annotations

from pathlib import Path

from engine.power import on_mains


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
