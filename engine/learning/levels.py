"""How well a skill is known, and what was gained between two moments, of levels as they were told."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean
from typing import Final

from engine.domain.clock import MS_PER_HOUR
from engine.domain.errors import UsageError
from engine.domain.learning import HIGHEST_LEVEL, Level, LevelSource

LATE_MS: Final = 48 * MS_PER_HOUR
"""So long after its end a level still tells of a week."""


def checked_level(level: float) -> float:
    """Return the level; UsageError for one that is not 0 to 10."""
    if not 0 <= level <= HIGHEST_LEVEL:
        raise UsageError("A level is a number from 0 (nothing yet) to 10 (as well as it can be known).")
    return level


def level_at(levels: Sequence[Level], source: LevelSource, at_ms: int, after_ms: int = -1) -> float | None:
    """Return the last level told by a source in (after_ms, at_ms], None where there is none. levels: oldest first."""
    told = [one.level for one in levels if one.source is source and after_ms < one.at_ms <= at_ms]
    return told[-1] if told else None


def known_at(levels: Sequence[Level], at_ms: int) -> float:
    """Return the level a plan goes by at a moment: the person's word before recall, 0 where nothing was told."""
    told = (level_at(levels, source, at_ms) for source in LevelSource)
    return next((one for one in told if one is not None), 0.0)


def gained(levels: Sequence[Level], start_ms: int, end_ms: int) -> float | None:
    """Return the levels gained between two moments, the mean of the sources that told at both ends; None without."""
    gains = []
    for source in LevelSource:
        before, after = (
            level_at(levels, source, start_ms),
            level_at(levels, source, end_ms + LATE_MS, start_ms),
        )
        if before is not None and after is not None:
            gains.append(after - before)
    return fmean(gains) if gains else None
