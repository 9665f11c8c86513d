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

SETTLED_S = 0.2  # how late a switch may be stored is another test's business (test_x11_recording.py)


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
        self.stays: list[Stay] = []

    def open(self, shows: Path | None, *command: str, title: str) -> XWindow:
        """Open a program's window and bring it to the front; title: a part of what it calls itself."""
        return self.begin(shows, *command, title=title)()

    def begin(self, shows: Path | None, *command: str, title: str) -> Callable[[], XWindow]:
        """Start a program; what is returned waits for its window, so that several can start side by side."""
        process = self._desktop.programs.start(*command)

        def come() -> XWindow:
            wait_until(lambda: self._of(process.pid, title), f"{command[0]} to show {title}", patience_s=60)
            return self.opened(shows, XWindow(self._of(process.pid, title), process))

        return come

    def opened(self, shows: Path | None, window: XWindow) -> XWindow:
        """Take in a window, and bring it to the front."""
        self._shows[window.id] = shows
        self._bring(window)
        return window

    def title(self, window_id: str) -> str:
        """Return what a window calls itself, nothing where it is gone."""
        return self._ask("getwindowname", window_id) if window_id else ""

    def stay(self, window: XWindow, seconds: float, doing: Callable[[], object] = lambda: None) -> None:
        """Bring a window to the front, do something in it, and stay."""
        self._bring(window)
        time.sleep(SETTLED_S)
        began_ms = now_ms()
        doing()
        time.sleep(seconds)
        shows = self._shows[window.id]
        self.stays.append(Stay(began_ms, now_ms(), "" if shows is None else str(shows)))

    def _bring(self, window: XWindow) -> None:
        self._desktop.focus(window)
        wait_until(lambda: self._desktop.active() == window.id, "the window in front")

    def _of(self, pid: int, title: str) -> str:
        """Return the window of that title which is the process's, or of one it started; nothing where there is none."""
        for window in self._ask("search", "--onlyvisible", "--name", ".").split():
            owner = self._ask("getwindowpid", window) if title in self.title(window) else ""
            if owner.isdigit() and _descends(int(owner), pid):
                return window
        return ""

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
