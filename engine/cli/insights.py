"""`kairos insights`: topics, routines and changes found in the history, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import typer

from engine.cli.insight_words import (
    NOT_LOOKED,
    change_lines,
    habit_lines,
    header,
    shape_lines,
    topic_lines,
)
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.clock import iso_utc
from engine.domain.findings_json import to_json

if TYPE_CHECKING:
    from pathlib import Path

    from engine.domain.app_names import AppNames
    from engine.domain.days import DayRule
    from engine.domain.findings import Findings

group = typer.Typer(
    help="What was found in your history, on this computer: topics, routines, changes.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@group.callback()
def insights() -> None:
    """What was found in your history, on this computer: topics, routines, changes."""


@group.command("refresh")
def refresh(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Look through your whole history now; it happens by itself after each night's training. Takes seconds."""
    with opened(profile_of(context, profile)) as engine:
        engine.insights.refresh()
        found, rule = engine.insights.found(), engine.history.rule()
    if as_json:
        say_json(_whole(found))
        return
    say(NOT_LOOKED if found is None else header(found, rule))


@group.command("topics")
def topics(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say what titles and documents were about, by their own words, and how that moved over the months."""
    found, rule, _names = _found(context, profile)
    told = None if found is None else found.topics
    if as_json:
        whole = _whole(found)
        if told is not None:
            whole |= {"method": told.method, "npmi": told.npmi, "stability": told.stability, "texts": told.texts}
        say_json({**whole, "topics": [to_json(one) for one in (told.topics if told else ())]})
        return
    _say(found, rule, topic_lines)


@group.command("routines")
def routines(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say which kinds of day there are, and what meets or comes first more often than chance lets expect."""
    found, rule, names = _found(context, profile)
    if as_json:
        shapes = None if found is None else found.shapes
        clear = {} if shapes is None else {
            "method": shapes.method, "silhouette": shapes.silhouette, "by_chance": shapes.chance,
            "outside": shapes.outside,
        }  # fmt: skip
        habits = [
            {**to_json(one), "support": one.support, "confidence": one.confidence, "lift": one.lift}
            for one in (found.habits if found else ())
        ]
        kinds = [to_json(one) for one in (shapes.shapes if shapes else ())]
        say_json({**_whole(found), **clear, "day_shapes": kinds, "habits": habits})
        return
    _say(found, rule, lambda told: [*shape_lines(told), *habit_lines(told, names.name)])


@group.command("changes")
def changes(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say which measures of your days are others since when, before and after, and how sure that is."""
    found, rule, _names = _found(context, profile)
    if as_json:
        say_json({**_whole(found), "changes": [to_json(one) for one in (found.changes if found else ())]})
        return
    _say(found, rule, change_lines)


def _found(context: typer.Context, profile: Path | None) -> tuple[Findings | None, DayRule, AppNames]:
    """Return what was found, how days are cut and what apps are called; where nothing was looked for yet, it is now."""
    with opened(profile_of(context, profile)) as engine:
        found = engine.insights.found()
        if found is None:
            engine.insights.refresh()
            found = engine.insights.found()
        return found, engine.history.rule(), engine.app_names.names()


def _say(found: Findings | None, rule: DayRule, lines: Any) -> None:
    if found is None:
        say(NOT_LOOKED)
        return
    say(header(found, rule))
    told: Iterable[str] = lines(found)
    for line in told:
        say(line)


def _whole(found: Findings | None) -> dict[str, Any]:
    if found is None:
        return {"looked": False}
    return {
        "looked": True,
        "made": iso_utc(found.made_ms),
        "from": iso_utc(found.from_ms),
        "to": iso_utc(found.to_ms),
        "days": found.days,
    }
