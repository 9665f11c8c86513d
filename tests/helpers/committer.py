"""A process that commits, is killed at any moment, and must have kept what it said."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from helpers.storage_samples import seen

from engine.domain.changes import Begin, End
from engine.domain.totals import Key
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.totals import TotalStore

_STEP_MS = 1_000
_FIRST_MS = 2_000_000_000_000  # after all made-up days
_PAUSE_S = 0.01


def forked(act: Callable[[], object]) -> int:
    """Begin it in a process of its own, unheard, and return that one's number."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        silent = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(silent, descriptor)
        act()
        status = 0
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else 0
    finally:
        os._exit(status)


class Committer:
    """A process that commits activities one by one and says so; what it said must be there."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._said = b""
        self._sure: list[int] = []
        self._looked = 0
        self._start(0)

    @property
    def acknowledged(self) -> int:
        """How many activities it said were committed."""
        return len(self._sure)

    def kill(self) -> None:
        """Kill it, and start another one that goes on."""
        self.end()
        self._start(self._sure[-1] + 2 if self._sure else 0)  # the one on its way may be there or not

    def end(self) -> None:
        """Kill it for good."""
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        self._listen()
        os.close(self._pipe)

    def faults(self, *, whole: bool = False) -> list[str]:
        """Say which rows are missing or changed: of those since the last look, or of all, and whether totals agree."""
        if not whole:
            self._listen()
        wanted = self._sure if whole else self._sure[self._looked :]
        self._looked = len(self._sure)
        if not wanted:
            return []
        start_ms, end_ms = _FIRST_MS + wanted[0] * _STEP_MS, _FIRST_MS + (wanted[-1] + 1) * _STEP_MS
        with closing(Database.open_existing(self._database)) as database:
            there = {
                (row.start_ms, row.end_ms, row.what.title) for row in ActivityStore(database).between(start_ms, end_ms)
            }
            counted = sum(row.ms for row in TotalStore(database).total(start_ms, end_ms, (Key.APP,)))
        faults = [f"the committed activity {number} is gone" for number in wanted if _row(number) not in there]
        lasted = sum(end - start for start, end, _ in there)
        return faults if counted == lasted else [*faults, f"totals say {counted} ms, the rows {lasted} ms"]

    def _start(self, first: int) -> None:
        self._pipe, there = os.pipe()
        self._child = forked(lambda: self._commit(first, there))
        os.close(there)

    def _commit(self, number: int, there: int) -> None:
        with closing(Database.open_existing(self._database)) as database:
            store = ActivityStore(database)
            while True:
                start_ms, end_ms, title = _row(number)
                store.apply([Begin(start_ms, seen("editor", title), "UTC"), End(end_ms)])
                os.write(there, f"{number}\n".encode())
                number += 1
                time.sleep(_PAUSE_S)

    def _listen(self) -> None:
        """Take in what it said so far."""
        while select.select([self._pipe], [], [], 0)[0] and (said := os.read(self._pipe, 65_536)):
            self._said += said
        *whole, self._said = self._said.split(b"\n")
        self._sure += map(int, whole)


def _row(number: int) -> tuple[int, int, str]:
    start_ms = _FIRST_MS + number * _STEP_MS
    return start_ms, start_ms + _STEP_MS - 100, f"title {number}"
