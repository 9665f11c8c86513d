"""`kairos digest`: at most five documents worth reading now, each in its own sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from engine.cli.document_words import path_text
from engine.cli.moments import local
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.clock import iso_utc
from engine.domain.days import DayRule
from engine.domain.digest import Digest, DigestItem
from engine.domain.plain_text import plain, shortened

_TITLE = 80


def digest(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Name at most five unread documents worth reading now, summed up in their own sentences, and say why."""
    with opened(profile_of(context, profile)) as engine:
        found, rule = engine.digest.now(), engine.history.rule()
    if as_json:
        say_json(_json(found))
        return
    if not found.items:
        say(_nothing(found))
        return
    if found.free_minutes is not None:
        say(f"{found.free_minutes} min until the next planned time.")
    for one in found.items:
        for line in _lines(one, rule):
            say(plain(line))
    if found.held:
        say(_held(found.held))
    say("Answer with: kairos feedback NUMBER opened, not-now or less; take it back with --undo")


def _held(count: int) -> str:
    what = "1 is" if count == 1 else f"{count} are"
    how = "Take that back: kairos feedback NUMBER less --undo"
    return f"{what} left out because you wanted less of them or their like. {how}"


def _nothing(found: Digest) -> str:
    if found.held:
        return f"Nothing else is worth reading now. {_held(found.held)}"
    if found.unread:
        return "Nothing unread is close to what you read lately, or new."
    return "There is nothing unread. Documents come from folders: kairos documents add FOLDER"


def _lines(one: DigestItem, rule: DayRule) -> Iterator[str]:
    document = one.chosen.document
    too_long = ", longer than the time there is" if one.fits is False else ""
    yield f"{one.offer}  {shortened(path_text(document.title), _TITLE)} ({document.minutes} min{too_long})"
    feed = f"in the feed “{shortened(path_text(document.feed), _TITLE)}”, " if document.feed else ""
    yield f"    {feed}{path_text(document.path)}"
    for sentence in one.summary:
        yield f"    “{sentence}”"
    yield f"    {_why(one, rule)}"


def _why(one: DigestItem, rule: DayRule) -> str:
    age = f"from {local(one.chosen.document.added_ms, rule):%Y-%m-%d %H:%M}"
    if not one.chosen.near:
        return f"Why: {age}"
    shared = ", ".join(one.chosen.shared)
    return f"Why: like “{shortened(one.chosen.near, _TITLE)}”, which you read lately ({shared}); {age}"


def _json(found: Digest) -> dict[str, Any]:
    return {
        "made": iso_utc(found.made_ms),
        "free_minutes": found.free_minutes,
        "unread": found.unread,
        "held": found.held,
        "items": [
            {
                "number": one.offer,
                "title": path_text(one.chosen.document.title),
                "path": path_text(one.chosen.document.path),
                "feed": path_text(one.chosen.document.feed),
                "minutes": one.chosen.document.minutes,
                "fits": one.fits,
                "summary": list(one.summary),
                "near": one.chosen.near,
                "shared": list(one.chosen.shared),
                "score": one.chosen.score,
                "interest": one.chosen.interest,
                "novelty": one.chosen.novelty,
                "fit": one.chosen.fit,
            }
            for one in found.items
        ],
    }
