"""The stream as turns from one thing to another, whatever a thing is: an app, a category or a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from engine.domain.presence import Presence
from engine.mind.stream.columns import PRESENCES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.mind.stream.columns import Moments, Numbers, Stream

PAUSE_S = 30 * 60
"""After that long away what comes next is a beginning, not a continuation."""

_OFF = [PRESENCES.index(one) for one in (Presence.SWITCHED, Presence.SUSPENDED, Presence.PAUSED)]


class Thing(StrEnum):
    """What is turned to."""

    APP = "app"
    CATEGORY = "category"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Switches:
    """Turns in order; a thing in front over several rows is one turn, even if a pause lies between them.

    start_s, local_s, day: as of the stream. thing: its number there. pause: whether it came first after a pause.
    group: what the thing belongs to, the app of a document, the category of an app; negative or 0 for none.
    title: what was in front when it was turned to, as the number of a title, -1 for none.
    """

    start_s: Moments
    local_s: Moments
    day: Numbers
    thing: Numbers
    pause: NDArray[np.bool_]
    group: Numbers
    title: Numbers

    def __len__(self) -> int:
        return len(self.start_s)

    def first(self, many: int) -> Switches:
        """Return the first turns only."""
        return Switches(*(getattr(self, name)[:many] for name in self.__slots__))

    def since(self, place: int) -> Switches:
        """Return the turns from that place on."""
        return Switches(*(getattr(self, name)[place:] for name in self.__slots__))


def switches_of(stream: Stream, thing: Thing) -> Switches:
    """Return the turns to things of that kind; rows without one, and those nobody was at, do not count."""
    column = stream.app if thing is Thing.APP else getattr(stream, thing.value)
    none = -1 if thing is Thing.APP else 0
    taken = np.flatnonzero((stream.presence == 0) & (column != none))
    things = column[taken]
    pause = _paused(stream, taken)
    turned = np.ones(len(taken), np.bool_)
    turned[1:] = things[1:] != things[:-1]
    kept = taken[turned]
    group = stream.category if thing is Thing.APP else stream.app
    title = np.concatenate([[-1], stream.title[taken[:-1]]]).astype(np.int32)[: len(taken)]
    return Switches(
        stream.start_s[kept],
        stream.local_s[kept],
        stream.day[kept],
        things[turned],
        pause[turned],
        group[kept],
        title[turned],
    )


def _paused(stream: Stream, taken: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return of each taken row whether a pause lies between it and the one before it; before the first there is one."""
    active = np.flatnonzero(stream.presence == 0)
    off = np.cumsum(np.isin(stream.presence, _OFF))
    begins = np.ones(len(active), np.bool_)
    begins[1:] = (stream.start_s[active[1:]] - stream.end_s[active[:-1]] >= PAUSE_S) | (
        off[active[1:]] > off[active[:-1]]
    )
    pauses = np.cumsum(begins)[np.searchsorted(active, taken)]
    pause = np.ones(len(taken), np.bool_)
    pause[1:] = pauses[1:] > pauses[:-1]
    return pause
