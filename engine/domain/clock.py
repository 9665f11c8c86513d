"""The one clock: the only module that may ask the machine what time it is."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

MS_PER_SECOND = 1_000
MS_PER_MINUTE = 60_000
MS_PER_HOUR = 3_600_000


@dataclass(frozen=True, slots=True)
class Instant:
    """One moment read from all clocks at once.

    wall_ms: UTC milliseconds since 1970, may step either way.
    awake_ms: milliseconds that stand still while the machine is suspended, never step.
    boot_ms: milliseconds that go on while the machine is suspended, never step.
    zone: IANA name of the local time zone at that moment.
    """

    wall_ms: int
    awake_ms: int
    boot_ms: int
    zone: str


class Clock(Protocol):
    """What tells the time."""

    def now(self) -> Instant:
        """Return the present moment on every clock."""
        ...


class SystemClock:
    """The machine's clocks; the name of the local zone comes from the function given."""

    def __init__(self, zone: Callable[[], str]) -> None:
        self._zone = zone

    def now(self) -> Instant:
        """Return the present moment.

        Where no clock counts suspended time boot_ms repeats awake_ms, and sleep shows as a step of the wall clock.
        """
        wall_ms = time.time_ns() // 1_000_000
        awake_ms = time.monotonic_ns() // 1_000_000
        boot_ms = awake_ms
        if sys.platform == "linux":
            boot_ms = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
        return Instant(wall_ms, awake_ms, boot_ms, self._zone())


def utc(wall_ms: int) -> datetime:
    """Return UTC milliseconds as an aware datetime in UTC."""
    seconds, milliseconds = divmod(wall_ms, MS_PER_SECOND)
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=milliseconds * 1_000)


def wall_ms(moment: datetime) -> int:
    """Return an aware datetime as UTC milliseconds, rounded down; a naive one raises ValueError."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be placed")
    whole = moment.astimezone(UTC)
    return int(whole.replace(microsecond=0).timestamp()) * MS_PER_SECOND + whole.microsecond // 1_000


def iso_utc(moment_ms: int) -> str:
    """Return UTC milliseconds as ISO 8601 text with milliseconds and a trailing Z."""
    return utc(moment_ms).isoformat(timespec="milliseconds").replace("+00:00", "Z")
