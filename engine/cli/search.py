"""`kairos search`: when something was in front, by any word of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.moments import local
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import fitted, length, say, say_json
from engine.domain.clock import iso_utc

if TYPE_CHECKING:
    from engine.domain.days import DayRule
    from engine.domain.found import Found

_APP_CELLS, _TITLE_CELLS, _LENGTH_CELLS = 20, 80, 11


def search(
    context: typer.Context,
    words: Annotated[str, typer.Argument(metavar="TEXT", help="Part of a title, an app, a site or a document.")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=1_000, help="How many, the newest first.")] = 50,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find when something was in front; what you said in corrections is found too."""
    with opened(profile_of(context, profile)) as engine:
        found, rule = engine.search.titles(words, limit), engine.history.rule()
    if as_json:
        say_json([_as_json(one) for one in found])
        return
    for one in found:
        say(_line(one, rule).rstrip())
    if not found:
        say("Nothing was found.")


def _line(one: Found, rule: DayRule) -> str:
    lasted = f"{length(one.interval.length_ms):>{_LENGTH_CELLS}}"
    start = f"{local(one.interval.start_ms, rule):%Y-%m-%d %H:%M}"
    return f"{start} {lasted}  {fitted(one.app, _APP_CELLS)}  {fitted(one.title, _TITLE_CELLS)}"


def _as_json(one: Found) -> dict[str, Any]:
    return {
        "start": iso_utc(one.interval.start_ms),
        "end": iso_utc(one.interval.end_ms),
        "app": one.app,
        "title": one.title,
        "site": one.site,
        "document": one.document,
        "zone": one.zone,
        "source": one.source,
        "by_person": one.by_person,
    }
