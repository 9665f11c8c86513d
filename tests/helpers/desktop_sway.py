"""A throw-away Wayland desktop: headless sway with two buses of its own, and real programs to put in front.

sway refuses root, so there the compositor runs as "nobody" and its clients stay root.
"""

from __future__ import annotations

import json
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers.desktop_programs import Programs, need, wait_until

_CONFIG = """\
output * resolution 1280x800
default_border none
focus_follows_mouse no
xwayland disable
"""
_HEADLESS = (
    "WLR_BACKENDS=headless",
    "WLR_RENDERER=pixman",
    "WLR_LIBINPUT_NO_DEVICES=1",
    "WLR_HEADLESS_OUTPUTS=1",
)
# The pipe is held open by the reader itself, so that it never reads an end of file.
_FOOT_CHILD = 'exec 3<>"$0"; while IFS= read -r line <&3; do printf "\\033]0;%s\\007" "$line"; done'
_QT_WINDOW = """
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
orders = open(sys.argv[1], "r+b", buffering=0)
app = QApplication([])
QGuiApplication.setDesktopFileName(sys.argv[2])
label = QLabel("a window")
label.setWindowTitle(sys.argv[3])
notifier = QSocketNotifier(orders.fileno(), QSocketNotifier.Type.Read)
notifier.activated.connect(lambda *_: label.setWindowTitle(orders.readline().decode().rstrip("\\n")))
label.show()
app.exec()
"""


@dataclass(frozen=True)
class SwayWindow:
    """A real window: its app id, the program behind it, and the pipe through which it is given titles."""

    app: str
    process: subprocess.Popen[bytes]
    orders: Path


class SwayDesktop:
    """What a test does to the desktop; every action returns once it was asked for, not once it was seen."""

    def __init__(self, programs: Programs, folder: Path) -> None:
        self.programs = programs
        self._folder = folder
        self._compositor: subprocess.Popen[bytes] | None = None

    @property
    def environ(self) -> dict[str, str]:
        """The environment of programs on this desktop."""
        return self.programs.environ

    @property
    def bus(self) -> str:
        """The address of the bus that stands in for the system's."""
        return self.environ["DBUS_SYSTEM_BUS_ADDRESS"]

    def start_compositor(self) -> None:
        """Start sway and wait until it answers."""
        for stale in (*self._folder.glob("wayland-*"), self._folder / "sway.sock"):
            stale.unlink(missing_ok=True)
        config = self._folder / "config"
        config.write_text(_CONFIG, encoding="utf-8")
        home = f"HOME={self._folder}"
        self._compositor = self.programs.start(
            *_as_somebody(self._folder), "env", *_HEADLESS, home, "sway", "-c", str(config)
        )
        wait_until(self._answers, "sway")
        (display,) = [path for path in self._folder.glob("wayland-*") if path.is_socket()]
        self.environ["WAYLAND_DISPLAY"] = display.name

    def kill_compositor(self) -> None:
        """Kill sway; every program on it loses its connection."""
        assert self._compositor is not None
        self._compositor.kill()
        self._compositor.wait()

    def terminal(self, app: str, title: str) -> SwayWindow:
        """Open a foot terminal; returns once it has the focus."""
        orders = self._orders(app)
        return self._opened(app, orders, "foot", "--app-id", app, "-T", title, "sh", "-c", _FOOT_CHILD, str(orders))

    def qt_window(self, app: str, title: str) -> SwayWindow:
        """Open a small Qt window; returns once it has the focus."""
        orders = self._orders(app)
        wayland = ("env", "QT_QPA_PLATFORM=wayland")
        return self._opened(app, orders, *wayland, sys.executable, "-c", _QT_WINDOW, str(orders), app, title)

    def focus(self, window: SwayWindow) -> None:
        """Bring a window to the front."""
        self.programs.run("swaymsg", f"[app_id={window.app}] focus")

    def retitle(self, window: SwayWindow, title: str) -> None:
        """Have a program take a title."""
        with window.orders.open("w", encoding="utf-8") as pipe:
            pipe.write(f"{title}\n")

    def close(self, window: SwayWindow) -> None:
        """End the program behind a window."""
        self.programs.end(window.process)

    def press_key(self) -> None:
        """Make input: type one key."""
        self.programs.run("wtype", "-k", "Shift_L")

    def _orders(self, app: str) -> Path:
        orders = self._folder / f"{app}.orders"
        os.mkfifo(orders, 0o600)
        return orders

    def _opened(self, app: str, orders: Path, *command: str) -> SwayWindow:
        process = self.programs.start(*command)
        wait_until(lambda: self._front() == app, f"the focus on {app}")
        return SwayWindow(app, process, orders)

    def _front(self) -> str:
        nodes = [json.loads(self.programs.run("swaymsg", "-t", "get_tree"))]
        while nodes:
            node = nodes.pop()
            if node.get("focused"):
                return str(node.get("app_id") or "")
            nodes += node.get("nodes", []) + node.get("floating_nodes", [])
        return ""

    def _answers(self) -> bool:
        asked = subprocess.run(("swaymsg", "-t", "get_version"), env=self.environ, capture_output=True, check=False)
        return asked.returncode == 0


@contextmanager
def sway_desktop() -> Iterator[SwayDesktop]:
    """Give a running desktop without a window; everything on it is ended afterwards."""
    need("sway", "swaymsg", "foot", "wtype", "dbus-daemon", *(["setpriv"] if os.getuid() == 0 else []))
    folder = Path(tempfile.mkdtemp(prefix="ks-"))  # short: the names of UNIX sockets have 107 bytes at most
    environ = {
        **os.environ,
        "XDG_RUNTIME_DIR": str(folder),
        "XDG_SESSION_TYPE": "wayland",
        "XDG_CURRENT_DESKTOP": "sway",
        "SWAYSOCK": str(folder / "sway.sock"),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus",
        "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/sysbus",
    }
    try:
        with Programs(folder, environ) as programs:
            for name in ("bus", "sysbus"):
                listen = f"--address=unix:path={folder / name}"
                programs.start_telling("dbus-daemon", "--session", "--nofork", "--print-address={fd}", listen)
            desktop = SwayDesktop(programs, folder)
            desktop.start_compositor()
            yield desktop
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def sway() -> Iterator[SwayDesktop]:
    """A Wayland desktop without a window."""
    with sway_desktop() as desktop:
        yield desktop


def _as_somebody(folder: Path) -> Sequence[str]:
    if os.getuid() != 0:
        return ()
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return ("setpriv", f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups")
