"""A throw-away X11 desktop: Xvfb on a free display, a window manager, real windows."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from helpers.desktop_bus import start_bus
from helpers.desktop_programs import Programs, need, wait_until

_XTERM_FONT = ("-fa", "DejaVu Sans Mono", "-fs", "9")


@dataclass
class XWindow:
    """A real window: its X id, the program behind it, and the pipe through which an xterm is told what to show."""

    id: str
    process: subprocess.Popen[bytes]
    orders: Path | None = None


class X11Desktop:
    """What a test does to the desktop; every action returns once it was asked for, not once it was seen."""

    def __init__(self, programs: Programs, manager: str, folder: Path) -> None:
        self.programs = programs
        self.number = ""
        self._folder = folder
        self._manager_name = manager
        self._server: subprocess.Popen[bytes] | None = None
        self._manager: subprocess.Popen[bytes] | None = None
        self._windows = 0

    @property
    def environ(self) -> dict[str, str]:
        """The environment of programs on this desktop."""
        return self.programs.environ

    def start_server(self) -> None:
        """Start the X server, on the number it had before where it had one, and the window manager."""
        wanted = [f":{self.number}"] if self.number else []
        screen = ("-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset")
        self._server, self.number = self.programs.start_telling("Xvfb", *wanted, "-displayfd", "{fd}", *screen)
        self.environ["DISPLAY"] = f":{self.number}"
        if self._manager_name:
            self.start_manager()

    def kill_server(self) -> None:
        """Kill the X server; every program on it loses its connection."""
        assert self._server is not None
        self._server.kill()
        self._server.wait()

    def start_manager(self) -> None:
        """Start the window manager and wait until it announces itself."""
        self._manager = self.programs.start(self._manager_name)
        wait_until(self._manager_is_there, f"the window manager {self._manager_name}")

    def kill_manager(self) -> None:
        """Kill the window manager, which leaves its announcements behind."""
        assert self._manager is not None
        self._manager.kill()
        self._manager.wait()

    def _manager_is_there(self) -> bool:
        asked = subprocess.run(("xprop", "-root", "_NET_SUPPORTED"), env=self.environ, capture_output=True, check=False)
        return b"_NET_ACTIVE_WINDOW" in asked.stdout

    def xterm(self, title: str, *, name: str = "XTerm") -> XWindow:
        """Open a terminal of the class given whose title follows orders; returns once it has the focus."""
        self._windows += 1
        orders = self._folder / f"orders-{self._windows}"
        os.mkfifo(orders)
        # The pipe is held open by the shell itself, so that it never reads an end of file.
        loop = f'exec 3<>"{orders}"; while IFS= read -r line <&3; do printf "\\033]2;%s\\007" "$line"; done'
        return self._opened(
            title, orders, "xterm", *_XTERM_FONT, "-class", name, "-title", title, "-e", "sh", "-c", loop
        )

    def program(self, title: str, *command: str) -> XWindow:
        """Open another program's window, known by a part of its title; returns once it has the focus."""
        return self._opened(title, None, *command)

    def _opened(self, title: str, orders: Path | None, *command: str) -> XWindow:
        process = self.programs.start(*command)
        window = self.programs.run("xdotool", "search", "--sync", "--onlyvisible", "--name", title).splitlines()[0]
        wait_until(lambda: self.active() == window, f"the focus on {title}")
        return XWindow(window, process, orders)

    def active(self) -> str:
        """Return the id of the window with the focus, empty where none has it."""
        asked = subprocess.run(
            ("xdotool", "getwindowfocus"), env=self.environ, capture_output=True, text=True, check=False
        )
        return asked.stdout.strip()

    def focus(self, window: XWindow) -> None:
        """Bring a window to the front."""
        self.programs.run("xdotool", "windowactivate", "--sync", window.id)

    def retitle(self, window: XWindow, title: str) -> None:
        """Give a window another title: an xterm by its own escape sequence, others from outside."""
        if window.orders is None:
            self.programs.run("xdotool", "set_window", "--name", title, window.id)
        else:
            with window.orders.open("w", encoding="utf-8") as pipe:
                pipe.write(f"{title}\n")

    def close(self, window: XWindow) -> None:
        """End the program behind a window."""
        self.programs.end(window.process)

    def move_pointer(self, x: int, y: int) -> None:
        """Make input: move the mouse."""
        self.programs.run("xdotool", "mousemove", str(x), str(y))

    def saver(self, mode: str) -> None:
        """Bring the X server's screen saver on ("activate") or off ("reset")."""
        self.programs.run("xset", "s", mode)


def now_ms() -> int:
    """Return the wall clock in milliseconds."""
    return time.time_ns() // 1_000_000


@contextmanager
def x11_desktop(folder: Path, *, manager: str = "openbox", bus_address: str = "") -> Iterator[X11Desktop]:
    """Give a running desktop; everything on it is ended afterwards."""
    need("Xvfb", "xdotool", "xterm", "xprop", "xset", *([manager] if manager else []))
    folder.mkdir(parents=True, exist_ok=True)
    # Else an editor that was ended with unsaved changes restores them in the next test's window.
    own = {"GSETTINGS_BACKEND": "memory", "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    environ = {**os.environ, "XDG_SESSION_TYPE": "x11", **own}
    environ.pop("WAYLAND_DISPLAY", None)
    if bus_address:
        environ |= {"DBUS_SESSION_BUS_ADDRESS": bus_address, "DBUS_SYSTEM_BUS_ADDRESS": bus_address}
    with Programs(folder, environ) as programs:
        if not bus_address:  # without one GTK starts a bus of its own that outlives the test
            programs.environ["DBUS_SESSION_BUS_ADDRESS"] = start_bus(programs, folder)
        desktop = X11Desktop(programs, manager, folder)
        desktop.start_server()
        yield desktop
