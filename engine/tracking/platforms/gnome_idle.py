"""Idle time from Mutter's monitor, by events."""

from __future__ import annotations

import asyncio

from dbus_fast import Message, MessageType

from engine.tracking.platforms.wayland_bus import SessionBus
from engine.tracking.probe import Sink

_MUTTER = "org.gnome.Mutter.IdleMonitor"
_PATH = "/org/gnome/Mutter/IdleMonitor/Core"
_RULE = f"type='signal',interface='{_MUTTER}',path='{_PATH}',member='WatchFired'"


class MutterIdle:
    """Two watches that take turns: one for no input during idle_after_ms, one for the first input after that."""

    def __init__(self, bus: SessionBus, sink: Sink, idle_after_ms: int) -> None:
        self._bus = bus
        self._sink = sink
        self._idle_after_ms = idle_after_ms
        self._mutter = ""
        self._fired: asyncio.Queue[int] = asyncio.Queue()

    async def run(self) -> None:
        """Report until cancelled; Mutter drops the watches when the connection to the bus closes."""
        self._mutter = await self._bus.owner(_MUTTER)
        await self._bus.listen(self._heard, _RULE)
        idle = await self._add("AddIdleWatch", "t", self._idle_after_ms)
        active = 0
        while True:
            watch = await self._fired.get()
            if watch == idle:
                active = await self._add("AddUserActiveWatch")
                self._sink.went_idle(max(self._idle_after_ms, await self._idle_ms()))
            elif watch == active:
                self._sink.came_back()

    async def _add(self, member: str, signature: str = "", *body: int) -> int:
        answer = await self._bus.call(_MUTTER, _PATH, _MUTTER, member, signature, *body)
        return int(answer[0])

    async def _idle_ms(self) -> int:
        answer = await self._bus.call(_MUTTER, _PATH, _MUTTER, "GetIdletime")
        return int(answer[0])

    def _heard(self, message: Message) -> bool:
        fired = message.message_type is MessageType.SIGNAL and message.sender == self._mutter
        if fired and message.interface == _MUTTER and message.member == "WatchFired":
            self._fired.put_nowait(int(message.body[0]))
        return False
