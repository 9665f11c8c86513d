"""A tray on a bus of the test's own: hosts status items and presses entries of their menus, as a desktop would."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus
from helpers.desktop_bus import PlayedService, connection

_WATCHER = "org.kde.StatusNotifierWatcher"
_PATH = "/StatusNotifierWatcher"
_ITEM = "org.kde.StatusNotifierItem"
_MENU = "com.canonical.dbusmenu"
_PROPERTIES = "org.freedesktop.DBus.Properties"


class PlayedTray(PlayedService):
    """A StatusNotifier watcher and host in one; item: who registered, set once someone did."""

    def __init__(self, bus: MessageBus) -> None:
        super().__init__(bus)
        self.item: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        there = Variant("b", True)
        self.answers = {
            (_PATH, _PROPERTIES, "Get"): ("v", [there]),
            (_PATH, _PROPERTIES, "GetAll"): ("a{sv}", [{"IsStatusNotifierHostRegistered": there}]),
            (_PATH, _WATCHER, "RegisterStatusNotifierItem"): ("", []),
        }

    def _answer(self, message: Message) -> Message | None:
        if message.member == "RegisterStatusNotifierItem" and not self.item.done():
            named = str(message.body[0])
            self.item.set_result(str(message.sender) if named.startswith("/") else named)
        return super()._answer(message)

    async def _call(self, path: str, interface: str, member: str, signature: str, *body: Any) -> list[Any]:
        message = Message(
            destination=await self.item, path=path, interface=interface, member=member, signature=signature,
            body=list(body),
        )  # fmt: skip
        reply = await asyncio.wait_for(self._bus.call(message), 10)
        assert reply is not None
        assert reply.message_type is MessageType.METHOD_RETURN, reply.body
        return list(reply.body)

    async def entries(self) -> dict[str, int]:
        """Return the visible entries of the menu in order, by what they say, with their numbers."""
        [menu] = await self._call("/StatusNotifierItem", _PROPERTIES, "Get", "ss", _ITEM, "Menu")
        await self._call(menu.value, _MENU, "AboutToShow", "i", 0)
        _, layout = await self._call(menu.value, _MENU, "GetLayout", "iias", 0, -1, [])
        shown: dict[str, int] = {}
        for number, said, _ in (child.value for child in layout[2]):
            if said.get("visible", Variant("b", True)).value and "label" in said:
                shown[said["label"].value.replace("_", "")] = number
        return shown

    async def choose(self, label: str) -> None:
        """Press an entry."""
        [menu] = await self._call("/StatusNotifierItem", _PROPERTIES, "Get", "ss", _ITEM, "Menu")
        number = (await self.entries())[label]
        await self._call(menu.value, _MENU, "Event", "isvu", number, "clicked", Variant("s", ""), 0)


@asynccontextmanager
async def played_tray(address: str) -> AsyncIterator[PlayedTray]:
    """Have a tray on the bus for the time of the block."""
    async with connection(address, _WATCHER) as bus:
        yield PlayedTray(bus)
