"""What a test may leave behind: nothing. Snapshots of what is alive, compared before and after each test."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import compress
from pathlib import Path

_PATIENCE_S = 2.0  # what is on its way out may finish leaving
_STEP_S = 0.01


def threads() -> dict[int, str]:
    """Return the living Python threads; those of other makers (Qt's pool) are not counted."""
    dummy = threading._DummyThread
    return {id(thread): thread.name for thread in threading.enumerate() if not isinstance(thread, dummy)}


def children() -> dict[int, str]:
    """Return the processes this one started and has not waited for."""
    return dict(_children_of_this_process())


def _children_of_this_process() -> Iterator[tuple[int, str]]:
    tasks = Path("/proc/self/task")
    if not tasks.is_dir():
        yield from _children_elsewhere()
        return
    for task in tasks.iterdir():
        try:
            pids = (task / "children").read_text(encoding="ascii").split()
        except OSError:
            continue
        for pid in pids:
            yield int(pid), _command(pid)


def _children_elsewhere() -> Iterator[tuple[int, str]]:
    import psutil

    for child in psutil.Process().children():
        yield child.pid, str(child.pid)


def _command(pid: str) -> str:
    try:
        words = Path("/proc", pid, "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        words = ""
    return f"{pid} {words or '(ended, not waited for)'}"


def session_processes(home: Path) -> dict[int, str]:
    """Return the other processes that live in the tests' own home, those that left this one's family included."""
    mark = f"HOME={home}\0".encode()
    found: dict[int, str] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            lives_there = mark in (folder / "environ").read_bytes() + b"\0"
        except OSError:
            continue
        if lives_there and folder.name != str(os.getpid()):
            found[int(folder.name)] = _command(folder.name)
    return found


def open_files(below: Path) -> dict[int, str]:
    """Return the open descriptors of files below the folder, those removed meanwhile included."""
    held: dict[int, str] = {}
    folder = Path("/proc/self/fd")
    if not folder.is_dir():
        return held
    prefix = f"{below.resolve()}{os.sep}"
    for entry in folder.iterdir():
        try:
            target = str(entry.readlink())
        except OSError:
            continue
        if target.startswith(prefix):
            held[int(entry.name)] = target
    return held


def active_timers() -> dict[int, str]:
    """Return the running QTimers; looked for only where a QApplication lives."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None or core.QCoreApplication.instance() is None:
        return {}
    import shiboken6

    # By type and not by what an object says of itself: some objects of libraries warn when they are asked.
    alive, kinds = gc.get_objects(), set(_kinds(core.QTimer))
    timers = list(compress(alive, map(kinds.__contains__, map(type, alive))))  # a fifth of a loop's time
    return {
        id(timer): f"{timer.objectName() or 'QTimer'} every {timer.interval()} ms, of {timer.parent()!r}"
        for timer in timers
        if shiboken6.isValid(timer) and timer.isActive()
    }


def _kinds(of: type[object]) -> Iterator[type[object]]:
    """Yield the class and all that are made of it."""
    yield of
    made: list[type[object]] = of.__subclasses__()
    for kind in made:
        yield from _kinds(kind)


class Snapshot:
    """What was alive before a test; `left` tells what has come to stay."""

    def __init__(self, files_below: Path, *, qt: bool, home: Path | None = None) -> None:
        self._looks: dict[str, Callable[[], dict[int, str]]] = {
            "thread": threads,
            "child process": children,
            "open file": lambda: open_files(files_below),
        }
        if home is not None:
            self._looks["detached process"] = lambda: session_processes(home)
        if qt:
            self._looks["timer"] = active_timers
        self._before = {kind: set(look()) for kind, look in self._looks.items()}

    def left(self, patience_s: float = _PATIENCE_S) -> list[str]:
        """Return one line for each thing the test left behind, after giving it time to go."""
        deadline = time.monotonic() + patience_s
        found = self._now()
        while found and time.monotonic() < deadline:
            time.sleep(_STEP_S)
            gc.collect()
            found = self._now()
        return found

    def _now(self) -> list[str]:
        return [
            f"{kind}: {name}"
            for kind, look in self._looks.items()
            for key, name in look().items()
            if key not in self._before[kind]
        ]
