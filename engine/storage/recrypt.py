"""Every backup in a folder gets another key."""

from __future__ import annotations

import logging
from contextlib import closing
from pathlib import Path

from engine.domain.database_key import DatabaseKey
from engine.domain.errors import KeyNeeded, KeyWrong, NotEncrypted, StorageForeign
from engine.storage import driver
from engine.storage.backup_names import SUFFIX
from engine.storage.connections import connect
from engine.storage.encryption import convert
from engine.storage.header import examine
from engine.storage.salvage.aside import remove_plain_aside
from engine.storage.tables import SCHEMA_VERSION

_log = logging.getLogger(__name__)


def recrypt(folder: Path, key: DatabaseKey | None, new_key: DatabaseKey | None) -> None:
    """Rewrite every backup that is encrypted with key (None: plain) so that it is with new_key (None: plain).

    A damaged database that lies aside in the clear cannot be rewritten: it goes where everything is to be encrypted.
    Each is whole at every instant; one cut short is gone on with by calling it again. What opens with neither key
    stays as it is. Raises Storage errors.
    """
    if new_key is not None:
        remove_plain_aside(folder)
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
        if _opens(path, new_key):
            continue
        if not _opens(path, key):
            _log.warning("a backup opens with neither the key before nor the one now; it stays as it is")
            continue
        convert(path, key, new_key)
        with closing(connect(driver.load(), path, new_key)) as copy:
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it


def _opens(path: Path, key: DatabaseKey | None) -> bool:
    try:
        examine(path, SCHEMA_VERSION, key)
    except (KeyNeeded, KeyWrong, NotEncrypted, StorageForeign):
        return False
    return True
