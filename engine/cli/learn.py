"""`kairos learn`: skills, how well they are known, what they are learned with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli import learn_cards, learn_weeks
from engine.cli.goal_words import minutes_of
from engine.cli.learn_words import (
    item_json,
    item_line,
    minutes_words,
    need_json,
    need_line,
    skill_json,
    standing_json,
    standing_line,
)
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.errors import UsageError
from engine.domain.learning import MOST_WEIGHT, ItemKind, LearningItem, Skill
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from engine.api import Engine

group = typer.Typer(help="Skills, recall by cards, and a week's minutes.", no_args_is_help=True, rich_markup_mode=None)

_FIRST_ITEM_MINUTES = 60
Name = Annotated[str, typer.Argument(metavar="SKILL", help="Its name or number.")]
Weight = Annotated[
    int | None, typer.Option("--weight", min=1, max=MOST_WEIGHT, help="How much it matters, 1 to 5; 3 at first.")
]
Limit = Annotated[
    str | None, typer.Option("--at-most", metavar="LENGTH", help="No more of a week: 2h, 90m; 0 for no limit.")
]


@group.callback()
def learn() -> None:
    """Skills, recall by cards made of your own notes, and the minutes of a week that are worth most."""


@group.command("skills")
def skills(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say how every skill stands, and what you read and search for that no skill covers."""
    with opened(profile_of(context, profile)) as engine:
        found, needs = engine.learning.skills.standings(), engine.learning.skills.needs()
    if as_json:
        told = [need_json(one) for one in needs]
        say_json({"skills": [standing_json(one) for one in found], "needs": told})
        return
    if not found:
        say("There are no skills yet. Begin with: kairos learn add “Statistics”")
    for one in found:
        say(plain(standing_line(one)))
    for need in needs:
        say(plain(need_line(need)))


@group.command("add")
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What you want to learn.")],
    weight: Weight = None,
    limit: Limit = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Add a skill."""
    with opened(profile_of(context, profile)) as engine:
        stored = engine.learning.skills.add(_said(Skill(name), weight, limit))
    _tell("Added", stored, as_json=as_json)


@group.command("change")
def change(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    skill: Name,
    name: Annotated[str | None, typer.Option("--name", help="What it is called from now on.")] = None,
    weight: Weight = None,
    limit: Limit = None,
    active: Annotated[bool | None, typer.Option("--active/--rests", help="Whether it gets time at all.")] = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Change what is named of a skill; the rest stays."""
    with opened(profile_of(context, profile)) as engine:
        known = _said(engine.learning.skills.find(skill), weight, limit)
        named = known if name is None else replace(known, name=name)
        stored = engine.learning.skills.change(named if active is None else replace(named, active=active))
    _tell("Changed", stored, as_json=as_json)


@group.command("remove")
def remove(context: typer.Context, skill: Name, profile: ProfileOption = None) -> None:
    """Remove a skill with its levels, items, cards and weeks."""
    with opened(profile_of(context, profile)) as engine:
        gone = engine.learning.skills.find(skill)
        engine.learning.skills.remove(gone.id)
    say(plain(f"Removed: {gone.name}"))


@group.command("level")
def level(
    context: typer.Context,
    skill: Name,
    value: Annotated[float, typer.Argument(metavar="LEVEL", help="0 (nothing yet) to 10.")],
    profile: ProfileOption = None,
) -> None:
    """Say how well you know a skill; once a week tells what the week gave."""
    with opened(profile_of(context, profile)) as engine:
        known = engine.learning.skills.find(skill)
        engine.learning.skills.rate(known.id, value)
    say(plain(f"{known.name}: level {value:g} of 10"))


@group.command("items")
def items(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    skill: Annotated[str | None, typer.Option("--skill", metavar="SKILL", help="Of this skill.")] = None,
    add_title: Annotated[str | None, typer.Option("--add", metavar="TITLE", help="Add something.")] = None,
    kind: Annotated[ItemKind, typer.Option("--kind", help="What it is.")] = ItemKind.COURSE,
    minutes: Annotated[str | None, typer.Option("--takes", metavar="LENGTH", help="How long: 90m, 10h.")] = None,
    document: Annotated[str | None, typer.Option("--document", help="Add an indexed document.")] = None,
    done: Annotated[int | None, typer.Option("--done", metavar="NUMBER", help="It is done.")] = None,
    not_done: Annotated[int | None, typer.Option("--not-done", metavar="NUMBER", help="It is not done.")] = None,
    remove_item: Annotated[int | None, typer.Option("--remove", metavar="NUMBER", help="Remove it.")] = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """List what skills are learned with, or change that."""
    with opened(profile_of(context, profile)) as engine:
        kept = engine.learning.skills
        if add_title is not None or document is not None:
            kept.add_item(_item(engine, skill, add_title, kind, minutes, document))
        for number, is_done in ((done, True), (not_done, False)):
            if number is not None:
                kept.finish(number, done=is_done)
        if remove_item is not None:
            kept.remove_item(remove_item)
        names = {one.id: one.name for one in kept.all()}
        only = None if skill is None else kept.find(skill).id
        found = [one for one in kept.items() if only in {None, one.skill_id}]
    if as_json:
        say_json([item_json(one) for one in found])
        return
    if not found:
        say("Nothing to learn with yet. Add something: kairos learn items --skill SKILL --add TITLE --takes 2h")
    for one in found:
        say(plain(item_line(one, names[one.skill_id])))


group.command("cards")(learn_cards.cards)
group.command("review")(learn_cards.review)
group.command("plan")(learn_weeks.plan)
group.command("accept")(learn_weeks.accept)
group.command("undo")(learn_weeks.undo)
group.command("effect")(learn_weeks.effect)


def _said(skill: Skill, weight: int | None, limit: str | None) -> Skill:
    known = skill if weight is None else replace(skill, weight=weight)
    return known if limit is None else replace(known, most_minutes=minutes_of(limit))


def _item(
    engine: Engine, skill: str | None, title: str | None, kind: ItemKind, takes: str | None, document: str | None
) -> LearningItem:
    if skill is None:
        raise UsageError("Say which skill it is for: --skill NAME")
    known = engine.learning.skills.find(skill)
    minutes = _FIRST_ITEM_MINUTES if takes is None else minutes_of(takes)
    if document is None:
        return LearningItem(known.id, kind, title or "", minutes)
    found = engine.documents.find_document(document)
    called = title or found.title or found.identity.path.rsplit("/", 1)[-1]
    return LearningItem(known.id, ItemKind.DOCUMENT, called, minutes, found.id)


def _tell(verb: str, skill: Skill, *, as_json: bool) -> None:
    if as_json:
        say_json(skill_json(skill))
        return
    limit = f", at most {minutes_words(skill.most_minutes)} a week" if skill.most_minutes else ""
    say(plain(f"{verb} (number {skill.id}): {skill.name}, weight {skill.weight}{limit}"))
