"""The login session, on a bus that says again what was known."""

from __future__ import annotations

import asyncio
from typing import Any

from dbus_fast import Message, MessageType, Variant
from helpers.desktop_bus import LOGIND, SESSION_PATH

from engine.tracking.platforms.session_bus_logind import _LoginSession

OWNER = ":1.5"


class OneSession:
    """A bus with one locked session; counts how often it was asked who owns logind's name."""

    def __init__(self) -> None:
        self.asked = 0

    async def owner(self, name: str) -> str:
        self.asked += 1
        return OWNER

    async def call(self, _service: str, _path: str, _interface: str, member: str, *_rest: object) -> list[Any]:
        locked = {"Type": Variant("s", "x11"), "LockedHint": Variant("b", True)}
        return [locked] if member == "GetAll" else [SESSION_PATH]


class Heard:
    """A board that keeps what was put on it."""

    def __init__(self) -> None:
        self.said: list[object] = []

    def put(self, *what: object) -> None:
        self.said.append(what)

    def withdraw(self, bus: str) -> None:
        self.said.append(bus)


def changed(owner: str) -> Message:
    bus = "org.freedesktop.DBus"
    return Message(
        message_type=MessageType.SIGNAL,
        sender=bus,
        path="/org/freedesktop/DBus",
        interface=bus,
        member="NameOwnerChanged",
        signature="sss",
        body=[LOGIND, "", owner],
    )


def test_an_owner_that_was_asked_already_is_not_asked_anew() -> None:
    async def story() -> None:
        bus, board = OneSession(), Heard()
        session = _LoginSession(bus, board, "")  # type: ignore[arg-type]
        await session.find()
        so_far = list(board.said)
        await session.take(changed(OWNER))
        assert (bus.asked, board.said) == (1, so_far)
        await session.take(changed(":1.6"))
        assert bus.asked == 2

    asyncio.run(story())
