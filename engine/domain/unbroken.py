"""Active time in one app without a switch: the one rule for longest stretches, switches and fragmentation.

A switch is a change of app between two stretches that follow each other. Holes (the recorder was off) and time without
any window count as if they were not there while they last GRACE_MS or less; a longer one, or any presence but active
(idle, locked, suspended, ...), starts afresh: coming back to another app is no switch. A change of title inside one
app is no switch. Time not recorded by name counts as one app of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.intervals import Interval
from engine.domain.presence import Presence

GRACE_MS = 5 * MS_PER_MINUTE


class Placed(Protocol):
    """A stretch of time with what was in front; app is empty where nothing was, withheld where it has no name."""

    @property
    def interval(self) -> Interval:
        """When it was."""
        ...

    @property
    def presence(self) -> Presence:
        """What the person was doing."""
        ...

    @property
    def app(self) -> str:
        """The app in front."""
        ...

    @property
    def withheld(self) -> bool:
        """Whether it was recorded as a length only."""
        ...


Part = TypeVar("Part", bound=Placed)


@dataclass(slots=True)
class Unbroken(Generic[Part]):
    """Time in one app; those of one group follow each other without a break. parts: what it was made of, in order."""

    start_ms: int
    end_ms: int
    app: str
    withheld: bool
    group: int
    parts: list[Part] = field(default_factory=list)

    @property
    def interval(self) -> Interval:
        """The whole stretch, short holes included."""
        return Interval(self.start_ms, self.end_ms)


def unbroken(parts: Iterable[Part]) -> Iterator[Unbroken[Part]]:
    """Yield the stretches of parts that are in order and do not overlap."""
    last: Unbroken[Part] | None = None
    group = 0
    for part in parts:
        if part.presence is not Presence.ACTIVE:
            group += 1
        elif part.app or part.withheld:
            if last is not None and part.interval.start_ms - last.end_ms > GRACE_MS:
                group += 1
            if last is not None and (last.app, last.withheld, last.group) == (part.app, part.withheld, group):
                last.end_ms = part.interval.end_ms
                last.parts.append(part)
                continue
            if last is not None:
                yield last
            last = Unbroken(part.interval.start_ms, part.interval.end_ms, part.app, part.withheld, group, [part])
    if last is not None:
        yield last
