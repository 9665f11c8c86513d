"""`kairos share team encrypted`: figures that somebody adds up who cannot read them; needs the extra encrypted-sums."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.share import parse_week
from engine.cli.share_team_words import figure_lines, lines_json, sentence_lines
from engine.cli.terminal import say, say_json
from engine.domain.plain_text import plain
from engine.domain.team_encrypted import ENCRYPTED_KNOW, EncryptedFile
from engine.domain.team_words import NEVER

KeysArgument = Annotated[Path, typer.Argument(metavar="KEYS", help="The lead's public keys.")]
OutOption = Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Where to; nothing is overwritten.")]

group = typer.Typer(
    help="Sums over encrypted figures; needs the extra encrypted-sums.", no_args_is_help=True, rich_markup_mode=None
)


@group.command("keys")
def keys(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called.")],
    secret: Annotated[Path, typer.Option("--secret", metavar="FILE", help="Where the secret key goes; keep it.")],
    out: OutOption,
    week: Annotated[
        str | None, typer.Option("--week", metavar="WEEK|DATE", help="2026-W47, or a day in it; the last whole one.")
    ] = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """As the lead, make a secret key, which stays with you, and public ones for everybody."""
    with opened(profile_of(context, profile)) as engine:
        day = engine.sharing.last_week() if week is None else parse_week(week)
        _say_made(engine.team.encrypted.keys(name, day, secret, out), as_json=as_json)


@group.command("contribute")
def contribute(
    context: typer.Context,
    file: KeysArgument,
    out: OutOption,
    yes: Annotated[bool, typer.Option("--yes", help="Do it, without asking.")] = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Encrypt your week's figures; give the file to who adds up, who must not be the lead."""
    with opened(profile_of(context, profile)) as engine:
        figures = engine.team.encrypted.figures(file)
        if not as_json:
            for line in (*figure_lines(figures), *sentence_lines((), NEVER, ENCRYPTED_KNOW)):
                say(plain(line))
        if not yes:
            say_json({"file": None, "figures": lines_json(figures)}) if as_json else say("To write it, add --yes.")
            return
        _say_made(engine.team.encrypted.contribute(file, out), as_json=as_json)


@group.command("add")
def add(
    context: typer.Context,
    file: KeysArgument,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Encrypted figures.")],
    out: OutOption,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Add up encrypted figures without seeing any; give the sum to the lead, and nothing else."""
    with opened(profile_of(context, profile)) as engine:
        _say_made(engine.team.encrypted.add(file, files, out), as_json=as_json)


@group.command("open")
def open_sums(
    context: typer.Context,
    secret: Annotated[Path, typer.Argument(metavar="SECRET", help="Your secret key.")],
    file: Annotated[Path, typer.Argument(metavar="SUM", help="The encrypted sum.")],
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """As the lead, open the sum."""
    with opened(profile_of(context, profile)) as engine:
        found = engine.team.encrypted.open(secret, file)
    if as_json:
        say_json({"people": found.people, "figures": lines_json(found.lines), "error_hours": found.error})
        return
    say(plain(f"Sums of “{found.name}”, week from {found.first_day}, over {found.people} people."))
    for line in (*figure_lines(found.lines), *sentence_lines((), (), ENCRYPTED_KNOW)):
        say(line)
    say(f"The arithmetic was off by {found.error:.1e} h before rounding; opening took {found.seconds:.2f} s.")


def _say_made(made: EncryptedFile, *, as_json: bool) -> None:
    if as_json:
        say_json({"file": str(made.file), "bytes": made.size, "seconds": made.seconds, "people": made.people})
    else:
        say(plain(f"Written: {made.file} ({made.size} bytes, {made.seconds:.2f} s)."))
