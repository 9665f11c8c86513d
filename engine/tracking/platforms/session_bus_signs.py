"""Joins what several services say about the session: a state holds while any of them says so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from dbus_fast import Message

from engine.domain.errors import ProbeLost
from engine.tracking.platforms.wayland_bus import SessionBus
from engine.tracking.probe import SessionSign


class SignBoard:
    """Keeps who says what; tell is called when a state begins to hold and when nobody says so any more."""

    def __init__(self, tell: Callable[[SessionSign, bool], None]) -> None:
        self._tell = tell
        self._said: dict[SessionSign, set[tuple[str, str]]] = {}

    def put(self, sign: SessionSign, bus: str, who: str, holds: bool) -> None:
        """Note that who, heard on the bus named, says whether the state holds."""
        said = self._said.setdefault(sign, set())
        before = bool(said)
        if holds:
            said.add((bus, who))
        else:
            said.discard((bus, who))
        if before != bool(said):
            self._tell(sign, bool(said))

    def withdraw(self, bus: str, who: str | None = None) -> None:
        """Forget what was heard on the bus, from one service or from all."""
        for sign, said in self._said.items():
            for place, speaker in tuple(said):
                if place == bus and who in (None, speaker):
                    self.put(sign, place, speaker, False)


class Inbox:
    """The messages of one bus in the order they came; reading waits, and ends with ProbeLost with the bus."""

    def __init__(self, bus: SessionBus) -> None:
        self._bus = bus
        self._messages: asyncio.Queue[Message | None] = asyncio.Queue()
        self._lost: asyncio.Future[None] | None = None

    async def open(self, *rules: str) -> None:
        """Gather every message that matches the rules from now on."""
        self._lost = asyncio.ensure_future(self._bus.lost())
        self._lost.add_done_callback(lambda _: self._messages.put_nowait(None))
        await self._bus.listen(self._take, *rules)

    async def next(self) -> Message:
        """Return the next message; raises ProbeLost once the bus is gone."""
        message = await self._messages.get()
        if message is None:
            raise ProbeLost("The bus is gone; Kairos tries again.")
        return message

    def close(self) -> None:
        """Wait for nothing any more."""
        if self._lost is not None and not self._lost.cancel():
            self._lost.exception()

    def _take(self, message: Message) -> bool:
        self._messages.put_nowait(message)
        return False
