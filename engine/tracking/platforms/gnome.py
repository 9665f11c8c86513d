"""Watches GNOME Shell on Wayland: a small extension of our own names the focused window, Mutter the idle time."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping

from dbus_fast import Message, MessageType

from engine.domain.activity import Window
from engine.domain.errors import ProbeLost, ProbeUnavailable
from engine.domain.health import ProbeReport
from engine.tracking.platforms.gnome_extension import is_installed
from engine.tracking.platforms.gnome_idle import MutterIdle
from engine.tracking.platforms.wayland_bus import (
    CallRefused,
    SessionBus,
    new_owner,
    owner_changed_rule,
    session_bus_address,
)
from engine.tracking.platforms.wayland_together import together
from engine.tracking.probe import Sink
from engine.tracking.process import executable_of

_SHELL = "org.gnome.Shell"
_FOCUS = "desktop.kairos.Focus"
_FOCUS_PATH = "/desktop/kairos/Focus"
_FOCUS_RULE = f"type='signal',interface='{_FOCUS}',path='{_FOCUS_PATH}',member='Changed'"
_WINDOW_SIGNATURE = "bssu"
_ABSENT = (
    "GNOME shows its windows only to its own extensions, so apps and titles cannot be recorded until the small one "
    "that comes with Kairos is there. Install it in the settings, or with “kairos gnome-extension install”."
)
_SLEEPING = (
    "Kairos's GNOME extension is installed but not on, so apps and titles cannot be recorded. Log out and in once; "
    "if that is not enough, press Install in the settings again."
)


class GnomeProbe:
    """The focused window through Kairos's shell extension, idle time through Mutter's monitor."""

    name = "gnome"

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        self._environ = os.environ if environ is None else environ

    def report(self) -> ProbeReport:
        """Say what GNOME gives here; raises ProbeUnavailable without a local session bus.

        It goes by the extension's files and leaves the bus alone: whether it is switched on, run() finds out.
        """
        session_bus_address(self._environ)
        installed = is_installed(self._environ)
        note = "" if installed else _ABSENT
        return ProbeReport("wayland", self.name, installed, installed, True, lock=False, suspend=False, note=note)

    async def run(self, sink: Sink, idle_after_ms: int) -> None:
        """Watch until cancelled; raises ProbeUnavailable without the extension, ProbeLost when the shell goes."""
        async with SessionBus(self._environ) as bus:
            shell = await bus.owner(_SHELL)
            if not shell:
                raise ProbeLost("GNOME Shell is not on the session's D-Bus; Kairos tries again.")
            if not await bus.owner(_FOCUS):
                raise ProbeUnavailable(_SLEEPING if is_installed(self._environ) else _ABSENT)
            focus = _FocusWatch(bus, shell, self.name, sink)
            await together(bus.lost(), focus.run(), MutterIdle(bus, sink, idle_after_ms).run())


class _FocusWatch:
    """Passes on what the extension tells; it is off while the screen is locked, which is not the end."""

    def __init__(self, bus: SessionBus, shell: str, platform: str, sink: Sink) -> None:
        self._bus = bus
        self._shell = shell
        self._platform = platform
        self._sink = sink
        self._gone = asyncio.Event()
        self._back = asyncio.Event()

    async def run(self) -> None:
        """Report until the shell goes."""
        rules = (_FOCUS_RULE, owner_changed_rule(_FOCUS), owner_changed_rule(_SHELL))
        await self._bus.listen(self._heard, *rules)
        self._back.set()
        await together(self._gone_for_good(), self._asked_at_every_start())

    async def _gone_for_good(self) -> None:
        await self._gone.wait()
        raise ProbeLost("GNOME Shell hung up; Kairos tries again.")

    async def _asked_at_every_start(self) -> None:
        while True:
            await self._back.wait()
            self._back.clear()
            try:
                body = await self._bus.call(self._shell, _FOCUS_PATH, _FOCUS, "Get")
            except CallRefused:  # switched off again meanwhile: its return will be heard
                continue
            self._sink.saw_window(seen(body, self._platform))

    def _heard(self, message: Message) -> bool:
        if new_owner(message, _SHELL) is not None:
            self._gone.set()
        owner = new_owner(message, _FOCUS)
        if owner == "":
            self._sink.saw_window(None)
        elif owner is not None:
            self._back.set()
        elif self._is_focus(message):
            self._sink.saw_window(seen(message.body, self._platform))
        return False

    def _is_focus(self, message: Message) -> bool:
        # Anyone on the bus may send such a signal; only the shell itself is believed.
        told = message.message_type is MessageType.SIGNAL and message.sender == self._shell
        return told and message.interface == _FOCUS and message.signature == _WINDOW_SIGNATURE


def seen(body: list[object], platform: str) -> Window | None:
    """Return the window of the extension's (focused, app, title, pid), None where nothing has the focus."""
    focused, app, title, number = body
    if not focused:
        return None
    pid = number if isinstance(number, int) and number > 0 else None
    return Window(app=str(app), title=str(title), pid=pid, executable=executable_of(pid), platform=platform)
