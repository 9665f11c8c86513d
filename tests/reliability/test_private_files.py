"""Whatever the umask: every file of a profile is its owner's alone, and every folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.document_profile import DocumentProfile

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions of Unix")


def kairos(folder: Path, *words: str, status: int = 0) -> None:
    """Run a command whose files would be anybody's."""
    done = subprocess.run(
        (sys.executable, "-m", "engine.cli", *words, "--profile", str(folder)),
        preexec_fn=lambda: os.umask(0) and None,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == status, f"{words}: {done.stderr}"


def loose(folder: Path) -> Iterator[str]:
    """Yield what others could read."""
    for path in (folder, *folder.rglob("*")):
        allowed = 0o700 if path.is_dir() else 0o600
        mode = path.lstat().st_mode & 0o777
        if mode & ~allowed:
            yield f"{path.relative_to(folder)} {mode:04o}"


def test_commands_and_workers_leave_nothing_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    kairos(folder, "demo", "--days", "3", "--no-window")
    kairos(folder, "backup", "now")
    kairos(folder, "ask", "how long did I work today")
    kairos(folder, "erase", "--app", "firefox", "--yes")
    assert list(loose(folder)) == []
    assert (folder / "backups").is_dir()


def test_workers_leave_nothing_to_others(tmp_path: Path) -> None:
    profile = DocumentProfile(tmp_path)
    profile.write("paper.txt", "Focus comes in waves. " * 40)
    profile.name()
    profile.close()
    kairos(profile.paths.folder, "work", "index")
    kairos(profile.paths.folder, "work", "plan")
    assert list(loose(profile.paths.folder)) == []
    assert list(profile.paths.logs.glob("worker-*.log"))
