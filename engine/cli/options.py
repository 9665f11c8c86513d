"""The options that many commands share, and the engine they lead to."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.key_options import handed_key
from engine.cli.unlocking import unlocked
from engine.domain.plain_text import plain
from engine.paths import ProfilePaths, default_profile, profile_at

if TYPE_CHECKING:
    from engine.api import Engine

_PROFILE_HELP = "The folder that holds the data (default: your own)."
ProfileOption = Annotated[Path | None, typer.Option("--profile", metavar="DIR", help=_PROFILE_HELP)]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for other programs.")]


def add_profile_option(group: Any) -> None:
    """Have every group below take a profile, too: named nearer to the command, it counts before one named earlier."""
    donor = typer.Typer(add_completion=False)
    donor.command()(_options)
    _add(typer.main.get_command(donor).params[0], group)


def _add(option: Any, group: Any) -> None:
    for one in group.commands.values():
        if hasattr(one, "commands"):
            one.params.append(option)
            _add(option, one)


def _take_profile(context: typer.Context, value: Path | None) -> None:
    if value is not None:
        context.find_root().obj = value


def _options(
    _profile: Annotated[
        Path | None,
        typer.Option("--profile", metavar="DIR", help=_PROFILE_HELP, callback=_take_profile, expose_value=False),
    ] = None,
) -> None:
    """Stand for a command, since options can be made of a function only."""


def profile_of(context: typer.Context, given: Path | None = None) -> ProfilePaths:
    """Return the profile named after the command, else the nearest one named before it, else the person's own."""
    return replace(profile_at(given or context.find_root().obj), key=handed_key(context))


@contextmanager
def opened(paths: ProfilePaths) -> Iterator[Engine]:
    """Give the profile's engine and close it in the end."""
    from engine.bootstrap import build_engine  # noqa: PLC0415  (loads the database, which help does not need)

    fresh, begun = not paths.keys.exists(), not paths.folder.exists()
    engine = build_engine(unlocked(paths))
    if begun and paths.encrypts and paths != default_profile() and sys.stderr.isatty():  # made-up days say so
        typer.echo(f"There was no {plain(str(paths.folder))}: an empty profile was begun there.", err=True)
    if fresh and engine.paths.key is not None and sys.stderr.isatty():
        typer.echo("This new profile is encrypted. Make a recovery code: kairos keys add recovery", err=True)
    if (found := engine.backups.untold()) is not None:
        was = "damaged and was put right" if found.aside.name else "gone or empty and is back"
        typer.echo(f"The database was {was}. Say what became of it: kairos check", err=True)
    try:
        yield engine
    finally:
        engine.close()
