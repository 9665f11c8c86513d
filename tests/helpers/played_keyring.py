"""A keyring in a file, and the process that knows keyrings played within this one: same code, nothing started."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.domain.errors import KeyringUnavailable
from engine.keys import child, locksmith, os_keyring
from engine.keys.locksmith import Locksmith


class FileKeyring:
    """Keeps entries in a file, so that it outlives a process; away: it answers nobody."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.away = False

    def entries(self) -> dict[str, str]:
        """Return what is kept."""
        return dict(json.loads(self._path.read_text())) if self._path.exists() else {}

    def get_password(self, service: str, username: str) -> str | None:
        """Return an entry."""
        return self.entries().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep an entry."""
        self._path.write_text(json.dumps({**self.entries(), f"{service}/{username}": password}))

    def delete_password(self, service: str, username: str) -> None:
        """Forget an entry."""
        kept = {name: one for name, one in self.entries().items() if name != f"{service}/{username}"}
        self._path.write_text(json.dumps(kept))


class PlayedLocksmith(Locksmith):
    """Asks the same questions of the same code, within this process."""

    def _ask(self, question: Mapping[str, Any], *, patient: bool = False) -> Mapping[str, Any]:
        return child._ANSWERS[question["do"]](json.loads(json.dumps(question)))


def play_keyring(path: Path) -> FileKeyring:
    """Have this process use a keyring in the file, for good: for programs of their own only."""
    played = FileKeyring(path)

    def keyring(*, prompt: bool) -> FileKeyring:
        if played.away:
            raise KeyringUnavailable("The keyring is locked. Unlock it and try again.")
        return played

    os.environ.pop("PYTHON_KEYRING_BACKEND", None)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
    vars(os_keyring)["_keyring"] = keyring
    vars(locksmith)["Locksmith"] = PlayedLocksmith
    return played
