"""A real gnome-keyring-daemon on a bus and in a home of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from helpers.desktop_bus import start_bus
from helpers.desktop_programs import Programs, need, wait_until

_TESTS = Path(__file__).resolve().parents[1]
_COLLECTION = "/org/freedesktop/secrets/collection/login"


@dataclass(frozen=True)
class DesktopKeyring:
    """The session it runs in."""

    programs: Programs

    def lock(self) -> None:
        """Lock it, as a log-out or the person would."""
        self._call("Lock", f"array:objpath:{_COLLECTION}")

    def life(self, name: str, folder: Path) -> Any:
        """Run a program of helpers.keyring_life on a profile in the session and return what it found."""
        done = self.python("-m", "helpers.keyring_life", name, str(folder))
        if done.returncode:
            pytest.fail(done.stderr)
        return json.loads(done.stdout)

    def python(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run Python in the session."""
        environment = self.programs.environ
        return subprocess.run(
            (sys.executable, *words), env=environment, capture_output=True, text=True, check=False, timeout=60
        )

    def _call(self, method: str, *arguments: str) -> None:
        self.programs.run(
            "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets",
            f"org.freedesktop.Secret.Service.{method}", *arguments,
        )  # fmt: skip


@contextmanager
def bus_alone(folder: Path) -> Iterator[DesktopKeyring]:
    """Give a session with a bus and no keyring on it."""
    need("dbus-daemon")
    home = folder / "home"
    home.mkdir(parents=True)
    (folder / "run").mkdir(mode=0o700)
    environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    environment |= {"XDG_RUNTIME_DIR": str(folder / "run"), "XDG_CONFIG_HOME": str(home / "config")}
    environment["PYTHONPATH"] = os.pathsep.join([str(_TESTS), environment["PYTHONPATH"]])
    environment.pop("PYTHON_KEYRING_BACKEND", None)
    with Programs(folder, environment) as programs:
        programs.environ["DBUS_SESSION_BUS_ADDRESS"] = start_bus(programs, folder / "bus")
        yield DesktopKeyring(programs)


@contextmanager
def desktop_keyring(folder: Path) -> Iterator[DesktopKeyring]:
    """Give a session with an unlocked keyring."""
    need("gnome-keyring-daemon", "dbus-send")
    with bus_alone(folder) as session:
        command = ("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
        reading, writing = os.pipe()
        os.write(writing, b"pw")
        os.close(writing)
        process = subprocess.Popen(
            command, env=session.programs.environ, stdin=reading, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(reading)
        try:
            wait_until(lambda: _answers(session), "the keyring to answer")
            yield session
        finally:
            process.terminate()
            process.wait(10)


def _answers(session: DesktopKeyring) -> bool:
    code = "from engine.keys.locksmith import Locksmith\nprint(Locksmith().keyring())"
    return session.python("-c", code).stdout.strip() == "Secret Service"
