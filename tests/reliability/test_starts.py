"""The short form of the script of simultaneous starts; writers are in test_transactions.py."""

from __future__ import annotations

from pathlib import Path

from reliability.starts import recorders, windows

from engine.paths import ProfilePaths


def test_of_windows_started_at_once_one_stays_and_the_others_ask_it_to_come_forward(tmp_path: Path) -> None:
    assert windows(ProfilePaths(tmp_path / "profile"), 3).faults == []


def test_of_recorders_started_at_once_one_stays_and_the_others_say_who_runs(tmp_path: Path) -> None:
    assert recorders(ProfilePaths(tmp_path / "profile"), 4).faults == []
