"""The session bus as the KWin and GNOME probes use it: calls, signals and its loss; local buses only."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self

from dbus_fast import DBusError, InvalidAddressError, Message, MessageType
from dbus_fast.aio import MessageBus
from dbus_fast.errors import AuthError

from engine.domain.errors import ProbeLost, ProbeUnavailable

ANSWER_SECONDS = 5.0
_BUS = "org.freedesktop.DBus"
_BUS_PATH = "/org/freedesktop/DBus"
_LOST = "The session's D-Bus is gone; Kairos tries again."

Listener = Callable[[Message], bool]
"""Gets every message; returns True for a call it has taken, which is then answered with nothing."""


class CallRefused(ProbeLost):
    """Another program answered a call with an error; error is its D-Bus name."""

    def __init__(self, message: str, error: str) -> None:
        super().__init__(message)
        self.error = error


def session_bus_address(environ: Mapping[str, str]) -> str:
    """Return the address of the session bus.

    Raises ProbeUnavailable where there is none or where it could lead off this machine.
    """
    address = environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    folder = environ.get("XDG_RUNTIME_DIR", "")
    if not address and folder:
        address = f"unix:path={folder}/bus"
    if not address:
        raise ProbeUnavailable("This session has no D-Bus: DBUS_SESSION_BUS_ADDRESS is not set.")
    if not all(part.startswith("unix:") for part in address.split(";") if part):
        raise ProbeUnavailable(
            "The session's D-Bus is reached over a network (DBUS_SESSION_BUS_ADDRESS does not start with “unix:”). "
            "Kairos uses local buses only."
        )
    return address


class SessionBus:
    """One connection to the session bus; made on entering, closed on leaving."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._address = session_bus_address(environ)
        self._bus: MessageBus | None = None
        self._listeners: list[Listener] = []

    async def __aenter__(self) -> Self:
        """Connect; raises ProbeLost where the bus does not answer."""
        try:
            bus = MessageBus(bus_address=self._address)
            async with asyncio.timeout(ANSWER_SECONDS):
                await bus.connect()
        except (OSError, EOFError, AuthError, InvalidAddressError, TimeoutError) as cause:
            raise ProbeLost("The session's D-Bus does not answer; Kairos tries again.") from cause
        bus.add_message_handler(self._heard)
        self._bus = bus
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connection and what it holds on the bus."""
        bus, self._bus = self._bus, None
        if bus is None:
            return
        bus.disconnect()
        # The socket closes on the loop's next turns; left alone, it would outlive the probe.
        await asyncio.wait([asyncio.ensure_future(_ended(bus))], timeout=1.0)

    @property
    def own_name(self) -> str:
        """This connection's unique name, to which others can call back."""
        return self._connected().unique_name or ""

    async def call(
        self, service: str, path: str, interface: str, member: str, signature: str = "", *body: Any
    ) -> list[Any]:
        """Return what the service answers.

        Raises CallRefused where it answers with an error, ProbeLost where it does not answer at all.
        """
        request = Message(
            destination=service, path=path, interface=interface, member=member, signature=signature, body=list(body)
        )
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                reply = await self._connected().call(request)
        except (OSError, EOFError, DBusError, TimeoutError) as cause:
            raise ProbeLost(_LOST) from cause
        if reply is None:
            raise ProbeLost(_LOST)
        if reply.message_type is MessageType.ERROR:
            name = str(reply.error_name or "")
            raise CallRefused(f"{service} refused {member} ({name}).", name)
        return list(reply.body)

    async def listen(self, listener: Listener, *rules: str) -> None:
        """Hear every message from now on, and of others' signals those that match the rules."""
        self._listeners.append(listener)
        for rule in rules:
            await self.call(_BUS, _BUS_PATH, _BUS, "AddMatch", "s", rule)

    async def owner(self, name: str) -> str:
        """Return the unique name of who owns a bus name, "" where nobody does."""
        try:
            answer = await self.call(_BUS, _BUS_PATH, _BUS, "GetNameOwner", "s", name)
        except CallRefused:
            return ""
        return str(answer[0])

    async def lost(self) -> None:
        """Wait until the connection breaks, then raise ProbeLost."""
        await _ended(self._connected())
        raise ProbeLost(_LOST)

    def _connected(self) -> MessageBus:
        if self._bus is None:
            raise ProbeLost(_LOST)
        return self._bus

    def _heard(self, message: Message) -> Message | bool | None:
        taken = [listener(message) for listener in self._listeners]
        if not any(taken):
            return None
        return Message.new_method_return(message)


def owner_changed_rule(name: str) -> str:
    """Return the rule that matches changes of who owns a bus name."""
    return f"type='signal',sender='{_BUS}',interface='{_BUS}',member='NameOwnerChanged',arg0='{name}'"


def new_owner(message: Message, name: str) -> str | None:
    """Return who owns the bus name now ("" for nobody) if the message says so, else None."""
    told = message.message_type is MessageType.SIGNAL and message.sender == _BUS
    if not told or message.member != "NameOwnerChanged" or message.body[:1] != [name]:
        return None
    return str(message.body[2])


async def _ended(bus: MessageBus) -> None:
    # dbus-fast passes on whatever broke the connection: any of it means the same here.
    end = asyncio.ensure_future(bus.wait_for_disconnect())  # type: ignore[no-untyped-call]
    # The outcome is looked at, so that asyncio is not alarmed.
    end.add_done_callback(lambda done: done.cancelled() or done.exception())
    await asyncio.wait([end])
