"""What a history holds, counted stretch by stretch with nothing of the product's own reckoning of days and totals."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.presence import Presence
from engine.domain.report import Selection
from engine.paths import profile_at
from engine.settings import Weekday

_MINUTE_MS = 60_000
_EDGE_MS = 15 * _MINUTE_MS  # every hour, and every start of a day used here, lies on one


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of an activity within a quarter of an hour. day: the one it belongs to; hour: of the local clock."""

    start_ms: int
    ms: int
    day: date
    hour: int
    category: int
    app: str


class SlowHistory:
    """All active time of a profile in pieces of at most a quarter of an hour."""

    def __init__(self, engine: Engine) -> None:
        rule = engine.history.rule()
        zone, late = ZoneInfo(rule.zone), timedelta(minutes=rule.start_minute)
        today = engine.history.today()
        request = engine.reports.request(today - timedelta(days=200), today + timedelta(days=2))
        tree = engine.rules.tree()
        self.weights = {one.id: tree.weight(one.id) for one in tree.in_order()}
        self.paths = {one.id: tree.path(one.id) for one in tree.in_order()}
        self.stretches = [
            (one.interval.start_ms, one.interval.end_ms, one.labels.category_id or 0, one.what.app)
            for one in engine.reports.activities(Selection(request.bounds), request)
            if one.presence is Presence.ACTIVE
        ]
        self.pieces: list[Piece] = []
        for start, end, category, app in self.stretches:
            for at, ms in _cut(start, end):
                local = datetime.fromtimestamp(at / 1000, UTC).astimezone(zone)
                day = (local.replace(tzinfo=None) - late).date()
                self.pieces.append(Piece(at, ms, day, local.hour, category, app))

    def within(self, first: date, after: date) -> list[Piece]:
        """Return the pieces of the days from first to after, after excluded."""
        return [one for one in self.pieces if first <= one.day < after]

    def active(self, first: date, after: date) -> int:
        """Return milliseconds of active time."""
        return sum(one.ms for one in self.within(first, after))

    def deep(self, first: date, after: date) -> int:
        """Return milliseconds of deep time: in full where a category counts 2, half where it counts 1."""
        doubled = sum(max(0, self.weights.get(one.category, 0)) * one.ms for one in self.within(first, after))
        return round(doubled / 2)

    def category(self, first: date, after: date, number: int) -> int:
        """Return milliseconds in a category alone."""
        return sum(one.ms for one in self.within(first, after) if one.category == number)

    def below(self, first: date, after: date, number: int) -> int:
        """Return milliseconds in a category and all below it."""
        path = self.paths[number]
        return sum(one.ms for one in self.within(first, after) if self.paths.get(one.category, ())[: len(path)] == path)

    def deep_doubled_by_hour(self, first: date, after: date) -> Counter[int]:
        """Return twice the deep milliseconds by hour of the local clock."""
        found: Counter[int] = Counter()
        for one in self.within(first, after):
            found[one.hour] += max(0, self.weights.get(one.category, 0)) * one.ms
        return found

    def by_day(self) -> dict[date, int]:
        """Return the active milliseconds of each day."""
        found: defaultdict[date, int] = defaultdict(int)
        for one in self.pieces:
            found[one.day] += one.ms
        return dict(found)


def _cut(start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = min(end, start - start % _EDGE_MS + _EDGE_MS)
        yield start, stop - start
        start = stop


@contextmanager
def lived(folder: Path, start_minute: int, weekday: Weekday, seed: int, days: int = 60) -> Iterator[Engine]:
    """Yield the profile of a made-up person whose days and weeks begin like that."""
    engine = build_engine(profile_at(folder))
    settings = engine.preferences.load()
    tracking = replace(settings.tracking, day_start_minute=start_minute, week_start=weekday)
    engine.preferences.change(replace(settings, tracking=tracking))
    engine.rules.install(engine.rules.starter("en"))
    engine.rules.relabel_all()
    engine.demo.fill(days, seed)
    yield engine
    engine.close()
