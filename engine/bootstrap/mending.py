"""Puts a damaged database right where it is opened, so that nobody meets the same error at every start."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from engine.domain.errors import AlreadyRunning, KeyNeeded, KeyWrong, StorageDamaged, StorageError, StorageForeign
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.domain.database_key import DatabaseKey
    from engine.storage.database import Database

_log = logging.getLogger(__name__)

_FEW_BYTES = 4_096  # no database of ours is so small, but one that is all in its log


def opened_or_mended(paths: ProfilePaths, key: DatabaseKey | None, open_it: Callable[[], Database]) -> Database:
    """Open the database; where it is damaged, put it right first, once. Raises what opening raises.

    A key that opens nothing may mean that the beginning of the file is broken; then some of its pages still open. What
    looks like no database, or like an encrypted one, is damaged where the last check found a plain one there.
    """
    if _is_gone(paths, key):
        _bring_back(paths, key)
    if paths.check.is_file():  # a pipe would be waited for
        _mend_what_is_known(paths, key)
    try:
        return open_it()
    except (StorageDamaged, KeyWrong, KeyNeeded, StorageForeign) as error:
        if isinstance(error, KeyWrong) and not _opens_some_page(paths, key):
            raise
        if isinstance(error, KeyNeeded | StorageForeign) and not was_plain(paths):
            raise
        _mend(paths, key, error)
        return open_it()


def refuse_loose_link(paths: ProfilePaths) -> None:
    """Raise StorageError where the database is a link that leads nowhere: a new one there would hide the one meant."""
    if paths.database.is_symlink() and not paths.database.exists():
        raise StorageError(
            f"{paths.database} is a link to {paths.database.readlink()}, which is not there. Mount the disk it lies "
            "on. If that is lost, remove the link and open Kairos again: the newest backup takes its place."
        )


def was_plain(paths: ProfilePaths) -> bool:
    """Return whether the profile has no key and its database was a plain one, and whole, when it was last checked."""
    if paths.key is not None or paths.keys.exists() or not paths.check.is_file():
        return False
    from engine.storage.cipher import is_plain  # noqa: PLC0415
    from engine.storage.whole_check import CheckFile  # noqa: PLC0415

    return is_plain(CheckFile(paths.folder).salt())


def _mend_what_is_known(paths: ProfilePaths, key: DatabaseKey | None) -> None:
    """Put right what a check found while a window was open, at the next start of the window or the recorder."""
    if b'"whole": false' not in paths.check.read_bytes():  # nearly always; what reads it in earnest need not be loaded
        return
    from engine.alone import runs_here  # noqa: PLC0415
    from engine.storage.whole_check import CheckFile  # noqa: PLC0415

    if runs_here(paths) and CheckFile(paths.folder).known_damaged():
        with suppress(StorageDamaged):  # told where it is met
            _mend(paths, key, StorageDamaged("The last check found damage."))


def _is_gone(paths: ProfilePaths, key: DatabaseKey | None) -> bool:
    """Return whether nothing is where the database should be although a backup holds activities."""
    with suppress(OSError):
        if paths.database.stat().st_size > _FEW_BYTES:  # nearly always
            return False
    from engine.storage.backups import BackupFolder  # noqa: PLC0415
    from engine.storage.header import Found, examine  # noqa: PLC0415
    from engine.storage.tables import SCHEMA_VERSION  # noqa: PLC0415

    with suppress(StorageError):  # opening says it
        if examine(paths.database, SCHEMA_VERSION, key).found is not Found.OURS:
            return any(backup.activities for backup in BackupFolder(paths.database, key).list())
    return False


def _bring_back(paths: ProfilePaths, key: DatabaseKey | None) -> None:
    from engine.alone import profile_alone  # noqa: PLC0415
    from engine.domain.clock import SystemClock  # noqa: PLC0415
    from engine.storage.salvage.repair import bring_back  # noqa: PLC0415

    try:
        with profile_alone(paths):
            if not _is_gone(paths, key) or bring_back(paths.database, key, SystemClock(lambda: "UTC").now().wall_ms):
                return
    except AlreadyRunning as busy:
        raise StorageError(
            f"{paths.database} is gone or empty. Its newest backup takes its place as soon as nothing else has the "
            "data open: close the window of Kairos, then: kairos backup restore newest"
        ) from busy
    raise StorageError(
        f"{paths.database} is gone or empty, and no backup in {paths.backups} is whole and opens with the key of this "
        "profile. Put the file back; to begin anew, move that folder away."
    )


def _mend(paths: ProfilePaths, key: DatabaseKey | None, error: StorageError) -> None:
    from engine.alone import profile_alone  # noqa: PLC0415
    from engine.domain.clock import SystemClock  # noqa: PLC0415
    from engine.storage.salvage.repair import repair  # noqa: PLC0415

    try:
        with profile_alone(paths):
            repair(paths.database, key, SystemClock(lambda: "UTC").now().wall_ms, ("The file cannot be opened.",))
    except AlreadyRunning as busy:
        _log.warning("the database is damaged and cannot be put right now: %s", busy.title)
        raise StorageDamaged(f"{paths.database} is damaged. {busy.message}") from error


def _opens_some_page(paths: ProfilePaths, key: DatabaseKey | None) -> bool:
    from engine.storage.salvage.pages import Pages, Unreadable  # noqa: PLC0415
    from engine.storage.whole_check import CheckFile  # noqa: PLC0415

    with suppress(Unreadable, OSError), Pages(paths.database, key, (CheckFile(paths.folder).salt(),)):
        return key is not None
    return False
