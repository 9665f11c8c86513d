"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.domain.intervals import Interval


@dataclass(frozen=True, slots=True)
class Found:
    """One stretch whose app, title, site or document holds the words.

    source: who recorded it. by_person: the words are the person's own, said in a correction that is in force.
    """

    interval: Interval
    app: str
    title: str = field(repr=False)
    site: str
    document: str
    zone: str
    source: str
    by_person: bool = False
