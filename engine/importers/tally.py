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
        self._start_ms = self._end_ms = 0

    def counted(self, activities: Iterable[Activity]) -> Generator[Activity]:
        """Yield the activities as they are."""
        for one in activities:
            self._add(one)
            yield one

    @property
    def bounds(self) -> Interval | None:
        """First start to last end, None without any."""
        return Interval(self._start_ms, self._end_ms) if self.spans else None

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
        what, length_ms = one.what, one.end_ms - one.start_ms
        if not self.spans:
            self._start_ms, self._end_ms = one.start_ms, one.end_ms
        self._start_ms, self._end_ms = min(self._start_ms, one.start_ms), max(self._end_ms, one.end_ms)
        self.spans += 1
        self.withheld += what.withheld is not Withheld.NO
        self.presence_ms[what.presence] += length_ms
        if what.app:
            self._apps[what.app] += length_ms
        self._sources[one.source] = None
