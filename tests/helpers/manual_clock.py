"""A clock that moves when told to."""

from __future__ import annotations

from engine.domain.clock import Instant

MONDAY_NOON_MS = 1_772_452_800_000  # 2026-03-02 12:00:00 UTC


class ManualClock:
    """All clocks of a machine that does only what the test says: run, sleep, be set, travel."""

    def __init__(self, wall_ms: int = MONDAY_NOON_MS, zone: str = "UTC") -> None:
        self.wall_ms = wall_ms
        self.awake_ms = 1_000_000
        self.boot_ms = 1_000_000
        self.zone = zone

    def now(self) -> Instant:
        """Return the moment the test has reached."""
        return Instant(self.wall_ms, self.awake_ms, self.boot_ms, self.zone)

    def run(self, milliseconds: int) -> Instant:
        """Let the time pass on every clock."""
        self.awake_ms += milliseconds
        return self.suspend(milliseconds)

    def suspend(self, milliseconds: int) -> Instant:
        """Let the machine sleep: the awake clock stands still."""
        self.boot_ms += milliseconds
        self.wall_ms += milliseconds
        return self.now()

    def set_back(self, milliseconds: int) -> Instant:
        """Set the wall clock back (forward with a negative number); the others do not notice."""
        self.wall_ms -= milliseconds
        return self.now()
