"""Lives of a machine whose clocks are set, whose zone changes, which sleeps, stalls and is killed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from helpers.day_script import AdmitAll, TimedClock
from hypothesis import strategies as st

from engine.domain.activity import Activity, Window
from engine.domain.changes import Change
from engine.domain.clock import wall_ms
from engine.domain.days import DayRule, day_bounds, day_of
from engine.history.day import summarise
from engine.storage.activities import ActivityStore
from engine.tracking.probe import SessionSign
from engine.tracking.tracker import Tracker

ZONES = (
    "Australia/Lord_Howe", "Antarctica/Troll", "Pacific/Apia", "Africa/Casablanca", "Europe/Berlin",
    "America/New_York", "America/Sao_Paulo", "Asia/Tehran", "Pacific/Chatham", "America/St_Johns", "Europe/Dublin",
    "Asia/Gaza",
)  # fmt: skip
SECOND, MINUTE, HOUR, DAY, YEAR = 1_000, 60_000, 3_600_000, 86_400_000, 31_557_600_000
_BEAT_MS = 10_000
_SPANS = (SECOND, 7 * SECOND, MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, DAY, 40 * DAY, YEAR, 10 * YEAR)

Act = tuple[str, int | str]


@cache
def changes_of(zone: str) -> tuple[int, ...]:
    """Return when clocks were put forward or back in the zone from 2008 to 2030, UTC milliseconds, to the minute."""
    there = ZoneInfo(zone)
    looks = [datetime(2008, 1, 1, tzinfo=UTC) + timedelta(days=3 * number) for number in range(8_000 // 3)]
    offsets = [look.astimezone(there).utcoffset() for look in looks]
    return tuple(
        _change_between(looks[place], looks[place + 1], there)
        for place, (before, after) in enumerate(pairwise(offsets))
        if before != after
    )


def _change_between(low: datetime, high: datetime, there: ZoneInfo) -> int:
    before = low.astimezone(there).utcoffset()
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) / 2
        low, high = (middle, high) if middle.astimezone(there).utcoffset() == before else (low, middle)
    return wall_ms(high)


@st.composite
def lives(draw: st.DrawFn) -> tuple[str, int, list[Act]]:
    """Draw a zone, a moment near a change of its clocks, and what happens from then on."""
    zone = draw(st.sampled_from(ZONES))
    begin_ms = draw(st.sampled_from(changes_of(zone))) + draw(st.integers(-26 * HOUR, 2 * HOUR))
    spans = st.sampled_from(_SPANS)
    acts = st.one_of(
        st.tuples(st.just("run"), st.sampled_from((40, SECOND, 19 * SECOND, MINUTE, 12 * MINUTE))),
        st.tuples(st.just("run"), st.integers(1, 20 * MINUTE)),
        st.tuples(st.just("window"), st.sampled_from("abc")),
        st.tuples(st.just("set"), st.one_of(spans, spans.map(lambda span: -span), st.integers(-2 * DAY, 2 * DAY))),
        st.tuples(st.just("sleep"), st.one_of(st.sampled_from(_SPANS[:7]), st.integers(0, 30 * HOUR))),
        st.tuples(st.just("stall"), st.sampled_from((MINUTE, HOUR))),
        st.tuples(st.just("travel"), st.sampled_from(ZONES)),
        st.tuples(st.just("idle"), st.sampled_from((20 * SECOND, 3 * MINUTE, HOUR))),
        st.tuples(st.just("back"), st.just(0)),
        st.tuples(st.just("lock"), st.sampled_from((0, 1))),
        st.tuples(st.just("kill"), st.sampled_from((0, 5 * SECOND, 3 * HOUR))),
    )
    return zone, begin_ms, draw(st.lists(acts, min_size=6, max_size=60))


@dataclass
class Life:
    """A tracker on a machine's clocks, and the store its changes go to; killed, it begins anew as a recorder does."""

    store: ActivityStore
    zone: str
    begin_ms: int
    zones: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Start the clocks and the tracker."""
        self.clock = TimedClock()
        self.clock.wall_ms, self.clock.zone = self.begin_ms, self.zone
        self.zones = {self.zone}
        self._waiting: list[Change] = []
        self.tracker = self._started()

    def play(self, acts: list[Act]) -> None:
        """Let everything happen, and end in good order."""
        does: dict[str, Callable[..., None]] = {
            "run": self._run, "window": self._window, "set": self._set, "sleep": self._sleep, "stall": self._stall,
            "travel": self._travel, "idle": self._idle, "back": self._back, "lock": self._lock, "kill": self._kill,
        }  # fmt: skip
        self._window("a")
        for kind, given in acts:
            does[kind](given)
        self._run(SECOND)
        self.tracker.stop()
        self._write()

    def _started(self) -> Tracker:
        return Tracker(self.clock, AdmitAll(), self._waiting.extend, self.clock.later)

    def _write(self) -> None:
        changes, self._waiting[:] = list(self._waiting), []
        self.store.apply(changes)

    def _run(self, span_ms: int) -> None:
        for at in range(0, span_ms, _BEAT_MS):
            self.clock.pass_time(min(_BEAT_MS, span_ms - at))
            self.tracker.beat()

    def _window(self, app: str) -> None:
        self.tracker.saw_window(Window(app, "title"))

    def _set(self, span_ms: int) -> None:
        self.clock.set_back(-span_ms)

    def _sleep(self, span_ms: int) -> None:
        self.clock.suspend(span_ms)

    def _stall(self, span_ms: int) -> None:
        self.clock.timers.clear()
        self.clock.pass_time(span_ms)

    def _travel(self, zone: str) -> None:
        self.clock.zone = zone
        self.zones.add(zone)

    def _idle(self, span_ms: int) -> None:
        self.tracker.went_idle(span_ms)

    def _back(self, _none: int) -> None:
        self.tracker.came_back()

    def _lock(self, locked: int) -> None:
        self.tracker.session_sign(SessionSign.LOCKED, bool(locked))

    def _kill(self, away_ms: int) -> None:
        self._write()
        sure_ms = self.clock.wall_ms
        self.clock.timers.clear()
        self.clock.suspend(away_ms)
        self.store = self.store_anew(self.store)
        self.store.recover(sure_ms)
        self.tracker = self._started()
        self._window("a")

    @staticmethod
    def store_anew(store: ActivityStore) -> ActivityStore:
        """Return a store that remembers nothing, as a new process has."""
        return ActivityStore(store._database)


def wrong_rows(rows: list[Activity]) -> list[str]:
    """Say which activities are negative or overlap."""
    faults = [f"{row.start_ms} to {row.end_ms} is negative" for row in rows if row.end_ms < row.start_ms]
    ordered = sorted(rows, key=lambda row: (row.start_ms, row.end_ms))
    return faults + [
        f"{one.start_ms} to {one.end_ms} overlaps {other.start_ms}"
        for one, other in pairwise(ordered)
        if other.start_ms < one.end_ms
    ]


def wrong_days(rows: list[Activity], zones: set[str], clock: TimedClock) -> list[str]:
    """Say on which days of which zones more was counted than the day has, or not what was recorded."""
    faults = []
    for zone in sorted(zones):
        for start_minute in (0, 150):
            rule = DayRule(zone, start_minute)
            days = {
                day_of(moment, rule) for row in rows for moment in (row.start_ms, max(row.start_ms, row.end_ms - 1))
            }
            for day in sorted(days):
                bounds = day_bounds(day, rule)
                found = summarise(rows, day, rule, clock.now())
                counted = sum(found.presence_ms.values())
                spans = (min(row.end_ms, bounds.end_ms) - max(row.start_ms, bounds.start_ms) for row in rows)
                held = sum(max(0, span) for span in spans)
                if counted > bounds.length_ms or counted != held:
                    faults.append(f"{day} in {zone} counts {counted} ms, holds {held}, lasts {bounds.length_ms}")
    return faults
