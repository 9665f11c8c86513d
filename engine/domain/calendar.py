"""How days and weeks are cut, and which day it is now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.domain.days import DayRule, day_of


@dataclass(frozen=True, slots=True)
class Calendar:
    """The present moment in UTC milliseconds, and the day rule. week_start: 0 for Monday to 6 for Sunday."""

    now_ms: int
    rule: DayRule
    week_start: int = 0

    @property
    def today(self) -> date:
        """The day the present moment belongs to."""
        return day_of(self.now_ms, self.rule)
