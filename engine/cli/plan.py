"""`kairos plan`: what is planned; add, move and remove blocks, and take any of it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli import plan_calendars, plan_flexible, plan_suggest
from engine.cli.goal_words import minutes_of
from engine.cli.moments import day_named, moment_named
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.plan_words import (
    clashes_of,
    conflict_json,
    conflict_line,
    day_words,
    days_between,
    days_lines,
    occurrence_json,
    told,
)
from engine.cli.terminal import say, say_json
from engine.domain.blocks import About, Block, BlockKind, Occurrence, Recurrence, Scope
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.days import DayRule, day_bounds, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.periods import Period, period_around
from engine.domain.plain_text import plain, shortened

if TYPE_CHECKING:
    from datetime import date

    from engine.api import Engine

group = typer.Typer(
    help="The plan: what is planned; add, move and remove blocks.", no_args_is_help=True, rich_markup_mode=None
)
group.add_typer(plan_flexible.group, name="flexible")
plan_calendars.add_to(group)
plan_suggest.add_to(group)

_HOUR = 60
_MOST_DIGITS, _LONGEST_REFERENCE = 18, 40  # more digits than any number in a database has
_REPEATS = {
    "daily": "FREQ=DAILY",
    "workdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekly": "FREQ=WEEKLY",
    "fortnightly": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
    "yearly": "FREQ=YEARLY",
}
_TIMES = "2026-11-23 9:00, tomorrow 9:00, fri 14:00, or 14:00 of today."
Reference = Annotated[
    str,
    typer.Argument(metavar="BLOCK", help="As `kairos plan show` names it: 12, or 12@2026-11-23 of one that repeats."),
]
DayOption = Annotated[str | None, typer.Option("--day", metavar="DAY", help="A day: 2026-11-23, tomorrow, fri.")]
WeekOption = Annotated[str | None, typer.Option("--week", metavar="DAY", help="The week that holds a day.")]
Length = Annotated[str | None, typer.Option("--for", metavar="LENGTH", help="How long: 90, 1h30, 45m (default: 1 h).")]
Kind = Annotated[BlockKind, typer.Option("--kind", help="What the time is for.")]
CategoryPath = Annotated[str | None, typer.Option("--category", metavar="NAME", help="Its category: 'Work > Code'.")]
OnlyFlag = Annotated[bool, typer.Option("--only", help="Of a block that repeats this time only.")]
FollowingFlag = Annotated[bool, typer.Option("--following", help="This time and all later ones.")]
AllFlag = Annotated[bool, typer.Option("--all", help="Every time.")]


@dataclass(frozen=True, slots=True)
class When:
    """What the options of a command say of the time of a block."""

    at: str
    length: str | None
    whole_days: int | None
    repeat: str | None
    times: int | None
    last: str | None


@group.callback()
def plan() -> None:
    """The plan: what is planned; add, move and remove blocks, and take any of it back."""


@group.command("show")
def show(
    context: typer.Context,
    day: DayOption = None,
    week: WeekOption = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Show what is planned this week, or on another day or in another week, in local time."""
    if day is not None and week is not None:
        raise UsageError("Show a --day or a --week, not both.")
    with opened(profile_of(context, profile)) as engine:
        rule = engine.history.rule()
        first, last = _days(engine, day, week)
        bounds = Interval(day_start_ms(first, DayRule(rule.zone)), day_start_ms(last, DayRule(rule.zone)))
        found = engine.plan.occurrences(bounds.start_ms, bounds.end_ms)
        clashes = engine.plan.conflicts(bounds.start_ms, bounds.end_ms)
    if as_json:
        blocks = [occurrence_json(one, rule) for one in found]
        between = {"from": first.isoformat(), "to": last.isoformat(), "zone": rule.zone}
        say_json({**between, "blocks": blocks, "conflicts": [conflict_json(one, rule) for one in clashes]})
        return
    days = days_between(first, last)
    say(f"{day_words(days[0])}{f' to {day_words(days[-1])}' if len(days) > 1 else ''} ({plain(rule.zone)})")
    if not found:
        say("Nothing is planned. Begin with: kairos plan add “Write report” --at “tomorrow 9:00” --for 90")
    for line in days_lines(found, clashes, rule, days):
        say(line)


