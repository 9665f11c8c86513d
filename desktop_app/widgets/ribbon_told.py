"""Stretches of time in words: what took longest, and a day as one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign, isolated
from desktop_app.widgets.ribbon_values import RibbonDay, RibbonSegment

_MOST: Final = 6


def day_in_words(day: RibbonDay, planned_name: str, wording: Wording) -> str:
    """Return from when to when there was something, what took longest, and what is planned."""
    parts = []
    if day.segments:
        when = wording.span(day.segments[0].start_ms, day.segments[-1].end_ms)
        parts.append(f"{when}: {longest(day.segments, wording)}")
    if day.planned:
        blocks = (f"{_plain(one)} {wording.span(one.start_ms, one.end_ms)}" for one in day.planned[:_MOST])
        parts.append(f"{planned_name}: {' · '.join(blocks)}")
    return ". ".join(parts)


def longest(segments: Iterable[RibbonSegment], wording: Wording, start_ms: int = 0, end_ms: int | None = None) -> str:
    """Return what took longest between two moments."""
    took: Counter[str] = Counter()
    for one in segments:
        last = one.end_ms if end_ms is None else min(end_ms, one.end_ms)
        took[_plain(one)] += max(0, last - max(start_ms, one.start_ms))
    return " · ".join(f"{name} {wording.length(ms)}" for name, ms in took.most_common(_MOST) if ms)


def _plain(segment: RibbonSegment) -> str:
    return isolated(foreign(segment.name))
