"""`kairos record`: becomes the recorder."""

from __future__ import annotations

from typing import Annotated

import typer

from engine.cli.options import ProfileOption, profile_of
from engine.cli.process import become
from engine.cli.unlocking import unlocked
from engine.domain.errors import UsageError
from engine.locks import is_held
from engine.tracking.launch import recorder_command

_LONGEST_S = 366 * 86_400.0


def record(
    context: typer.Context,
    profile: ProfileOption = None,
    seconds: Annotated[
        float | None, typer.Option("--for", metavar="SECONDS", help="Stop after so many seconds.")
    ] = None,
) -> None:
    """Record without a window until stopped (Ctrl+C)."""
    if seconds is not None and not 0 < seconds <= _LONGEST_S:
        raise UsageError("Recording can last more than 0 seconds and up to a year.")
    paths = profile_of(context, profile)
    if not is_held(paths.recorder_lock):  # else the recorder says who records; no passphrase is needed for that
        paths = unlocked(paths)
    become(recorder_command(paths.folder, seconds), paths.key)
