"""Hears from the system which files of the named folders change, as far as the system can tell."""

from __future__ import annotations

import errno
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import DirMovedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from engine.documents.discover.kinds import kind_of
from engine.documents.discover.walk import IGNORE_FILES
from engine.domain.documents import Folder

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver

_MOST_HELD = 400  # paths; more are looked for by going through their folders
_TRIES, _TRY_S = 8, 0.25
_UNCHANGING = frozenset({"opened", "closed_no_write"})
_IGNORING = tuple(os.sep + name for name in IGNORE_FILES)
_LIMITS = frozenset({errno.ENOSPC, errno.EMFILE, errno.ENFILE})


class Changes:
    """Paths that changed, gathered by the watching threads and taken by the one that works."""

    def __init__(self) -> None:
        self._lock = threading.Condition()
        self._paths: dict[Folder, set[str]] = {}
        self._last_s = 0.0
        self._overflowing = False
        self._woken = False

    def note(self, folder: Folder, paths: Iterable[str]) -> None:
        """Note that something happened at these paths."""
        with self._lock:
            held = self._paths.setdefault(folder, set())
            held.update(paths)
            self._overflowing |= len(held) > _MOST_HELD
            if self._overflowing:
                held.clear()
            self._last_s = time.monotonic()
            self._lock.notify_all()

    def wake(self) -> None:
        """End a wait."""
        with self._lock:
            self._woken = True
            self._lock.notify_all()

    def wait(self, seconds: float, quiet_s: float = 1.0, longest_s: float = 10.0) -> bool:
        """Wait so long for a change, after one until it has been quiet, but not for ever; tell whether there is one.

        A file that is being written changes many times; it is read once.
        """
        with self._lock:
            self._lock.wait_for(lambda: self._paths or self._woken, seconds)
            first_s = time.monotonic()
            while self._paths and not self._woken:
                now_s = time.monotonic()
                left = min(self._last_s + quiet_s, first_s + longest_s) - now_s
                if left <= 0:
                    break
                self._lock.wait(left)
            self._woken = False
            return bool(self._paths)

    def take(self) -> list[tuple[Folder, str]] | None:
        """Return what changed since the last time, None where it is too much to tell one by one."""
        with self._lock:
            paths, self._paths = self._paths, {}
            overflowing, self._overflowing = self._overflowing, False
        return None if overflowing else [(folder, path) for folder, some in paths.items() for path in sorted(some)]


class _Listener(FileSystemEventHandler):
    def __init__(self, folder: Folder, changes: Changes) -> None:
        self._folder = folder
        self._changes = changes

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note what an event names; a folder that merely has other content is told by that content's own events."""
        if event.event_type in _UNCHANGING or (event.is_directory and event.event_type == "modified"):
            return
        if isinstance(event, DirMovedEvent) and event.is_synthetic:
            return
        paths = {os.fsdecode(path) for path in (event.src_path, event.dest_path) if path}
        if any(path.endswith(_IGNORING) for path in paths):
            paths = {self._folder.path}  # it may concern everything below
        if not event.is_directory:
            paths = {path for path in paths if kind_of(path.rpartition(os.sep)[2]) or path == self._folder.path}
        if paths:
            self._changes.note(self._folder, paths)


class Watch:
    """Watches folders until closed. trouble: why it cannot, in a sentence for a person; empty where it does."""

    def __init__(
        self,
        folders: Iterable[Folder],
        changes: Changes,
        observer: Callable[[], BaseObserver] = Observer,
        watched: Callable[[], int | None] | None = None,
    ) -> None:
        """Begin to watch. watched: how many folders the system says it watches for this process, None if unknown."""
        self.trouble = ""
        self._watched = watched or watched_folders
        self._observer: BaseObserver | None = observer()
        try:
            for folder in folders:
                if Path(folder.path).is_dir():
                    self._observer.schedule(_Listener(folder, changes), folder.path, recursive=True)
            self._observer.start()
        except OSError as error:
            self.trouble = _sentence(error)
            self.close()

    def check(self, folders: int) -> None:
        """Take note where fewer folders are watched than there are: the system's limit cut the rest off in silence."""
        if self._observer is None:
            return
        for _ in range(_TRIES):
            watched = self._watched()
            if watched is None or watched >= folders:
                return
            time.sleep(_TRY_S)  # folders made just now are on their way to be watched
        self.trouble = _sentence(OSError(errno.ENOSPC, ""))
        self.close()

    def close(self) -> None:
        """Watch no longer."""
        observer, self._observer = self._observer, None
        if observer is not None and observer.is_alive():
            observer.stop()
            observer.join()


def watched_folders() -> int | None:
    """Return how many folders this process watches by inotify, None where the system does not tell."""
    if sys.platform != "linux":
        return None
    count = 0
    try:
        for entry in Path("/proc/self/fdinfo").iterdir():
            try:
                count += entry.read_text(encoding="ascii", errors="replace").count("inotify wd:")
            except OSError:
                continue
    except OSError:
        return None
    return count


def _sentence(error: OSError) -> str:
    if error.errno in _LIMITS:
        return "This system's limit of watched folders is reached (fs.inotify.max_user_watches)"
    return f"The folders cannot be watched ({error.strerror or error})"
