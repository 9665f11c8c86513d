"""`kairos stop`: ends what records and works for it, so that the program itself can be replaced or removed."""

from __future__ import annotations

import typer

from engine.alone import profile_alone, who_records
from engine.cli.options import ProfileOption, profile_of
from engine.cli.terminal import say


def stop(context: typer.Context, profile: ProfileOption = None) -> None:
    """End the recorder and whatever works for it; the window starts it again, and so does the next log-in."""
    paths = profile_of(context, profile)
    recorded = paths.folder.exists() and who_records(paths) is not None
    if paths.folder.exists():
        with profile_alone(paths, restart=lambda _: None):
            pass
    say("Recording has ended." if recorded else "Nothing was recording.")
