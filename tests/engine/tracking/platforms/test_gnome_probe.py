"""The GNOME probe against a shell played on a real bus."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("GNOME is Linux's", allow_module_level=True)

from dbus_fast.aio import MessageBus
from helpers.desktop_bus import PlayedService, connection, start_bus
from helpers.desktop_programs import Programs
from helpers.desktop_sink import RecordingSink, eventually, running

from engine.domain.errors import ProbeLost, ProbeUnavailable
from engine.tracking.platforms.gnome import GnomeProbe

SHELL = "org.gnome.Shell"
FOCUS, FOCUS_PATH = "desktop.kairos.Focus", "/desktop/kairos/Focus"
MUTTER, MUTTER_PATH = "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core"
IDLE_MS = 15_000
PYTHON = str(Path(sys.executable).resolve())


class PlayedShell(PlayedService):
    """GNOME Shell with the extension and Mutter's idle monitor on one connection, as in life."""

    def __init__(self, bus: MessageBus) -> None:
        super().__init__(bus)
        self.bus = bus
        self.show(True, "firefox", "first", 0)
        self.answers[MUTTER_PATH, MUTTER, "AddIdleWatch"] = ("u", [7])
        self.answers[MUTTER_PATH, MUTTER, "AddUserActiveWatch"] = ("u", [8])
        self.answers[MUTTER_PATH, MUTTER, "GetIdletime"] = ("t", [IDLE_MS + 40])

    def show(self, *window: object) -> None:
        self.answers[FOCUS_PATH, FOCUS, "Get"] = ("bssu", list(window))

    async def focus(self, *window: object) -> None:
        self.show(*window)
        await self.say(FOCUS_PATH, FOCUS, "Changed", "bssu", *window)

    async def fire(self, watch: int) -> None:
        await self.say(MUTTER_PATH, MUTTER, "WatchFired", "u", watch)


@pytest.fixture
def bus() -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="kg-"))
    with Programs(folder, os.environ) as programs:
        yield start_bus(programs, folder / "b")
    shutil.rmtree(folder)


@asynccontextmanager
async def shell(bus: str) -> AsyncIterator[PlayedShell]:
    async with connection(bus, SHELL) as link:
        played = PlayedShell(link)
        await link.request_name(MUTTER)
        await link.request_name(FOCUS)
        yield played


def probe(bus: str, home: str = "/nonexistent") -> GnomeProbe:
    return GnomeProbe({"DBUS_SESSION_BUS_ADDRESS": bus, "HOME": home, "XDG_DATA_DIRS": home})


def test_follows_the_focus_and_believes_the_shell_alone(bus: str) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with (
            shell(bus) as gnome,
            connection(bus, "org.example.Liar") as other,
            running(probe(bus), sink, IDLE_MS),
        ):
            await eventually(lambda: sink.seen == [("firefox", "first")], "the present window")
            await PlayedService(other).say(FOCUS_PATH, FOCUS, "Changed", "bssu", True, "liar", "lie", 1)
            await gnome.focus(True, "foot", "第二", os.getpid())
            await gnome.focus(False, "", "", 0)
            await eventually(lambda: sink.seen[1:] == [("foot", "第二"), None], "the next windows")
        window = sink.windows[1][1]
        assert window is not None
        assert (window.pid, window.platform) == (os.getpid(), "gnome")
        assert window.executable == PYTHON

    asyncio.run(story())


def test_idle_is_dated_by_mutter_and_ends_with_input(bus: str) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with shell(bus) as gnome, running(probe(bus), sink, IDLE_MS):
            await eventually(lambda: sink.seen, "the probe")
            for turn in range(2):
                await gnome.fire(7)
                await eventually(lambda: len(sink.idle) == 2 * turn + 1, "idle")  # noqa: B023
                await gnome.fire(99)  # somebody else's watch
                await gnome.fire(8)
                await eventually(lambda: len(sink.idle) == 2 * turn + 2, "the return")  # noqa: B023
        assert [idle_ms for _, idle_ms in sink.idle] == [IDLE_MS + 40, None, IDLE_MS + 40, None]

    asyncio.run(story())


def test_an_extension_that_sleeps_while_the_screen_is_locked_is_asked_again(bus: str) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with shell(bus) as gnome, running(probe(bus), sink) as watching:
            await eventually(lambda: sink.seen, "the present window")
            await gnome.bus.release_name(FOCUS)
            await eventually(lambda: sink.seen[-1] is None, "the lock")
            gnome.show(True, "foot", "after the lock", 0)
            await gnome.bus.request_name(FOCUS)
            await eventually(lambda: sink.seen[-1] == ("foot", "after the lock"), "the unlock")
            assert not watching.done()

    asyncio.run(story())


def test_a_shell_that_goes_is_lost(bus: str) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with shell(bus) as gnome, running(probe(bus), sink) as watching:
            await eventually(lambda: sink.seen, "the present window")
            await gnome.bus.release_name(SHELL)
            with pytest.raises(ProbeLost, match="tries again"):
                await asyncio.wait_for(asyncio.shield(watching), 5)

    asyncio.run(story())


def test_without_the_extension_it_says_how_to_get_it(bus: str) -> None:
    async def story() -> None:
        async with connection(bus, SHELL):
            with pytest.raises(ProbeUnavailable, match="extension"):
                await probe(bus).run(RecordingSink(), IDLE_MS)

    asyncio.run(story())


def test_without_a_shell_it_may_come_yet(bus: str) -> None:
    with pytest.raises(ProbeLost, match="tries again"):
        asyncio.run(probe(bus).run(RecordingSink(), IDLE_MS))
