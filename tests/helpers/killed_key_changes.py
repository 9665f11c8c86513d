"""A program that kills a change of keys before each of its steps, and tells what the profile was like afterwards.

python -m helpers.killed_key_changes FOLDER: prints one JSON object per kill.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from helpers.locked_profile import is_plain
from helpers.played_keyring import FileKeyring, PlayedLocksmith, play_keyring

from engine.api.key_change import KeyParts
from engine.api.keys import Keys
from engine.bootstrap.opening import open_database
from engine.bootstrap.unlocking import find_key, kept_keys
from engine.domain.backups import Backup, BackupReason
from engine.domain.clock import SystemClock
from engine.domain.errors import StorageError
from engine.domain.key_slots import Finished
from engine.keys.kept import KeptKeys
from engine.keys.made_entries import MadeEntries
from engine.paths import ProfilePaths
from engine.storage.backups import BackupFolder
from engine.storage.encryption import convert
from engine.storage.recrypt import recrypt

CANARY = "canary in a title"
KILLED = 9
CHANGES: dict[str, tuple[bool, Callable[[Keys], object], bool]] = {
    "encrypt": (False, lambda keys: keys.turn_on(keyring=True, passphrase=None), True),
    "rekey": (True, lambda keys: keys.rekey(), True),
    "decrypt": (True, lambda keys: keys.turn_off(), False),
}


class Fuse:
    """Ends the process before the step that is counted down to."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def burn(self) -> None:
        """Count one step."""
        if not self.left:
            os._exit(KILLED)
        self.left -= 1

    def before(self, act: Callable[..., Any]) -> Callable[..., Any]:
        """Return the step with the fuse before it."""

        def step(*arguments: Any) -> Any:
            self.burn()
            return act(*arguments)

        return step


@dataclass(frozen=True)
class Fused(KeptKeys):
    """Keys on disk, with the fuse before each of the files is written or goes."""

    fuse: Fuse

    def save(self, keys: Any) -> None:
        """Keep."""
        from engine.keys.key_file import write

        for path in (self.path, self.copy):
            self.fuse.burn()
            write(path, keys)

    def remove(self) -> None:
        """Forget."""
        for path in (self.copy, self.path):
            self.fuse.burn()
            path.unlink(missing_ok=True)


@dataclass(frozen=True)
class FusedEntries(MadeEntries):
    """What was made in the keyring, with the fuse before it is written down."""

    fuse: Fuse

    def note(self, entries: Any) -> None:
        """Note."""
        self.fuse.burn()
        super().note(entries)

    def drop(self, entry: str) -> None:
        """Drop."""
        self.fuse.burn()
        super().drop(entry)


class FusedLocksmith(PlayedLocksmith):
    """A locksmith with the fuse before each visit."""

    def __init__(self, fuse: Fuse) -> None:
        super().__init__()
        self._fuse = fuse

    def _ask(self, question: Any, *, patient: bool = False) -> Any:
        self._fuse.burn()
        return super()._ask(question, patient=patient)


def keys_of(paths: ProfilePaths, fuse: Fuse) -> tuple[Keys, Any]:
    """Return the keys of a profile, and its open database."""
    database = open_database(paths)
    kept = Fused(paths.keys, paths.keys_copy, fuse)
    parts = KeyParts(
        kept,
        FusedLocksmith(fuse),
        SystemClock(lambda: "UTC"),
        fuse.before(convert),
        fuse.before(recrypt),
        fuse.before(lambda _paths: None),
        FusedEntries(paths.keys_made, fuse),
    )
    return Keys(replace(paths, key=database.key), database, parts), database


def make(folder: Path, *, encrypted: bool) -> None:
    """Make a profile with a row and a backup."""
    paths = ProfilePaths(folder, encrypts=encrypted).ensure()
    database = open_database(paths)
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO title (text) VALUES (?)", (CANARY,))
    BackupFolder(paths.database, database.key).make(BackupReason.BY_HAND)
    database.close()


def killed(template: Path, folder: Path, change: Callable[[Keys], object], steps: int) -> bool:
    """Kill the change before its next step after so many; return whether it was killed."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    child = os.fork()
    if not child:
        keys, database = keys_of(ProfilePaths(folder), Fuse(steps))
        change(keys)
        database.close()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED


def opens(folder: BackupFolder, backup: Backup) -> bool:
    """Return whether a backup is whole and has the key of the profile."""
    try:
        folder.prove(backup)
    except StorageError:
        return False
    return True


def look(paths: ProfilePaths) -> dict[str, Any]:
    """Return what a profile is like."""
    key = find_key(paths)
    database = open_database(paths)
    with database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT count(*) FROM title WHERE text = ?", (CANARY,)).scalar_one()
    database.close()
    found = BackupFolder(paths.database, key)
    backups = [one for one in found.list() if opens(found, one)]
    files = [path for path in paths.folder.rglob("*") if path.is_file()]
    return {
        "rows": rows,
        "encrypted": not is_plain(paths.database),
        "backups": len(backups),
        "canaries": sum(CANARY.encode() in path.read_bytes() for path in files),
    }


def finished(paths: ProfilePaths, change: Callable[[Keys], object], *, target: bool) -> tuple[bool, Finished | None]:
    """Complete what was cut off, make the change where it had not begun.

    Return whether anything is still pending, and what became of what was cut off.
    """
    keys, database = keys_of(paths, Fuse(99))
    told = keys.finish()
    database.close()
    keys, database = keys_of(paths, Fuse(99))
    if (database.key is not None) != target:
        change(keys)
    database.close()
    left = kept_keys(paths).load()
    return left is not None and left.pending, told


def main(folder: Path) -> None:
    """Kill every change before each of its steps."""
    keyring = play_keyring(folder / "keyring")
    for name, (encrypted, change, target) in CHANGES.items():
        make(folder / f"template-{name}", encrypted=encrypted)
        _kill(folder, name, change, target, keyring)


def _kill(folder: Path, name: str, change: Callable[[Keys], object], target: bool, keyring: FileKeyring) -> None:
    kept, paths = keyring._path.read_bytes() if keyring.entries() else b"{}", ProfilePaths(folder / "profile")
    steps = 0
    while True:
        keyring._path.write_bytes(kept)
        went_on = killed(folder / f"template-{name}", paths.folder, change, steps)
        told = {"change": name, "steps": steps, "killed": went_on, "opened": look(paths)}
        told["pending"], became = finished(paths, change, target=target)
        told["became"] = None if became is None else [became.step.value, became.done]
        told |= {
            "after": look(paths),
            "entries": len(keyring.entries()) - len(json.loads(kept)),
            "keys": paths.keys.exists(),
        }
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        if not went_on:
            return
        steps += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
