"""`kairos plan flexible`: time you want whenever it fits; add, list, change, remove."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.goal_words import minutes_of, weekdays_of
from engine.cli.moments import day_named
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.plan_words import flexible_json, flexible_line
from engine.cli.terminal import say, say_json
from engine.domain.blocks import About, BlockKind, FlexibleBlock
from engine.domain.errors import UsageError

if TYPE_CHECKING:
    from engine.api import Engine

group = typer.Typer(help="Time you want whenever it fits.", no_args_is_help=True, rich_markup_mode=None)

_BETWEEN = re.compile(r"(\d{1,2}):([0-5]\d)\s*[-–]\s*(\d{1,2}):([0-5]\d)")
_NEVER = "-"
Number = Annotated[int, typer.Argument(help="Its number, as `kairos plan flexible list` shows it.")]
Kind = Annotated[BlockKind | None, typer.Option("--kind", help="What the time is for.")]
Length = Annotated[
    str | None, typer.Option("--for", metavar="LENGTH", help="How long one piece is: 90, or 45m to 90m as 45-90.")
]
Often = Annotated[
    int | None, typer.Option("--per-week", min=0, max=50, help="How many pieces a week; 0 for once, by a day.")
]
Between = Annotated[
    str | None, typer.Option("--between", metavar="HH:MM-HH:MM", help="The time of day it lies in: 9:00-17:00.")
]
Days = Annotated[str | None, typer.Option("--on", metavar="DAYS", help="Its days of the week: mon-fri, or sat,sun.")]
By = Annotated[str | None, typer.Option("--by", metavar="DAY", help="The last day it may lie on; - for none.")]
Protected = Annotated[bool | None, typer.Option("--protected/--soft", help="Whether others may be placed over it.")]
Rests = Annotated[bool | None, typer.Option("--active/--rests", help="Whether it is placed at all.")]
CategoryPath = Annotated[str | None, typer.Option("--category", metavar="NAME", help="Its category: 'Work > Code'.")]
ProjectName = Annotated[str | None, typer.Option("--project", metavar="NAME", help="Its project.")]


@dataclass(frozen=True, slots=True)
class Said:
    """What the options of a command say of a flexible block; None where they say nothing."""

    title: str | None
    kind: BlockKind | None
    length: str | None
    often: int | None
    between: str | None
    days: str | None
    by: str | None
    protected: bool | None
    active: bool | None
    category: str | None
    project: str | None

    def on(self, flexible: FlexibleBlock, engine: Engine) -> FlexibleBlock:
        """Return the flexible block with what was said."""
        number = None if self.category is None else engine.corrections.category(self.category)
        about = {"title": self.title, "kind": self.kind, "protected": self.protected, "project": self.project}
        said: dict[str, Any] = {"per_week": self.often, "active": self.active, **self._times()}
        if self.by is not None and self.by != _NEVER:
            said["deadline"] = day_named(self.by, engine.history.today())
        whole = replace(
            flexible,
            about=replace(flexible.about, **_only_said({**about, "category_id": number})),
            **_only_said(said),
        )
        return replace(whole, deadline=None) if self.by == _NEVER else whole

    def _times(self) -> dict[str, Any]:
        said: dict[str, Any] = {}
        if self.length is not None:
            first, _, last = self.length.replace("–", "-").partition("-")
            said["shortest"], said["longest"] = minutes_of(first), minutes_of(last or first)
        if self.between is not None:
            said["window_start"], said["window_end"] = _between(self.between)
        if self.days is not None:
            said["weekdays"] = weekdays_of(self.days)
        return said


@group.callback()
def flexible() -> None:
    """Time you want whenever it fits: so long, so often a week, at these times of the day."""


@group.command("list")
def list_flexible(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """List the flexible blocks."""
    with opened(profile_of(context, profile)) as engine:
        found = engine.plan.flexible()
    if as_json:
        say_json([flexible_json(one) for one in found])
        return
    if not found:
        say("There are no flexible blocks. Begin with: kairos plan flexible add “Deep work” --for 60-90 --per-week 4")
    for one in found:
        say(flexible_line(one))


@group.command("add")
def add_flexible(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    title: Annotated[str, typer.Argument(help="What it is for, in your words.")],
    length: Length = None,
    often: Often = None,
    kind: Kind = None,
    between: Between = None,
    days: Days = None,
    by: By = None,
    protected: Protected = None,
    category: CategoryPath = None,
    project: ProjectName = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Add time that you want whenever it fits; `kairos plan suggest` finds places for it."""
    said = Said(title, kind, length, often, between, days, by, protected, None, category, project)
    with opened(profile_of(context, profile)) as engine:
        stored = engine.plan.add_flexible(said.on(FlexibleBlock(About()), engine))
    _tell("Added", stored, as_json=as_json)


@group.command("change")
def change_flexible(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    number: Number,
    title: Annotated[str | None, typer.Option("--title", help="What it is for, in your words.")] = None,
    length: Length = None,
    often: Often = None,
    kind: Kind = None,
    between: Between = None,
    days: Days = None,
    by: By = None,
    protected: Protected = None,
    active: Rests = None,
    category: CategoryPath = None,
    project: ProjectName = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Change what is named of a flexible block; the rest stays."""
    said = Said(title, kind, length, often, between, days, by, protected, active, category, project)
    with opened(profile_of(context, profile)) as engine:
        stored = engine.plan.change_flexible(said.on(_get(engine, number), engine))
    _tell("Changed", stored, as_json=as_json)


@group.command("remove")
def remove_flexible(
    context: typer.Context, number: Number, as_json: JsonOption = False, profile: ProfileOption = None
) -> None:
    """Remove a flexible block; what is planned of it stays."""
    with opened(profile_of(context, profile)) as engine:
        gone = _get(engine, number)
        engine.plan.remove_flexible(number)
    _tell("Removed", gone, as_json=as_json)


def _get(engine: Engine, number: int) -> FlexibleBlock:
    found = next((one for one in engine.plan.flexible() if one.id == number), None)
    if found is None:
        raise UsageError(f"There is no flexible block {number}. See: kairos plan flexible list")
    return found


def _only_said(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _between(text: str) -> tuple[int, int]:
    found = _BETWEEN.fullmatch(text.strip())
    if found is None:
        raise UsageError(f"“{text}” is no time of day. Write it as 9:00-17:00.")
    first_hour, first_minute, last_hour, last_minute = map(int, found.groups())
    return first_hour * 60 + first_minute, last_hour * 60 + last_minute


def _tell(verb: str, stored: FlexibleBlock, *, as_json: bool) -> None:
    if as_json:
        say_json(flexible_json(stored))
    else:
        say(f"{verb}: {flexible_line(stored).strip()}")
