"""`kairos` alone and `kairos --screenshot`: hands over to the desktop app."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import typer

from engine.cli.process import become
from engine.domain.plain_text import plain
from engine.paths import profile_at
from engine.programs import command, has_display


@dataclass(frozen=True, slots=True)
class Look:
    """How the window or picture shall look; None is as the person's settings say. The desktop app checks them.

    sample: the days are made up, so that no recorder shall run.
    """

    theme: str | None = None
    language: str | None = None
    size: str | None = None
    sample: bool = False

    def arguments(self) -> tuple[str, ...]:
        """Return them as the desktop app's options."""
        named = (("--theme", self.theme), ("--lang", self.language), ("--size", self.size))
        given = tuple(part for name, value in named if value is not None for part in (name, value))
        return (*given, "--no-recorder") if self.sample else given


def open_window(profile: Path | None, look: Look) -> None:
    """Open the window; without a screen say so, show today's summary, offer the recorder, and exit 1."""
    if has_display(os.environ, sys.platform):
        become(_command(profile, look))
    _say_no_display(profile)
    raise typer.Exit(1)


def draw(profile: Path | None, screenshot: tuple[str, Path], look: Look) -> None:
    """Draw one page of the profile into a file."""
    page, file = screenshot
    if not has_display(os.environ, sys.platform):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    become((*_command(profile, look), "--screenshot", page, str(file)))


def _command(profile: Path | None, look: Look) -> tuple[str, ...]:
    named = () if profile is None else ("--profile", str(profile_at(profile).folder))
    return command("desktop_app", *named, *look.arguments())


def _say_no_display(profile: Path | None) -> None:
    from engine.cli.options import opened  # noqa: PLC0415
    from engine.cli.today import named, show_day  # noqa: PLC0415

    paths = profile_at(profile)
    typer.echo("There is no display here (DISPLAY and WAYLAND_DISPLAY are not set), so no window can open.", err=True)
    with opened(paths) as engine:
        show_day(named(engine.history.day(None), engine.app_names.names()))
    option = "" if profile is None else f" --profile {plain(str(paths.folder))}"
    typer.echo(f"\nRecord without a window: kairos record{option}", err=True)
