"""`kairos documents used` and `correct`: which documents were in front and for how long, and putting that right."""

from __future__ import annotations

from datetime import timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.document_words import path_text
from engine.cli.moments import local
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import fitted, length, percent, say, say_json
from engine.domain.clock import MS_PER_MINUTE, iso_utc
from engine.domain.days import day_start_ms, parse_day
from engine.domain.errors import UsageError
from engine.domain.periods import Period
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.days import DayRule
    from engine.domain.document_use import UseCorrected
    from engine.domain.documents import DocumentUse

_NONE, _AUTO = "none", "auto"
_NAME_CELLS, _LENGTH_CELLS = 44, 11

DayOption = Annotated[bool, typer.Option("--day", help="The whole day around --date (the default).")]
WeekOption = Annotated[bool, typer.Option("--week", help="The whole week around --date.")]
MonthOption = Annotated[bool, typer.Option("--month", help="The whole month around --date.")]
AroundOption = Annotated[str | None, typer.Option("--date", metavar="DAY", help="Another day than today.")]
FirstOption = Annotated[str | None, typer.Option("--from", metavar="DAY", help="First day.")]
LastOption = Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last day, included.")]


def used(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    first: FirstOption = None,
    last: LastOption = None,
    day: DayOption = False,
    week: WeekOption = False,
    month: MonthOption = False,
    around: AroundOption = None,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show which indexed documents were in front, for how long, and how sure that is; today, unless days are named."""
    periods = [period for period, asked in ((Period.DAY, day), (Period.WEEK, week), (Period.MONTH, month)) if asked]
    if len(periods) > 1:
        raise UsageError("Ask for one of --day, --week and --month.")
    if (first or last) and (periods or around):
        raise UsageError("Ask for --from and --to, or for --day, --week or --month, not for both.")
    with opened(profile_of(context, profile)) as engine:
        span = _named(engine, first, last) if first or last else _around(engine, periods, around)
        engine.document_use.match()
        found, rule = engine.document_use.used(*span), engine.history.rule()
    if as_json:
        say_json([use_as_json(one) for one in found])
        return
    for one in found:
        say(_line(one, rule))
    if not found:
        say("No indexed document was in front then.")


def correct(
    context: typer.Context,
    at: Annotated[str, typer.Option("--at", metavar="TIME", help="2026-11-21 14:05, or 14:05 of today, local time.")],
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="Its path, number or name; none for none; auto to take it back.")
    ],
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say which document was in front at a time; it holds for everything of the same program, title and file."""
    with opened(profile_of(context, profile)) as engine:
        uses, at_ms = engine.document_use, engine.corrections.moment(at)
        uses.match()
        if document == _AUTO:
            done = uses.take_back(at_ms)
        else:
            done = uses.correct(at_ms, None if document == _NONE else engine.documents.find_document(document).id)
    if as_json:
        say_json(_corrected_as_json(done))
        return
    shown = "no document" if done.document is None else f"“{plain(done.document.identity.path)}”"
    say(f"“{plain(done.what.title)}” in {plain(done.what.app) or '(no window)'} shows {shown}.")


def use_as_json(use: DocumentUse) -> dict[str, Any]:
    """Return a document's use as plain values; moments as ISO 8601 in UTC, what a path cannot say in UTF-8 as "?"."""
    return {
        "document": use.document.id,
        "path": path_text(use.document.identity.path),
        "title": use.document.title,
        "active_ms": use.active_ms,
        "minutes": round(use.active_ms / MS_PER_MINUTE, 2),
        "first": iso_utc(use.first_ms),
        "last": iso_utc(use.last_ms),
        "confidence": round(use.confidence, 2),
    }


def _corrected_as_json(done: UseCorrected) -> dict[str, Any]:
    return {
        "app": done.what.app,
        "title": done.what.title,
        "document": None if done.document is None else done.document.id,
        "path": None if done.document is None else path_text(done.document.identity.path),
        "said_by": None if done.said_by is None else done.said_by.value,
    }


def _line(use: DocumentUse, rule: DayRule) -> str:
    path = PurePath(path_text(use.document.identity.path))
    first, last = local(use.first_ms, rule), local(use.last_ms, rule)
    span = (
        f"{first:%Y-%m-%d %H:%M} to {last:%H:%M}" if first.date() == last.date() else f"{first:%F %R} to {last:%F %R}"
    )
    lasted = f"{length(use.active_ms):>{_LENGTH_CELLS}}"
    return f"{fitted(path.name, _NAME_CELLS)} {lasted} {percent(use.confidence):>6}  {span}  {plain(str(path.parent))}"


def _named(engine: Engine, first: str | None, last: str | None) -> tuple[int, int]:
    rule = engine.history.rule()
    end = engine.history.today() if last is None else parse_day(last)
    start = end if first is None else parse_day(first)
    if end < start:
        raise UsageError(f"--to {end.isoformat()} is before --from {start.isoformat()}.")
    return day_start_ms(start, rule), day_start_ms(end + timedelta(days=1), rule)


def _around(engine: Engine, periods: list[Period], around: str | None) -> tuple[int, int]:
    day = None if around is None else parse_day(around)
    start, end = engine.reports.period(periods[0] if periods else Period.DAY, day)
    rule = engine.history.rule()
    return day_start_ms(start, rule), day_start_ms(end, rule)
