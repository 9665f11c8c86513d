"""The real window as a real screen reader is told of it: over AT-SPI, on a real X11 desktop."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from helpers.demo_window import fill_demo
from helpers.desktop_programs import need, wait_until
from helpers.desktop_x11 import X11Desktop

from engine.paths import ProfilePaths

_READER = Path(__file__).parents[1] / "helpers" / "atspi_reader.py"
_PYTHON = "/usr/bin/python3"  # the system's own, for which Debian packages pyatspi
_SETTINGS = 'first_run_done = true\n[look]\nlanguage = "en"\ntheme = "light"\n'
# What is pressed for it, what of it is drawn, as what and of what that is told. Of reports the week before: on a Monday
# this one may hold nothing yet.
_PAGES = (
    ("Today", ("ctrl+1",), "Day ribbon", "chart", "Code"),
    ("Plan", ("ctrl+2",), "The plan", "panel", "day, "),
    ("Reports", ("ctrl+4", "alt+Left"), "Hours of the week", "chart", "Most: "),
)
_DIALOG = ("seeing everything", "Diagnostics to pass on…")  # found by the first, known by the second
_TABS, _FEW = 6, 15


class Reader:
    """What is told on the bus, asked line by line."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, what: str) -> list[dict[str, Any]]:
        """Return what the reader found for "tree" or "focus"."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()
        found: list[dict[str, Any]] = json.loads(self._process.stdout.readline())
        return found

    def page(self, title: str, holds: str = "", tells: str = "") -> list[dict[str, Any]]:
        """Return the controls once this page is the one shown, and this part of it, if any, is there and tells that."""

        def shown(found: list[dict[str, Any]]) -> bool:
            chosen = {one["name"] for one in found if one["role"] == "radio button" and one["checked"]}
            drawn = not holds or any(one["name"] == holds and tells in one["description"] for one in found)
            return title in chosen and drawn

        return self._once(shown, f"{title} to be told")

    def holding(self, name: str) -> list[dict[str, Any]]:
        """Return the controls once one of them is called this."""
        return self._once(lambda found: name in {one["name"] for one in found}, f"{name} to be told")

    def _once(self, shown: Callable[[list[dict[str, Any]]], bool], what: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []

        def there() -> bool:
            found[:] = self.ask("tree")
            return shown(found)

        wait_until(there, what)
        return found


def nameless(controls: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return those of the controls that say nothing."""
    return [one for one in controls if not (one["name"] or one["label"]).strip()]


@contextmanager
def _reader(x11: X11Desktop) -> Iterator[Reader]:
    told = subprocess.run((_PYTHON, "-c", "import pyatspi"), env=x11.environ, capture_output=True, check=False)
    if told.returncode:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("not installed: python3-pyatspi")
    pipe = subprocess.PIPE
    words = (_PYTHON, str(_READER))
    with subprocess.Popen(words, env=x11.environ, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield Reader(process)


def test_what_is_told_on_the_bus(x11: X11Desktop, tmp_path: Path) -> None:
    need(_PYTHON)
    paths = ProfilePaths(tmp_path / "profile").ensure()
    paths.settings.write_text(_SETTINGS, encoding="utf-8")
    fill_demo(paths)
    x11.environ.update(QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    command = sys.executable, "-m", "desktop_app", "--no-recorder", "--profile", str(paths.folder)
    window = x11.program("Kairos", *command)
    with _reader(x11) as reader:
        for title, keys, holds, role, tells in _PAGES:
            x11.programs.run("xdotool", "key", keys[0])
            reader.page(title)
            for key in keys[1:]:
                x11.programs.run("xdotool", "key", key)
            controls = reader.page(title, holds, tells)
            assert len(controls) > _FEW
            assert nameless(controls) == []
            [drawn] = [one for one in controls if one["name"] == holds]
            assert drawn["role"] == role
        tables = {one["name"] for one in reader.page("Reports", "Focus sessions") if one["role"] == "table"}
        assert {"Focus sessions", "Categories"} <= tables
        assert len(set(_walk(x11, reader))) == _TABS
        x11.programs.run("xdotool", "key", "ctrl+k")
        assert nameless(reader.holding("What do you want to do?")) == []
        x11.programs.run("xdotool", "type", _DIALOG[0])
        wait_until(lambda: _reached(x11, reader, _DIALOG[1]), "the dialog to be told")
        assert nameless(reader.holding(_DIALOG[1])) == []
    x11.close(window)


def _reached(x11: X11Desktop, reader: Reader, name: str) -> bool:
    """Press Return while the palette is there, and return whether what it opens is told."""
    names = {one["name"] for one in reader.ask("tree")}
    if "What do you want to do?" in names:
        x11.programs.run("xdotool", "key", "Return")
    return name in names


def _walk(x11: X11Desktop, reader: Reader) -> list[str]:
    """Press Tab some times and return what has the keys after each."""
    walked: list[str] = []

    def moved() -> bool:
        names = [one["name"] for one in reader.ask("focus")]
        return names not in ([], walked[-1:])

    for _ in range(_TABS):
        x11.programs.run("xdotool", "key", "Tab")
        wait_until(moved, "the keys to move")
        walked.append(reader.ask("focus")[0]["name"])
    return walked
