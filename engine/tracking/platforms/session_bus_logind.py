"""Follows the person's login session as logind tells of it: lock, user switch, suspend."""

from __future__ import annotations

import asyncio
import os
from typing import Any

from dbus_fast import Message

from engine.tracking.platforms.session_bus_signs import Inbox, SignBoard
from engine.tracking.platforms.wayland_bus import CallRefused, SessionBus, new_owner, owner_changed_rule
from engine.tracking.probe import SessionSign

_SERVICE = "org.freedesktop.login1"
_MANAGER_PATH = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_USER = "org.freedesktop.login1.User"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_GRAPHICAL = ("x11", "wayland", "mir")
_BUS = "system"
_CONFIRM_S = 15.0
_RULES = (
    owner_changed_rule(_SERVICE),
    f"type='signal',sender='{_SERVICE}',interface='{_MANAGER}'",
    f"type='signal',sender='{_SERVICE}',interface='{_SESSION}'",
    f"type='signal',sender='{_SERVICE}',interface='{_PROPERTIES}',arg0='{_SESSION}'",
)


async def follow_login_session(bus: SessionBus, board: SignBoard, session_id: str) -> None:
    """Put lock, switch and suspend on the board until the bus is lost, which raises ProbeLost.

    session_id: the environment's XDG_SESSION_ID, empty where there is none.
    """
    inbox = Inbox(bus)
    session = _LoginSession(bus, board, session_id)
    try:
        await inbox.open(*_RULES)
        await session.find()
        while True:
            await session.take(await inbox.next())
    finally:
        session.forget_request()
        inbox.close()


class _LoginSession:
    def __init__(self, bus: SessionBus, board: SignBoard, session_id: str) -> None:
        self._bus = bus
        self._board = board
        self._session_id = session_id
        self._path = ""
        self._owner = ""
        self._request: asyncio.TimerHandle | None = None

    async def find(self) -> None:
        """Find the session anew and put down how it is now."""
        self._board.withdraw(_BUS)
        self.forget_request()
        self._path = ""
        self._owner = await self._bus.owner(_SERVICE)
        if not self._owner:
            return
        manager = await self._properties(_MANAGER_PATH, _MANAGER)
        self._put(SessionSign.SUSPENDED, "sleep", manager.get("PreparingForSleep") is True)
        self._path, present = await self._chosen()
        self._heed(present)

    async def _chosen(self) -> tuple[str, dict[str, Any]]:
        """Return the first graphical session of the candidates, else the first that exists, else nothing."""
        found: list[tuple[str, dict[str, Any]]] = []
        for path in await self._candidates():
            present = await self._properties(path, _SESSION)
            if present.get("Type") in _GRAPHICAL:
                return path, present
            if present:
                found.append((path, present))
        return found[0] if found else ("", {})

    async def _candidates(self) -> list[str]:
        """Return this process's session, the environment's, and the one in which the user has a screen."""
        paths = [await self._ask("GetSessionByPID", "u", os.getpid())]
        if self._session_id:
            paths.append(await self._ask("GetSession", "s", self._session_id))
        user = await self._ask("GetUser", "u", os.getuid())
        if user:
            display = (await self._properties(user, _USER)).get("Display") or ("", "")
            paths.append(str(display[1]) if display[0] else "")
        return [path for path in paths if path]

    async def take(self, message: Message) -> None:
        """Heed one signal."""
        owner = new_owner(message, _SERVICE)
        if owner is not None:
            # Who was asked already while this was on its way is not asked anew: a lock would seem to open for a moment.
            if not self._path or owner != self._owner:
                await self.find()
        elif message.member in ("SessionNew", "SessionRemoved"):
            await self.find()
        elif message.member == "PrepareForSleep" and message.interface == _MANAGER:
            self._put(SessionSign.SUSPENDED, "sleep", message.body == [True])
        elif message.path != self._path:
            return
        elif message.interface == _SESSION:
            self._heed_request(str(message.member))
        elif message.interface == _PROPERTIES and message.body[:1] == [_SESSION]:
            self._heed({name: value.value for name, value in message.body[1].items()})

    def _heed(self, changed: dict[str, Any]) -> None:
        if "Active" in changed:
            self._put(SessionSign.SWITCHED, "session", changed["Active"] is False)
        if "LockedHint" in changed:
            self.forget_request()
            self._put(SessionSign.LOCKED, "hint", changed["LockedHint"] is True)

    def _heed_request(self, member: str) -> None:
        """Heed Lock and Unlock, which ask a locker to act.

        Many lockers never say when the person has unlocked the screen, so a Lock that neither logind's hint nor
        an Unlock follows up would hold for ever: it is believed for 15 seconds, then idle time takes over.
        """
        if member == "Lock":
            self.forget_request()
            self._put(SessionSign.LOCKED, "request", True)
            self._request = asyncio.get_running_loop().call_later(_CONFIRM_S, self.forget_request)
        elif member == "Unlock":
            self.forget_request()
            self._put(SessionSign.LOCKED, "hint", False)

    def forget_request(self) -> None:
        """Believe a Lock signal no longer."""
        if self._request is not None:
            self._request.cancel()
            self._request = None
        self._put(SessionSign.LOCKED, "request", False)

    def _put(self, sign: SessionSign, who: str, holds: bool) -> None:
        self._board.put(sign, _BUS, who, holds)

    async def _ask(self, member: str, signature: str, argument: object) -> str:
        try:
            answer = await self._bus.call(_SERVICE, _MANAGER_PATH, _MANAGER, member, signature, argument)
        except CallRefused:
            return ""
        return str(answer[0]) if answer else ""

    async def _properties(self, path: str, interface: str) -> dict[str, Any]:
        try:
            answer = await self._bus.call(_SERVICE, path, _PROPERTIES, "GetAll", "s", interface)
        except CallRefused:
            return {}
        return {name: value.value for name, value in answer[0].items()} if answer else {}
