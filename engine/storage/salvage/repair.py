"""A damaged database gives way to one that is whole: rebuilt from what can be read of it, else from a backup."""

from __future__ import annotations

import logging
from pathlib import Path

from engine.domain.backups import Backup, CheckReport, Kind, Salvaged, Share
from engine.domain.database_key import DatabaseKey
from engine.domain.errors import StorageDamaged, StorageFull
from engine.storage.backups import FOLDER, BackupFolder
from engine.storage.database import Database
from engine.storage.log_pages import beside
from engine.storage.restore import DRAFT, WORK, draft_of, prove, put_in_place, remove_draft
from engine.storage.salvage.aside import copy_durably, keep_newest_aside, set_aside
from engine.storage.salvage.rebuild import rebuild
from engine.storage.swap import move_log_in
from engine.storage.tables import SCHEMA_VERSION
from engine.storage.translate import system_translated
from engine.storage.whole_check import CheckFile, salt_of

_ASIDE_KEPT = 3

_log = logging.getLogger(__name__)


def repair(path: Path, key: DatabaseKey | None, now_ms: int, found: tuple[str, ...]) -> CheckReport:
    """Put a whole database in the place of the damaged one, say what became of it, and keep that.

    The caller has the profile alone. Killed at any instant, the damaged file or the new one lies there, and it can be
    done again. found: what is wrong. Raises StorageFull, StorageBusy and the like, never StorageDamaged.
    """
    with system_translated(path):
        aside = set_aside(path, now_ms)
        backup = _newest_whole(BackupFolder(path, key), encrypted=key is not None)
        try:
            draft, salvaged = _rebuilt(path, key, now_ms, aside, backup)
        except (StorageFull, OSError):
            raise
        except Exception as cause:  # noqa: BLE001  (whatever stands in it must not keep a backup from being put in place)
            _log.warning("the damaged database cannot be read: %s", type(cause).__name__)
            draft, salvaged = _from_backup(path, key, now_ms, aside, backup)
    report = _put(path, draft, key, CheckReport(now_ms, whole=True, problems=found, salvaged=salvaged))
    keep_newest_aside(path.parent / FOLDER, _ASIDE_KEPT)
    _log.warning(
        "the database was damaged and was put right: %d rows read, %d returned", salvaged.rows, salvaged.returned
    )
    return report


def bring_back(path: Path, key: DatabaseKey | None, now_ms: int) -> CheckReport | None:
    """Put the newest whole backup where the database is gone or empty, and say so; None where there is none with key.

    The caller has the profile alone. Raises StorageFull and the like.
    """
    with system_translated(path):
        backup = _newest_whole(BackupFolder(path, key), encrypted=key is not None)
        if backup is None:
            return None
        draft, salvaged = _from_backup(path, key, now_ms, Path(), backup)
        report = CheckReport(now_ms, whole=True, problems=("The file was gone or empty.",), salvaged=salvaged)
        report = _put(path, draft, key, report)
    _log.warning("the database was gone or empty; a backup of %d activities took its place", salvaged.returned)
    return report


def _put(path: Path, draft: Path, key: DatabaseKey | None, report: CheckReport) -> CheckReport:
    prove(draft, key)
    put_in_place(path, draft, key, readable=False)
    CheckFile(path.parent).save(report, salt_of(path))
    return report


def _rebuilt(
    path: Path, key: DatabaseKey | None, now_ms: int, aside: Path, backup: Backup | None
) -> tuple[Path, Salvaged]:
    """Return a draft of what can be read; raises Unreadable and the driver's errors."""
    # The damaged one stays as it is until a whole one is ready; another copy is read, so that its log can be moved in.
    draft, work = beside(path, DRAFT), beside(path, WORK)
    remove_draft(draft)
    remove_draft(work)
    try:
        for ending in ("", "-wal"):
            if (one := aside.with_name(aside.name + ending)).exists():
                copy_durably(one, work.with_name(work.name + ending))
        move_log_in(work)
        found = rebuild(work, draft, key, (CheckFile(path.parent).salt(),), backup)
    except BaseException:
        remove_draft(draft)
        raise
    finally:
        remove_draft(work)
    backup_ms = None if backup is None or not found.returned else backup.made_ms
    return draft, Salvaged(now_ms, aside, found.rows, found.returned, backup_ms, found.lost)


def _from_backup(
    path: Path, key: DatabaseKey | None, now_ms: int, aside: Path, backup: Backup | None
) -> tuple[Path, Salvaged]:
    """Return a draft of the newest backup, of an empty database where there is none."""
    if backup is None:
        draft = beside(path, DRAFT)
        remove_draft(draft)
        Database.open(draft, key).close()
        return draft, Salvaged(now_ms, aside, 0, 0, None, (Share(Kind.OTHER, 0),), only_backup=True)
    lost = (Share(Kind.ACTIVITY, 0, backup.last_ms, now_ms),)
    return draft_of(path, backup, key), Salvaged(
        now_ms, aside, 0, backup.activities, backup.made_ms, lost, only_backup=True
    )


def _newest_whole(folder: BackupFolder, *, encrypted: bool) -> Backup | None:
    for backup in folder.list():
        if backup.schema > SCHEMA_VERSION or backup.encrypted != encrypted:
            continue
        try:
            folder.prove(backup)
        except StorageDamaged:
            continue
        return backup
    return None
