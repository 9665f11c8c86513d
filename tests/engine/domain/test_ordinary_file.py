"""Only ordinary files are opened, and nobody waits for one that is none."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from engine.domain.ordinary_file import ordinary_file


def test_an_ordinary_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_bytes(b"plan")
    file = ordinary_file(str(tmp_path / "plan.md"))
    assert file is not None
    with file:
        assert file.read() == b"plan"


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights or are named otherwise")
def test_anything_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "plan.md").touch()
    (tmp_path / "link.md").symlink_to("plan.md")
    os.mkfifo(tmp_path / "pipe.md")  # to read it would wait for a writer
    (tmp_path / "folder.md").mkdir()
    for name in ("link.md", "pipe.md", "folder.md", "gone.md"):
        assert ordinary_file(tmp_path / name) is None, name
