"""`kairos learn cards` and `review`: cards made of your own notes, and asking them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.learn_words import card_json, due_words
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.errors import UsageError
from engine.domain.learning import CardDraft
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.api import Engine

_ALL = "all"
SkillOption = Annotated[str | None, typer.Option("--skill", metavar="SKILL", help="Of or for this skill.")]


def cards(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    skill: SkillOption = None,
    document: Annotated[str | None, typer.Option("--from", metavar="DOCUMENT", help="What a note offers.")] = None,
    keep: Annotated[
        str | None, typer.Option("--keep", metavar="NUMBERS", help="Make cards of these of it: 1,3-5 or all.")
    ] = None,
    ask: Annotated[str | None, typer.Option("--ask", metavar="QUESTION", help="Or one of your own.")] = None,
    answer: Annotated[str | None, typer.Option("--answer", help="And its answer.")] = None,
    remove: Annotated[int | None, typer.Option("--remove", metavar="NUMBER", help="Remove a card.")] = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """List the cards, look at what a note offers, or make cards of it; none is made unconfirmed."""
    with opened(profile_of(context, profile)) as engine:
        if document is not None and keep is None:
            _offer(engine.learning.cards.drafts(engine.documents.find_document(document).id), as_json=as_json)
            return
        if document is not None or ask is not None:
            engine.learning.cards.add(_skill(engine, skill), _drafts(engine, document, keep or "", ask, answer))
        if remove is not None:
            engine.learning.cards.remove(remove)
        only = None if skill is None else engine.learning.skills.find(skill).id
        found = [one for one in engine.learning.cards.all() if only in {None, one.skill_id}]
        rule = engine.history.rule()
    if as_json:
        say_json([card_json(one) for one in found])
        return
    if not found:
        say("There are no cards yet. See what a note offers: kairos learn cards --from DOCUMENT")
    for one in found:
        say(plain(f"{one.id:4}  {one.front} – asked {due_words(one, rule)}"))


def review(
    context: typer.Context,
    number: Annotated[int | None, typer.Argument(metavar="CARD", help="Show its answer.")] = None,
    rate: Annotated[
        int | None, typer.Option("--rate", min=1, max=4, help="1 forgotten, 2 hard, 3 good, 4 easy.")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last rating back.")] = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Ask the next card that is due; with its number show the answer, with --rate say how it went."""
    with opened(profile_of(context, profile)) as engine:
        kept, rule = engine.learning.cards, engine.history.rule()
        if undo:
            back = kept.undo_review()
            told = "Nothing was rated yet." if back is None else f"Taken back; asked again: {back.front}"
            say_json(None if back is None else card_json(back)) if as_json else say(plain(told))
            return
        if number is not None and rate is not None:
            card = kept.review(number, rate)
            say_json(card_json(card)) if as_json else say(plain(f"Asked again {due_words(card, rule)}."))
            return
        if rate is not None:
            raise UsageError("Name the card to rate: kairos learn review CARD --rate 3")
        due = kept.due() if number is None else [kept.get(number)]
    if as_json:
        say_json([card_json(one) for one in due])
    elif number is not None:
        say(plain(f"{due[0].back}"))
        say(f"How did it go? kairos learn review {number} --rate 1 (forgotten) to 4 (easy)")
    elif not due:
        say("No card is due.")
    else:
        say(plain(due[0].front))
        say(f"Card {due[0].id}, {len(due)} due. Its answer: kairos learn review {due[0].id}")


def _skill(engine: Engine, name: str | None) -> int:
    if name is None:
        raise UsageError("Say which skill the cards are for: --skill NAME")
    return engine.learning.skills.find(name).id


def _drafts(
    engine: Engine, document: str | None, keep: str, ask: str | None, answer: str | None
) -> Sequence[CardDraft]:
    if document is None:
        return [CardDraft(ask or "", answer or "")]
    offered = engine.learning.cards.drafts(engine.documents.find_document(document).id)
    wanted = range(1, len(offered) + 1) if keep == _ALL else _numbers(keep)
    chosen = [number for number in wanted if 1 <= number <= len(offered)]
    if not chosen:
        raise UsageError("None of these is offered. See: kairos learn cards --from DOCUMENT")
    return [offered[number - 1] for number in chosen]


def _numbers(text: str) -> list[int]:
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.strip().partition("-")
        if not first.isdecimal() or (last and not last.isdecimal()) or max(len(first), len(last)) > 4:  # noqa: PLR2004
            raise UsageError(f"“{part.strip()}” is no number. Write them as 1,3-5, or all.")
        found += range(int(first), int(last or first) + 1)
    return found


def _offer(drafts: Sequence[CardDraft], *, as_json: bool) -> None:
    if as_json:
        say_json([{"front": one.front, "back": one.back} for one in drafts])
        return
    if not drafts:
        say("Nothing in it looks like a card: write “Q: … A: …”, “term: definition”, or headings with a sentence.")
    for number, one in enumerate(drafts, 1):
        say(plain(f"{number:4}  {one.front} → {one.back}"))
    if drafts:
        say("Make cards with: kairos learn cards --from DOCUMENT --keep 1,3-5 --skill SKILL, or --keep all")
