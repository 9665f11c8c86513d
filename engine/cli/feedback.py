"""`kairos feedback`: what you say of a recommendation; the next ones heed it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.recommended import Verdict

LARGEST = (1 << 63) - 1
"""The largest number a database holds."""


class Word(StrEnum):
    """A verdict as one types it."""

    ACCEPTED = "accepted"
    OPENED = "opened"
    NOT_NOW = "not-now"
    WRONG = "wrong"
    LESS = "less"


def feedback(
    context: typer.Context,
    offer: Annotated[int, typer.Argument(metavar="NUMBER", min=1, max=LARGEST, help="As “kairos recommend” shows it.")],
    verdict: Annotated[Word, typer.Argument(help="What you say of it.")],
    undo: Annotated[bool, typer.Option("--undo", help="Take back that you said so.")] = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Say what you think of a recommendation: taken, opened, not now, wrong, or less like this."""
    said = Verdict[verdict.name]
    with opened(profile_of(context, profile)) as engine:
        (engine.mind.unsay if undo else engine.mind.say)(offer, said)
    if as_json:
        say_json({"number": offer, "verdict": said.value, "undone": undo})
    else:
        say("Taken back." if undo else "Noted; the next recommendations heed it.")
