"""The probe on COSMIC's own list of windows, played by a compositor without a screen."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("Wayland is Linux's", allow_module_level=True)

from helpers import played_cosmic
from helpers.desktop_sink import RecordingSink, eventually, running

from engine.domain.activity import Window
from engine.domain.errors import ProbeLost
from engine.tracking.platforms.wlroots import WlrootsProbe, _missing

ACTIVATED, MAXIMIZED = 2, 0


class Cosmic:
    """The played compositor, seen from the test."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="kc-"))
        self.environ = {"XDG_RUNTIME_DIR": str(self.folder), "WAYLAND_DISPLAY": "wayland-c"}
        self._process = subprocess.Popen(
            (sys.executable, str(Path(played_cosmic.__file__)), "wayland-c"),
            env={**os.environ, **self.environ},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"

    def say(self, *orders: list[Any]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("".join(json.dumps(order) + "\n" for order in orders))
        self._process.stdin.flush()

    def open(self, key: str, app: str, title: str, *states: int) -> None:
        self.say(["toplevel", key], ["app_id", key, app], ["title", key, title], ["state", key, list(states)])
        self.say(["done", key])

    def end(self) -> None:
        self._process.communicate(timeout=10)
        shutil.rmtree(self.folder)


@pytest.fixture
def cosmic() -> Iterator[Cosmic]:
    played = Cosmic()
    yield played
    played.end()


def test_says_what_cosmic_gives(cosmic: Cosmic) -> None:
    report = WlrootsProbe(cosmic.environ).report()
    assert (report.windows, report.titles, report.idle) == (True, True, False)
    assert "time away" in report.note


def test_follows_the_active_window(cosmic: Cosmic) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with running(WlrootsProbe(cosmic.environ), sink):
            await eventually(lambda: sink.seen == [("com.system76.CosmicTerm", "shell")], "the present window")
            assert sink.windows[0][1] == Window("com.system76.CosmicTerm", "shell", platform="wlroots")
            cosmic.say(["state", "edit", []], ["done", "edit"])
            cosmic.say(["state", "term", []], ["done", "term"], ["state", "edit", [ACTIVATED]], ["done", "edit"])
            await eventually(lambda: sink.seen[-1] == ("com.system76.CosmicEdit", "notes"), "the switch")
            cosmic.say(["title", "edit", "notes 2"], ["done", "edit"])
            await eventually(lambda: sink.seen[-1] == ("com.system76.CosmicEdit", "notes 2"), "the title")
            cosmic.say(["closed", "edit"])
            await eventually(lambda: sink.seen[-1] is None, "the closing")

    cosmic.open("term", "com.system76.CosmicTerm", "shell", MAXIMIZED, ACTIVATED)
    cosmic.open("edit", "com.system76.CosmicEdit", "notes")
    asyncio.run(story())


def test_a_title_that_is_not_utf8_replaces_the_one_before(cosmic: Cosmic) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with running(WlrootsProbe(cosmic.environ), sink):
            await eventually(lambda: sink.seen == [("app", "first")], "the present window")
            cosmic.say(["title", "a", b"caf\xe9".decode("utf-8", "surrogateescape")], ["done", "a"])
            await eventually(lambda: sink.seen[-1] == ("app", "caf\ufffd"), "the next title")

    cosmic.open("a", "app", "first", ACTIVATED)
    asyncio.run(story())


def test_a_list_that_ends_is_lost(cosmic: Cosmic) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with running(WlrootsProbe(cosmic.environ), sink) as watching:
            await eventually(lambda: sink.windows, "the present window")
            cosmic.say(["finished"])
            with pytest.raises(ProbeLost, match="stopped naming"):
                await asyncio.wait_for(asyncio.shield(watching), 5)

    asyncio.run(story())


def test_titles_without_a_focus_are_not_enough() -> None:
    assert "does not say which one is in front" in _missing({"ext_foreign_toplevel_list_v1": (1, 1)})
    assert "does not show its windows" in _missing({"wl_seat": (1, 9)})
