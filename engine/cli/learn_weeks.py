"""`kairos learn plan`, `accept`, `undo` and `effect`: a week's minutes, and what came of those before."""

from __future__ import annotations

from typing import Annotated

import typer

from engine.cli.goal_words import minutes_of
from engine.cli.learn_words import effect_lines, plan_json, plan_lines, week_json
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.plan_words import occurrence_json, told
from engine.cli.terminal import say, say_json
from engine.domain.blocks import Occurrence
from engine.domain.plain_text import plain

Limit = Annotated[
    str | None, typer.Option("--minutes", metavar="LENGTH", help="Divide so much anew: 3h, 150m; else as last week.")
]
Unplaced = Annotated[bool, typer.Option("--unplaced", help="Look for no places; they come with: kairos plan suggest")]


def plan(
    context: typer.Context, minutes: Limit = None, as_json: JsonOption = False, profile: ProfileOption = None
) -> None:
    """Say how this week's minutes are divided, and why; nothing is planned by it."""
    with opened(profile_of(context, profile)) as engine:
        found = engine.learning.weeks.plan(None if minutes is None else minutes_of(minutes))
    if as_json:
        say_json(plan_json(found))
        return
    if not found.shares:
        say("There are no skills to plan for. Begin with: kairos learn add “Statistics”")
        return
    for line in plan_lines(found):
        say(plain(line))


def accept(
    context: typer.Context,
    minutes: Limit = None,
    unplaced: Unplaced = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Have this week's minutes wanted in the plan, and give them their places in the week ahead."""
    with opened(profile_of(context, profile)) as engine:
        weeks, rule = engine.learning.weeks, engine.history.rule()
        accepted = weeks.accept(weeks.plan(None if minutes is None else minutes_of(minutes)))
        blocks = [] if unplaced else weeks.place([one.key for one in weeks.propose()])
    placed = [Occurrence(one.interval, one, one.interval.start_ms) for one in blocks]
    if as_json:
        say_json({**plan_json(accepted), "placed": [occurrence_json(one, rule) for one in placed]})
        return
    for line in plan_lines(accepted):
        say(plain(line))
    for one in placed:
        say(plain(f"Planned (number {one.block.id}): {told(one, rule)}"))


def undo(context: typer.Context, profile: ProfileOption = None) -> None:
    """Take this week's plan back, with its places ahead."""
    with opened(profile_of(context, profile)) as engine:
        done = engine.learning.weeks.take_back()
    say("This week's learning is taken back." if done else "Nothing was accepted this week.")


def effect(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say what the weeks before foretold and what came of them."""
    with opened(profile_of(context, profile)) as engine:
        found = engine.learning.weeks.effect()
    if as_json:
        say_json([week_json(one, name) for one, name in found.weeks])
        return
    if not found.weeks:
        say("No week of learning is over yet. Accept one with: kairos learn accept")
    for line in effect_lines(found):
        say(plain(line))
