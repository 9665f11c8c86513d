"""Repeated blocks taken apart and moved: what becomes of their rule, and of the starts that name their times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from engine.domain.blocks import Block, Recurrence
from engine.domain.clock import MS_PER_SECOND, utc, wall_ms
from engine.domain.days import DayRule, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.planning.recurrence import count_before, expand
from engine.planning.repeat_rule import WEEKDAYS, RepeatRule, parsed


def takes_place(block: Block, of_ms: int) -> bool:
    """Return whether that is one of the starts of the block."""
    return any(one.of_ms == of_ms for one in expand(block, Interval(of_ms, of_ms + 1)))


def left_out(block: Block, of_ms: int) -> Block:
    """Return the repeated block without one of its times."""
    recurrence = block.recurrence
    starts = tuple(sorted({*recurrence.left_out, of_ms}))
    return replace(block, recurrence=replace(recurrence, left_out=starts))


def before(block: Block, of_ms: int) -> Block:
    """Return the repeated block ended before one of its times, which is not its first."""
    recurrence = block.recurrence
    rule = recurrence.rule and _with(recurrence.rule, COUNT="", UNTIL=_until(block, of_ms))
    return replace(
        block,
        recurrence=Recurrence(
            rule,
            tuple(one for one in recurrence.left_out if one < of_ms),
            tuple(one for one in recurrence.added if one < of_ms),
        ),
    )


def following(block: Block, of_ms: int) -> Recurrence:
    """Return how the block repeats from one of its times on."""
    recurrence = block.recurrence
    rule = recurrence.rule
    if rule and (count := parsed(rule).count) is not None:
        left = count - count_before(block, of_ms)
        rule = _with(rule, COUNT=str(left)) if left > 1 else ""
    return Recurrence(
        rule,
        tuple(one for one in recurrence.left_out if one >= of_ms),
        tuple(one for one in recurrence.added if one > of_ms),
    )


def retimed(of_ms: int, old: Block, old_ms: int, new: Block) -> int:
    """Return where a start of a block goes when its start old_ms becomes the new block's, by the wall clocks."""
    if of_ms == old_ms:
        return new.interval.start_ms
    by = _local(new.interval.start_ms, new.zone) - _local(old_ms, old.zone)
    local = _local(of_ms, old.zone) + by
    if new.all_day:
        return day_start_ms(local.date(), DayRule(new.zone))
    return wall_ms(local.replace(tzinfo=DayRule(new.zone).tzinfo()))


def carried_over(recurrence: Recurrence, old: Block, old_ms: int, new: Block) -> Recurrence:
    """Return the new block's rule, and beside it what is left out of and added to the recurrence, moved along."""
    return Recurrence(
        new.recurrence.rule,
        tuple(sorted(retimed(one, old, old_ms, new) for one in recurrence.left_out)),
        tuple(sorted(retimed(one, old, old_ms, new) for one in recurrence.added)),
    )


def rule_for(rule: str, was: date, becomes: date) -> str:
    """Return the rule of a block of which one time moves to another day and all others along with it.

    UsageError where it names days in a way that leaves open which ones to move.
    """
    if not rule or was == becomes:
        return rule
    one = parsed(rule)
    if one.weekdays == ((0, was.weekday()),) and not (one.month_days or one.year_days or one.weeks):
        return _with(rule, BYDAY=WEEKDAYS[becomes.weekday()])
    if _names_days(one):
        raise UsageError(
            "This block repeats on days its rule names, so all of it cannot be moved to another day at once. "
            "Change its rule, or move this time alone."
        )
    return rule


def local_day(moment_ms: int, block: Block) -> date:
    """Return the day of a moment on the block's own clock."""
    return _local(moment_ms, block.zone).date()


def moved(block: Block, old_ms: int, old_length_ms: int, to: Interval) -> Block:
    """Return a repeated block of which the time that begins at old_ms moves there, and all others along."""
    by = _local(to.start_ms, block.zone) - _local(old_ms, block.zone)
    rule = rule_for(block.recurrence.rule, local_day(old_ms, block), local_day(to.start_ms, block))
    local = _local(block.interval.start_ms, block.zone) + by
    zone = DayRule(block.zone)
    start = day_start_ms(local.date(), zone) if block.all_day else wall_ms(local.replace(tzinfo=zone.tzinfo()))
    if old_ms == block.interval.start_ms:
        start = to.start_ms
    length = block.interval.length_ms if to.length_ms == old_length_ms else to.length_ms
    return replace(block, interval=Interval(start, start + length), recurrence=replace(block.recurrence, rule=rule))


def _names_days(rule: RepeatRule) -> bool:
    return bool(rule.weekdays or rule.month_days or rule.year_days or rule.weeks)


def _until(block: Block, of_ms: int) -> str:
    if block.all_day:
        return f"{local_day(of_ms, block) - timedelta(days=1):%Y%m%d}"
    return f"{utc((of_ms - 1) // MS_PER_SECOND * MS_PER_SECOND):%Y%m%dT%H%M%SZ}"


def _with(rule: str, **parts: str) -> str:
    """Return the rule with these parts in place of its own; an empty one goes."""
    kept = [part for part in rule.upper().rstrip(";").split(";") if part.partition("=")[0] not in parts]
    return ";".join([*kept, *(f"{name}={value}" for name, value in parts.items() if value)])


def _local(moment_ms: int, zone: str) -> datetime:
    return utc(moment_ms).astimezone(DayRule(zone).tzinfo()).replace(tzinfo=None)
