"""Asking for a passphrase or recovery code on a terminal, where nothing else opens the profile."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from engine.domain.errors import KeyNeeded, KeyWrong
from engine.keys.typed import secret_of

if TYPE_CHECKING:
    from engine.paths import ProfilePaths

_TRIES = 3
_ASKED = {
    ("passphrase",): "Passphrase",
    ("recovery",): "Recovery code",
    ("passphrase", "recovery"): "Passphrase or recovery code",
}


def unlocked(paths: ProfilePaths) -> ProfilePaths:
    """Return the profile with its key where it is encrypted; a person at a terminal is asked for what opens it.

    Raises KeyNeeded, KeyWrong and Storage errors.
    """
    from engine.bootstrap.unlocking import is_fresh, unlock  # noqa: PLC0415  (help does not need it)

    if is_fresh(paths):
        return paths
    try:
        return unlock(paths)
    except KeyNeeded as needed:
        asked = tuple(kind for kind in needed.slots if kind != "keyring")
        if not asked or not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise
        return _asked(paths, asked) or paths


def _asked(paths: ProfilePaths, asked: tuple[str, ...]) -> ProfilePaths | None:
    from engine.bootstrap.unlocking import unlock  # noqa: PLC0415

    for left in reversed(range(_TRIES)):
        typed = typer.prompt(_ASKED[asked], hide_input=True, err=True)
        try:
            return unlock(paths, secret_of(typed, asked))
        except KeyWrong as error:
            if not left:
                raise
            typer.echo(error.message, err=True)
    return None
