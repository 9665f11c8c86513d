"""`kairos ask`: a question about one's own time, in English or Chinese, answered with what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import fitted, percent, say, say_json
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.answers import Answer

_LABEL_CELLS = 44


def ask(
    context: typer.Context,
    question: Annotated[
        str, typer.Argument(metavar="[QUESTION]", help="What you want to know, in quotes; without one, what was said.")
    ] = "",
    session: Annotated[
        str, typer.Option("--session", metavar="S", help="A dialogue: questions go on from those before.")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Plan what the answer proposes.")] = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Answer from what was recorded, or say why not; every number tells its period and filter."""
    from engine.domain.answer_json import answer_to_json  # noqa: PLC0415  (help does not need it)
    from engine.domain.answers import Outcome  # noqa: PLC0415

    with opened(profile_of(context, profile)) as engine:
        if not question.strip() and session:
            _show_again(engine, session, as_json=as_json)
            return
        answer = engine.assistant.ask(question, session)
        done = engine.assistant.carry_out(answer.proposed, question) if yes and answer.proposed else None
        if as_json:
            say_json(answer_to_json(done or answer))
        else:
            _show(engine, done or answer)
            if answer.outcome is Outcome.ASKED_BACK and not answer.choices and not session:
                say('Questions go on from those before in a dialogue: kairos ask --session NAME "..."')


def _show_again(engine: Engine, session: str, *, as_json: bool) -> None:
    """Show what was asked and answered in a dialogue, with what each answer rests on."""
    from engine.domain.answer_json import answer_to_json  # noqa: PLC0415

    turns = engine.assistant.history(session)
    if as_json:
        say_json([{"question": question, **answer_to_json(answer)} for question, answer in turns])
        return
    for question, answer in turns:
        say(f"> {plain(question)}")
        _show(engine, answer)
    if not turns:
        say("Nothing was asked there yet.")


def _show(engine: Engine, answer: Answer) -> None:
    say(plain(answer.text))
    numbers = engine.assistant.figures(answer.rows, "zh" if any(one >= "\u4e00" for one in answer.text) else "en")
    for row, number in zip(answer.rows, numbers, strict=True):
        say(f"  {fitted(row.label, _LABEL_CELLS)} {number}")
    for quote in answer.quotes:
        page = f", {quote.page}" if quote.page is not None else ""
        share = f" {percent(quote.share)}" if quote.share is not None else ""
        say(f"  “{plain(quote.text)}”{share}")
        say(f"    {plain(quote.title)} ({plain(quote.path)}{page})")
    for place, choice in enumerate(answer.choices, start=1):
        meant = "" if choice.label == choice.question else f": {plain(choice.question)}"
        say(f"  {place}  {plain(choice.label)}{meant}")
    if answer.basis:
        say(f"[{plain(answer.basis)}]")
    if not answer.choices:
        for example in answer.examples:
            say(f"  {example}")
