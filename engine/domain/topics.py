"""What the person's texts are about, by their own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic. words: its own, the most telling first. titles: the nearest ones.

    share: of the active time whose titles were read. months: the same month by month ("2026-11"), in order. days: those
    with the most of it, the most first. minutes: of each of these days.
    """

    words: tuple[str, ...]
    titles: tuple[str, ...]
    share: float
    months: tuple[tuple[str, float], ...]
    days: tuple[date, ...]
    minutes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics, the biggest first; none where too little was read. method: how they were found.

    npmi: -1 to 1, how often the words of a topic stand together. stability: 0 to 1, how alike they are from another
    beginning. texts: different titles and documents read.
    """

    topics: tuple[Topic, ...] = ()
    method: str = ""
    npmi: float = 0.0
    stability: float = 0.0
    texts: int = 0
