"""Hears on Linux's D-Bus that the session is locked, switched away from, asleep or covered by a screen saver.

Two buses are listened to, each for itself: the system bus, where logind speaks, and the session bus, where
screen lockers do. A bus that is missing or goes away is tried again within five seconds; what it said holds
no longer meanwhile, since nobody could say when it ends.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from engine.domain.errors import ProbeLost, ProbeUnavailable
from engine.domain.health import ProbeReport
from engine.tracking.platforms.session_bus_lockers import follow_lockers
from engine.tracking.platforms.session_bus_logind import follow_login_session
from engine.tracking.platforms.session_bus_signs import SignBoard
from engine.tracking.platforms.wayland_bus import SessionBus, session_bus_address
from engine.tracking.probe import Sink

_log = logging.getLogger(__name__)

_SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket"
_NONE = "No local D-Bus was found: locking and suspending are not noticed."
_RETRY_S = (0.5, 1.0, 2.0, 4.0, 5.0)

_Follow = Callable[[SessionBus, SignBoard], Awaitable[None]]


class SessionBusProbe:
    """Session states only, never a window; runs beside the probe that watches windows."""

    name = "session-bus"

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        self._environ = os.environ if environ is None else environ

    def report(self) -> ProbeReport:
        """Say what the buses named in the environment, or in their usual places, could give; connects to nothing."""
        system, session = (_standing(one) for one in (self._usable_system(), self._usable_session()))
        note = "" if system or session else _NONE
        return ProbeReport("", self.name, False, False, False, system or session, system, note)

    async def run(self, sink: Sink, idle_after_ms: int) -> None:  # noqa: ARG002  (the protocol's; idle is not told here)
        """Report the states that hold now, then every change, until cancelled.

        Raises ProbeUnavailable where neither bus is a local one; a bus that does not answer is waited for.
        """
        system, session = self._usable_system(), self._usable_session()
        if not system and not session:
            raise ProbeUnavailable(_NONE)
        board = SignBoard(sink.session_sign)
        async with asyncio.TaskGroup() as both:
            if system:
                both.create_task(_stay(system, board, "system", self._follow_logind))
            if session:
                both.create_task(_stay(session, board, "session", follow_lockers))

    async def _follow_logind(self, bus: SessionBus, board: SignBoard) -> None:
        await follow_login_session(bus, board, self._environ.get("XDG_SESSION_ID", ""))

    def _usable_system(self) -> str:
        return _local({"DBUS_SESSION_BUS_ADDRESS": self._environ.get("DBUS_SYSTEM_BUS_ADDRESS", "") or _SYSTEM_BUS})

    def _usable_session(self) -> str:
        return _local(self._environ)


def _local(environ: Mapping[str, str]) -> str:
    try:
        return session_bus_address(environ)
    except ProbeUnavailable:
        return ""


def _certainly_absent(address: str) -> bool:
    """Return whether the address is one socket file that is not there; asking the file system is the cheapest."""
    path = address.removeprefix("unix:path=")
    return path != address and not set(path) & set(",;%") and not Path(path).exists()


def _standing(address: str) -> bool:
    """Return whether a bus may answer at the address, "" for none."""
    return bool(address) and not _certainly_absent(address)


async def _stay(address: str, board: SignBoard, bus_name: str, follow: _Follow) -> None:
    """Follow one bus for ever; a broken connection is mended quietly."""
    failures = 0
    while True:
        began = asyncio.get_running_loop().time()
        if not _certainly_absent(address):
            await _attend(address, board, bus_name, follow)
        held = asyncio.get_running_loop().time() - began > _RETRY_S[-1]
        failures = 1 if held else failures + 1
        await asyncio.sleep(_RETRY_S[min(failures, len(_RETRY_S)) - 1])


async def _attend(address: str, board: SignBoard, bus_name: str, follow: _Follow) -> None:
    """Follow one bus until it is lost; what it said holds no longer then."""
    try:
        # The variable is the session bus's; the address in it decides which bus it is.
        async with SessionBus({"DBUS_SESSION_BUS_ADDRESS": address}) as bus:
            await follow(bus, board)
    except ProbeLost:
        _log.debug("the %s bus does not answer", bus_name)
    finally:
        board.withdraw(bus_name)
