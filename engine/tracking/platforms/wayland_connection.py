"""One connection to a Wayland compositor on the asyncio loop."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from pywayland.client.display import Display
from pywayland.protocol.wayland import WlRegistry, WlRegistryProxy
from pywayland.protocol_core.interface import Interface
from pywayland.protocol_core.proxy import Proxy

from engine.domain.errors import ProbeLost, ProbeUnavailable

SETTLE_SECONDS = 5.0
_T = TypeVar("_T", bound=Interface)


def display_socket(environ: Mapping[str, str]) -> str:
    """Return the full path of the compositor's socket; raises ProbeUnavailable outside a Wayland session."""
    name = environ.get("WAYLAND_DISPLAY", "")
    folder = environ.get("XDG_RUNTIME_DIR", "")
    if not name:
        raise ProbeUnavailable("This is not a Wayland session: WAYLAND_DISPLAY is not set.")
    if not folder and not Path(name).is_absolute():
        raise ProbeUnavailable("The Wayland session cannot be found: XDG_RUNTIME_DIR is not set.")
    return str(Path(folder) / name)


class WaylandConnection:
    """Connects on entering, disconnects on leaving; reads only when the compositor has written.

    globals: what the compositor offers, by interface name, as (number, version).
    Only one may be listening in a process at a time: pywayland finds the display of a new object by its registry.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.globals: dict[str, tuple[int, int]] = {}
        self._display = Display(display_socket(environ))
        self._registry: WlRegistryProxy | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._news = asyncio.Event()
        self._broken: str = ""

    def __enter__(self) -> Self:
        """Connect; raises ProbeLost where nobody answers."""
        try:
            self._display.connect()
        except ValueError as cause:
            raise ProbeLost("The Wayland compositor does not answer; Kairos tries again.") from cause
        self._registry = self._display.get_registry()
        self._registry.dispatcher["global"] = self._offered
        self._registry.dispatcher["global_remove"] = self._withdrawn
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Disconnect; without it the process crashes when it ends."""
        if self._loop is not None:
            self._loop.remove_reader(self._display.get_fd())
        self._forget_registry()
        self._display.disconnect()

    def look(self) -> None:
        """Learn what the compositor offers, waiting for its answer; raises ProbeLost."""
        if self._display.roundtrip() < 0:
            raise ProbeLost("The Wayland compositor hung up; Kairos tries again.")

    def listen(self) -> None:
        """Read on the running loop from now on."""
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._display.get_fd(), self._readable)
        self._display.flush()

    async def settle(self) -> None:
        """Wait until the compositor has answered everything asked so far; raises ProbeLost."""
        answered = False

        def done(_callback: Proxy[Any], _serial: int) -> None:
            nonlocal answered
            answered = True

        callback = self._display.sync()
        callback.dispatcher["done"] = done
        try:
            async with asyncio.timeout(SETTLE_SECONDS):
                while not answered:
                    await self.news()
        except TimeoutError as cause:
            raise ProbeLost("The Wayland compositor does not answer; Kairos tries again.") from cause

    async def news(self) -> None:
        """Send what is waiting, then return once events have been dispatched; raises ProbeLost."""
        self._display.flush()
        await self._news.wait()
        self._news.clear()
        if self._broken:
            raise ProbeLost(f"The Wayland compositor hung up ({self._broken}); Kairos tries again.")

    def version(self, interface: type[Interface]) -> int:
        """Return the version both sides speak, 0 where the compositor does not offer the interface."""
        offered = self.globals.get(interface.name, (0, 0))[1]
        return min(offered, interface.version)

    def bind(self, interface: type[_T], version: int | None = None) -> Proxy[_T]:
        """Return the compositor's object of an interface it offers, in the version given or the newest shared."""
        if self._registry is None:
            raise ProbeLost("The Wayland connection is not open.")
        number, _ = self.globals[interface.name]
        bound: Proxy[_T] = self._registry.bind(number, interface, version or self.version(interface))
        return bound

    def _readable(self) -> None:
        try:
            self._display.read()
            self._display.dispatch()
            self._display.flush()
        except RuntimeError as cause:
            self._broken = str(cause)
            if self._loop is not None:
                self._loop.remove_reader(self._display.get_fd())
        self._news.set()

    def _offered(self, _registry: Proxy[Any], number: int, name: str, version: int) -> None:
        self.globals.setdefault(name, (number, version))

    def _withdrawn(self, _registry: Proxy[Any], number: int) -> None:
        for name in [name for name, (known, _) in self.globals.items() if known == number]:
            del self.globals[name]

    def _forget_registry(self) -> None:
        # pywayland takes the first registry it still remembers for the display of every new object: a stale one
        # would tie the windows of the next connection to a display that is gone.
        for pointer, registry in list(WlRegistry.registry.items()):
            if registry is self._registry:
                del WlRegistry.registry[pointer]
        self._registry = None
