"""Starts the process that indexes documents, now and then; what that process needs is not loaded here."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from engine.domain.errors import SettingsError
from engine.launch import Worker, WorkerJob
from engine.locks import is_held
from engine.paths import ProfilePaths
from engine.settings import load_settings

_log = logging.getLogger(__name__)


class BackgroundIndexing:
    """Looks whether anything can be indexed, and starts what does it; that process ends with this one.

    folders: how many folders the person named.
    """

    def __init__(
        self,
        paths: ProfilePaths,
        folders: Callable[[], int],
        start: Callable[[WorkerJob, ProfilePaths], Worker] = lambda job, paths: Worker(job, paths.folder),
    ) -> None:
        self._paths = paths
        self._folders = folders
        self._start = start
        self._worker: Worker | None = None
        self._ended = False
        self._lock = threading.Lock()

    def look(self) -> None:
        """Start a worker where folders are named, the person wants it and none is at work. Raises Storage errors."""
        with self._lock:
            if self._ended or (self._worker is not None and self._worker.runs()) or not self._wanted():
                return
            if self._worker is not None:
                self._worker.end()  # it has ended; the pipe to it is closed
            try:
                self._worker = self._start(WorkerJob.INDEX, self._paths)
            except OSError as error:
                _log.warning("indexing cannot be started: %s", error.strerror)

    def _wanted(self) -> bool:
        if is_held(self._paths.worker_lock(WorkerJob.INDEX)) or not self._folders():
            return False
        try:
            return load_settings(self._paths.settings).documents.automatic
        except SettingsError:  # what is wrong is told where it is read for the first time
            return False

    def end(self) -> None:
        """Let the worker end, without waiting for it; none is started any more."""
        with self._lock:
            self._ended = True
            if self._worker is not None:
                self._worker.let_go()
