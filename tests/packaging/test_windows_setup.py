"""The set-up program for Windows, as far as can be told without compiling it; try_setup.py tries it under wine."""

from __future__ import annotations

import re
import struct
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))  # recipes are scripts, no package

from pyinstaller.other_systems import version_resource  # noqa: E402
from windows.icon import SIZES, write_icon  # noqa: E402
from windows.make_setup import CONSOLE, WINDOW, file_list, of_four, own_version, recorder_value  # noqa: E402

from engine import __version__  # noqa: E402
from engine.tracking.log_in import RUN_NAME  # noqa: E402

WINDOWS = ROOT / "packaging" / "windows"


def test_what_is_put_in_place_is_what_is_taken_away(tmp_path: Path) -> None:
    for name in ("kairos.exe", "_internal/a/b$c.txt", "_internal/a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    put, take = file_list(tmp_path).split("!macro TakeFiles")
    assert re.findall(r'File "/oname=(.*?)"', put) == ["b$$c.txt", "a.txt", "kairos.exe"]
    assert re.findall(r'SetOutPath "(.*?)"', put) == [r"$INSTDIR\_internal\a", r"$INSTDIR\_internal", "$INSTDIR"]
    assert re.findall(r'Delete "(.*?)"', take) == [
        r"$INSTDIR\_internal\a\b$$c.txt",
        r"$INSTDIR\_internal\a.txt",
        r"$INSTDIR\kairos.exe",
    ]
    assert re.findall(r'RMDir "(.*?)"', take) == [r"$INSTDIR\_internal\a", r"$INSTDIR\_internal"]


def test_a_path_windows_would_not_take_is_refused(tmp_path: Path) -> None:
    deep = tmp_path / ("a" * 100) / ("b" * 90)
    deep.parent.mkdir()
    deep.touch()
    with pytest.raises(SystemExit, match="Windows would not take"):
        file_list(tmp_path)


def test_nothing_is_taken_away_by_the_folder() -> None:
    script = (WINDOWS / "kairos.nsi").read_text(encoding="utf-8")
    assert not re.search(r"RMDir\s+/r|Delete\s+.*\*", script, flags=re.IGNORECASE)
    assert "RequestExecutionLevel user" in script


def test_it_speaks_both_languages() -> None:
    texts = re.findall(r'^LangString (\w+) \$\{LANG_(\w+)\} "(.+)"$', (WINDOWS / "texts.nsh").read_text(), re.MULTILINE)
    spoken = {
        language: {name for name, tongue, _ in texts if tongue == language} for language in ("ENGLISH", "SIMPCHINESE")
    }
    assert spoken["ENGLISH"] == spoken["SIMPCHINESE"]
    used = set(re.findall(r"\$\((\w+)\)", (WINDOWS / "kairos.nsi").read_text(encoding="utf-8")))
    assert used == spoken["ENGLISH"]


def test_names_and_versions_are_those_of_the_app() -> None:
    assert recorder_value() == RUN_NAME
    assert own_version() == __version__
    spec = (ROOT / "packaging" / "pyinstaller" / "kairos.spec").read_text(encoding="utf-8")
    for program in (WINDOW, CONSOLE):
        assert f'"{program.removesuffix(".exe")}"' in spec


@pytest.mark.parametrize(("version", "four"), [("0.1.0", "0.1.0.0"), ("1.2", "1.2.0.0"), ("2.0.1rc3", "2.0.1.0")])
def test_windows_counts_by_four(version: str, four: str) -> None:
    assert of_four(version) == four
    assert f"filevers=({four.replace('.', ', ')})" in version_resource(version)


@pytest.mark.usefixtures("qapp")
def test_the_icon_holds_every_size(tmp_path: Path) -> None:
    write_icon(tmp_path / "kairos.ico")
    content = (tmp_path / "kairos.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", content)
    assert (reserved, kind, count) == (0, 1, len(SIZES))
    for number, size in enumerate(SIZES):
        side, _, _, _, _, _, length, offset = struct.unpack_from("<BBBBHHII", content, 6 + 16 * number)
        assert side == size % 256
        picture = content[offset : offset + length]
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack_from(">II", picture, 16) == (size, size)
