"""A D-Bus daemon of the test's own, and services played on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus
from helpers.desktop_programs import Programs, need

LOGIND = "org.freedesktop.login1"
SESSION_PATH = "/org/freedesktop/login1/session/_31"
_MANAGER_PATH = "/org/freedesktop/login1"
_PROPERTIES = "org.freedesktop.DBus.Properties"


def start_bus(programs: Programs, folder: Path) -> str:
    """Start a bus and return its address; it ends with the programs."""
    need("dbus-daemon")
    folder.mkdir(parents=True, exist_ok=True)
    listen = f"--address=unix:path={folder / 'bus'}"
    _, address = programs.start_telling("dbus-daemon", "--session", "--nofork", "--print-address={fd}", listen)
    return address


class PlayedService:
    """A service that answers from a table and sends the signals it is told to."""

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus
        self.answers: dict[tuple[str, str, str], tuple[str, list[Any]]] = {}
        bus.add_message_handler(self._answer)

    def _answer(self, message: Message) -> Message | None:
        if message.message_type is not MessageType.METHOD_CALL:
            return None
        found = self.answers.get((str(message.path), str(message.interface), str(message.member)))
        return None if found is None else Message.new_method_return(message, found[0], found[1])

    async def say(self, path: str, interface: str, member: str, signature: str = "", *body: Any) -> None:
        """Send a signal."""
        await self._bus.send(Message.new_signal(path, interface, member, signature, list(body)))


class PlayedLogind(PlayedService):
    """logind with one session, which is this process's."""

    def __init__(self, bus: MessageBus, **present: Variant) -> None:
        super().__init__(bus)
        shown = {
            "Type": Variant("s", "x11"),
            "Active": Variant("b", True),
            "LockedHint": Variant("b", False),
            **present,
        }
        manager = f"{LOGIND}.Manager"
        self.answers = {
            (_MANAGER_PATH, manager, "GetSessionByPID"): ("o", [SESSION_PATH]),
            (_MANAGER_PATH, _PROPERTIES, "GetAll"): ("a{sv}", [{"PreparingForSleep": Variant("b", False)}]),
            (SESSION_PATH, _PROPERTIES, "GetAll"): ("a{sv}", [shown]),
        }

    async def change(self, **changed: bool) -> None:
        """Announce that properties of the session changed."""
        values = {name: Variant("b", value) for name, value in changed.items()}
        await self.say(SESSION_PATH, _PROPERTIES, "PropertiesChanged", "sa{sv}as", f"{LOGIND}.Session", values, [])

    async def ask(self, member: str) -> None:
        """Send the session's Lock or Unlock."""
        await self.say(SESSION_PATH, f"{LOGIND}.Session", member)

    async def sleep(self, begins: bool) -> None:
        """Announce that the machine goes to sleep, or has woken up."""
        await self.say(_MANAGER_PATH, f"{LOGIND}.Manager", "PrepareForSleep", "b", begins)


class PlayedLocker(PlayedService):
    """A screen locker such as GNOME's, under the bus name given."""

    def __init__(self, bus: MessageBus, name: str, *, active: bool = False) -> None:
        super().__init__(bus)
        self._name = name
        self._path = "/" + name.replace(".", "/")
        self.answers = {(self._path, name, "GetActive"): ("b", [active])}

    async def become(self, active: bool) -> None:
        """Announce that the screen was locked or unlocked."""
        await self.say(self._path, self._name, "ActiveChanged", "b", active)


@asynccontextmanager
async def connection(address: str, name: str) -> AsyncIterator[MessageBus]:
    """Connect to the bus under a name for the time of the block."""
    bus = await MessageBus(bus_address=address).connect()
    await bus.request_name(name)
    try:
        yield bus
    finally:
        bus.disconnect()
        with suppress(EOFError):  # the bus ended first
            await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
