"""Folders that are there after a power cut, too; what a cut leaves is tried in tests/reliability/power_loss.py."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from engine.domain.durable_folder import make_folder, sync_folder


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no modes there")
def test_every_folder_made_is_the_person_s_alone_under_any_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        make_folder(tmp_path / "one" / "two")
    finally:
        os.umask(before)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("one", "one/two")] == [0o700, 0o700]


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no modes there")
def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_folder(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        make_folder(tmp_path / "file")


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_a_folder_that_cannot_be_synced_is_passed_over() -> None:
    sync_folder(Path("/proc/self"))
