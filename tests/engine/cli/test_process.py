"""The real command as a real process: what only shows there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from helpers.command_line import process
from helpers.morning import history, store

from engine.programs import has_display

NO_SCREEN = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}


def test_without_a_display_the_day_is_shown_and_the_recorder_offered(tmp_path: Path) -> None:
    store(tmp_path / "profile", history())
    answer = process("--profile", str(tmp_path / "profile"), environ=NO_SCREEN)
    assert answer.status == 1
    assert "no display" in answer.err
    assert "kairos record --profile" in answer.err
    assert "Nothing is recorded for this day." in answer.out
    assert "Traceback" not in answer.err


def test_a_picture_of_a_page_is_drawn_by_the_desktop_app(tmp_path: Path) -> None:
    picture = tmp_path / "today.png"
    words = ("--screenshot", "today", str(picture), "--theme", "dark", "--lang", "en", "--size", "900x600")
    answer = process(*words, "--profile", str(tmp_path / "profile"), environ=NO_SCREEN)
    assert (answer.status, answer.err) == (0, "")
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux runs without a display in earnest")
def test_record_becomes_the_recorder_which_says_why_it_cannot_record(tmp_path: Path) -> None:
    answer = process("record", "--for", "1", "--profile", str(tmp_path / "profile"), environ=NO_SCREEN)
    assert answer.status == 1
    assert answer.err.startswith("Kairos cannot see the desktop\n")
    assert (tmp_path / "profile" / "recorder.lock").exists(), "the recorder itself answered"


def test_a_reader_that_has_had_enough_is_no_error(tmp_path: Path) -> None:
    process("demo", "--days", "30", "--no-window", "--profile", str(tmp_path / "p"))
    with subprocess.Popen(
        [sys.executable, "-m", "engine.cli", "export", "events", "--profile", str(tmp_path / "p")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        assert writer.stdout.readline() == b"[\n"
        writer.stdout.close()
        assert writer.stderr.read() == b""
        assert writer.wait(timeout=30) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_without_room_is_one_clear_message(tmp_path: Path) -> None:
    store(tmp_path / "profile", history())
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "engine.cli", "export", "events", "--profile", str(tmp_path / "profile")],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"The output cannot be written\n")


def test_help_loads_neither_database_nor_window() -> None:
    program = (
        "import sys\n"
        "from engine.cli.__main__ import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'sqlalchemy', 'PySide6', 'torch', 'rich', 'alembic', 'asyncio'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_display_is_looked_for_where_there_may_be_none() -> None:
    assert not has_display({}, "linux")
    assert not has_display({"DISPLAY": ""}, "linux")
    assert has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert has_display({}, "darwin")
    assert has_display({}, "win32")
