"""Starting at log-in: written as each system reads it."""

import os
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.errors import UsageError
from engine.domain.log_in import LogInState
from engine.tracking.log_in import (
    AutostartFile,
    LaunchAgent,
    LogInEntry,
    RunKey,
    disable,
    enable,
    entry_for,
    exec_line,
    is_enabled,
    state_of,
)

COMMAND = ("/opt/my apps/python", "-OO", "-m", "engine.recorder", "--profile", '/home/a "b"/$x`50%\\y')


def as_desktops_read_it(value: str) -> list[str]:
    """Undo Exec as the specification says: string escapes, then quoting, then field codes."""
    text = value.replace("\\\\", "\\")
    arguments: list[str] = []
    place = 0
    while place < len(text):
        word = ""
        if text[place] == '"':
            place += 1
            while text[place] != '"':
                place += text[place] == "\\"
                word += text[place]
                place += 1
            place += 1
        else:
            while place < len(text) and text[place] != " ":
                word += text[place]
                place += 1
        arguments.append(word.replace("%%", "%"))
        place += 1
    return arguments


@pytest.fixture(params=["autostart", "agent", "run key"])
def entry(request: pytest.FixtureRequest, tmp_path: Path) -> LogInEntry:
    if request.param == "autostart":
        return AutostartFile(tmp_path / "config/autostart/kairos.desktop")
    if request.param == "agent":
        return LaunchAgent(tmp_path / "Library/LaunchAgents/kairos.plist")
    return RunKey({"Other": "other.exe"})


def test_on_and_off_and_on_again(entry: LogInEntry) -> None:
    assert not is_enabled(entry)
    disable(entry)
    enable(["/old/kairos"], entry)
    enable(COMMAND, entry)
    assert is_enabled(entry)
    disable(entry)
    assert not is_enabled(entry)


def test_a_note_of_another_program_or_other_data_is_told_from_ours(entry: LogInEntry) -> None:
    assert state_of(COMMAND, entry) is LogInState.OFF
    enable(COMMAND, entry)
    assert state_of(COMMAND, entry) is LogInState.ON
    moved = ("/opt/new place/python", *COMMAND[1:])
    assert state_of(moved, entry) is LogInState.OTHER
    enable(moved, entry)
    assert state_of(moved, entry) is LogInState.ON


def test_the_autostart_file_is_what_desktops_expect(tmp_path: Path) -> None:
    entry = entry_for("Linux", {"XDG_CONFIG_HOME": str(tmp_path), "HOME": "/nowhere"})
    entry.enable(COMMAND)
    written = (tmp_path / "autostart/kairos-recorder.desktop").read_text("utf-8").splitlines()
    assert written[0] == "[Desktop Entry]"
    assert "Type=Application" in written
    value = next(line.removeprefix("Exec=") for line in written if line.startswith("Exec="))
    assert as_desktops_read_it(value) == list(COMMAND)
    assert f"TryExec={COMMAND[0]}" in written, "nothing is tried once the program was removed"
    assert [path.name for path in (tmp_path / "autostart").iterdir()] == ["kairos-recorder.desktop"]


def test_the_specification_s_own_example() -> None:
    assert exec_line(["a", "b c", "$", "\\", "100%"]) == 'a "b c" "\\\\$" "\\\\\\\\" "100%%"'


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))), min_size=1))
def test_any_command_survives_quoting(command: list[str]) -> None:
    assert as_desktops_read_it(exec_line(command)) == command


def test_a_line_break_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="line break"):
        enable(["/a\nExec=evil"], AutostartFile(tmp_path / "x.desktop"))
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no text"):
        enable(["/kairos", "--profile", os.fsdecode(b"/home/caf\xe9")], AutostartFile(tmp_path / "x.desktop"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("switched_off", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_a_desktop_may_switch_it_off(tmp_path: Path, switched_off: str) -> None:
    path = tmp_path / "x.desktop"
    entry = AutostartFile(path)
    enable(["/kairos"], entry)
    path.write_text(path.read_text("utf-8").replace("X-GNOME-Autostart-enabled=true", switched_off), "utf-8")
    assert not is_enabled(entry)
    enable(["/kairos"], entry)
    assert is_enabled(entry)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"nonsense", b"[Other]\nExec=x\n", b"[Desktop Entry]\n", b"<plist>"]
)
def test_a_file_that_cannot_be_read_counts_as_off(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert not is_enabled(AutostartFile(path))
    assert not is_enabled(LaunchAgent(path))


def test_the_launch_agent(tmp_path: Path) -> None:
    entry_for("Darwin", {"HOME": str(tmp_path)}).enable(COMMAND)
    agent = plistlib.loads((tmp_path / "Library/LaunchAgents/app.kairos.recorder.plist").read_bytes())
    assert agent["ProgramArguments"] == list(COMMAND)
    assert agent["RunAtLoad"] is True


def test_the_run_key_is_quoted_for_windows() -> None:
    values: dict[str, str] = {}
    enable([r"C:\Program Files\Kairos\python.exe", "-m", "engine.recorder"], RunKey(values))
    assert values == {"Kairos recorder": r'"C:\Program Files\Kairos\python.exe" -m engine.recorder'}


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file where the folder should be")
    with pytest.raises(UsageError, match="log-in"):
        enable(COMMAND, AutostartFile(tmp_path / "autostart/x.desktop"))


def test_a_relative_config_folder_is_passed_over(tmp_path: Path) -> None:
    entry_for("Linux", {"XDG_CONFIG_HOME": "relative", "HOME": str(tmp_path)}).enable(["/k"])
    assert (tmp_path / ".config/autostart/kairos-recorder.desktop").exists()


def test_the_exec_line_starts_the_program(tmp_path: Path) -> None:
    """What a desktop would start really starts, with the arguments unharmed."""
    said = tmp_path / "said"
    script = "import sys; open(sys.argv[1], 'w', encoding='utf-8').write('|'.join(sys.argv[2:]))"
    line = exec_line([sys.executable, "-c", script, str(said), "two words", "100%", "$HOME"])
    subprocess.run(as_desktops_read_it(line), check=True, timeout=60)
    assert said.read_text("utf-8") == "two words|100%|$HOME"
