"""The KWin probe against KWin's scripting played on a real bus, on a real compositor for idle time."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from dbus_fast import ErrorType, Message, MessageType
from dbus_fast.aio import MessageBus
from helpers.desktop_bus import connection
from helpers.desktop_sink import RecordingSink, eventually, running
from helpers.desktop_sway import SwayDesktop, sway

from engine.domain.errors import ProbeLost, ProbeUnavailable
from engine.tracking.platforms.kwin import KWinProbe

__all__ = ["sway"]
KWIN = "org.kde.KWin"
IDLE_MS = 1_000


class PlayedKWin:
    """Loads scripts as KWin of Plasma 6 does (or 5: objects named by number alone), and lets the test be the script."""

    def __init__(self, bus: MessageBus, *, plasma: int = 6, scripts: bool = True) -> None:
        self.bus = bus
        self._object = "/Scripting/Script3" if plasma == 6 else "/3"
        self._scripts = scripts
        self.loaded: dict[str, Path] = {}
        self.running: list[str] = []
        bus.add_message_handler(self._answer)

    @property
    def target(self) -> str:
        """The bus name the script was told to call."""
        found = re.search(r'"(:[\d.]+)"', self.running[-1])
        assert found is not None
        return found[1]

    async def say(self, member: str, *body: str, bus: MessageBus | None = None) -> None:
        """Call back as the script does."""
        call = Message(
            destination=self.target, path="/desktop/kairos/Focus", interface="desktop.kairos.Focus", member=member,
            signature="s" * len(body), body=list(body),
        )  # fmt: skip
        await (bus or self.bus).call(call)

    def _answer(self, message: Message) -> Message | None:
        if message.message_type is not MessageType.METHOD_CALL:
            return None
        if message.member == "run" and message.path == self._object:
            self.running = [path.read_text(encoding="utf-8") for path in self.loaded.values()]
            return Message.new_method_return(message)
        if message.path != "/Scripting" or not self._scripts:
            return Message.new_error(message, ErrorType.UNKNOWN_OBJECT, "no such object")
        return self._scripting(message)

    def _scripting(self, message: Message) -> Message:
        if message.member == "loadScript":
            path, name = message.body
            self.loaded[name] = Path(path)
            return Message.new_method_return(message, "i", [3])
        there: Any = self.loaded.pop(message.body[0], None)
        self.running = []
        return Message.new_method_return(message, "b", [there is not None])


@asynccontextmanager
async def kwin(desktop: SwayDesktop, **kind: Any) -> AsyncIterator[PlayedKWin]:
    async with connection(desktop.bus, KWIN) as bus:
        yield PlayedKWin(bus, **kind)


def probe(desktop: SwayDesktop) -> KWinProbe:
    return KWinProbe({**desktop.environ, "DBUS_SESSION_BUS_ADDRESS": desktop.bus})


@pytest.mark.parametrize("plasma", [5, 6])
def test_loads_its_script_follows_it_and_takes_it_away(sway: SwayDesktop, plasma: int) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with kwin(sway, plasma=plasma) as played, connection(sway.bus, "org.example.Liar") as other:
            async with running(probe(sway), sink):
                await eventually(lambda: played.running, "the script")
                (script,) = played.loaded.values()
                assert script.parent.stat().st_mode & 0o077 == 0
                await played.say("SawWindow", "org.kde.kate", "notes — 笔记", str(os.getpid()))
                await played.say("SawNothing")
                await eventually(lambda: sink.seen == [("org.kde.kate", "notes — 笔记"), None], "the windows")
                await eventually(lambda: not script.exists(), "the end of the script's file")
                with_lie = asyncio.create_task(played.say("SawWindow", "liar", "lie", "1", bus=other))
                await played.say("SawWindow", "dolphin", "home", "0")
                await eventually(lambda: len(sink.seen) == 3, "the next window")
                with_lie.cancel()
            assert sink.seen[-1] == ("dolphin", "home")
            assert played.loaded == {}
        window = sink.windows[0][1]
        assert window is not None
        assert (window.pid, window.platform) == (os.getpid(), "kwin")

    asyncio.run(story())


def test_idle_comes_from_the_compositor(sway: SwayDesktop) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with kwin(sway) as played, running(probe(sway), sink, IDLE_MS):
            await eventually(lambda: played.running, "the script")
            await played.say("SawNothing")
            await eventually(lambda: sink.idle, "idle")
            await asyncio.to_thread(sway.press_key)
            await eventually(lambda: sink.idle[-1][1] is None, "the return")

    asyncio.run(story())


def test_a_kwin_that_goes_is_lost(sway: SwayDesktop) -> None:
    async def story() -> None:
        async with kwin(sway) as played, running(probe(sway), RecordingSink()) as watching:
            await eventually(lambda: played.running, "the script")
            await played.say("SawNothing")
            await played.bus.release_name(KWIN)
            with pytest.raises(ProbeLost, match="tries again"):
                await asyncio.wait_for(asyncio.shield(watching), 5)

    asyncio.run(story())


def test_a_kwin_that_takes_no_scripts_says_so(sway: SwayDesktop) -> None:
    async def story() -> None:
        async with kwin(sway, scripts=False):
            with pytest.raises(ProbeUnavailable, match="scripts"):
                await asyncio.wait_for(probe(sway).run(RecordingSink(), IDLE_MS), 5)

    asyncio.run(story())


def test_without_kwin_it_may_come_yet(sway: SwayDesktop) -> None:
    with pytest.raises(ProbeLost, match="tries again"):
        asyncio.run(probe(sway).run(RecordingSink(), IDLE_MS))
