"""Whether a database file is whole, as SQLite and, where it is encrypted, every page's own seal tell it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any

_LOOKS = 3  # at pages whose seals seem broken


def problems(connected: Callable[[], Any], *, encrypted: bool) -> list[str]:
    """Return what is wrong with the file, in SQLite's words; empty where all is well.

    connected: makes a driver connection to it. Each look has one of its own: once a connection has met a page whose
    seal is broken, it refuses all that follow.
    """
    if encrypted and (broken := _broken_seals(connected)):
        return broken
    with closing(connected()) as connection:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
        wrong = [line for line in found if line != "ok"]
        if wrong:
            return wrong
        orphans = list(connection.execute("PRAGMA foreign_key_check"))
    return [f"{table} row {row} names a missing {parent}" for table, row, parent, _ in orphans]


def _broken_seals(connected: Callable[[], Any]) -> list[str]:
    """Return which pages are not as they were written with the key.

    They are read past SQLite's locks, so one that is being written may look torn: what stays so counts.
    """
    rounds = [_broken_now(connected)]
    while rounds[-1] and len(rounds) < _LOOKS:
        rounds.append(_broken_now(connected))
    return [line for line in rounds[0] if all(line in later for later in rounds[1:])]


def _broken_now(connected: Callable[[], Any]) -> list[str]:
    with closing(connected()) as connection:
        # The seals looked at are those in the file. A page that a power cut tore there is whole in the log.
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        return [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
