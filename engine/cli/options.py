"""The options that many commands share, and the engine they lead to."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.key_options import handed_key
from engine.cli.unlocking import unlocked
from engine.paths import ProfilePaths, profile_at

if TYPE_CHECKING:
    from engine.api import Engine

ProfileOption = Annotated[
    Path | None, typer.Option("--profile", metavar="DIR", help="The folder that holds the data (default: your own).")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for other programs.")]


def profile_of(context: typer.Context, given: Path | None) -> ProfilePaths:
    """Return the profile named after the command, else the one named before it, else the person's own."""
    return replace(profile_at(given or context.find_root().obj), key=handed_key(context))


@contextmanager
def opened(paths: ProfilePaths) -> Iterator[Engine]:
    """Give the profile's engine and close it in the end."""
    from engine.bootstrap import build_engine  # noqa: PLC0415  (loads the database, which help does not need)

    fresh = not paths.keys.exists()
    engine = build_engine(unlocked(paths))
    if fresh and engine.paths.key is not None and sys.stderr.isatty():
        typer.echo("This new profile is encrypted. Make a recovery code: kairos keys add recovery", err=True)
    if (found := engine.backups.untold()) is not None:
        was = "damaged and was put right" if found.aside.name else "gone or empty and is back"
        typer.echo(f"The database was {was}. Say what became of it: kairos check", err=True)
    try:
        yield engine
    finally:
        engine.close()
