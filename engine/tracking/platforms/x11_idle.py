"""Notices on X11 that there is no input: by alarms on the server's idle counter, else by well-aimed looks."""

from __future__ import annotations

import struct
from typing import Any

import xcffib
from xcffib import screensaver, sync

from engine.tracking.platforms.x11_display import Display
from engine.tracking.probe import Sink

_COUNTER = b"IDLETIME"
_ALARM = sync.CA.Counter | sync.CA.ValueType | sync.CA.Value | sync.CA.TestType | sync.CA.Delta | sync.CA.Events
_LOOK_S = 1.0  # between two looks while the person is away and no alarm exists


def idle_counter(display: Display) -> tuple[Any, int] | None:
    """Return the SYNC extension and the id of the server's idle counter, None where there is none."""
    extension = display.extension("SYNC", sync)
    if extension is None:
        return None
    extension.Initialize(sync.MAJOR_VERSION, sync.MINOR_VERSION).reply()
    listed = display.raw_reply(extension.ListSystemCounters())
    counter = find_counter(listed, _COUNTER)
    return None if counter is None else (extension, counter)


def find_counter(listed: bytes, wanted: bytes) -> int | None:
    """Return the id of the counter wanted from the raw reply to ListSystemCounters, None where it is not listed."""
    (count,) = struct.unpack_from("=I", listed, 8)
    place = 32
    for _ in range(count):
        if place + 14 > len(listed):
            return None
        counter, length = struct.unpack_from("=I8xH", listed, place)
        if listed[place + 14 : place + 14 + length] == wanted:
            return int(counter)
        place += (14 + length + 3) & ~3
    return None


class _Judge:
    """Tells the sink once for every crossing of the threshold."""

    def __init__(self, sink: Sink, idle_after_ms: int) -> None:
        self._sink = sink
        self._after_ms = idle_after_ms
        self.away: bool | None = None

    def hear(self, idle_ms: int) -> None:
        away = idle_ms >= self._after_ms
        if away and not self.away:
            self._sink.went_idle(idle_ms)
        elif not away and self.away is not False:
            self._sink.came_back()
        self.away = away


class AlarmIdle:
    """Lets the server ring when the idle counter crosses the threshold, either way; costs nothing in between."""

    wait_s: float | None = None

    def __init__(self, display: Display, sink: Sink, idle_after_ms: int, extension: Any, counter: int) -> None:
        self._extension = extension
        self._counter = counter
        self._judge = _Judge(sink, idle_after_ms)
        self._rang = True
        # The server compares old and new value: up through the threshold, and down to just below it.
        self._arm(display.new_id(), idle_after_ms, sync.TESTTYPE.PositiveTransition)
        self._arm(display.new_id(), idle_after_ms - 1, sync.TESTTYPE.NegativeTransition)

    def _arm(self, alarm: int, value: int, test: int) -> None:
        asked = [self._counter, sync.VALUETYPE.Absolute, divmod(value, 1 << 32), test, (0, 0), 1]
        self._extension.CreateAlarm(alarm, _ALARM, asked)

    def note(self, event: Any) -> None:
        """Take note of an alarm."""
        self._rang = self._rang or isinstance(event, sync.AlarmNotifyEvent)

    def settle(self) -> None:
        """After an alarm, ask for the idle time of this very moment and judge it."""
        if self._rang:
            self._rang = False
            value = self._extension.QueryCounter(self._counter).reply().counter_value
            self._judge.hear((value.hi << 32) + value.lo)


class LookingIdle:
    """Looks at the idle time when the threshold could be crossed, and once a second while the person is away."""

    def __init__(self, display: Display, sink: Sink, idle_after_ms: int, extension: Any) -> None:
        self._display = display
        self._extension = extension
        self._after_ms = idle_after_ms
        self._judge = _Judge(sink, idle_after_ms)
        self.wait_s: float | None = None

    def note(self, event: Any) -> None:
        """Events say nothing about input here."""

    def settle(self) -> None:
        """Look, and decide when to look next."""
        idle_ms: int = self._extension.QueryInfo(self._display.root).reply().ms_since_user_input
        self._judge.hear(idle_ms)
        self.wait_s = _LOOK_S if self._judge.away else max(self._after_ms - idle_ms, 0) / 1_000 + 0.02


def saver_extension(display: Display) -> Any:
    """Return the MIT-SCREEN-SAVER extension, None where the server lacks it or it does not answer."""
    extension = display.extension("MIT-SCREEN-SAVER", screensaver)
    try:
        if extension is not None:
            extension.QueryInfo(display.root).reply()
    except xcffib.Error:
        return None
    return extension
