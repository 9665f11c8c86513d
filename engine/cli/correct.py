"""`kairos correct`: put recorded time right; what was recorded stays, and everything can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.correct_words import action_as_json, action_line, changed_as_json, correction_line
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.corrections import Said
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.stretches import NO_CATEGORY, UNCHANGED, LabelOverride

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.corrections import Changed

group = typer.Typer(help="Put recorded time right; it can be undone.", no_args_is_help=True, rich_markup_mode=None)

_NONE = "-"
_TIME = "2026-11-21 14:05 or 14:05 of today, local time."
FromOption = Annotated[str, typer.Option("--from", metavar="TIME", help=f"First moment: {_TIME}")]
ToOption = Annotated[str, typer.Option("--to", metavar="TIME", help="End, not included.")]
TitleOption = Annotated[str | None, typer.Option("--title", help="What it was.")]
AppOption = Annotated[str | None, typer.Option("--app", help="The app it was in.")]
CategoryOption = Annotated[
    str | None,
    typer.Option("--category", metavar="NAME", help="Its category, as “Work > Coding” or by name; - for none."),
]
ProjectOption = Annotated[str | None, typer.Option("--project", metavar="NAME", help="Its project; - for none.")]
TagOption = Annotated[str | None, typer.Option("--tag", metavar="NAME", help="Its tag; - for none.")]
NoteOption = Annotated[str, typer.Option("--note", help="A remark kept beside it.")]
LimitOption = Annotated[int, typer.Option("--limit", min=1, max=100_000, help="How many, the newest first.")]


@group.callback()
def correct() -> None:
    """Put recorded time right; what was recorded stays, and everything can be undone."""


@group.command("add")
def add(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    first: FromOption,
    last: ToOption,
    title: TitleOption = None,
    app: AppOption = None,
    category: CategoryOption = None,
    project: ProjectOption = None,
    tag: TagOption = None,
    note: NoteOption = "",
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add time that the machine did not see, such as a meeting elsewhere."""
    with opened(profile_of(context, profile)) as engine:
        said = Said(app, title, _labels(engine, category, project, tag), note)
        _tell(engine, engine.corrections.add(*_span(engine, first, last), said), as_json=as_json)


