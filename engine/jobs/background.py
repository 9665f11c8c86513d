"""Starts a process that works in the background, now and then; what that process needs is not loaded here."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from engine.launch import Worker, WorkerJob
from engine.locks import is_held
from engine.paths import ProfilePaths

_log = logging.getLogger(__name__)

Start = Callable[[WorkerJob, ProfilePaths], Worker]


def start_worker(job: WorkerJob, paths: ProfilePaths) -> Worker:
    """Start a worker that does the job on the profile; raises OSError."""
    return Worker(job, paths.folder, key=paths.key)


class BackgroundWork:
    """Looks whether there is work, and starts what does it, one at a time; that process ends with this one.

    wanted: whether there is work now; asked only while nobody does it.
    """

    def __init__(
        self, job: WorkerJob, paths: ProfilePaths, wanted: Callable[[], bool], start: Start = start_worker
    ) -> None:
        self._job = job
        self._paths = paths
        self._wanted = wanted
        self._start = start
        self._worker: Worker | None = None
        self._ended = False
        self._lock = threading.Lock()

    def wanted(self) -> bool:
        """Return whether there is work that nobody is at. Raises what the function given raises."""
        with self._lock:
            return not self._ended and not self.at_work() and self._wanted()

    def look(self) -> None:
        """Start a worker where there is work and none is at it. Raises what wanted raises."""
        with self._lock:
            if self._ended or self.at_work() or not self._wanted():
                return
            if self._worker is not None:
                self._worker.end()  # it has ended; the pipe to it is closed
            try:
                self._worker = self._start(self._job, self._paths)
            except OSError as error:
                _log.warning("the job %s cannot be started: %s", self._job.value, error.strerror)

    def at_work(self) -> bool:
        """Return whether a worker is at it, started here or by somebody else."""
        ours = self._worker is not None and self._worker.runs()
        return ours or is_held(self._paths.worker_lock(self._job))

    def end(self) -> None:
        """Let the worker end, without waiting for it; none is started any more."""
        with self._lock:
            self._ended = True
            if self._worker is not None:
                self._worker.let_go()
