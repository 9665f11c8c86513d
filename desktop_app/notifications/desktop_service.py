"""The desktop's notification service as Qt sees it: nothing here waits for the bus.

Qt's own D-Bus cannot say an unsigned number from Python, which the service asks for, so the bus is spoken to by the
library the recorder uses, on a thread that starts with the first notification.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop_app.notifications.bubble import Bubble, bus_address

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from desktop_app.notifications.bus_talk import BusTalk

_PATIENCE_S = 7.0

_Wish = Callable[["BusTalk"], Coroutine[Any, Any, None]]


class DesktopService(QObject):
    """Shows bubbles; emits acted(key, action), dismissed(key), and failed(Bubble) for one that nobody shows."""

    acted = Signal(str, str)
    dismissed = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._running: tuple[AbstractEventLoop, BusTalk] | None = None
        self._waiting: list[_Wish] = []

    @staticmethod
    def may_be_there() -> bool:
        """Return whether there can be such a service: on Linux and its kin, where there is a session bus."""
        return sys.platform.startswith("linux") and bool(bus_address())

    def show(self, bubble: Bubble) -> None:
        """Have a bubble shown."""
        self._wish(lambda talk: talk.show(bubble))

    def withdraw(self, key: str) -> None:
        """Have a bubble taken back."""
        if self._thread is not None:
            self._wish(lambda talk: talk.withdraw(key))

    def close(self) -> None:
        """End the connection and its thread."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._wish(_leave)
            thread.join(_PATIENCE_S)

    def _wish(self, wish: _Wish) -> None:
        with self._lock:
            if self._running is None:
                self._waiting.append(wish)
                if len(self._waiting) == 1:
                    self._thread = threading.Thread(target=self._serve, name="notifications", daemon=True)
                    self._thread.start()
                return
            loop, talk = self._running
        loop.call_soon_threadsafe(lambda: loop.create_task(wish(talk)))

    def _serve(self) -> None:
        """Run the loop; what it needs is loaded here, so that the window waits for nothing."""
        import asyncio  # noqa: PLC0415

        from desktop_app.notifications.bus_talk import BusTalk, Heard  # noqa: PLC0415

        loop = asyncio.new_event_loop()
        talk = BusTalk(Heard(self._tell_acted, self._tell_dismissed, self._tell_failed))
        with self._lock:
            self._running = loop, talk
            tasks = [loop.create_task(wish(talk)) for wish in self._waiting]
            self._waiting.clear()
        try:
            loop.run_forever()
            del tasks
        finally:
            loop.close()
            with self._lock:
                self._running = None

    def _tell_acted(self, key: str, action: str) -> None:
        if isValid(self):
            self.acted.emit(key, action)

    def _tell_dismissed(self, key: str) -> None:
        if isValid(self):
            self.dismissed.emit(key)

    def _tell_failed(self, bubble: Bubble) -> None:
        if isValid(self):
            self.failed.emit(bubble)


async def _leave(talk: BusTalk) -> None:
    import asyncio  # noqa: PLC0415

    await talk.close()
    asyncio.get_running_loop().stop()
