"""What goes by while a file is read, added up for the preview."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable

from engine.domain.activity import Activity, Withheld
from engine.domain.intervals import Interval
from engine.domain.presence import Presence

_MOST_APPS = 12


class Tally:
    """Counts activities on their way."""

    def __init__(self) -> None:
        self.spans = 0
        self.withheld = 0
        self.presence_ms: defaultdict[Presence, int] = defaultdict(int)
        self._apps: defaultdict[str, int] = defaultdict(int)
        self._sources: dict[str, None] = {}
        self._bounds: tuple[int, int] | None = None

    def counted(self, activities: Iterable[Activity]) -> Generator[Activity]:
        """Yield the activities as they are."""
        for one in activities:
            self._add(one)
            yield one

    @property
    def bounds(self) -> Interval | None:
        """First start to last end, None without any."""
        return None if self._bounds is None else Interval(*self._bounds)

    @property
    def sources(self) -> tuple[str, ...]:
        """Whose activities they were, in the order in which they came."""
        return tuple(self._sources)

    @property
    def apps(self) -> tuple[tuple[str, int], ...]:
        """The apps with most active time, in milliseconds."""
        ranked = sorted(self._apps.items(), key=lambda item: (-item[1], item[0]))
        return tuple(ranked[:_MOST_APPS])

    def _add(self, one: Activity) -> None:
        self.spans += 1
        self.withheld += one.what.withheld is not Withheld.NO
        self.presence_ms[one.what.presence] += one.length_ms
        if one.what.presence is Presence.ACTIVE and one.what.app:
            self._apps[one.what.app] += one.length_ms
        self._sources[one.source] = None
        start_ms, end_ms = self._bounds or (one.start_ms, one.end_ms)
        self._bounds = min(start_ms, one.start_ms), max(end_ms, one.end_ms)
