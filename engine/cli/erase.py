"""`kairos erase`: takes recorded time away for good, with all that was made of it, and proves it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.erase_words import erased_json, preview_json, preview_lines, proof_lines
from engine.cli.moments import parse_from, parse_to
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.days import day_start_ms, parse_day
from engine.domain.erasing import EraseChoice
from engine.domain.errors import UsageError

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.erasing import Erased

_TO_DO_IT = "Nothing was erased. To do it, add --yes; it cannot be undone."


def erase(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    first: Annotated[str | None, typer.Option("--from", metavar="DAY|MOMENT", help="From then on.")] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DAY|MOMENT", help="Until then; a day is included.")
    ] = None,
    day: Annotated[str | None, typer.Option("--day", metavar="DAY", help="One day, from its start to its end.")] = None,
    app: Annotated[str | None, typer.Option("--app", metavar="NAME", help="Only of this app.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Only with just this title.")] = None,
    title_with: Annotated[
        str | None, typer.Option("--title-with", metavar="TEXT", help="Only with this in the title.")
    ] = None,
    site: Annotated[str | None, typer.Option("--site", metavar="HOST", help="Only on this site and below it.")] = None,
    document: Annotated[
        str | None,
        typer.Option("--document", metavar="PATH", help="Only with this document; it leaves the index, too."),
    ] = None,
    everything: Annotated[bool, typer.Option("--everything", help="All there is, but the settings.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do it, without asking.")] = False,
    prove: Annotated[
        list[str] | None,
        typer.Option("--prove", metavar="TEXT", help="Then look for this text everywhere; can be given several times."),
    ] = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Erase for good what matches all that is named, with everything made of it; exit status 1 on a hit of --prove."""
    if dry_run and yes:
        raise UsageError("Choose one of --dry-run and --yes.")
    with opened(profile_of(context, profile)) as engine:
        start, end = _span(engine, first, last, day)
        choice = EraseChoice(start, end, app, title, site, document, everything, title_with)
        done = _erased(engine, choice, tuple(prove or ()), yes=yes, dry_run=dry_run, as_json=as_json)
    if done is not None:
        _tell(done, as_json=as_json)


def _erased(
    engine: Engine, choice: EraseChoice, prove: tuple[str, ...], *, yes: bool, dry_run: bool, as_json: bool
) -> Erased | None:
    """Say what would go, and erase it where that is wanted; None where nothing was."""
    preview = engine.erasing.preview(choice)
    for line in () if as_json else preview_lines(preview, engine.history.rule()):
        say(line)
    nothing = preview.empty and not prove
    if not nothing and not dry_run and (yes or _sure(as_json=as_json)):
        return engine.erasing.erase(choice, prove=prove)
    if as_json:
        say_json({**preview_json(preview), "erased": False})
    elif not nothing:
        say(_TO_DO_IT)
    return None


def _sure(*, as_json: bool) -> bool:
    """Ask, where somebody sits at the terminal."""
    if as_json or not typer.get_text_stream("stdin").isatty():
        return False
    return typer.confirm("Erase this for good?", default=False)


def _span(engine: Engine, first: str | None, last: str | None, day: str | None) -> tuple[int | None, int | None]:
    rule = engine.history.rule()
    if day is not None:
        if first is not None or last is not None:
            raise UsageError("Choose either --day, or --from and --to.")
        on = parse_day(day)
        return day_start_ms(on, rule), day_start_ms(on + timedelta(days=1), rule)
    start = None if first is None else parse_from(first, rule)
    return start, None if last is None else parse_to(last, rule)


def _tell(done: Erased, *, as_json: bool) -> None:
    if as_json:
        say_json(erased_json(done))
    else:
        say(f"Erased, in {done.seconds:.1f} s.")
        for trouble in done.troubles:
            say(f"Not finished yet: {trouble}")
        for line in proof_lines(done.proof) if done.proof is not None else ():
            say(line)
    if done.troubles or (done.proof is not None and done.proof.hits):
        raise typer.Exit(1)
