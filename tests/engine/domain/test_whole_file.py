"""A file that appears whole or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from engine.domain.whole_file import whole_file


def test_it_takes_the_place_of_the_old_one_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o644)
    with whole_file(path) as file:
        file.write(b"new")
        assert path.read_text(encoding="utf-8") == "old"
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def _write_half(path: Path, error: BaseException) -> None:
    with whole_file(path) as file:
        file.write(b"half")
        raise error


@pytest.mark.parametrize("error", [OSError("full"), ValueError("ours"), KeyboardInterrupt()])
def test_whatever_goes_wrong_the_old_one_stays(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "file"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(type(error)):
        _write_half(path, error)
    assert path.read_text(encoding="utf-8") == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def test_what_lies_beside_it_is_left_alone(tmp_path: Path) -> None:
    neighbour = tmp_path / "file.part"
    neighbour.write_text("precious", encoding="utf-8")
    neighbour.chmod(0o644)
    with whole_file(tmp_path / "file") as one, suppress(RuntimeError), whole_file(tmp_path / "file") as other:
        one.write(b"new")
        other.write(b"never seen")
        raise RuntimeError
    assert neighbour.read_text(encoding="utf-8") == "precious"
    assert (tmp_path / "file").read_bytes() == b"new"
    assert sorted(found.name for found in tmp_path.iterdir()) == ["file", "file.part"]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no place among files there")
def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)  # as /dev/null would be, which root may replace
    with pytest.raises(OSError, match="pipe"), whole_file(pipe) as file:
        file.write(b"new")
    assert pipe.is_fifo()
    assert [found.name for found in tmp_path.iterdir()] == ["pipe"]
