"""Going back to a backup: what it changes, and the file put in the database's place."""

from __future__ import annotations

import os
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from engine.domain.backups import Backup, RestorePreview
from engine.domain.database_key import DatabaseKey
from engine.storage import driver
from engine.storage.backup_difference import only_in
from engine.storage.connections import connect
from engine.storage.creation import make_file, use_log
from engine.storage.log_pages import beside
from engine.storage.swap import replace_database
from engine.storage.translate import damaged, system_translated, translated

DRAFT = ".restored"
"""What the name of the file ends in that is about to take the database's place."""

WORK = ".salvaging"
"""What the name of the file ends in that a damaged database is read from."""

_PATIENCE_MS = 2_000


def preview(path: Path, backup: Backup, key: DatabaseKey | None) -> RestorePreview:
    """Return what going back to the backup takes and gives; raises Storage errors."""
    with translated(backup.path, encrypted=key is not None), ExitStack() as opened:
        present, old = (opened.enter_context(closing(_reading(one, key))) for one in (path, backup.path))
        return RestorePreview(backup, loses=only_in(present, old), gains=only_in(old, present))


def draft_of(path: Path, backup: Backup, key: DatabaseKey | None) -> Path:
    """Write a proven copy of the backup beside the database and return it; the backup stays.

    Raises StorageDamaged where the backup is not whole, and other Storage errors; then no draft is left.
    """
    draft = beside(path, DRAFT)
    remove_draft(draft)
    with translated(backup.path, encrypted=key is not None), system_translated(path):
        try:
            make_file(draft)
            with closing(_reading(backup.path, key)) as old, closing(connect(driver.load(), draft, key)) as copy:
                old.backup(copy)
            prove(draft, key)
        except BaseException:
            remove_draft(draft)
            raise
    return draft


def prove(draft: Path, key: DatabaseKey | None) -> None:
    """Read the draft anew and make it durable, ready to be written to; raises StorageDamaged."""
    with closing(connect(driver.load(), draft, key)) as copy:
        use_log(copy)
        if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise damaged(draft)
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def put_in_place(path: Path, draft: Path, key: DatabaseKey | None, *, readable: bool = True) -> None:
    """Let the draft take the database's place. The caller has the profile alone.

    readable: whether the present one can be opened; then it is made sure that no command of a terminal has it open.
    Raises StorageBusy where one has; the database is as it was then, and the draft is gone.
    """
    try:
        with translated(path, encrypted=key is not None), system_translated(path):
            if readable and path.exists():
                _require_unopened(path, key)
            replace_database(path, draft)
    except BaseException:
        remove_draft(draft)
        raise


def _require_unopened(path: Path, key: DatabaseKey | None) -> None:
    with closing(connect(driver.load(), path, key)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")  # refused while anybody else has it open, idle or not
        connection.execute("ROLLBACK")


def remove_draft(draft: Path) -> None:
    """Remove what was left of an earlier attempt."""
    for ending in ("", "-wal", "-shm", "-journal"):
        draft.with_name(draft.name + ending).unlink(missing_ok=True)


def remove_leftovers(path: Path) -> None:
    """Remove what killed processes have left beside the database while they were replacing it."""
    with system_translated(path):
        for ending in (DRAFT, WORK):
            remove_draft(path.with_name(path.name + ending))
            remove_draft(beside(path, ending))


def _reading(path: Path, key: DatabaseKey | None) -> Any:
    connection = connect(driver.load(), path, key)
    connection.execute("PRAGMA query_only = ON")
    return connection
