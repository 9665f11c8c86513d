"""What notifications are made from: the facts of one moment."""

from __future__ import annotations

from dataclasses import dataclass

from engine.domain.blocks import Occurrence
from engine.domain.calendars import CalendarSource
from engine.domain.days import DayRule
from engine.domain.goals import GoalProgress
from engine.domain.intervals import Interval
from engine.settings import NotificationSettings


@dataclass(frozen=True, slots=True)
class Facts:
    """One moment. active: when the person was at the machine lately, in order.

    ahead: planned times that are going on or about to begin. goals: how they stand today and this week. today_ms: the
    active milliseconds of today. Times are UTC milliseconds.
    """

    now_ms: int
    rule: DayRule
    settings: NotificationSettings
    ahead: tuple[Occurrence, ...] = ()
    active: tuple[Interval, ...] = ()
    goals: tuple[GoalProgress, ...] = ()
    calendars: tuple[CalendarSource, ...] = ()
    today_ms: int = 0
