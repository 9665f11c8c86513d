"""Writes changes to the store without ever making the desktop wait; keeps them while they cannot be written."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Sequence
from typing import Protocol

from engine.domain.changes import Change
from engine.domain.errors import StorageError
from engine.domain.health import RecorderState
from engine.storage.heartbeat import Beat, HeartbeatFile

_log = logging.getLogger(__name__)

RETRY_S = 2.0
DURABLE_EVERY_MS = 60_000
KEPT_CHANGES = 200_000  # far more than 30 minutes of the busiest desktop; a bound all the same


class Records(Protocol):
    """Where changes end up."""

    def apply(self, changes: Sequence[Change]) -> int | None:
        """Write all changes or none; return the id of the activity that is open now."""
        ...

    def open_id(self) -> int | None:
        """Return the id of the activity left open."""
        ...

    def recover(self, end_ms: int | None) -> None:
        """Close the activity left open, at end_ms or where it is known to have lasted."""
        ...


class Journal:
    """A queue before the store: written by one task in a thread, and marked by a heartbeat file.

    notice is called, on the loop's thread, whenever saving begins to fail or works again.
    """

    def __init__(self, store: Records, heartbeat: HeartbeatFile, notice: Callable[[], None]) -> None:
        self._store = store
        self._heartbeat = heartbeat
        self._notice = notice
        self._queue: list[Change] = []
        self._wake = asyncio.Event()
        self._writing: asyncio.Task[bool] | None = None
        self._open_id: int | None = None
        self._marked_ms = 0
        self._durable_ms = 0
        self._sequence = 0
        self.trouble: StorageError | None = None

    @property
    def waiting(self) -> int:
        """How many changes are not on disk yet."""
        return len(self._queue)

    def recover(self) -> None:
        """Close what a killed recorder left open, at its last heartbeat."""
        beat = self._heartbeat.read()
        known = beat is not None and beat.activity_id == (self._store.open_id() or 0)
        self._store.recover(beat.end_ms if beat is not None and known else None)
        self._sequence = beat.sequence if beat is not None else 0

    def write(self, changes: tuple[Change, ...]) -> None:
        """Take changes in; they reach the disk soon, in order, or wait until they can."""
        if not changes:
            return
        if len(self._queue) + len(changes) > KEPT_CHANGES:
            _log.error("more than %d changes wait to be saved; the newest are dropped", KEPT_CHANGES)
            return
        self._queue.extend(changes)
        self._wake.set()

    def beat(self, now_ms: int, state: RecorderState, *, blind: bool = False) -> None:
        """Mark that what is open has lasted until now_ms; costs one small write, a sync once a minute.

        blind: whether it is paused and sees no desktop.
        """
        if not self._queue:
            self._marked_ms = now_ms
        durable = now_ms - self._durable_ms >= DURABLE_EVERY_MS or now_ms < self._durable_ms
        if durable:
            self._durable_ms = now_ms
        self._sequence += 1
        beat = Beat(
            activity_id=self._open_id or 0,
            end_ms=self._marked_ms,
            wall_ms=now_ms,
            pid=os.getpid(),
            state=state,
            waiting=len(self._queue),
            sequence=self._sequence,
            blind=blind,
        )
        try:
            self._heartbeat.write(beat, durable=durable)
        except StorageError as error:
            _log.warning("the heartbeat cannot be written: %s", error.title)

    async def run(self) -> None:
        """Write the queue whenever there is something in it, until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            if not await self.flush():
                await asyncio.sleep(RETRY_S)
                self._wake.set()

    async def flush(self) -> bool:
        """Write what waits; returns whether nothing waits any more.

        A batch on its way to the disk is never cut off nor sent twice, even when the caller is cancelled.
        """
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all())
        return await asyncio.shield(self._writing)

    async def _write_all(self) -> bool:
        while self._queue:
            batch = tuple(self._queue)
            try:
                open_id = await asyncio.to_thread(self._store.apply, batch)
            except StorageError as error:
                self._set_trouble(error)
                return False
            del self._queue[: len(batch)]
            self._open_id = open_id
            self._set_trouble(None)
        return True

    def _set_trouble(self, trouble: StorageError | None) -> None:
        changed = (trouble is None) != (self.trouble is None)
        self.trouble = trouble
        if changed:
            _log.warning("saving failed: %s", trouble.title) if trouble else _log.info("saving works again")
            self._notice()
