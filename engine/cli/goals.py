"""`kairos goals`: so much at least or at most, per day or per week; list, add, change, remove, and how they stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.goal_words import (
    goal_json,
    goal_words,
    minutes_of,
    progress_json,
    progress_lines,
    streak_json,
    streak_lines,
    weekdays_of,
)
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.errors import UsageError
from engine.domain.goals import EVERY_DAY, Direction, Goal, Measure, Per
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from engine.api import Engine

group = typer.Typer(
    help="Goals: so much at least or at most, per day or week.", no_args_is_help=True, rich_markup_mode=None
)

_NUMBER = typer.Argument(help="The goal's number, as `kairos goals list` shows it.")
_MOST_WEEKS = 520
Least = Annotated[str | None, typer.Option("--at-least", metavar="LENGTH", help="So much or more: 2h, 90m, 1:30.")]
Most = Annotated[str | None, typer.Option("--at-most", metavar="LENGTH", help="Or so much and no more.")]
CategoryPath = Annotated[
    str | None, typer.Option("--category", metavar="PATH", help="Of a category and all below it: 'Work > Code'.")
]
AppName = Annotated[str | None, typer.Option("--app", metavar="NAME", help="Or of an app, as reports name it.")]
ProjectName = Annotated[str | None, typer.Option("--project", metavar="NAME", help="Or of a project.")]
DeepWork = Annotated[bool, typer.Option("--focus", help="Or of deep work: weight 2 in full, weight 1 by half.")]
PerOption = Annotated[Per | None, typer.Option("--per", help="A day (the default) or a week.")]
Days = Annotated[
    str | None, typer.Option("--on", metavar="DAYS", help="Only these days of the week count: mon-fri, or sat,sun.")
]


@dataclass(frozen=True, slots=True)
class Said:
    """What the options of a command say of a goal."""

    least: str | None
    most: str | None
    category: str | None
    app: str | None
    project: str | None
    focus: bool
    per: Per | None
    days: str | None


@group.callback()
def goals() -> None:
    """Goals: so much at least or at most, per day or week."""


@group.command("list")
def list_goals(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """List the goals."""
    with opened(profile_of(context, profile)) as engine:
        found, tree = engine.goals.all(), engine.rules.tree()
    if as_json:
        say_json([goal_json(one, tree) for one in found])
        return
    if not found:
        say("There are no goals yet. Begin with: kairos goals add --at-least 2h --focus")
    for one in found:
        say(plain(f"{one.id:4}  {goal_words(one, tree)}"))


@group.command("add")
def add_goal(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    least: Least = None,
    most: Most = None,
    category: CategoryPath = None,
    app: AppName = None,
    project: ProjectName = None,
    focus: DeepWork = False,
    per: PerOption = None,
    days: Days = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Add a goal."""
    said = Said(least, most, category, app, project, focus, per, days)
    with opened(profile_of(context, profile)) as engine:
        amount, aim = _amount(said), _aim(said, engine)
        if not amount:
            raise UsageError("Say how much: --at-least 2h or --at-most 30m.")
        if not aim:
            raise UsageError("Say of what: --category, --app, --project or --focus.")
        blank = Goal(Direction.AT_LEAST, Measure.FOCUS, None, 0, Per.DAY, EVERY_DAY)
        _told("Added", engine.goals.add(replace(blank, **amount, **aim, **_when(said))), engine, as_json=as_json)


@group.command("change")
def change_goal(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    number: Annotated[int, _NUMBER],
    least: Least = None,
    most: Most = None,
    category: CategoryPath = None,
    app: AppName = None,
    project: ProjectName = None,
    focus: DeepWork = False,
    per: PerOption = None,
    days: Days = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Change what is named of a goal; the rest stays."""
    said = Said(least, most, category, app, project, focus, per, days)
    with opened(profile_of(context, profile)) as engine:
        said_of = {**_amount(said), **_aim(said, engine), **_when(said)}
        if not said_of:
            raise UsageError("Say what is to change: the length, what it is of, --per or --on.")
        changed = engine.goals.change(replace(engine.goals.get(number), **said_of))
        _told("Changed", changed, engine, as_json=as_json)


@group.command("remove")
def remove_goal(
    context: typer.Context,
    number: Annotated[int, _NUMBER],
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Remove a goal; the history stays as it is."""
    with opened(profile_of(context, profile)) as engine:
        gone = engine.goals.get(number)
        engine.goals.remove(number)
        _told("Removed", gone, engine, as_json=as_json)


@group.command("status")
def status(
    context: typer.Context,
    weeks: Annotated[
        int, typer.Option("--weeks", min=1, max=_MOST_WEEKS, help="How many weeks of history to look back on.")
    ] = 8,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Say how the goals stand today and this week, what they will likely come to, and how often they were met."""
    with opened(profile_of(context, profile)) as engine:
        if engine.rules.outdated():  # what an edit of the rules left undone when it was killed
            engine.rules.relabel_all()
        tree = engine.rules.tree()
        found = [(one, engine.goals.preview(one.goal, weeks)) for one in engine.goals.status()]
        streaks = engine.goals.streaks()
    if as_json:
        say_json([{**progress_json(now, history, tree), **streak_json(streaks[now.goal.id])} for now, history in found])
        return
    if not found:
        say("There are no goals yet. Begin with: kairos goals add --at-least 2h --focus")
    for now, history in found:
        lines = progress_lines(now, history, weeks, tree)
        for line in [*lines, *streak_lines(now.goal, streaks[now.goal.id])]:
            say(plain(line))


def _amount(said: Said) -> dict[str, Any]:
    if said.least is not None and said.most is not None:
        raise UsageError("A goal is --at-least or --at-most, not both.")
    if said.least is not None:
        return {"direction": Direction.AT_LEAST, "minutes": minutes_of(said.least)}
    return {} if said.most is None else {"direction": Direction.AT_MOST, "minutes": minutes_of(said.most)}


def _aim(said: Said, engine: Engine) -> dict[str, Any]:
    named: list[tuple[Measure, int | str | None]] = []
    if said.category is not None:
        named.append((Measure.CATEGORY, _category(said.category, engine)))
    named += [(Measure.APP, said.app)] if said.app is not None else []
    named += [(Measure.PROJECT, said.project)] if said.project is not None else []
    named += [(Measure.FOCUS, None)] if said.focus else []
    if len(named) > 1:
        raise UsageError("Name one of --category, --app, --project and --focus.")
    return {"measure": named[0][0], "target": named[0][1]} if named else {}


def _category(path: str, engine: Engine) -> int:
    names = tuple(part.strip() for part in path.split(">"))
    found = engine.rules.tree().find(names)
    if found is None:
        raise UsageError(f"There is no category “{' > '.join(names)}”. See: kairos rules list --json")
    return found.id


def _when(said: Said) -> dict[str, Any]:
    per = {} if said.per is None else {"per": said.per}
    return per if said.days is None else {**per, "weekdays": weekdays_of(said.days)}


def _told(verb: str, goal: Goal, engine: Engine, *, as_json: bool) -> None:
    tree = engine.rules.tree()
    if as_json:
        say_json(goal_json(goal, tree))
    else:
        say(plain(f"{verb} (number {goal.id}): {goal_words(goal, tree)}"))
