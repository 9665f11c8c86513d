"""`kairos recommend`: when to focus next, and what to read now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from engine.cli.document_words import path_text
from engine.cli.mind_words import NOTHING, block_line, first_reason, notice_lines
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.advice_json import advice_to_json
from engine.domain.clock import iso_utc
from engine.domain.plain_text import plain, shortened
from engine.domain.recommended import Notice

if TYPE_CHECKING:
    from engine.domain.days import DayRule
    from engine.domain.recommended import Advice
    from engine.paths import ProfilePaths

_TITLE = 80

group = typer.Typer(
    help="When to focus next, and what to read now, with the reason.", no_args_is_help=True, rich_markup_mode=None
)


@group.callback()
def recommend() -> None:
    """When to focus next, and what to read now, with the reason."""


@group.command("focus")
def focus(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say when focus is likely next, and why; or why nothing can be said."""
    advice, rule = _advised(profile_of(context, profile), block=True)
    if as_json:
        told = advice_to_json(advice)
        block = told["block"]
        if block is not None:
            block |= {"start": iso_utc(block["start_ms"]), "end": iso_utc(block["end_ms"])}
        say_json({"block": block, "no_block": told["no_block"], "notices": told["notices"]})
        return
    if advice.block is not None:
        say(block_line(advice.block, rule, advice.made_ms))
        _say_why(advice.block.offer.id, first_reason(advice.block.why))
    elif advice.no_block is not None:
        say(NOTHING[advice.no_block])
    _say_notices(advice, anything=advice.block is not None)


@group.command("documents")
def documents(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Name documents for this moment, the best first, and why; or why none can be named."""
    advice, _ = _advised(profile_of(context, profile), block=False)
    if as_json:
        told = advice_to_json(advice)
        picks = [{**one, "path": path_text(one["path"])} for one in told["documents"]]
        say_json({"documents": picks, "no_documents": told["no_documents"], "notices": told["notices"]})
        return
    for pick in advice.documents:
        say(plain(f"{pick.offer.id}  {shortened(path_text(pick.title or pick.path), _TITLE)}"))
        say(plain(f"    {path_text(pick.path)}"))
        if reason := first_reason(pick.why):
            say(f"    {reason}")
    if advice.no_documents is not None:
        say(NOTHING[advice.no_documents])
    elif not advice.documents:
        say("Nothing speaks for any document now.")
    if advice.documents:
        say("Answer with: kairos feedback NUMBER opened, not-now, wrong or less")
    _say_notices(advice, anything=bool(advice.documents))


def _advised(paths: ProfilePaths, *, block: bool) -> tuple[Advice, DayRule]:
    """Return what is advised now; what is about to be shown of it is noted as shown."""
    with opened(paths) as engine:
        advice = engine.mind.advice()
        seen = [advice.block.offer.id] if block and advice.block is not None else []
        seen += [] if block else [pick.offer.id for pick in advice.documents]
        engine.mind.shown([number for number in seen if number])
        return advice, engine.history.rule()


def _say_why(number: int, reason: str) -> None:
    if reason:
        say(f"    {reason}")
    if number:
        say(f"    More: kairos mind explain {number}; answer: kairos feedback {number} accepted, not-now or wrong")


def _say_notices(advice: Advice, *, anything: bool) -> None:
    """Say how it was made; where nothing is recommended there is nothing that rests on rules."""
    for line in notice_lines(one for one in advice.notices if anything or one is not Notice.BASELINE):
        say(line)
