"""Whether a block can be meant: what is wrong is said in words that tell what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from engine.domain.blocks import EVERY_DAY, About, Block, BlockSource, FlexibleBlock, Recurrence
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE, utc, wall_ms
from engine.domain.days import DayRule, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.planning.recurrence import MOST_OCCURRENCES, check_recurrence, expand

LONGEST_TITLE, LONGEST_NOTE = 500, 20_000
MINUTES_PER_DAY = 24 * 60
SHORTEST_PIECE, MOST_PER_WEEK = 5, 50
YEAR_MS = 366 * 24 * MS_PER_HOUR
_FIRST_MS, _LAST_MS = (wall_ms(datetime(year, 1, 2, tzinfo=UTC)) for year in (1970, 2500))


def checked(block: Block) -> Block:
    """Return the block with tidy texts; UsageError says what is wrong with one that cannot be meant."""
    about, recurrence = _tidy(block.about), block.recurrence
    _check_time(block)
    DayRule(block.zone).tzinfo()
    if any(one <= block.interval.start_ms for one in recurrence.added):
        raise UsageError("A block cannot take place before the first time it is planned for. Move the first time.")
    tidy = Recurrence(
        recurrence.rule.strip().removeprefix("RRULE:"),
        tuple(sorted(set(recurrence.left_out))),
        tuple(sorted(set(recurrence.added))),
    )
    whole = replace(_whole_days(block), about=about, recurrence=tidy)
    _check_repeats(whole)
    return whole


def checked_flexible(flexible: FlexibleBlock) -> FlexibleBlock:
    """Return the flexible block with tidy texts; UsageError says what is wrong with one that cannot be meant."""
    if not SHORTEST_PIECE <= flexible.shortest <= flexible.longest <= MINUTES_PER_DAY:
        raise UsageError(
            f"A piece takes {SHORTEST_PIECE} minutes or more, and the longest is not shorter than the shortest."
        )
    if not 0 <= flexible.per_week <= MOST_PER_WEEK:
        raise UsageError(f"A week holds 1 to {MOST_PER_WEEK} pieces, 0 means once.")
    if not 0 <= flexible.window_start < flexible.window_end <= MINUTES_PER_DAY:
        raise UsageError("The time of day it may lie in ends before it begins. Give a later end.")
    if flexible.window_end - flexible.window_start < flexible.shortest:
        raise UsageError("The time of day it may lie in is shorter than its shortest piece. Widen it.")
    if not flexible.weekdays or not flexible.weekdays <= EVERY_DAY:
        raise UsageError("A flexible block needs at least one day of the week.")
    return replace(flexible, about=_tidy(flexible.about))


def check_own(block: Block) -> None:
    """Raise UsageError for a block that was read from a calendar."""
    if block.origin.source is BlockSource.CALENDAR:
        raise UsageError(f"“{name_of(block.about)}” comes from a calendar. Change it there, and it follows here.")


def name_of(about: About) -> str:
    """Return what to call planned time in a message."""
    return about.title or about.kind.value


def _tidy(about: About) -> About:
    title, project = about.title.strip(), about.project.strip()
    if max(len(title), len(project)) > LONGEST_TITLE:
        raise UsageError(f"A title or a project has at most {LONGEST_TITLE} characters. Shorten it.")
    if len(about.note) > LONGEST_NOTE:
        raise UsageError(f"A note has at most {LONGEST_NOTE:,} characters. Shorten it.")
    if any("\x00" in text for text in (title, project, about.note)):
        raise UsageError("A title, a project or a note holds a character that no text has. Type it anew.")
    return replace(about, title=title, project=project)


def _check_time(block: Block) -> None:
    start_ms, end_ms = block.interval.start_ms, block.interval.end_ms
    if not _FIRST_MS <= start_ms < _LAST_MS:
        raise UsageError("This time is too far away. Choose one between 1970 and 2499.")
    if end_ms - start_ms < MS_PER_MINUTE:
        raise UsageError("A block lasts a minute or more. Choose a later end.")
    if not block.all_day and end_ms - start_ms > MINUTES_PER_DAY * MS_PER_MINUTE:
        raise UsageError("A block lasts 24 hours at most. Choose an earlier end, or make it last whole days.")
    if end_ms - start_ms > YEAR_MS:
        raise UsageError("A block lasts a year at most. Choose an earlier end.")


def _whole_days(block: Block) -> Block:
    """Return a block of whole days from one local midnight to another, any other as it is."""
    if not block.all_day:
        return block
    rule = DayRule(block.zone)
    first, last = (
        utc(one).astimezone(rule.tzinfo()).date() for one in (block.interval.start_ms, block.interval.end_ms - 1)
    )
    days = max(1, round(block.interval.length_ms / (MINUTES_PER_DAY * MS_PER_MINUTE)))
    if day_start_ms(first, rule) == block.interval.start_ms:  # moved to another time of day it keeps its days
        days = (last - first).days + 1
    ends = (day_start_ms(first, rule), day_start_ms(first + timedelta(days=days), rule))
    return replace(block, interval=Interval(*ends))


def _check_repeats(block: Block) -> None:
    check_recurrence(block)
    if not block.recurrence.repeats:
        return
    start_ms = block.interval.start_ms
    try:
        expand(block, Interval(start_ms, start_ms + YEAR_MS))
    except UsageError as cause:
        raise UsageError(
            f"This block would take place more than {MOST_OCCURRENCES:,} times a year. Let it repeat less often."
        ) from cause
