"""`kairos letter`: what a week went to, what stands out, and one thing to try."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.letter_words import basis_json, basis_lines, letter_json, letter_lines, list_line
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.app_names import AppNames, tidy_name
from engine.domain.days import parse_day
from engine.domain.errors import UsageError
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from engine.api import Engine
    from engine.domain.letters import StoredLetter

_LONGEST = 400

WeekOption = Annotated[
    str | None, typer.Option("--week", metavar="DATE", help="The week around that day; the last whole one without.")
]

group = typer.Typer(help="The weekly letter: what a week went to, and one thing to try.", rich_markup_mode=None)


@group.callback(invoke_without_command=True)
def letter(context: typer.Context, week: WeekOption = None, as_json: JsonOption = False) -> None:
    """Show the letter of a week, of the last whole one without a date."""
    if context.invoked_subcommand is not None:
        return
    with opened(profile_of(context)) as engine:
        stored = engine.letters.of(_day(week))
        engine.letters.shown(stored.letter.start)
        names = engine.app_names.names() if stored.letter.habits else AppNames()
    _tell(stored, as_json=as_json, name=names.name)


@group.command("list")
def list_letters(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """List the letters, the latest first."""
    with opened(profile_of(context, profile)) as engine:
        found = engine.letters.all()
    if as_json:
        say_json([letter_json(one) for one in found])
        return
    if not found:
        say("There are no letters yet. The first comes when a week is over; or ask for it: kairos letter")
    for one in found:
        say(plain(list_line(one))[:_LONGEST])


@group.command("accept")
def accept(
    context: typer.Context, week: WeekOption = None, as_json: JsonOption = False, profile: ProfileOption = None
) -> None:
    """Have the suggestion of a letter take effect: as flexible blocks, a goal or a notification."""
    with opened(profile_of(context, profile)) as engine:
        stored = engine.letters.accept(_week(engine, week))
    _tell(stored, as_json=as_json, short=True)


@group.command("refuse")
def refuse(
    context: typer.Context, week: WeekOption = None, as_json: JsonOption = False, profile: ProfileOption = None
) -> None:
    """Leave the suggestion of a letter be; its like rests for four letters."""
    with opened(profile_of(context, profile)) as engine:
        stored = engine.letters.refuse(_week(engine, week))
    _tell(stored, as_json=as_json, short=True)


@group.command("basis")
def basis(
    context: typer.Context, week: WeekOption = None, as_json: JsonOption = False, profile: ProfileOption = None
) -> None:
    """Show what was counted for the suggestion of a letter: the hours, or the long stretches, one by one."""
    with opened(profile_of(context, profile)) as engine:
        first = _week(engine, week)
        found, rule = engine.letters.basis(first), engine.history.rule()
    if as_json:
        say_json(basis_json(found))
        return
    for line in basis_lines(found, rule):
        say(line)


@group.command("stop-trying")
def stop_trying(context: typer.Context, profile: ProfileOption = None) -> None:
    """Have letters always put the same way and given at the same time of day."""
    with opened(profile_of(context, profile)) as engine:
        engine.letters.stop_trying()
    say("Wording and time of letters stay the same from now on.")


def _tell(stored: StoredLetter, *, as_json: bool, short: bool = False, name: Callable[[str], str] = tidy_name) -> None:
    if as_json:
        say_json(letter_json(stored))
    elif short:
        say(plain(list_line(stored)))
    else:
        for line in letter_lines(stored, name):
            say(plain(line))


def _day(week: str | None) -> date | None:
    return None if week is None else parse_day(week)


def _week(engine: Engine, week: str | None) -> date:
    """Return the first day of the week that is named, of the latest letter without one."""
    if week is None:
        latest = engine.letters.latest()
        if latest is None:
            raise UsageError("There are no letters yet. Ask for one with: kairos letter")
        return latest.letter.start
    day = parse_day(week)
    start = engine.goals.week_start()
    return day - timedelta(days=(day.weekday() - start) % 7)
