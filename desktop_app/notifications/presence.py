"""Whether this desktop has a notification service; asked off the GUI thread."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QSystemTrayIcon

from desktop_app.notifications.bubble import bus_address
from desktop_app.notifications.bus_talk import SERVICE

_BUS = "org.freedesktop.DBus"
_PATIENCE_S = 2.0


def service_answers() -> bool:
    """Return whether notifications are shown: by the service on the session bus, elsewhere by the tray's own way."""
    if not sys.platform.startswith("linux"):
        return QSystemTrayIcon.supportsMessages()
    if not bus_address():
        return False
    import asyncio  # noqa: PLC0415  (not part of the window's start)

    from dbus_fast import DBusError, InvalidAddressError  # noqa: PLC0415
    from dbus_fast.errors import AuthError  # noqa: PLC0415

    try:
        return asyncio.run(_asked())
    except (OSError, EOFError, ValueError, TimeoutError, DBusError, AuthError, InvalidAddressError):
        return False


async def _asked() -> bool:
    """Ask the bus who is there, and whom it would start when called."""
    import asyncio  # noqa: PLC0415

    from dbus_fast import Message  # noqa: PLC0415
    from dbus_fast.aio import MessageBus  # noqa: PLC0415

    async with asyncio.timeout(_PATIENCE_S):
        bus = await MessageBus(bus_address=bus_address()).connect()
        try:
            for member in ("ListNames", "ListActivatableNames"):
                reply = await bus.call(
                    Message(destination=_BUS, path="/org/freedesktop/DBus", interface=_BUS, member=member)
                )
                if reply is not None and reply.body and SERVICE in reply.body[0]:
                    return True
        finally:
            bus.disconnect()
            await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
    return False
