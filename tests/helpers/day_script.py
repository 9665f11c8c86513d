"""Replays a readable script of a day through the real tracker and tells what it recorded.

A line is a time and a verb; "expect" opens the list of activities that must come out.

    09:00:00 window xterm | build
    09:00:10 idle 180s          the last input was so long ago
    09:05:00 suspend 2h         the machine sleeps without a word
    09:10:00 clock -1h          somebody sets the clock
    09:20:00 stall 10m          the process is stopped, then goes on
    09:30:00 zone Asia/Tokyo
    expect
    09:00:00.000 09:05:00.000 active xterm | build

Times are what the wall clock showed at that moment, in UTC.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from helpers.manual_clock import ManualClock

from engine.domain.activity import Observed, Window
from engine.domain.changes import Change
from engine.domain.presence import Presence
from engine.tracking.probe import SessionSign
from engine.tracking.tracker import Tracker

DAY_MS = 1_795_219_200_000  # 2026-11-21, midnight in UTC
BEAT_MS = 1_000
_UNITS = {"ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000}
_SIGNS = {"lock": SessionSign.LOCKED, "saver": SessionSign.SCREENSAVER, "switch": SessionSign.SWITCHED}


class AdmitAll:
    """Stores every window by name."""

    def admit(self, window: Window | None) -> Observed:
        """Return the window as it is."""
        if window is None:
            return Observed(Presence.ACTIVE)
        return Observed(Presence.ACTIVE, app=window.app, title=window.title)


class TimedClock(ManualClock):
    """A clock moved by hand, with timers that fire as it moves."""

    def __init__(self) -> None:
        super().__init__(DAY_MS)
        self.timers: list[tuple[int, Callable[[], None]]] = []

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        """Run call once so many seconds have passed."""
        self.timers.append((self.awake_ms + round(seconds * 1_000), call))

    def pass_time(self, milliseconds: int) -> None:
        """Let time go by while the machine is awake; timers fire on their millisecond."""
        goal = self.awake_ms + milliseconds
        while due := [timer for timer in self.timers if timer[0] <= goal]:
            first = min(due, key=lambda timer: timer[0])
            self.timers.remove(first)
            self.run(max(first[0], self.awake_ms) - self.awake_ms)
            first[1]()
        self.run(goal - self.awake_ms)


class DayScript:
    """One script, played against a tracker that writes its changes to the function given."""

    def __init__(self, text: str, write: Callable[[tuple[Change, ...]], object]) -> None:
        self.clock = TimedClock()
        self.tracker = Tracker(self.clock, AdmitAll(), write, self.clock.later)
        script, _, expected = text.partition("\nexpect\n")
        self._lines = [line for line in script.splitlines() if line.strip() and not line.startswith("#")]
        self.expected = [line.strip() for line in expected.splitlines() if line.strip()]

    def play(self) -> None:
        """Run every line, with a heartbeat each second in between."""
        for number, line in enumerate(self._lines):
            at, _, verb = line.partition(" ")
            if number == 0:
                self.clock.wall_ms = parse_time(at)
            self._wait_until(parse_time(at))
            self._do(verb.strip())

    def _wait_until(self, wall_ms: int) -> None:
        while self.clock.wall_ms < wall_ms:
            self.clock.pass_time(min(BEAT_MS, wall_ms - self.clock.wall_ms))
            self.tracker.beat()

    def _do(self, verb: str) -> None:
        word, _, rest = verb.partition(" ")
        if word == "window":
            app, _, title = rest.partition(" | ")
            self.tracker.saw_window(Window(app, title))
        elif word in _SIGNS:
            self.tracker.session_sign(_SIGNS[word], rest == "on")
        elif word == "sleep":
            self.tracker.session_sign(SessionSign.SUSPENDED, rest == "on")
        elif word == "idle":
            self.tracker.went_idle(parse_span(rest))
        else:
            self._do_plain(word, rest)

    def _do_plain(self, word: str, rest: str) -> None:
        simple: dict[str, Callable[[], object]] = {
            "nothing": lambda: self.tracker.saw_window(None),
            "lost": self.tracker.lost_sight,
            "back": self.tracker.came_back,
            "pause": lambda: self.tracker.set_paused(True),
            "resume": lambda: self.tracker.set_paused(False),
            "stop": self.tracker.stop,
            "suspend": lambda: self.clock.suspend(parse_span(rest)),
            "clock": lambda: self.clock.set_back(-parse_span(rest)),
            "stall": lambda: self._stall(parse_span(rest)),
            "zone": lambda: self._travel(rest),
        }
        simple[word]()

    def _stall(self, span_ms: int) -> None:
        self.clock.timers.clear()
        self.clock.pass_time(span_ms)

    def _travel(self, zone: str) -> None:
        self.clock.zone = zone


def read_script(path: Path) -> str:
    """Return a script's text."""
    return path.read_text(encoding="utf-8")


def parse_time(text: str) -> int:
    """Return HH:MM:SS[.mmm] on the script's day as UTC milliseconds."""
    hours, minutes, seconds = text.split(":")
    return DAY_MS + int(hours) * 3_600_000 + int(minutes) * 60_000 + round(float(seconds) * 1_000)


def parse_span(text: str) -> int:
    """Return a span such as 180s, -1h or 40ms in milliseconds."""
    match = re.fullmatch(r"([+-]?\d+)(ms|s|m|h)", text.strip())
    if match is None:
        raise ValueError(f"no span: {text!r}")
    return int(match[1]) * _UNITS[match[2]]


def show_time(wall_ms: int) -> str:
    """Return UTC milliseconds as HH:MM:SS.mmm, hours counted on from the script's day."""
    left = wall_ms - DAY_MS
    return f"{left // 3_600_000:02d}:{left // 60_000 % 60:02d}:{left // 1_000 % 60:02d}.{left % 1_000:03d}"


def show_activity(start_ms: int, end_ms: int, what: Observed, zone: str) -> str:
    """Return one activity the way scripts write it."""
    named = f" {what.app} | {what.title}" if what.app or what.title else ""
    travelled = "" if zone == "UTC" else f" @{zone}"
    return f"{show_time(start_ms)} {show_time(end_ms)} {what.presence}{named}{travelled}"
