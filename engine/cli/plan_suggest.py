"""`kairos plan suggest`, `accept`, `refuse` and `adherence`: a week placed by Kairos, and what became of the plan."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.moments import day_named
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.plan_suggest_words import adherence_json, adherence_lines, suggested_json, week_lines
from engine.cli.plan_words import clashes_of, conflict_json, conflict_line, day_words, occurrence_json, told
from engine.cli.terminal import say, say_json
from engine.domain.blocks import Occurrence
from engine.domain.errors import UsageError
from engine.domain.periods import Period, period_around
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.blocks import Conflict

_MOST_DAYS = 14

Days = Annotated[int, typer.Option("--days", min=1, max=_MOST_DAYS, help="How many days, today included.")]
Conflicts = Annotated[bool, typer.Option("--conflicts", help="Only where that would go what overlaps something now.")]
Keys = Annotated[list[str] | None, typer.Argument(metavar="KEY...", help="As `kairos plan suggest` names them.")]
All = Annotated[bool, typer.Option("--all", help="Everything that is suggested now.")]
Week = Annotated[str | None, typer.Option("--week", metavar="DATE", help="The week of a day; this week without it.")]


def suggest(
    context: typer.Context,
    days: Days = 7,
    conflicts: Conflicts = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Suggest where flexible blocks and time to focus would go, and say why; nothing is planned by it."""
    with opened(profile_of(context, profile)) as engine:
        planner, rule = engine.planner, engine.history.rule()
        week = planner.check(days) if conflicts else planner.suggest(days)
        flexible = {one.id: one for one in engine.plan.flexible()}
    if as_json:
        say_json(suggested_json(week))
        return
    for line in week_lines(week, rule, flexible):
        say(plain(line))


def accept(
    context: typer.Context,
    keys: Keys = None,
    everything: All = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Plan what was suggested, all of it in one change; `kairos plan undo` takes it back."""
    if bool(keys) == everything:
        raise UsageError("Name what to accept, or say --all. See: kairos plan suggest")
    with opened(profile_of(context, profile)) as engine:
        rule = engine.history.rule()
        wanted = keys or [one.key for one in engine.planner.suggest().proposals]
        blocks = engine.planner.accept(wanted)
        found = [Occurrence(one.interval, one, one.interval.start_ms) for one in blocks]
        clashes = {one.block.id: _clashes(engine, one) for one in found}
    if as_json:
        say_json(
            [
                {
                    **occurrence_json(one, rule),
                    "conflicts": [conflict_json(clash, rule) for clash in clashes[one.block.id]],
                }
                for one in found
            ]
        )
        return
    if not found:
        say("Nothing is suggested now.")
    for one in found:
        say(plain(f"{'Moved' if one.block.changed else 'Planned'} (number {one.block.id}): {told(one, rule)}"))
        for clash in clashes[one.block.id]:
            say(f"! {conflict_line(clash, rule)}")


def _clashes(engine: Engine, one: Occurrence) -> list[Conflict]:
    return clashes_of(one, engine.plan.conflicts(one.interval.start_ms, one.interval.end_ms))


def refuse(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help="As `kairos plan suggest` names it.")],
    profile: ProfileOption = None,
) -> None:
    """Never suggest this place again for the same block."""
    with opened(profile_of(context, profile)) as engine:
        engine.planner.refuse(key)
    say(plain(f"{key} will not be suggested again."))


def adherence(
    context: typer.Context,
    week: Week = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Say what became of the time planned in a week, from what was recorded."""
    with opened(profile_of(context, profile)) as engine:
        if engine.rules.outdated():  # what an edit of the rules left undone when it was killed
            engine.rules.relabel_all()
        rule, today = engine.history.rule(), engine.history.today()
        day = today if week is None else day_named(week, today)
        first, after = period_around(Period.WEEK, day, engine.preferences.week_start())
        last = after - timedelta(days=1)
        found = engine.planner.adherence(first, last)
    if as_json:
        say_json({"from": first.isoformat(), "to": last.isoformat(), **adherence_json(found, rule)})
        return
    say(f"{day_words(first)} to {day_words(last)}")
    for line in adherence_lines(found, rule):
        say(plain(line))


def add_to(plan: typer.Typer) -> None:
    """Give the commands to the group `plan`."""
    for command in (suggest, accept, refuse, adherence):
        plan.command(command.__name__)(command)
