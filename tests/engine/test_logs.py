"""Logs are private, rotate, and never stop whoever writes them."""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.logs import start_logging


@pytest.fixture(autouse=True)
def own_root() -> Iterator[None]:
    """Give the root logger back as it was."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_the_log_is_its_owner_s_alone_and_rotates(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    start_logging(folder, "recorder")
    for number in range(400):
        logging.getLogger("engine.somewhere").warning("line %d %s", number, "x" * 5_000)
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == ["recorder.log", "recorder.log.1", "recorder.log.2", "recorder.log.3"]
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)
    assert all(file.stat().st_size < 600_000 for file in files)


def test_debug_lines_stay_out(tmp_path: Path) -> None:
    start_logging(tmp_path / "logs", "recorder")
    logging.getLogger("engine.somewhere").debug("a title")
    assert "a title" not in (tmp_path / "logs" / "recorder.log").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_used_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file", encoding="utf-8")
    start_logging(tmp_path / "logs", "recorder")
    logging.getLogger("engine.somewhere").error("nobody reads this")


def test_an_error_s_own_words_stay_out_and_its_place_does_not(tmp_path: Path) -> None:
    start_logging(tmp_path / "logs", "recorder")
    word = "zana" + "horia"
    try:
        raise KeyError(word)
    except KeyError:
        logging.getLogger("engine.somewhere").exception("it broke")
    written = (tmp_path / "logs" / "recorder.log").read_text(encoding="utf-8")
    assert word not in written
    assert "it broke" in written
    assert "KeyError" in written
    assert "test_logs.py" in written


def test_one_endless_line_does_not_outgrow_the_bound(tmp_path: Path) -> None:
    start_logging(tmp_path / "logs", "recorder")
    logging.getLogger("engine.somewhere").warning("%s", "x" * 5_000_000)
    assert (tmp_path / "logs" / "recorder.log").stat().st_size < 70_000
