"""The machine's clocks, read at once, and moments as people and files write them."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta, timezone

import pytest

from engine.domain.clock import SystemClock, iso_utc, utc, wall_ms

NS = 1_000_000


def test_every_clock_is_read_in_milliseconds() -> None:
    before = time.time_ns() // NS, time.monotonic_ns() // NS
    now = SystemClock(lambda: "Asia/Shanghai").now()
    after = time.time_ns() // NS, time.monotonic_ns() // NS
    assert before[0] <= now.wall_ms <= after[0]
    assert before[1] <= now.awake_ms <= after[1]
    assert now.zone == "Asia/Shanghai"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts time asleep on a clock of its own")
def test_time_asleep_is_counted_on_a_clock_of_its_own() -> None:
    before = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // NS
    now = SystemClock(lambda: "UTC").now()
    assert before <= now.boot_ms <= time.clock_gettime_ns(time.CLOCK_BOOTTIME) // NS


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts time asleep on a clock of its own")
def test_an_hour_asleep_shows_on_that_clock_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    ahead = time.monotonic_ns() + 3_600_000 * NS
    monkeypatch.setattr(time, "clock_gettime_ns", {time.CLOCK_BOOTTIME: ahead}.__getitem__)
    now = SystemClock(lambda: "UTC").now()
    assert now.boot_ms == ahead // NS
    assert now.awake_ms < now.boot_ms


def test_moments_are_written_and_read_to_the_millisecond() -> None:
    assert iso_utc(1_700_000_000_007) == "2023-11-14T22:13:20.007Z"
    assert utc(-1) == datetime(1969, 12, 31, 23, 59, 59, 999_000, UTC)
    east = timezone(timedelta(hours=8))
    assert wall_ms(datetime(2023, 11, 15, 6, 13, 20, 7_999, east)) == 1_700_000_000_007
    assert wall_ms(datetime(1969, 12, 31, 23, 59, 59, 999_500, UTC)) == -1
    with pytest.raises(ValueError, match="a moment without a time zone cannot be placed"):
        wall_ms(datetime(2023, 11, 15))  # noqa: DTZ001  (that is what is refused)
