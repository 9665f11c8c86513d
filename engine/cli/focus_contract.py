"""`kairos focus contract`: the person's own word that distracting windows may be closed for a while."""

from __future__ import annotations

from typing import Annotated

import typer

from engine.cli.focus_words import contract_json, contract_line
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json

group = typer.Typer(
    help="Your own word that distracting windows may be closed for a while.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@group.callback()
def contract() -> None:
    """Your own word that distracting windows may be closed for a while."""


@group.command("make")
def make(
    context: typer.Context,
    minutes: Annotated[int, typer.Argument(help="For how many minutes, 1 to 240.")],
    profile: ProfileOption = None,
) -> None:
    """Allow it: windows are asked to close, never killed, in sessions of the level “close”."""
    with opened(profile_of(context, profile)) as engine:
        say(contract_line(engine.focus.make_contract(minutes), engine.history.rule()))


@group.command("leave")
def leave(context: typer.Context, profile: ProfileOption = None) -> None:
    """Take it back at once."""
    with opened(profile_of(context, profile)) as engine:
        held = engine.focus.contract() is not None
        engine.focus.leave_contract()
        say("The contract is left. No window is closed any more." if held else "No contract holds.")


@group.command("status")
def status(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say whether it holds and until when."""
    with opened(profile_of(context, profile)) as engine:
        holds = engine.focus.contract()
        if as_json:
            say_json(contract_json(holds))
        else:
            say(contract_line(holds, engine.history.rule()))
