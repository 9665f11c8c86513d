"""How long what was counted as what: the rows every report is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from engine.domain.activity import Withheld
from engine.domain.presence import Presence


class Key(StrEnum):
    """What totals can be told apart by."""

    HOUR = "hour"
    APP = "app"
    CATEGORY = "category"
    PROJECT = "project"
    TAG = "tag"
    PRESENCE = "presence"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class TotalRow:
    """So many milliseconds of one combination; what was not asked for has its first value here.

    hour: hours since 1970-01-01 00:00 UTC. app: its name, "" for none. category_id: None for none. project, tag: ""
    for none. presence, withheld: None where not asked for.
    """

    ms: int
    hour: int | None = None
    app: str = ""
    category_id: int | None = None
    project: str = ""
    tag: str = ""
    presence: Presence | None = None
    withheld: Withheld | None = None


class Totals(Protocol):
    """Tells totals of one state of the history."""

    def each(self, bounds: Sequence[int], by: tuple[Key, ...]) -> Sequence[Iterable[TotalRow]]:
        """Return the totals between each two neighbours of bounds, which ascend, told apart by the keys."""
        ...
