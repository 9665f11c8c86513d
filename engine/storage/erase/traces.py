"""What is left of erased rows outside of rows: the index of words, free pages, the log of the database."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from typing import Any

from engine.domain.errors import StorageBusy
from engine.storage import driver
from engine.storage.connections import connect
from engine.storage.database import Database
from engine.storage.queries.words_merge import merge_some
from engine.storage.translate import translated

PATIENCE_S = 20.0
"""How long readers are waited for that hold on to the log."""

_BEAT_S = 0.1


def clear_words(database: Database) -> None:
    """Merge the index of words in steps until nothing that was removed is left in it."""
    more = True
    while more:
        with database.writing() as connection:
            more = merge_some(connection)


def clear_pages(database: Database, patience_s: float = PATIENCE_S) -> None:
    """Write the file anew without free pages and empty its log; StorageBusy where a reader holds on to the log.

    Killed at any moment the file is what it was, or without them.
    """
    with (
        translated(database.path, encrypted=database.key is not None),
        closing(connect(driver.load(), database.path, database.key)) as raw,
    ):
        raw.execute("VACUUM")
        _empty_log(raw, time.monotonic() + patience_s)


def _empty_log(raw: Any, deadline: float) -> None:
    wait = threading.Event()
    while raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        if time.monotonic() > deadline:
            raise StorageBusy(
                "Something still reads the old state of the database. It is finished by itself later, or the next "
                "time Kairos starts."
            )
        wait.wait(_BEAT_S)
