"""`kairos digest`: at most five documents worth reading now, each in its own sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from engine.cli.document_words import path_text
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.clock import MS_PER_HOUR, iso_utc
from engine.domain.digest import Digest, DigestItem
from engine.domain.plain_text import plain, shortened

_TITLE = 80
_DAY_MS = 24 * MS_PER_HOUR


def digest(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Name at most five unread documents worth reading now, summed up in their own sentences, and say why."""
    with opened(profile_of(context, profile)) as engine:
        found = engine.digest.now()
    if as_json:
        say_json(_json(found))
        return
    if not found.items:
        say(_nothing(found))
        return
    if found.free_minutes is not None:
        say(f"{found.free_minutes} min until the next planned time.")
    for one in found.items:
        for line in _lines(one, found.made_ms):
            say(plain(line))
    say("Answer with: kairos feedback NUMBER opened, not-now or less")


def _nothing(found: Digest) -> str:
    if found.unread:
        return "Nothing unread is close to what you read lately, or new."
    return "There is nothing unread. Documents come from folders: kairos documents add FOLDER"


def _lines(one: DigestItem, now_ms: int) -> Iterator[str]:
    document = one.chosen.document
    too_long = ", longer than the time there is" if one.fits is False else ""
    yield f"{one.offer}  {shortened(path_text(document.title), _TITLE)} ({document.minutes} min{too_long})"
    yield f"    {path_text(document.path)}"
    for sentence in one.summary:
        yield f"    “{sentence}”"
    yield f"    {_why(one, now_ms)}"


def _why(one: DigestItem, now_ms: int) -> str:
    days = max(0, now_ms - one.chosen.document.added_ms) // _DAY_MS
    age = "new today" if not days else f"{days} days old" if days > 1 else "a day old"
    if not one.chosen.near:
        return f"Why: {age}"
    shared = ", ".join(one.chosen.shared)
    return f"Why: like “{shortened(one.chosen.near, _TITLE)}”, which you read lately ({shared}); {age}"


def _json(found: Digest) -> dict[str, Any]:
    return {
        "made": iso_utc(found.made_ms),
        "free_minutes": found.free_minutes,
        "unread": found.unread,
        "items": [
            {
                "number": one.offer,
                "title": path_text(one.chosen.document.title),
                "path": path_text(one.chosen.document.path),
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
