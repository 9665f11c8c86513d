"""A throw-away Wayland desktop: headless sway with D-Bus and logind of its own, and real programs to put in front.

sway refuses root, so there the compositor runs as "nobody" and its clients stay root.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import pytest

_CONFIG = (
    "output * resolution 1280x800\ndefault_border none\nfocus_follows_mouse no\nxwayland disable\n"
    "focus_on_window_activation none\n"
)
_NEEDED = ("sway", "swaymsg", "foot", "wtype", "dbus-daemon")
_PATIENCE_S = 15.0
_QT_WINDOW = """
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
QGuiApplication.setDesktopFileName(sys.argv[1])
label = QLabel("kairos")
label.setWindowTitle(sys.argv[2])
def read(*_):
    line = sys.stdin.readline()
    if not line:
        app.quit()
    label.setWindowTitle(line.rstrip("\\n"))
notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
notifier.activated.connect(read)
label.show()
app.exec()
"""
_FOOT_CHILD = 'while IFS= read -r line; do printf "\\033]0;%s\\007" "$line"; done <"$0"'


class Program:
    """One real window; its title is told to it line by line."""

    def __init__(self, app: str, process: subprocess.Popen[str], ear: IO[str]) -> None:
        self.app = app
        self._process = process
        self._ear = ear

    def say(self, title: str) -> None:
        """Ask the program to take a title."""
        self._ear.write(f"{title}\n")
        self._ear.flush()

    def close(self) -> None:
        """End the program."""
        _end(self._process)
        with contextlib.suppress(BrokenPipeError):
            self._ear.close()


class SwayDesktop:
    """The desktop; environ is what a program inside it is started with."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="ks-"))  # short: the names of UNIX sockets have 107 bytes at most
        self.environ = {
            **os.environ,
            "XDG_RUNTIME_DIR": str(self.folder),
            "SWAYSOCK": str(self.folder / "sway.sock"),
            "XDG_SESSION_TYPE": "wayland",
            "XDG_CURRENT_DESKTOP": "sway",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.folder}/bus",
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.folder}/sysbus",
        }
        self._running: list[subprocess.Popen[str]] = []
        self._programs: list[Program] = []
        self._compositor: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        for name in ("bus", "sysbus"):
            self._start(
                "dbus-daemon", "--session", f"--address=unix:path={self.folder}/{name}", "--nofork", "--nopidfile"
            )
        (self.folder / "config").write_text(_CONFIG, encoding="utf-8")
        _wait_for(lambda: all((self.folder / name).is_socket() for name in ("bus", "sysbus")), "D-Bus")
        self.start_compositor()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for program in self._programs:
            program.close()
        for process in reversed(self._running):
            _end(process)
        shutil.rmtree(self.folder, ignore_errors=True)

    def start_compositor(self) -> None:
        """Start sway, and wait until it answers."""
        for stale in self.folder.glob("wayland-*"):
            stale.unlink()
        (self.folder / "sway.sock").unlink(missing_ok=True)
        wlroots = {
            "WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_HEADLESS_OUTPUTS": "1",
        }  # fmt: skip
        environ = {**self.environ, **wlroots, "HOME": str(self.folder)}
        command = [*self._as_somebody(), "sway", "-c", str(self.folder / "config")]
        self._compositor = self._start(*command, environ=environ)
        _wait_for(lambda: self._sockets() and self.message("-t", "get_version").returncode == 0, "sway")
        self.environ["WAYLAND_DISPLAY"] = self._sockets()[0].name

    def stop_compositor(self) -> None:
        """Let the compositor die, as it does at a crash."""
        if self._compositor is not None:
            self._compositor.kill()
            self._compositor.wait()

    def terminal(self, app: str, title: str) -> Program:
        """Open a foot terminal and wait until it is there."""
        fifo = self.folder / f"{app}.title"
        os.mkfifo(fifo, 0o600)
        process = self._start("foot", "--app-id", app, "-T", title, "sh", "-c", _FOOT_CHILD, str(fifo))
        return self._opened(Program(app, process, fifo.open("w", encoding="utf-8")))

    def qt_window(self, app: str, title: str) -> Program:
        """Open a small Qt window and wait until it is there."""
        environ = {**self.environ, "QT_QPA_PLATFORM": "wayland"}
        process = self._start(sys.executable, "-c", _QT_WINDOW, app, title, environ=environ, stdin=subprocess.PIPE)
        if process.stdin is None:
            raise RuntimeError("a pipe was asked for")
        return self._opened(Program(app, process, process.stdin))

    def logind(self) -> None:
        """Start a logind of the test's own on the system bus of this desktop."""
        self._start("/usr/bin/python3", "-m", "dbusmock", "--system", "--template", "logind")
        _wait_for(lambda: self.system_call("org.freedesktop.login1.Manager.ListSessions").returncode == 0, "logind")

    def system_call(
        self, member: str, *arguments: str, path: str = "/org/freedesktop/login1"
    ) -> subprocess.CompletedProcess[str]:
        """Call logind."""
        command = ["dbus-send", "--bus=" + self.environ["DBUS_SYSTEM_BUS_ADDRESS"], "--print-reply"]
        return self.run(*command, "--dest=org.freedesktop.login1", path, member, *arguments)

    def focus(self, program: Program) -> None:
        """Bring a program to the front."""
        self.message(f"[app_id={program.app}] focus").check_returncode()

    def press_key(self) -> None:
        """Type one key."""
        self.run("wtype", "-k", "Shift_L").check_returncode()

    def message(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Send the compositor a message."""
        return self.run("swaymsg", *words)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command inside the desktop to its end."""
        return subprocess.run(
            command, env=self.environ, capture_output=True, text=True, check=False, timeout=_PATIENCE_S
        )

    def spawn(self, *command: str, environ: dict[str, str] | None = None) -> subprocess.Popen[str]:
        """Start a program inside the desktop; it ends with the desktop at the latest."""
        return self._start(*command, environ=environ)

    def _opened(self, program: Program) -> Program:
        self._programs.append(program)
        _wait_for(lambda: f'"app_id": "{program.app}"' in self.message("-t", "get_tree").stdout, program.app)
        return program

    def _start(
        self, *command: str, environ: dict[str, str] | None = None, stdin: int = subprocess.DEVNULL
    ) -> subprocess.Popen[str]:
        quiet = subprocess.DEVNULL
        with (self.folder / f"{Path(command[0]).name}.log").open("a") as log:
            process = subprocess.Popen(
                command, env=environ or self.environ, stdin=stdin, stdout=quiet, stderr=log, text=True
            )
        self._running.append(process)
        return process

    def _sockets(self) -> list[Path]:
        return sorted(path for path in self.folder.glob("wayland-*") if path.is_socket())

    def _as_somebody(self) -> Sequence[str]:
        if os.getuid() != 0:
            return ()
        nobody = pwd.getpwnam("nobody")
        os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
        return ("setpriv", f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups")


@pytest.fixture
def sway() -> Iterator[SwayDesktop]:
    """A running desktop without a window."""
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)} (apt-get install sway foot wtype dbus)")
    with SwayDesktop() as desktop:
        yield desktop


def _wait_for(condition: object, what: str) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while not (callable(condition) and condition()):
        if time.monotonic() > deadline:
            pytest.fail(f"{what} did not come up within {_PATIENCE_S:.0f} s")
        time.sleep(0.02)


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(3.0)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdin is not None:
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()
