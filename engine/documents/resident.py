"""The process that indexes: once, or for as long as somebody wants the index kept true."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from engine.documents.halt import Halt, Halting
from engine.documents.index import Indexer, Outcome
from engine.documents.progress import Progress
from engine.documents.watch import Changes, Watch
from engine.domain.documents import Folder
from engine.domain.errors import StorageBusy, StorageFull

_log = logging.getLogger(__name__)

_BEAT_S = 1.0  # between two looks at what the person wants
_LOOK_BEATS = 900  # a whole look every quarter of an hour, whatever the system tells
_RETRY_BEATS = 60  # after leaving off for want of power or for a pause


class Embeds(Protocol):
    """A process that gives chunks their vectors."""

    def runs(self) -> bool:
        """Return whether it still works."""
        ...

    def end(self) -> None:
        """Let it end."""
        ...


@dataclass(frozen=True, slots=True)
class ResidentParts:
    """What the process works with.

    settle: matches what was in front to documents; called before and after documents change. embed: starts what gives
    chunks their vectors, None where nothing is to be done. folders: those named now. changed: a number that differs
    from the last one whenever anything was stored, here or elsewhere. watch: begins to watch folders.
    """

    indexer: Indexer
    halting: Halting
    progress: Progress
    settle: Callable[[], object]
    embed: Callable[[], Embeds | None]
    folders: Callable[[], list[Folder]]
    paused: Callable[[], bool]
    changed: Callable[[], int]
    watch: Callable[[list[Folder], Changes], Watch] = Watch


class Resident:
    """Looks, reads, has chunks embedded; once or again and again."""

    def __init__(self, parts: ResidentParts) -> None:
        self._parts = parts
        self._embeds: Embeds | None = None
        self._changes = Changes()
        parts.halting.on_stop(self._changes.wake)

    def once(self, *, forget_missing: bool = False) -> Outcome:
        """Look at everything once; what reading it brought is stored, also where it left off."""
        self._parts.settle()
        outcome = self._parts.indexer.run(forget_missing=forget_missing)
        self._parts.settle()
        return outcome

    def embed_all(self) -> None:
        """Have every chunk embedded, unless told to stop."""
        self._embeds = self._parts.embed()
        while self._embeds is not None and self._embeds.runs() and not self._parts.halting.wait(_BEAT_S / 2):
            pass
        self._end_embedding()

    def stay(self, *, forget_missing: bool = False) -> None:
        """Keep the index true until stopped: on every change, and every quarter of an hour.

        A database that is busy or has no room is tried again a minute later; other Storage errors are raised.
        """
        try:
            while not self._parts.halting.stopped:
                try:
                    self._keep_true(forget_missing=forget_missing)
                    forget_missing = False
                except (StorageBusy, StorageFull) as error:
                    _log.warning("tried again in a minute: %s", error.title)
                    self._parts.halting.wait(_BEAT_S * _RETRY_BEATS)
        finally:
            self._end_embedding()

    def _keep_true(self, *, forget_missing: bool) -> None:
        """Keep the index of the folders named now true, until others are named."""
        folders = self._parts.folders()
        watch = self._parts.watch(folders, self._changes)
        try:
            self._heed(folders, watch, self._look(watch, forget_missing=forget_missing))
        finally:
            watch.close()

    def _heed(self, folders: list[Folder], watch: Watch, outcome: Outcome) -> None:
        """Look again at what changes, and at everything from time to time."""
        beats, version, paused = 0, -1, False
        while not self._parts.halting.stopped:
            changed = self._changes.wait(_BEAT_S)
            beats += 1
            now, rested = self._parts.changed(), paused
            if now != version:
                version, paused = now, self._parts.paused()
                if self._parts.folders() != folders:
                    return
            if paused:
                continue
            if rested or outcome.halted is Halt.PAUSED or beats >= (_RETRY_BEATS if outcome.halted else _LOOK_BEATS):
                outcome, beats = self._look(watch), 0
            elif changed and outcome.halted is None:
                outcome = self._look_at_changes(watch)
            elif self._embeds is not None and not self._embeds.runs():
                self._end_embedding()

    def _look(self, watch: Watch, *, forget_missing: bool = False) -> Outcome:
        self._changes.take()
        outcome = self.once(forget_missing=forget_missing)
        watch.check(outcome.folders)
        self._after(outcome, watch)
        return outcome

    def _look_at_changes(self, watch: Watch) -> Outcome:
        places = self._changes.take()
        if places is None:
            return self._look(watch)
        self._parts.settle()
        outcome = self._parts.indexer.look_at(places)
        self._after(outcome, watch)
        return outcome

    def _after(self, outcome: Outcome, watch: Watch) -> None:
        self._parts.settle()
        if outcome.halted is not None:
            return
        if watch.trouble and not outcome.kept:  # one sentence at a time, and that one asks for a decision
            self._parts.progress.rest(note=f"{watch.trouble}; Kairos looks every 15 minutes instead.")
        if self._embeds is None or not self._embeds.runs():
            self._end_embedding()
            self._embeds = self._parts.embed()

    def _end_embedding(self) -> None:
        embeds, self._embeds = self._embeds, None
        if embeds is not None:
            embeds.end()
