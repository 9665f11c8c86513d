"""`kairos gnome-extension`: puts GNOME's extension in place, takes it away, or says how it stands."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from engine.cli.options import JsonOption
from engine.cli.terminal import say, say_json
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from engine.api import DesktopGate

group = typer.Typer(
    name="gnome-extension",
    help="The small extension without which GNOME on Wayland shows no windows.",
    no_args_is_help=True,
)


@group.command("install")
def install() -> None:
    """Put it into your own extensions folder, and switch it on where GNOME knows it already."""
    gate = _gate()
    runs = gate.grant()
    say(f"The extension is in {plain(gate.extension().folder)}")
    say("It is switched on." if runs else "Log out and in once, then run this command again to switch it on.")


@group.command("remove")
def remove() -> None:
    """Take it away again."""
    gate = _gate()
    there = gate.extension().removable
    gate.revoke()
    say("The extension is removed; GNOME forgets it at the next log-in." if there else "The extension was not there.")


@group.command("status")
def status(as_json: JsonOption = False) -> None:
    """Say whether this desktop needs it, whether it is installed, and where it goes."""
    access = _gate().extension()
    if as_json:
        say_json(asdict(access))
        return
    say(f"Needed here: {'yes' if access.needed else 'no'}")
    say(f"Installed:   {'yes' if access.installed else 'no'}")
    say(f"Folder:      {plain(access.folder)}")


def _gate() -> DesktopGate:
    from engine.bootstrap import desktop_gate  # noqa: PLC0415  (loads what help does not need)

    return desktop_gate()
