"""Topics, routines and changes found in the history, each with the days it rests on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from engine.domain.errors import KairosError
from engine.domain.findings import Findings
from engine.domain.routines import Change, DayShapes, Habit
from engine.domain.topics import Topics
from engine.launch import Worker
from engine.locks import is_held
from engine.storage.insights import InsightStore


class InsightsFailed(KairosError):
    """The process that looks for them cannot be started."""

    title = "The history cannot be looked through"


class Insights:
    """What was found in one profile's history; every method may raise Storage errors.

    It is found anew each night and on request. What was found in a past that was erased or corrected since is gone.
    """

    def __init__(
        self, store: InsightStore, refresh: Callable[[], None], start: Callable[[], Worker], lock: Path
    ) -> None:
        """refresh: finds anew, here. start: starts a process that does. lock: held while one does."""
        self._store = store
        self._refresh = refresh
        self._start = start
        self._lock = lock
        self._worker: Worker | None = None
        self._listener: threading.Thread | None = None
        self._share = 0.0

    def found(self) -> Findings | None:
        """Return all that was found, None where nothing was looked for yet or since the past changed."""
        return self._store.found()

    def topics(self) -> Topics:
        """Return what the texts were about."""
        found = self.found()
        return Topics() if found is None else found.topics

    def day_shapes(self) -> DayShapes:
        """Return the kinds of day."""
        found = self.found()
        return DayShapes() if found is None else found.shapes

    def habits(self) -> tuple[Habit, ...]:
        """Return what meets more often than chance lets expect."""
        found = self.found()
        return () if found is None else found.habits

    def changes(self) -> tuple[Change, ...]:
        """Return which measures of a day are others since when."""
        found = self.found()
        return () if found is None else found.changes

    def refresh(self) -> None:
        """Look through the history now, in this process: seconds, and it loads NumPy and more."""
        self._refresh()

    def start(self) -> None:
        """Have a process of its own look through the history; nothing happens where one does already."""
        if self.running():
            return
        self.close()  # it has ended; the pipe to it is closed
        try:
            worker = self._worker = self._start()
        except OSError as cause:
            raise InsightsFailed(f"The process cannot be started: {cause.strerror or cause}.") from cause
        self._share = 0.0
        self._listener = threading.Thread(target=self._listen, args=(worker,), name="insights", daemon=True)
        self._listener.start()

    def _listen(self, worker: Worker) -> None:
        """Hear how much is done, a line in percent at a time, until the process ends."""
        with suppress(OSError, ValueError):
            for line in worker.answers:
                self._share = min(1.0, max(0.0, int(line) / 100))

    def share(self) -> float | None:
        """Return how much the look that was started here has done, from 0 to 1; None where none was or it ended."""
        return self._share if self.stoppable() else None

    def running(self) -> bool:
        """Return whether a process looks through the history now."""
        if self._worker is not None and self._worker.runs():
            return True
        return is_held(self._lock)

    def stoppable(self) -> bool:
        """Return whether the process that looks through the history was started here."""
        return self._worker is not None and self._worker.runs()

    def stop(self) -> None:
        """End the look that was started here, at once; what was found before stays: it stores all or nothing."""
        self.close()

    def close(self) -> None:
        """End the process that was started here."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None
        if self._listener is not None:
            self._listener.join()
            self._listener = None
