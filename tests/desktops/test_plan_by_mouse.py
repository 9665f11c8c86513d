"""The Plan page under a real mouse on a real X11 desktop: drawn, named, moved, drawn longer, taken back."""

from __future__ import annotations

import sys
from pathlib import Path

from helpers.desktop_programs import wait_until
from helpers.desktop_x11 import X11Desktop

from engine.bootstrap import build_engine
from engine.domain.blocks import BlockKind, Occurrence
from engine.domain.clock import SystemClock
from engine.domain.days import DayRule, day_of
from engine.paths import ProfilePaths

_SETTINGS = 'first_run_done = true\n[look]\nlanguage = "en"\ntheme = "light"\n'
_DAY_MS, _MINUTE_MS = 86_400_000, 60_000
_X, _TOP, _BOTTOM = 745, 430, 510  # in the window: below the middle of its fourth day
_DAY_PX, _THURSDAY = 134, 3
_BUTTON, _SUNDAY = (1_108, 92), 1_170  # the edge of "Suggest my week", and the last day
_ACCENT, _REST, _FREE = "#1F5FBF", "#F6F7F9", "#FFFFFF"
_NAME = "Chore"


class Hand:
    """Moves the mouse over the window, and sees what is planned."""

    def __init__(self, desktop: X11Desktop, window: str, paths: ProfilePaths) -> None:
        self._desktop, self._window, self._paths = desktop, window, paths

    def _xdotool(self, *words: str) -> None:
        self._desktop.programs.run("xdotool", *words)

    def key(self, keys: str) -> None:
        """Press keys."""
        self._xdotool("key", keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "20", text)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag from one point of the window to another, in steps as a hand does."""
        steps = [tuple(a + (b - a) * part // 4 for a, b in zip(start, end, strict=True)) for part in range(5)]
        first, *others = ((str(x), str(y)) for x, y in steps)
        move = "mousemove", "--window", self._window
        self._xdotool(*move, *first, "mousedown", "1")
        for place in others:
            self._xdotool(*move, *place)
        self._xdotool("mouseup", "1")

    def pixel(self, x: int, y: int) -> str:
        """Return the colour of a point of the window."""
        shot = "import", "-window", self._window, "-crop", f"1x1+{x}+{y}", "-depth", "8", "txt:-"
        told = self._desktop.programs.run(*shot)
        return next(word for word in told.splitlines()[-1].split() if word.startswith("#"))

    def shows(self, x: int, colour: str) -> bool:
        """Return whether a day has the colour above the place; of two points at most one lies on a line."""
        return colour in {self.pixel(x, _BOTTOM - above) for above in (8, 12)}

    def sees_week(self) -> bool:
        """Open the Plan page, and return whether its week was read: the week's end is shaded."""
        self.key("ctrl+2")
        return self.pixel(*_BUTTON) == _ACCENT and self.shows(_SUNDAY, _REST)

    def planned(self) -> list[Occurrence]:
        """Return what the database holds for the weeks around now."""
        now_ms = SystemClock(lambda: "UTC").now().wall_ms
        engine = build_engine(self._paths)
        try:
            return engine.plan.occurrences(now_ms - 14 * _DAY_MS, now_ms + 14 * _DAY_MS)
        finally:
            engine.close()

    def sees(self, start_ms: int, minutes: int) -> bool:
        """Return whether the one block begins then and is so long."""
        found = self.planned()
        return [(one.interval.start_ms, one.interval.length_ms // _MINUTE_MS) for one in found] == [(start_ms, minutes)]


def test_a_block_is_drawn_moved_and_drawn_longer_by_mouse(x11: X11Desktop, tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    paths.settings.write_text(_SETTINGS, encoding="utf-8")
    build_engine(paths).close()
    x11.environ["QT_QPA_PLATFORM"] = "xcb"
    window = x11.program("Kairos", sys.executable, "-m", "desktop_app", "--no-recorder", "--profile", str(paths.folder))
    hand = Hand(x11, window.id, paths)
    today = day_of(SystemClock(lambda: "UTC").now().wall_ms, DayRule("UTC"))
    x = _X + _DAY_PX if today.weekday() == _THURSDAY else _X  # off the now-line
    wait_until(hand.sees_week, "the week to be shown")
    free = _FREE if hand.shows(x, _FREE) else _REST  # in the evening the page shows hours after work
    hand.drag((x, _TOP), (x, _BOTTOM))
    hand.write(_NAME)
    hand.key("Return")
    wait_until(hand.planned, "the block to be stored")
    [made] = hand.planned()
    assert (made.block.about.title, made.block.about.kind) == (_NAME, BlockKind.FOCUS)
    start, minutes = made.interval.start_ms, made.interval.length_ms // _MINUTE_MS
    assert 85 <= minutes <= 125
    assert start % (5 * _MINUTE_MS) == minutes % 5 == 0

    wait_until(lambda: not hand.shows(x, free), "the block to be shown")
    hand.drag((x, _TOP + 40), (x - _DAY_PX, _TOP + 40))
    wait_until(lambda: hand.sees(start - _DAY_MS, minutes), "the block to lie a day earlier")

    wait_until(lambda: hand.shows(x, free), "the block to be shown there")
    hand.drag((x - _DAY_PX, _BOTTOM - 3), (x - _DAY_PX, _BOTTOM + 43))
    wait_until(
        lambda: any(minutes + 50 <= one.interval.length_ms // _MINUTE_MS <= minutes + 70 for one in hand.planned()),
        "the block to be an hour longer",
    )
    hand.key("ctrl+z")
    wait_until(lambda: hand.sees(start - _DAY_MS, minutes), "the block to be as long as it was")
    x11.close(window)
    assert window.process.returncode == 0
