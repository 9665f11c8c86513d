"""Which file a window shows, where its title names one that its program has open or was started with.

A title says "notes.txt" at best; the process says which of them. One look is taken when a window comes to the front
or takes another title, only where the title names a file or the program is a viewer, and never at programs that the
privacy filter keeps back. What is found goes through that filter before it is stored.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath
from time import monotonic
from typing import Protocol

from engine.domain.activity import Observed, Window
from engine.tracking.process_files import arguments, descendants, open_files
from engine.tracking.terminals import TERMINALS

_log = logging.getLogger(__name__)

_SHORTEST_BETWEEN_S = 0.2  # a title that changes faster than this is not worth a look each time
_NAMES_A_FILE = re.compile(r"\.(?=\w{0,7}[^\W\d_])\w{1,8}(?!\w)")
_SWAP_FILE = re.compile(r"\.(?P<vim>.+)\.sw[a-p]|\.~lock\.(?P<office>.+)#")
_READ = frozenset({".pdf", ".djvu", ".djv", ".ps", ".eps", ".dvi", ".xps", ".epub", ".mobi", ".fb2", ".cbz", ".cbr"})
_VIEWERS = frozenset(
    "evince papers okular atril xreader zathura mupdf mupdf-gl mupdf-x11 xpdf xpdf.real qpdfview sioyek acroread "
    "foxitreader masterpdfeditor5 gv djview djview4 foliate fbreader ebook-viewer calibre-ebook-viewer preview skim "
    "deepin-reader xournalpp".split()
)
# Programs whose windows show what other processes do.
_HOLDERS = TERMINALS | frozenset("bwrap snap flatpak firejail oosplash sh bash dash".split())


class Admits(Protocol):
    """What decides which part of a window may be stored."""

    def admit(self, window: Window | None) -> Observed:
        """Return what may be stored of the window."""
        ...


class WithDocuments:
    """A privacy filter that is told, of windows it lets through by title, which file they show.

    find: returns the path of the file a window shows, "" for none.
    """

    def __init__(self, admits: Admits, find: Callable[[Window], str]) -> None:
        self._admits = admits
        self._find = find

    def admit(self, window: Window | None) -> Observed:
        """Return what may be stored of the window, its document included."""
        observed = self._admits.admit(window)
        if window is None or not observed.title:
            return observed
        try:
            path = self._find(window)
        except Exception as failure:  # noqa: BLE001  (the document is an extra, never a reason to stop recording)
            _log.warning("what a window shows cannot be told: %s", type(failure).__name__)
            return observed
        return self._admits.admit(replace(window, document=path)) if path else observed


class ShownFiles:
    """Finds the file a window shows; the last answer is kept until the window or its title changes.

    is_browser: tells, by an app's name, programs that have many files open and show none of them. look: as shown_by.
    """

    def __init__(
        self,
        is_browser: Callable[[str], bool],
        time_s: Callable[[], float] = monotonic,
        look: Callable[..., str] | None = None,
    ) -> None:
        self._is_browser = is_browser
        self._time_s = time_s
        self._look = look or shown_by
        self._asked: tuple[int | None, str, str] | None = None
        self._found = ""
        self._looked_s = -_SHORTEST_BETWEEN_S

    def of(self, window: Window) -> str:
        """Return the path of the file that the window shows, "" where none can be told; never raises."""
        asked = window.pid, window.title, window.app
        if asked != self._asked:
            self._found = self._looked(window)
            self._asked = asked
        return self._found

    def _looked(self, window: Window) -> str:
        names = _programs(window)
        viewer = not _VIEWERS.isdisjoint(names)
        if not window.pid or not (viewer or _NAMES_A_FILE.search(window.title)) or self._is_browser(window.app):
            return ""
        if self._time_s() - self._looked_s < _SHORTEST_BETWEEN_S:  # the same file still, where the title still says so
            same = self._asked is not None and self._asked[0] == window.pid
            return self._found if same and is_named(self._found, window.title) else ""
        self._looked_s = self._time_s()
        return self._look(window.pid, window.title, viewer=viewer, holder=not _HOLDERS.isdisjoint(names))


def shown_by(pid: int, title: str, *, viewer: bool = False, holder: bool = False) -> str:
    """Return the one file the title names among those of the process; viewer: else the only one it reads.

    holder: what the process started is looked at as well.
    """
    for process in (pid, *(descendants(pid) if holder else ())):
        opened = list(_documents(open_files(process)))
        found = _only(path for path in opened if is_named(path, title))
        found = found or _only(path for path in arguments(process) if is_named(path, title))
        if not found and viewer:
            found = _only(path for path in opened if PurePath(path).suffix.lower() in _READ)
        if found:
            return found
    return ""


def is_named(path: str, title: str) -> bool:
    """Say whether the title holds the file's name, with nothing before or behind it that belongs to a longer one."""
    name = unicodedata.normalize("NFC", path.rpartition("/")[2].rpartition("\\")[2])
    if "." not in name.strip("."):
        return False
    title = unicodedata.normalize("NFC", title)
    place = title.find(name)
    while place >= 0:
        before, after = title[max(0, place - 1) : place], title[place + len(name) : place + len(name) + 1]
        if not (before.isalnum() or before in {"_", "-", "."} or after.isalnum() or after == "_"):
            return True
        place = title.find(name, place + 1)
    return False


def _documents(paths: Iterable[str]) -> Iterator[str]:
    """Yield the paths, and in place of an editor's swap or lock file the file it stands for."""
    for path in paths:
        folder, _, name = path.rpartition("/")
        stands_for = _SWAP_FILE.fullmatch(name)
        yield path if stands_for is None else f"{folder}/{stands_for['vim'] or stands_for['office']}"


def _only(paths: Iterable[str]) -> str:
    """Return the path where it is one and the same, else nothing."""
    found = set(paths)
    return found.pop() if len(found) == 1 else ""


def _programs(window: Window) -> tuple[str, str]:
    """Return what a window's program may be called in the tables: its file's name, or the last part of its id."""
    name = (window.executable or window.app).replace("\\", "/").rpartition("/")[2].casefold().removesuffix(".exe")
    return name, name.rpartition(".")[2]