@group.command("add")
def add(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    title: Annotated[str, typer.Argument(help="What it is for, in your words.")],
    at: Annotated[str, typer.Option("--at", metavar="TIME", help=f"When it begins, local time: {_TIMES}")],
    length: Length = None,
    kind: Kind = BlockKind.FOCUS,
    repeat: Annotated[
        str | None,
        typer.Option("--repeat", metavar="HOW", help=f"{', '.join(_REPEATS)}, or a rule: 'FREQ=WEEKLY;BYDAY=MO,WE'."),
    ] = None,
    times: Annotated[int | None, typer.Option("--times", min=1, help="How often it takes place in all.")] = None,
    last: Annotated[str | None, typer.Option("--last", metavar="DAY", help="The last day it may take place.")] = None,
    days: Annotated[
        int | None, typer.Option("--all-day", min=1, max=366, metavar="DAYS", help="For whole days.")
    ] = None,
    protected: Annotated[bool, typer.Option("--protected", help="Nothing else may be placed there.")] = False,
    free: Annotated[bool, typer.Option("--free", help="The time stays free for others.")] = False,
    category: CategoryPath = None,
    project: Annotated[str, typer.Option("--project", metavar="NAME", help="Its project.")] = "",
    note: Annotated[str, typer.Option("--note", help="A remark kept with it.")] = "",
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Plan a block."""
    when = When(at, length, days, repeat, times, last)
    with opened(profile_of(context, profile)) as engine:
        number = None if category is None else engine.corrections.category(category)
        about = About(kind, title, number, project, note, protected)
        interval, recurrence = _time(engine, when)
        block = Block(about, interval, engine.history.rule().zone, all_day=days is not None, busy=not free)
        stored = engine.plan.add(replace(block, recurrence=recurrence))
        _tell(engine, "Planned", Occurrence(stored.interval, stored, stored.interval.start_ms), as_json=as_json)


@group.command("move")
def move(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    block: Reference,
    to: Annotated[str, typer.Option("--to", metavar="TIME", help=f"When it begins then, local time: {_TIMES}")],
    length: Length = None,
    only: OnlyFlag = False,
    following: FollowingFlag = False,
    every: AllFlag = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Move a block; one that repeats this time only, unless told otherwise."""
    scope = _scope(only, following, every) or Scope.ONE
    with opened(profile_of(context, profile)) as engine:
        occurrence = find(engine, block, whole=False)
        start_ms = moment_named(to, engine.history.today(), engine.history.rule())
        length_ms = occurrence.interval.length_ms if length is None else minutes_of(length) * MS_PER_MINUTE
        there = engine.plan.move(occurrence, Interval(start_ms, start_ms + length_ms), scope)
        _tell(engine, "Moved", there, as_json=as_json)


@group.command("remove")
def remove(  # noqa: PLR0913, PLR0917
    context: typer.Context,
    block: Reference,
    only: OnlyFlag = False,
    following: FollowingFlag = False,
    every: AllFlag = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Remove a block; of one that repeats say --only, --following or --all."""
    scope = _scope(only, following, every)
    with opened(profile_of(context, profile)) as engine:
        occurrence = find(engine, block, whole=scope is Scope.ALL)
        several = occurrence.block.recurrence.repeats or occurrence.block.series_id
        if several and scope is None:
            raise UsageError("This block repeats. Say which times: --only, --following or --all.")
        rule = engine.history.rule()
        engine.plan.remove(occurrence, scope or Scope.ALL)
    if as_json:
        say_json({"removed": occurrence_json(occurrence, rule), "scope": (scope or Scope.ALL).value})
        return
    also = {Scope.ONE: ", only this time", Scope.FOLLOWING: " and all later ones", Scope.ALL: " and all others"}[
        scope or Scope.ONE
    ]
    say(f"Removed: {told(occurrence, rule)}{also if several else ''}")


@group.command("undo")
def undo(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Take the last change of the plan back."""
    with opened(profile_of(context, profile)) as engine:
        _say_turned("undone", engine.plan.undo(), as_json=as_json)


@group.command("redo")
def redo(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Make the change that was undone last again."""
    with opened(profile_of(context, profile)) as engine:
        _say_turned("redone", engine.plan.redo(), as_json=as_json)


def find(engine: Engine, reference: str, *, whole: bool) -> Occurrence:
    """Return the time of a block that a reference names; UsageError where there is none.

    whole: every time of the block is meant, so that its number is enough.
    """
    number, _, day = reference.partition("@")
    if not number.isascii() or not number.isdigit() or len(number) > _MOST_DIGITS:
        words = shortened(reference, _LONGEST_REFERENCE)
        raise UsageError(f"“{words}” names no block. Write 12, or 12@2026-11-23. See: kairos plan show")
    block = engine.plan.get(int(number))
    if not day and block.recurrence.repeats and not whole:
        raise UsageError(f"Block {number} repeats. Name one of its days, for example {number}@2026-11-23.")
    if not day or not (block.recurrence.repeats or block.series_id):
        return Occurrence(block.interval, block, block.replaces_ms or block.interval.start_ms)
    named = day_named(day, engine.history.today())
    bounds = day_bounds(named, DayRule(engine.history.rule().zone))
    for one in engine.plan.occurrences(bounds.start_ms, bounds.end_ms):
        if block.id in {one.block.id, one.block.series_id} and one.interval.start_ms >= bounds.start_ms:
            return one
    raise UsageError(f"Block {number} does not begin on {named.isoformat()}. See: kairos plan show --week {named}")


def _days(engine: Engine, day: str | None, week: str | None) -> tuple[date, date]:
    today = engine.history.today()
    if day is not None:
        first = day_named(day, today)
        return first, first + timedelta(days=1)
    return period_around(
        Period.WEEK, today if week is None else day_named(week, today), engine.preferences.week_start()
    )


def _time(engine: Engine, when: When) -> tuple[Interval, Recurrence]:
    rule, today = engine.history.rule(), engine.history.today()
    if when.whole_days is not None:
        midnight = DayRule(rule.zone)
        first = day_named(when.at, today)
        interval = Interval(
            day_start_ms(first, midnight), day_start_ms(first + timedelta(days=when.whole_days), midnight)
        )
    else:
        start_ms = moment_named(when.at, today, rule)
        minutes = _HOUR if when.length is None else minutes_of(when.length)
        interval = Interval(start_ms, start_ms + minutes * MS_PER_MINUTE)
    return interval, Recurrence(_rule(when, today))


def _rule(when: When, today: date) -> str:
    if when.repeat is None:
        if when.times is not None or when.last is not None:
            raise UsageError("Say how it repeats, too: --repeat weekly")
        return ""
    rule = _REPEATS.get(when.repeat.casefold(), when.repeat)
    rule += f";COUNT={when.times}" if when.times is not None else ""
    return rule + (f";UNTIL={day_named(when.last, today):%Y%m%d}" if when.last is not None else "")


def _scope(only: bool, following: bool, every: bool) -> Scope | None:
    said = [scope for scope, wanted in zip(Scope, (only, following, every), strict=True) if wanted]
    if len(said) > 1:
        raise UsageError("Say one of --only, --following and --all.")
    return said[0] if said else None


def _tell(engine: Engine, verb: str, occurrence: Occurrence, *, as_json: bool) -> None:
    rule, interval = engine.history.rule(), occurrence.interval
    clashes = clashes_of(occurrence, engine.plan.conflicts(interval.start_ms, interval.end_ms))
    if as_json:
        told_of: dict[str, Any] = occurrence_json(occurrence, rule)
        say_json({**told_of, "conflicts": [conflict_json(one, rule) for one in clashes]})
        return
    say(f"{verb} (number {occurrence.block.id}): {told(occurrence, rule)}")
    for one in clashes:
        say(f"! {conflict_line(one, rule)}")


def _say_turned(how: str, what: str | None, *, as_json: bool) -> None:
    if as_json:
        say_json({how: what})
    else:
        say(f"Nothing of the plan can be {how}." if what is None else plain(f"{how.capitalize()}: {what}."))
