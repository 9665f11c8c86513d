"""Tells how far the indexing is: a row in the database that the window and the command line read."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from engine.domain.clock import Clock
from engine.domain.documents import IndexPhase, IndexStatus

_EVERY_MS = 500


class KeepsStatus(Protocol):
    """Where the status is kept."""

    def load(self) -> IndexStatus:
        """Return what is kept."""
        ...

    def save(self, status: IndexStatus) -> None:
        """Replace what is kept."""
        ...


class Progress:
    """The status of this process's work, written at most twice a second; told: is called with each one written.

    A sentence that another process left for the person goes on standing, unless it was about work that waited.
    """

    def __init__(self, store: KeepsStatus, clock: Clock, told: Callable[[IndexStatus], None] | None = None) -> None:
        self._store = store
        self._clock = clock
        self._told = told
        self._saved_ms = 0
        before = store.load()
        self._note = before.note if before.phase is IndexPhase.IDLE else ""
        self._saved: IndexStatus | None = None
        self.status = IndexStatus()

    def begin(self, phase: IndexPhase, total: int = 0) -> None:
        """Enter a phase with so much to do; it is told at once."""
        now_ms = self._clock.now().wall_ms
        self.status = IndexStatus(phase, 0, total, now_ms, "", os.getpid(), now_ms)
        self._save()

    def move(self, done: int, total: int | None = None) -> None:
        """Note how much is done."""
        instant = self._clock.now()
        total = self.status.total if total is None else total
        self.status = replace(self.status, done=done, total=total, moved_ms=instant.wall_ms)
        if not 0 <= instant.awake_ms - self._saved_ms < _EVERY_MS:
            self._save()

    def rest(self, phase: IndexPhase = IndexPhase.IDLE, note: str | None = None) -> None:
        """Leave off, for good or for a while, with a sentence for the person; None leaves the last one standing."""
        self._note = self._note if note is None else note
        if self._saved is not None and (self._saved.phase, self._saved.note) == (phase, self._note):
            return
        now_ms = self._clock.now().wall_ms
        self.status = replace(self.status, phase=phase, note=self._note, pid=0, moved_ms=now_ms)
        self._save()

    def _save(self) -> None:
        self._saved_ms = self._clock.now().awake_ms
        self._saved = self.status
        self._store.save(self.status)
        if self._told is not None:
            self._told(self.status)
