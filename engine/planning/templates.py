"""Blocks that repeat as templates: by the clock alone, and back among the days of a plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from engine.domain.blocks import About, Block, Origin, Recurrence
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE, Instant, utc
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.packs import PackRepeated
from engine.planning.block_checks import YEAR_MS, checked
from engine.planning.recurrence import expand

MINUTES_AN_HOUR = 60
_DAY_MS = 24 * MS_PER_HOUR


def start_and_length(block: Block) -> tuple[int, int]:
    """Return when a block starts by its own clock, in minutes after midnight, and how many minutes it lasts."""
    local = utc(block.interval.start_ms).astimezone(DayRule(block.zone).tzinfo())
    return local.hour * MINUTES_AN_HOUR + local.minute, round(block.interval.length_ms / MS_PER_MINUTE)


def placed(template: PackRepeated, now: Instant, uid: str) -> Block:
    """Return the block of a template, its first time on the first day from tomorrow on that its rule names.

    UsageError says why there is none, or why it cannot be meant.
    """
    rule = DayRule(now.zone, template.start)
    today = day_of(now.wall_ms, DayRule(now.zone))
    start_ms = day_start_ms(today, rule)
    about = About(template.kind, template.title, protected=template.protected)
    span = Interval(start_ms, start_ms + template.minutes * MS_PER_MINUTE)
    whole = checked(Block(about, span, now.zone, recurrence=Recurrence(template.rule), origin=Origin(uid=uid)))
    tomorrow_ms = day_start_ms(today + timedelta(days=1), DayRule(now.zone))
    coming = expand(whole, Interval(tomorrow_ms, tomorrow_ms + YEAR_MS))
    first = next((one for one in coming if one.interval.start_ms >= tomorrow_ms), None)
    if first is None:
        raise UsageError("This block does not come within a year. Change how it repeats.")
    return checked(replace(whole, interval=first.interval))
