"""A day of reading on a real X11 desktop: what was in front when, by the script's own clock, and was it told so."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from helpers.desktop_programs import wait_until
from helpers.desktop_x11 import X11Desktop, XWindow, now_ms

from engine.domain.document_use import ShownDocument


@dataclass(frozen=True)
class Stay:
    """A window was in front from start to end, wall clock in milliseconds; path: what it showed, "" for no document."""

    start_ms: int
    end_ms: int
    path: str


class Reader:
    """Opens documents in real programs, goes from one to the other, and keeps account of it."""

    def __init__(self, desktop: X11Desktop) -> None:
        self._desktop = desktop
        self._shows: dict[str, Path | None] = {}
        self._began_ms = 0
        self._front: str | None = None
        self.stays: list[Stay] = []

    def open(self, shows: Path | None, *command: str, title: str = "") -> XWindow:
        """Open a program's window and wait until it is in front; title: a part of what it must call itself."""
        process = self._desktop.programs.start(*command)
        wait_until(lambda: title in self.title(self._of(process.pid)), f"{command[0]} to show {title}", patience_s=60)
        window = XWindow(self._of(process.pid), process)
        self._shows[window.id] = shows
        return window

    def opened(self, shows: Path | None, window: XWindow) -> XWindow:
        """Take in a window that something else opened."""
        self._shows[window.id] = shows
        return window

    def title(self, window_id: str) -> str:
        """Return what a window calls itself, nothing where it is gone."""
        return self._ask("getwindowname", window_id) if window_id else ""

    def stay(self, window: XWindow, seconds: float, doing: Callable[[], object] = lambda: None) -> None:
        """Bring a window to the front, do something in it, and stay."""
        self._desktop.focus(window)
        wait_until(lambda: self._desktop.active() == window.id, "the window in front")
        began_ms = now_ms()
        doing()
        time.sleep(seconds)
        shows = self._shows[window.id]
        self.stays.append(Stay(began_ms, now_ms(), "" if shows is None else str(shows)))

    def _of(self, pid: int) -> str:
        """Return the window in front where it is the process's, or of one it started."""
        window = self._desktop.active()
        owner = self._ask("getwindowpid", window) if window else ""
        return window if owner and _descends(int(owner), pid) else ""

    def _ask(self, *words: str) -> str:
        asked = subprocess.run(
            ("xdotool", *words), env=self._desktop.environ, capture_output=True, text=True, check=False
        )
        return asked.stdout.strip()


def _descends(pid: int, ancestor: int) -> bool:
    while pid > 1 and pid != ancestor:
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
        except OSError:
            return False
    return pid == ancestor


def told_right(stays: Iterable[Stay], shown: Iterable[ShownDocument], name: Callable[[Path], Path]) -> tuple[int, int]:
    """Return how many milliseconds of the stays were told right, and how many there are.

    name: under which path a document is known now that was read under this one. No document told counts as right
    where none was shown.
    """
    told = list(shown)
    right = length = 0
    for stay in stays:
        length += stay.end_ms - stay.start_ms
        covered = matched = 0
        for one in told:
            part = min(stay.end_ms, one.interval.end_ms) - max(stay.start_ms, one.interval.start_ms)
            covered += max(0, part)
            if stay.path and one.document.identity.path == str(name(Path(stay.path))):
                matched += max(0, part)
        right += matched if stay.path else stay.end_ms - stay.start_ms - covered
    return right, length


def write_pdf(path: Path, title: str, pages: int = 2) -> None:
    """Write a small PDF file that calls itself so."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    canvas.setTitle(title)
    for page in range(pages):
        canvas.drawString(72, 720, f"{title}, page {page + 1}")
        canvas.showPage()
    canvas.save()
