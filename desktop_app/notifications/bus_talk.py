"""The freedesktop notification service, spoken to over the session bus on a thread's own loop; knows no Qt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app.notifications.bubble import Bubble, bus_address

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
ANSWER_S = 5.0
_DISMISSED = 2  # the reasons of NotificationClosed: 1 expired, 2 by the person, 3 by a call
_BUS = "org.freedesktop.DBus"
_RULE = f"type='signal',sender='{SERVICE}',interface='{SERVICE}'"


@dataclass(frozen=True, slots=True)
class Heard:
    """What is told of what was shown, called on the loop's thread.

    acted: a key and the action chosen. dismissed: a key. failed: a bubble nobody shows.
    """

    acted: Callable[[str, str], None]
    dismissed: Callable[[str], None]
    failed: Callable[[Bubble], None]


class BusTalk:
    """Shows bubbles through one connection, made for the first of them. All of it runs on one loop."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._bus: MessageBus | None = None
        self._able: frozenset[str] = frozenset()
        self._shown: dict[int, str] = {}
        self._closing: asyncio.Future[Any] | None = None

    async def show(self, bubble: Bubble) -> None:
        """Show a bubble; where nobody does, failed is told."""
        shown = await _unless_broken(self._show(bubble))
        if shown is None:
            await self.close()
            self._heard.failed(bubble)

    async def withdraw(self, key: str) -> None:
        """Take a bubble back that is still shown."""
        for number in [number for number, shown in self._shown.items() if shown == key]:
            del self._shown[number]
            await _unless_broken(self._ask("CloseNotification", "u", number))

    async def close(self) -> None:
        """End the connection; what is shown stays."""
        if self._closing is not None:
            await asyncio.wait([self._closing], timeout=1.0)
        bus, self._bus = self._bus, None
        self._shown.clear()
        if bus is not None:
            bus.disconnect()
            # The socket closes on the loop's next turns.
            await asyncio.wait([asyncio.ensure_future(_unless_broken(_end_of(bus)))], timeout=1.0)

    async def _show(self, bubble: Bubble) -> bool:
        from html import escape  # noqa: PLC0415  (its table of names is large)

        from dbus_fast import Variant  # noqa: PLC0415

        if self._bus is None or not self._bus.connected:
            await self._connect()
        actions = [word for action in bubble.actions for word in action] if "actions" in self._able else []
        body = escape(bubble.body, quote=False) if "body-markup" in self._able else bubble.body
        hints = {"urgency": Variant("y", bubble.urgency), "desktop-entry": Variant("s", "kairos")}
        said = ("Kairos", 0, "", bubble.title, body, actions, hints, -1)
        answer = await self._ask("Notify", "susssasa{sv}i", *said)
        self._shown[int(answer[0])] = bubble.key
        return True

    async def _connect(self) -> None:
        from dbus_fast.aio import MessageBus  # noqa: PLC0415

        self._shown.clear()
        bus = MessageBus(bus_address=bus_address())
        await bus.connect()
        self._bus = bus
        bus.add_message_handler(self._listen)
        await self._call(_BUS, "/org/freedesktop/DBus", _BUS, "AddMatch", "s", _RULE)
        self._able = frozenset(str(one) for one in (await self._ask("GetCapabilities", ""))[0])

    async def _ask(self, member: str, signature: str, *body: Any) -> list[Any]:
        return await self._call(SERVICE, PATH, SERVICE, member, signature, *body)

    async def _call(
        self, service: str, path: str, interface: str, member: str, signature: str, *body: Any
    ) -> list[Any]:
        """Return the answer; ConnectionError where there is none."""
        from dbus_fast import Message, MessageType  # noqa: PLC0415

        if self._bus is None:
            raise ConnectionError
        asked = Message(
            destination=service, path=path, interface=interface, member=member, signature=signature, body=list(body)
        )
        reply = await self._bus.call(asked)
        if reply is None or reply.message_type is MessageType.ERROR:
            raise ConnectionError
        return list(reply.body)

    def _listen(self, message: Message) -> None:
        if message.interface != SERVICE or not message.body or message.body[0] not in self._shown:
            return
        if message.member == "ActionInvoked":
            number = message.body[0]
            self._heard.acted(self._shown.pop(number), str(message.body[1]))
            # Some services leave it on the screen.
            self._closing = asyncio.ensure_future(_unless_broken(self._ask("CloseNotification", "u", number)))
        elif message.member == "NotificationClosed":
            key = self._shown.pop(message.body[0])
            if message.body[1:2] == [_DISMISSED]:
                self._heard.dismissed(key)


async def _end_of(bus: MessageBus) -> bool:
    await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
    return True


async def _unless_broken(asked: Coroutine[Any, Any, Any]) -> Any:
    """Return what is answered within ANSWER_S, None where the bus or the service is not there or breaks."""
    from dbus_fast import DBusError, InvalidAddressError  # noqa: PLC0415
    from dbus_fast.errors import AuthError  # noqa: PLC0415

    try:
        async with asyncio.timeout(ANSWER_S):
            return await asked
    except (OSError, EOFError, ValueError, TimeoutError, DBusError, AuthError, InvalidAddressError):
        return None