@group.command("retitle")
def retitle(  # noqa: PLR0913, PLR0917
    context: typer.Context,
    first: FromOption,
    last: ToOption,
    title: TitleOption = None,
    app: AppOption = None,
    note: NoteOption = "",
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give active time another title or app."""
    with opened(profile_of(context, profile)) as engine:
        said = Said(app, title, note=note)
        _tell(engine, engine.corrections.change(*_span(engine, first, last), said), as_json=as_json)


@group.command("label")
def label(  # noqa: PLR0913, PLR0917
    context: typer.Context,
    first: FromOption,
    last: ToOption,
    category: CategoryOption = None,
    project: ProjectOption = None,
    tag: TagOption = None,
    note: NoteOption = "",
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give active time another category, project or tag than the rules do."""
    with opened(profile_of(context, profile)) as engine:
        said = Said(labels=_labels(engine, category, project, tag), note=note)
        _tell(engine, engine.corrections.change(*_span(engine, first, last), said), as_json=as_json)


@group.command("split")
def split(  # noqa: PLR0913, PLR0917
    context: typer.Context,
    first: FromOption,
    last: ToOption,
    at: Annotated[str, typer.Option("--at", metavar="TIME", help="Where the second part begins.")],
    title: TitleOption = None,
    app: AppOption = None,
    category: CategoryOption = None,
    project: ProjectOption = None,
    tag: TagOption = None,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make two of one: say what the part from --at on was."""
    with opened(profile_of(context, profile)) as engine:
        said = Said(app, title, _labels(engine, category, project, tag))
        span, at_ms = _span(engine, first, last), engine.corrections.moment(at)
        _tell(engine, engine.corrections.split(*span, at_ms, said), as_json=as_json)


@group.command("merge")
def merge(  # noqa: PLR0913, PLR0917
    context: typer.Context,
    first: FromOption,
    last: ToOption,
    title: TitleOption = None,
    app: AppOption = None,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make one of many: all active time becomes what filled most of it, or what is said."""
    with opened(profile_of(context, profile)) as engine:
        said = None if title is None and app is None else Said(app, title)
        _tell(engine, engine.corrections.merge(*_span(engine, first, last), said), as_json=as_json)


@group.command("trim")
def trim(  # noqa: PLR0913, PLR0917
    context: typer.Context,
    first: FromOption,
    last: ToOption,
    start: Annotated[str | None, typer.Option("--start", metavar="TIME", help="What comes before goes.")] = None,
    end: Annotated[str | None, typer.Option("--end", metavar="TIME", help="What comes after goes.")] = None,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Cut off the start or the end."""
    with opened(profile_of(context, profile)) as engine:
        start_ms, end_ms = _span(engine, first, last)
        kept_ms = start_ms if start is None else engine.corrections.moment(start)
        until_ms = end_ms if end is None else engine.corrections.moment(end)
        if until_ms <= kept_ms:
            raise UsageError("The new end has to be after the new start.")
        changed = engine.corrections.trim(start_ms, end_ms, Interval(kept_ms, until_ms))
        _tell(engine, changed, as_json=as_json)


@group.command("delete")
def delete(
    context: typer.Context,
    first: FromOption,
    last: ToOption,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take time out of every total; the record stays."""
    with opened(profile_of(context, profile)) as engine:
        _tell(engine, engine.corrections.delete(*_span(engine, first, last)), as_json=as_json)


@group.command("revert")
def revert(
    context: typer.Context,
    first: FromOption,
    last: ToOption,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make time again as it was recorded."""
    with opened(profile_of(context, profile)) as engine:
        _tell(engine, engine.corrections.revert(*_span(engine, first, last)), as_json=as_json)


@group.command("list")
def audit(
    context: typer.Context,
    limit: LimitOption = 50,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """List what was corrected, the newest first; what was undone is marked."""
    with opened(profile_of(context, profile)) as engine:
        actions, rule = engine.corrections.actions(limit), engine.history.rule()
        if as_json:
            say_json([action_as_json(one) for one in actions])
            return
        for one in actions:
            for line in action_line(one, rule, engine.corrections.category_name):
                say(line)
        if not actions:
            say("Nothing has been corrected.")


def undo(context: typer.Context, profile: ProfileOption = None, as_json: JsonOption = False) -> None:
    """Take the last correction back."""
    _step(context, profile, lambda engine: engine.corrections.undo(), ("Undone", "undo"), as_json=as_json)


def redo(context: typer.Context, profile: ProfileOption = None, as_json: JsonOption = False) -> None:
    """Make the correction taken back last again."""
    _step(context, profile, lambda engine: engine.corrections.redo(), ("Done again", "redo"), as_json=as_json)


def _step(
    context: typer.Context,
    profile: ProfileOption,
    step: Callable[[Engine], Changed | None],
    words: tuple[str, str],
    *,
    as_json: bool,
) -> None:
    with opened(profile_of(context, profile)) as engine:
        changed = step(engine)
        if changed is None:
            raise UsageError(f"There is nothing to {words[1]}.")
        _tell(engine, changed, as_json=as_json, before=f"{words[0]}: ")


def _span(engine: Engine, first: str, last: str) -> tuple[int, int]:
    return engine.corrections.moment(first), engine.corrections.moment(last)


def _labels(engine: Engine, category: str | None, project: str | None, tag: str | None) -> LabelOverride:
    number = None
    if category is not None:
        number = NO_CATEGORY if category == _NONE else engine.corrections.category(category)
    project, tag = (None if name is None else "" if name == _NONE else name for name in (project, tag))
    return LabelOverride(number, project, tag) or UNCHANGED


def _tell(engine: Engine, changed: Changed, *, as_json: bool, before: str = "") -> None:
    if as_json:
        say_json(changed_as_json(changed))
        return
    for one in changed.corrections:
        say(before + correction_line(one, engine.history.rule(), engine.corrections.category_name))
