"""Watches KWin (Plasma 5 and 6 on Wayland): a script inside KWin calls back over D-Bus."""

from __future__ import annotations

import asyncio
import contextlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from dbus_fast import Message, MessageType

from engine.domain.activity import Window
from engine.domain.errors import ProbeLost, ProbeUnavailable
from engine.domain.health import ProbeReport
from engine.tracking.platforms.kwin_script import INTERFACE, OBJECT, SAW_WINDOW, script_for
from engine.tracking.platforms.wayland_bus import (
    CallRefused,
    SessionBus,
    new_owner,
    owner_changed_rule,
    session_bus_address,
)
from engine.tracking.platforms.wayland_connection import WaylandConnection
from engine.tracking.platforms.wayland_idle import can_tell_idle, watch_idle
from engine.tracking.platforms.wayland_together import together
from engine.tracking.probe import Sink
from engine.tracking.process import executable_of

_KWIN = "org.kde.KWin"
_SCRIPTING = ("/Scripting", "org.kde.kwin.Scripting")
_SCRIPT_INTERFACE = "org.kde.kwin.Script"
_PLUGIN = "kairos"  # one name for all: loading again replaces what a killed recorder left inside KWin
_FIRST_WORD_SECONDS = 5.0
_NEAR_MS = 3_000  # KWin's timers may fire 5 % early or late: minutes are dated to seconds, 3 s to 150 ms
_NO_SCRIPTS = "KWin does not accept scripts here, so apps and titles cannot be recorded."


class KWinProbe:
    """The focused window through a KWin script, idle time through the compositor's notifier."""

    name = "kwin"

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        self._environ = os.environ if environ is None else environ

    def report(self) -> ProbeReport:
        """Say what this session offers; raises ProbeUnavailable or ProbeLost where none can be asked."""
        session_bus_address(self._environ)
        with WaylandConnection(self._environ) as connection:
            connection.look()
            idle = can_tell_idle(connection)
        note = "" if idle else "This version of KWin does not say when input stops, so time away is not recognised."
        return ProbeReport("wayland", self.name, True, True, idle, lock=False, suspend=False, note=note)

    async def run(self, sink: Sink, idle_after_ms: int) -> None:
        """Watch until cancelled; raises ProbeUnavailable without KWin's scripting, ProbeLost when KWin goes."""
        async with SessionBus(self._environ) as bus:
            await together(
                bus.lost(),
                _FocusWatch(bus, self.name, sink).run(self._environ),
                watch_idle(self._environ, sink, idle_after_ms, near_ms=_NEAR_MS),
            )


class _FocusWatch:
    """Keeps the script loaded and passes on what it calls back, as long as the same KWin runs."""

    def __init__(self, bus: SessionBus, platform: str, sink: Sink) -> None:
        self._bus = bus
        self._platform = platform
        self._sink = sink
        self._kwin = ""
        self._speaks = asyncio.Event()
        self._gone = asyncio.Event()

    async def run(self, environ: Mapping[str, str]) -> None:
        """Load the script, report until KWin goes, unload it."""
        self._kwin = await self._bus.owner(_KWIN)
        if not self._kwin:
            raise ProbeLost("KWin is not on the session's D-Bus; Kairos tries again.")
        await self._bus.listen(self._heard, owner_changed_rule(_KWIN))
        try:
            with _private_script(environ, script_for(self._bus.own_name)) as path:
                await self._load(path)
                async with asyncio.timeout(_FIRST_WORD_SECONDS):
                    await self._speaks.wait()
            await self._gone.wait()
        except TimeoutError as cause:
            raise ProbeLost("KWin did not run Kairos's script; Kairos tries again.") from cause
        finally:
            await self._unload()
        raise ProbeLost("KWin hung up; Kairos tries again.")

    async def _load(self, path: Path) -> None:
        await self._unload()
        try:
            answer = await self._bus.call(self._kwin, *_SCRIPTING, "loadScript", "ss", str(path), _PLUGIN)
        except CallRefused as cause:
            raise ProbeUnavailable(_NO_SCRIPTS) from cause
        await self._start(int(answer[0]))

    async def _start(self, number: int) -> None:
        try:
            await self._bus.call(self._kwin, f"/Scripting/Script{number}", _SCRIPT_INTERFACE, "run")
        except CallRefused:  # Plasma 5 names the object by its number alone
            await self._bus.call(self._kwin, f"/{number}", _SCRIPT_INTERFACE, "run")

    async def _unload(self) -> None:
        with contextlib.suppress(ProbeLost):
            await self._bus.call(self._kwin, *_SCRIPTING, "unloadScript", "s", _PLUGIN)

    def _heard(self, message: Message) -> bool:
        if new_owner(message, _KWIN) is not None:
            self._gone.set()
            return False
        # Anyone on the bus could call; only KWin itself is believed.
        if message.sender != self._kwin or message.interface != INTERFACE or message.path != OBJECT:
            return False
        self._sink.saw_window(seen(message, self._platform))
        self._speaks.set()
        return message.message_type is MessageType.METHOD_CALL


def seen(message: Message, platform: str) -> Window | None:
    """Return the window a call of the script speaks of, None for no window or a call that is not understood."""
    if message.member != SAW_WINDOW or message.signature != "sss":
        return None
    app, title, number = message.body
    pid = int(number) if number.isdecimal() and int(number) > 0 else None
    return Window(app=app, title=title, pid=pid, executable=executable_of(pid), platform=platform)


@contextlib.contextmanager
def _private_script(environ: Mapping[str, str], text: str) -> Iterator[Path]:
    """Lend KWin the script as a file only this user can read; it is read once."""
    with tempfile.TemporaryDirectory(prefix="kairos-", dir=environ.get("XDG_RUNTIME_DIR") or None) as folder:
        path = Path(folder) / "focus.js"
        path.write_text(text, encoding="utf-8")
        yield path
