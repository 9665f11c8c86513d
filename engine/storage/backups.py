"""Copies of the database beside it: made, proven before they count, listed, thinned."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from engine.domain.backups import Backup, BackupReason, surplus
from engine.domain.clock import SystemClock
from engine.domain.database_key import DatabaseKey
from engine.domain.durable_folder import make_folder, sync_folder
from engine.domain.errors import AlreadyRunning, StorageBusy
from engine.locks import ProcessLock
from engine.storage import driver
from engine.storage.backup_facts import Facts, counts_of, facts_of
from engine.storage.backup_names import SUFFIX, name_of, read_name
from engine.storage.cipher import PLAIN_MAGIC, is_plain
from engine.storage.connections import connect
from engine.storage.creation import make_file
from engine.storage.log_pages import log_of
from engine.storage.translate import damaged, full, system_translated, translated

FOLDER = "backups"
ASIDE = "damaged-"
"""What folders begin with that hold a damaged database, whole, as it was."""

_PART = "next.part"
_LOCK = "backups.lock"
_SPARE_BYTES = 1024 * 1024
_SHARE_OF_DISK = 4  # copies take at most so much of what is free with them gone: a quarter
_WAITS, _WAIT_S = 600, 0.1


def _now_ms() -> int:
    return SystemClock(lambda: "UTC").now().wall_ms


class BackupFolder:
    """The copies of one database. Raises Storage errors; whatever goes wrong, older copies stay as they were.

    key: what database and copies are encrypted with, None for plain ones.
    """

    def __init__(self, database: Path, key: DatabaseKey | None = None, now_ms: Callable[[], int] = _now_ms) -> None:
        self._database = database
        self._key = key
        self._now_ms = now_ms
        self.folder = database.parent / FOLDER

    def list(self) -> tuple[Backup, ...]:
        """Return all copies, the newest first."""
        with system_translated(self.folder):
            paths = sorted(self.folder.glob(f"*{SUFFIX}")) if self.folder.is_dir() else []
            known = [backup for path in paths if (backup := self._read(path)) is not None]
        unnamed = sorted((one for one in known if one.number <= 0), key=lambda one: one.made_ms)
        placed = [replace(one, number=place - len(unnamed)) for place, one in enumerate(unnamed)]
        named = [one for one in known if one.number > 0]
        return tuple(sorted([*placed, *named], key=lambda one: one.number, reverse=True))

    def newest(self) -> Backup | None:
        """Return the copy made last, None where there is none."""
        return next(iter(self.list()), None)

    def make(self, reason: BackupReason, *, unless_same: bool = False) -> Backup:
        """Copy the last committed state and return the copy; it is private, one file, durable and proven.

        unless_same: where the newest copy holds the same data, that one is returned. Raises StorageDamaged where
        the database cannot be read whole, StorageFull where there is no room; then no file is left behind.
        """
        module = driver.load()
        with self._at_work(), system_translated(self._database), self._translated():
            self._require_room()
            with self._snapshot(module) as (original, facts):
                newest = self.newest()
                if unless_same and newest is not None and (newest.mark, newest.schema) == (facts.mark, facts.schema):
                    return newest
                part = self.folder / _PART
                try:
                    self._fill(part, module, original)
                    self._prove(part, module, facts, counts_of(original))
                    made = self._name(part, reason, facts, newest)
                except BaseException:
                    self._clean()
                    raise
            self._thin()
        return made

    def marks(self) -> Facts:
        """Return what the database holds now, in a few numbers."""
        with self._translated(), self._snapshot(driver.load()) as (_, facts):
            return facts

    def prove(self, backup: Backup) -> None:
        """Raise StorageDamaged where a copy is not whole."""
        module = driver.load()
        with translated(backup.path, encrypted=self._key is not None), closing(self._open(backup.path, module)) as copy:
            _require_whole(copy, backup.path)

    def still_holds(self, backup: Backup) -> None:
        """Note that a copy holds what the database holds now, so that nobody looks again before anything is written."""
        with system_translated(backup.path):
            os.utime(backup.path)

    def remove_all(self) -> None:
        """Remove every copy and every damaged database set aside: what was erased must not come back from one."""
        with self._at_work(), system_translated(self.folder):
            self._clean()
            for path in self.folder.glob(f"*{SUFFIX}"):
                path.unlink()
            for folder in self.folder.glob(f"{ASIDE}*"):
                shutil.rmtree(folder)
            sync_folder(self.folder)

    def clean(self) -> None:
        """Remove what killed processes have left half made."""
        if self.folder.is_dir():
            with self._at_work(), system_translated(self.folder):
                self._clean()

    def _fill(self, part: Path, module: ModuleType, original: Any) -> None:
        make_file(part)
        with closing(connect(module, part, self._key)) as copy:
            original.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
        with part.open("rb+") as file:
            os.fsync(file.fileno())

    def _prove(self, part: Path, module: ModuleType, facts: Facts, counts: dict[str, int]) -> None:
        """Read the copy anew, as a restore would."""
        if (self._key is not None) == _starts_plain(part):
            raise damaged(part)
        with closing(connect(module, part, self._key)) as copy:
            _require_whole(copy, self._database)
            if counts_of(copy) != counts or facts_of(copy) != facts:
                raise damaged(self._database)

    def _name(self, part: Path, reason: BackupReason, facts: Facts, newest: Backup | None) -> Backup:
        number = 1 if newest is None else max(0, newest.number) + 1
        name = name_of(self._database.stem, number, self._now_ms(), reason, facts)
        path = part.rename(self.folder / name)
        sync_folder(self.folder)
        made = read_name(path, path.stat().st_size, encrypted=self._key is not None)
        if made is None:
            raise ValueError("a name of our own is not understood")
        return made

    def _thin(self) -> None:
        backups = self.list()
        room = (shutil.disk_usage(self.folder).free + sum(one.bytes for one in backups)) // _SHARE_OF_DISK
        for one in surplus(backups, room):
            one.path.unlink(missing_ok=True)

    def _require_room(self) -> None:
        logged = log_of(self._database)
        size = sum(path.stat().st_size for path in (self._database, logged) if path.exists())
        if shutil.disk_usage(self.folder).free < size + _SPARE_BYTES:
            raise full(self.folder / _PART)

    @contextmanager
    def _snapshot(self, module: ModuleType) -> Iterator[tuple[Any, Facts]]:
        """Give a connection that sees one state throughout, and what that state holds."""
        with closing(connect(module, self._database, self._key)) as original:
            original.execute("BEGIN")
            yield original, facts_of(original)
            original.execute("ROLLBACK")

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """Be the only one who changes the folder, and leave nothing half made of those who were killed before."""
        with system_translated(self.folder):
            make_folder(self.folder)
            if os.name == "posix":
                self.folder.chmod(0o700)
        with ProcessLock(self._database.with_name(_LOCK)) as lock:
            self._take(lock)
            with system_translated(self.folder):
                self._clean()
            yield

    def _take(self, lock: ProcessLock) -> None:
        from time import sleep  # noqa: PLC0415

        for _ in range(_WAITS):
            with suppress(AlreadyRunning):
                lock.acquire(who="backup")
                return
            sleep(_WAIT_S)
        raise StorageBusy("Another process has been making a backup for too long. Try again in a minute.")

    def _clean(self) -> None:
        for left in self.folder.glob("*.part*"):
            left.unlink(missing_ok=True)

    def _read(self, path: Path) -> Backup | None:
        size, encrypted = path.stat().st_size, not _starts_plain(path)
        return read_name(path, size, encrypted=encrypted) or self._read_content(path, size, encrypted=encrypted)

    def _read_content(self, path: Path, size: int, *, encrypted: bool) -> Backup | None:
        """Return what a copy under a name of older versions holds; None where it is no database of this profile."""
        if encrypted != (self._key is not None) or not size:
            return None
        try:
            with closing(self._open(path, driver.load())) as copy:
                facts = facts_of(copy)
        except Exception as cause:
            if not hasattr(cause, "sqlite_errorcode"):
                raise
            return None
        made_ms = path.stat().st_mtime_ns // 1_000_000
        told = facts.schema, BackupReason.MIGRATION, encrypted, facts.activities, facts.last_ms
        return Backup(path, made_ms, size, *told, 0, facts.mark)

    def _open(self, path: Path, module: ModuleType) -> Any:
        connection = connect(module, path, self._key)
        connection.execute("PRAGMA query_only = ON")
        return connection

    def _translated(self) -> Any:
        return translated(self._database, encrypted=self._key is not None)


def _require_whole(connection: Any, path: Path) -> None:
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise damaged(path)


def _starts_plain(path: Path) -> bool:
    with path.open("rb") as file:
        return is_plain(file.read(len(PLAIN_MAGIC)))
