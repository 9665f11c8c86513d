"""History of other programs: looked at, taken in, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from engine.domain.clock import Clock
from engine.domain.errors import ImportFailed, UsageError
from engine.domain.imports import ImportBatch, ImportOutcome, ImportPreview, ImportRequest
from engine.storage.batches import BatchStore

if TYPE_CHECKING:
    from engine.importers.admission import Admission
    from engine.importers.history import ForeignHistory

Progress = Callable[[float], bool]
"""Told the share that is done, 0 to 1, from the thread that imports; answers whether to go on."""


class Imports:
    """Imports into one profile. May be used from any thread, one call at a time.

    admission: makes what applies the person's rules of privacy as they are now. back_up: makes a backup; called
    before anything is imported or taken back, and what it raises stops that.
    """

    def __init__(
        self,
        batches: BatchStore,
        clock: Clock,
        admission: Callable[[], Admission],
        back_up: Callable[[], object] = lambda: None,
    ) -> None:
        self._batches = batches
        self._clock = clock
        self._admission = admission
        self._back_up = back_up

    def preview(self, request: ImportRequest, progress: Progress | None = None) -> ImportPreview:
        """Read the file and return what an import of it would bring; stores nothing.

        Raises ImportFailed where the file cannot be imported, ImportStopped where progress says so, UsageError
        for a zone that is not known.
        """
        history = self._history(request, progress)
        already = self._batches.already(history.file.sha256()) is not None
        return _looked_through(history, already=already)

    def run(self, request: ImportRequest, progress: Progress | None = None) -> ImportOutcome:
        """Import the file whole or not at all, and return what was added.

        Time that its program told of in an earlier import is not added again, and a file that stands imported
        already adds nothing, whatever zone is said now. Raises as preview does, and Storage errors.
        """
        history = self._history(request, progress)
        sha256 = history.file.sha256()
        if self._batches.already(sha256) is not None:
            return ImportOutcome(None, 0, _looked_through(history, already=True))
        self._back_up()
        # A name of bytes that are no text cannot be stored as it is.
        name, made_ms = request.path.name.encode("utf-8", "replace").decode(), self._clock.now().wall_ms
        with (
            self._batches.begin(history.kind.value, name, sha256, history.zone, made_ms=made_ms) as batch,
            closing(history.activities()) as activities,
        ):
            added = batch.insert(activities)
        preview = history.preview(already=False)
        if not preview.spans:
            raise ImportFailed(f"{name} holds no recorded time that can be imported.")
        return ImportOutcome(batch.id if added else None, added, preview)

    def batches(self) -> list[ImportBatch]:
        """Return the imports made so far, the newest first, those taken back included."""
        return [
            ImportBatch(one.id, one.kind, one.file_name, one.zone, one.made_ms, one.added, one.undone_ms)
            for one in self._batches.list()
        ]

    def undo(self, batch: int) -> int:
        """Take an import back whole and return the rows removed; UsageError where there is nothing to take back."""
        if batch not in {one.id for one in self._batches.list()}:
            raise UsageError(f"There is no import number {batch}. List them with: kairos imports")
        self._back_up()
        return self._batches.undo(batch, undone_ms=self._clock.now().wall_ms)

    def _history(self, request: ImportRequest, progress: Progress | None) -> ForeignHistory:
        from engine.importers.history import ForeignHistory  # noqa: PLC0415  (parsers nobody needs until then)

        return ForeignHistory(request, self._clock.now().zone, self._admission(), progress)


def _looked_through(history: ForeignHistory, *, already: bool) -> ImportPreview:
    with closing(history.activities()) as activities:
        for _ in activities:
            pass
    return history.preview(already=already)
