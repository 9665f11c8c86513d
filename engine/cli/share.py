"""`kairos share`: a week as a file to give away, shown before it is written; and the budget of what that costs."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.share_words import (
    budget_json,
    budget_line,
    epsilon,
    lines_json,
    offer_lines,
    preview_json,
    preview_lines,
    read_lines,
    week_json,
    week_line,
)
from engine.cli.terminal import say, say_json
from engine.domain.days import parse_day
from engine.domain.errors import ExportError, UsageError
from engine.domain.plain_text import plain, shortened
from engine.domain.sharing import ShareKind

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.sharing import SharePreview

_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})", re.IGNORECASE | re.ASCII)
_LONGEST = 40

group = typer.Typer(help="Give a week's figures away, as a file; nothing is sent.", rich_markup_mode=None)


@group.callback(invoke_without_command=True)
def share(context: typer.Context) -> None:
    """Give a week's figures away, as a file that is shown before it is written; nothing is sent."""
    if context.invoked_subcommand is not None:
        return
    with opened(profile_of(context)) as engine:
        on = engine.sharing.on()
    say("Sharing is on. Share the last whole week: kairos share week" if on else "Sharing is off: kairos share on")


@group.command("on")
def turn_on(context: typer.Context, profile: ProfileOption = None) -> None:
    """Allow files to be made that can be given away; none is made by itself."""
    with opened(profile_of(context, profile)) as engine:
        engine.sharing.turn(on=True)
    say("Sharing is on: you can make files to give away. Kairos makes none by itself and sends nothing.")


@group.command("off")
def turn_off(context: typer.Context, profile: ProfileOption = None) -> None:
    """Make no more files to give away; those given away stay where they are."""
    with opened(profile_of(context, profile)) as engine:
        engine.sharing.turn(on=False)
    say("Sharing is off. Files you gave away stay with whom you gave them to.")


@group.command("week")
def share_week(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    week: Annotated[
        str | None, typer.Option("--week", metavar="WEEK|DATE", help="2026-W47, or a day in it; the last whole one.")
    ] = None,
    kind: Annotated[
        ShareKind, typer.Option("--kind", help="private: with noise, a budget's worth; anonymised: rounded.")
    ] = ShareKind.PRIVATE,
    file: Annotated[Path | None, typer.Option("--file", "-o", metavar="FILE", help="Where to.")] = None,
    anew: Annotated[bool, typer.Option("--anew", help="Make it once more, of the figures now; costs again.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do it, without asking.")] = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Show what a file of a week would hold and what not, and write it where that is wanted."""
    with opened(profile_of(context, profile)) as engine:
        day = engine.sharing.last_week() if week is None else parse_week(week)
        path = file or Path(f"kairos-week-{day:%G-W%V}-{kind.value}.txt")
        _require_place(path, engine.paths.folder, force=force)
        preview = _made(engine, day, kind, anew=anew, yes=yes, as_json=as_json)
        if preview is None:
            return
        written = _written(engine, preview, path, yes=yes, as_json=as_json)
    if as_json:
        say_json({**preview_json(preview), "file": str(path.absolute()) if written else None})
    elif written:
        say(plain(f"Written: {path.absolute()}. It lies there; giving it away is up to you."))


def _require_place(path: Path, profile: Path, *, force: bool) -> None:
    """Refuse a place where a file lies, or where none can, before anything is spent; ExportError.

    What lies in the profile's own folder is never replaced.
    """
    try:
        there, folder = path.is_symlink() or path.exists(), path.absolute().parent.is_dir()
        own = folder and path.absolute().parent.resolve().is_relative_to(profile.resolve())
    except OSError as cause:
        raise ExportError(f"{path} cannot be written: {cause.strerror or cause}. Choose another place.") from cause
    if not folder:
        raise ExportError(f"{path} cannot be written: there is no such folder. Choose another place.")
    if there and own:
        raise ExportError(f"{path} lies among Kairos's own files, so it is not replaced. Choose another place.")
    if there and not force:
        raise ExportError(f"{path} is there already. Name another place, or add --force to replace it.")


def _made(engine: Engine, day: date, kind: ShareKind, *, anew: bool, yes: bool, as_json: bool) -> SharePreview | None:
    """Make the file, or get the one made before; None where it would cost and nobody said yes to that."""
    offer = engine.sharing.offer(day, kind, anew=anew)
    if not offer.epsilon_millionths:
        return engine.sharing.preview(day, kind, anew=anew)
    for line in () if as_json else offer_lines(offer):
        say(line)
    cost = epsilon(offer.epsilon_millionths)
    if yes or _sure(f"Draw the noise, for {cost} of the budget?", as_json=as_json):
        return engine.sharing.preview(day, kind, anew=anew)
    if as_json:
        say_json({"cost": cost, "budgets": [budget_json(one) for one in offer.budgets], "file": None})
    else:
        say("Nothing was made and nothing spent. To do it, add --yes.")
    return None


def _written(engine: Engine, preview: SharePreview, path: Path, *, yes: bool, as_json: bool) -> bool:
    for line in () if as_json else preview_lines(preview):
        say(plain(line))
    if not yes and not _sure(f"Write it to {plain(str(path))}?", as_json=as_json):
        if not as_json:
            say("Nothing was written. To do it, add --yes.")
        return False
    engine.sharing.save(preview, path)
    return True


def _sure(question: str, *, as_json: bool) -> bool:
    """Ask, where somebody sits at the terminal."""
    if as_json or not typer.get_text_stream("stdin").isatty():
        return False
    return typer.confirm(question, default=False)


@group.command("list")
def list_shared(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """List the weeks that were made to be given away, the latest first."""
    with opened(profile_of(context, profile)) as engine:
        found = engine.sharing.shared()
    if as_json:
        say_json([week_json(one) for one in found])
        return
    if not found:
        say("Nothing was made to be given away yet.")
    for one in found:
        say(week_line(one))


@group.command("budget")
def budget(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say what was spent on which month of data; the last whole week's months are always told."""
    with opened(profile_of(context, profile)) as engine:
        spent, now = engine.sharing.budgets(), engine.sharing.budget(engine.sharing.last_week())
    months = spent if any(one.month == now.month for one in spent) else (now, *spent)
    if as_json:
        say_json([budget_json(one) for one in months])
        return
    for one in months:
        say(budget_line(one))
    say("A week costs in every month, as UTC counts them, that any of it lies in.")


@group.command("read")
def read(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A week that somebody shared.")],
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Check a file that somebody shared, and say what it holds; sharing need not be on."""
    with opened(profile_of(context, profile)) as engine:
        found = engine.sharing.read(file)
    if as_json:
        told = {"first_day": str(found.first_day), "last_day": str(found.last_day), "kind": found.kind.value}
        say_json({**told, "epsilon": epsilon(found.epsilon_millionths), "figures": lines_json(found.lines)})
        return
    for line in read_lines(found):
        say(line)


def parse_week(text: str) -> date:
    """Return a day of the week that is meant by 2026-W47, or by a day in it; UsageError for anything else."""
    found = _WEEK.fullmatch(text.strip())
    if found is None:
        if re.search(r"w", text, re.IGNORECASE):
            raise UsageError(f"“{shortened(text, _LONGEST)}” is no week. Write it as 2026-W47, or name a day in it.")
        return parse_day(text.strip())
    try:
        return parse_day(date.fromisocalendar(int(found[1]), int(found[2]), 1).isoformat())
    except ValueError as cause:
        raise UsageError(f"There is no week {shortened(text, _LONGEST)}. Years have 52 or 53 weeks.") from cause
