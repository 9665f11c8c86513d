"""Listens to the screen lockers and savers of the desktops on the session bus.

ActiveChanged means different things: on GNOME, KDE and Cinnamon the service is the locker and active means the
screen is shut (LOCKED). MATE's and Xfce's savers can cover the screen without locking it (SCREENSAVER); that they
lock, logind's hint tells.
"""

from __future__ import annotations

from dbus_fast import Message, MessageType

from engine.tracking.platforms.session_bus_signs import Inbox, SignBoard
from engine.tracking.platforms.wayland_bus import CallRefused, SessionBus, new_owner, owner_changed_rule
from engine.tracking.probe import SessionSign

_BUS = "session"
_LOCKERS = {
    "org.gnome.ScreenSaver": ("/org/gnome/ScreenSaver", SessionSign.LOCKED),
    "org.freedesktop.ScreenSaver": ("/org/freedesktop/ScreenSaver", SessionSign.LOCKED),  # KDE
    "org.cinnamon.ScreenSaver": ("/org/cinnamon/ScreenSaver", SessionSign.LOCKED),
    "org.mate.ScreenSaver": ("/org/mate/ScreenSaver", SessionSign.SCREENSAVER),
    "org.xfce.ScreenSaver": ("/org/xfce/ScreenSaver", SessionSign.SCREENSAVER),
}


async def follow_lockers(bus: SessionBus, board: SignBoard) -> None:
    """Put what the lockers say on the board until the bus is lost, which raises ProbeLost."""
    inbox = Inbox(bus)
    rules = [f"type='signal',sender='{name}',interface='{name}',member='ActiveChanged'" for name in _LOCKERS]
    try:
        await inbox.open(*rules, *(owner_changed_rule(name) for name in _LOCKERS))
        for name in _LOCKERS:
            if await bus.owner(name):
                await _ask(bus, board, name)
        while True:
            await _take(bus, board, await inbox.next())
    finally:
        inbox.close()


async def _take(bus: SessionBus, board: SignBoard, message: Message) -> None:
    name = str(message.interface)
    if message.message_type is MessageType.SIGNAL and message.member == "ActiveChanged" and name in _LOCKERS:
        board.put(_LOCKERS[name][1], _BUS, name, message.body[:1] == [True])
        return
    for service in _LOCKERS:
        owner = new_owner(message, service)
        if owner == "":
            board.withdraw(_BUS, service)
        elif owner:
            await _ask(bus, board, service)


async def _ask(bus: SessionBus, board: SignBoard, name: str) -> None:
    """Ask a locker that runs how it is now; one that does not know the question is taken for open."""
    path, sign = _LOCKERS[name]
    try:
        answer = await bus.call(name, path, name, "GetActive")
    except CallRefused:
        answer = [False]
    board.put(sign, _BUS, name, answer[:1] == [True])
