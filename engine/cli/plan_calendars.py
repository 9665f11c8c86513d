"""`kairos plan import-ics`, `export-ics`, `calendars`: calendar files into the plan and back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.feedback import LARGEST
from engine.cli.moments import iso_or_none, local
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.calendars import Exported
from engine.domain.days import parse_day
from engine.domain.errors import UsageError
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.calendars import CalendarRead, CalendarSource
    from engine.domain.days import DayRule

calendars = typer.Typer(
    help="Calendars that are followed: list, refresh, remove.", invoke_without_command=True, rich_markup_mode=None
)

_BEFORE, _AFTER = timedelta(days=31), timedelta(days=366)
_SHOWN_SKIPPED = 20


def import_ics(
    context: typer.Context,
    path: Annotated[str, typer.Argument(metavar="FILE|FOLDER", help="An .ics file, or a folder of them.")],
    watch: Annotated[bool, typer.Option("--watch", help="Follow it: read it again whenever it changes.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what it would bring, and store nothing.")] = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Take the events of a calendar into the plan: once, as your own blocks, or followed, as the calendar's."""
    with opened(profile_of(context, profile)) as engine:
        if dry_run:
            source, read = None, engine.calendars.preview(path)
        else:
            source, read = engine.calendars.add(path, watched=watch)
        rule = engine.history.rule()
    if as_json:
        say_json(_read_json(read) | {"calendar": None if source is None else _source_json(source)})
        return
    say(f"{'Would bring' if dry_run else 'Brought'}: {_read_words(read)}.")
    if source is not None and source.watched:
        say(plain(_source_line(source, rule)))
    elif source is not None and (read.added or read.changed):
        say("They are your own blocks now. Take it back with: kairos plan undo")
    _say_skipped(read)


def export_ics(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The .ics file to write.")],
    first: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="First day; a month ago unless said.")
    ] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last day, included; a year ahead.")] = None,
    history: Annotated[bool, typer.Option("--history", help="Recorded time in place of the plan, private.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Blocks of followed calendars, too.")] = False,
    private: Annotated[
        bool | None, typer.Option("--private/--public", help="Mark every event as private.", show_default="public")
    ] = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Write the plan as a calendar file for other programs."""
    if history and everything:
        raise UsageError("Name --history or --all, not both.")
    what = Exported.HISTORY if history else Exported.ALL if everything else Exported.PLAN
    with opened(profile_of(context, profile)) as engine:
        start, end = _span(engine, first, last, history=history)
        number = engine.calendars.export(file.expanduser(), start, end, what=what, private=private)
    if as_json:
        say_json({"events": number, "from": start.isoformat(), "to": (end - timedelta(days=1)).isoformat()})
        return
    say(plain(f"Wrote {_counted(number, 'event')} from {start} to {end - timedelta(days=1)} to {file}."))


def _span(engine: Engine, first: str | None, last: str | None, *, history: bool) -> tuple[date, date]:
    today = engine.history.today()
    start = today - _BEFORE if first is None else parse_day(first)
    ahead = today if history else max(start, today) + _AFTER
    return start, (ahead if last is None else parse_day(last)) + timedelta(days=1)


# ---------------------------------------------------------------- calendars that are followed


@calendars.callback()
def list_calendars(context: typer.Context, as_json: JsonOption = False) -> None:
    """List the calendars that are followed, and how reading them went; or refresh, remove."""
    if context.invoked_subcommand is None:
        _list(context, None, as_json=as_json)


@calendars.command("list")
def list_command(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """List the calendars that are followed, and how reading them went."""
    _list(context, profile, as_json=as_json)


@calendars.command("refresh")
def refresh(
    context: typer.Context,
    number: Annotated[int | None, typer.Argument(help="The calendar's number; without it, all.")] = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Read calendars anew, also those whose files look as they did."""
    with opened(profile_of(context, profile)) as engine:
        found = engine.calendars.refresh(number, only_changed=False)
        names = {one.id: one.name for one in engine.calendars.all()}
    if as_json:
        say_json([{"id": one} | _read_json(read) for one, read in found.items()])
        return
    if not found:
        say(_NONE)
    for one, read in found.items():
        say(plain(f"{names.get(one, one)}: {_read_words(read)}."))
        _say_skipped(read)


@calendars.command("remove")
def remove(
    context: typer.Context,
    number: Annotated[
        int, typer.Argument(min=1, max=LARGEST, help="The calendar's number, as `kairos plan calendars` shows it.")
    ],
    profile: ProfileOption = None,
) -> None:
    """Stop following a calendar and take its blocks out of the plan; its file stays."""
    with opened(profile_of(context, profile)) as engine:
        engine.calendars.remove(number)
    say("Removed. Its file is as it was.")


_NONE = "No calendar is followed. Begin with: kairos plan import-ics FILE --watch"


def _list(context: typer.Context, profile: Path | None, *, as_json: bool) -> None:
    with opened(profile_of(context, profile)) as engine:
        found, rule = engine.calendars.all(), engine.history.rule()
    if as_json:
        say_json([_source_json(one) for one in found])
        return
    if not found:
        say(_NONE)
    for one in found:
        say(plain(_source_line(one, rule)))


def _source_line(source: CalendarSource, rule: DayRule) -> str:
    read = "never read" if source.read_ms is None else f"read {local(source.read_ms, rule):%Y-%m-%d %H:%M}"
    line = f"{source.id}  {source.name}  {_counted(source.blocks, 'block')}, {read}  {source.path}"
    return f"{line}  Trouble: {source.trouble}" if source.trouble else line


def _source_json(source: CalendarSource) -> dict[str, Any]:
    return {
        "id": source.id,
        "name": source.name,
        "path": source.path,
        "kind": source.kind.value,
        "watched": source.watched,
        "blocks": source.blocks,
        "read": iso_or_none(source.read_ms),
        "trouble": source.trouble,
    }


def _read_json(read: CalendarRead) -> dict[str, Any]:
    skipped = [{"what": one.what, "why": one.why} for one in read.skipped]
    counts = {"added": read.added, "changed": read.changed, "removed": read.removed, "unchanged": read.unchanged}
    return counts | {"skipped": skipped}


def _read_words(read: CalendarRead) -> str:
    counts = {"new": read.added, "changed": read.changed, "gone": read.removed, "as before": read.unchanged}
    told = [f"{number} {word}" for word, number in counts.items() if number]
    return ", ".join(told) or "nothing"


def _say_skipped(read: CalendarRead) -> None:
    for one in read.skipped[:_SHOWN_SKIPPED]:
        say(plain(f"Left out: {one.what}: {one.why}"))
    if len(read.skipped) > _SHOWN_SKIPPED:
        say(f"Left out, too: {len(read.skipped) - _SHOWN_SKIPPED} more; --json lists them.")


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def add_to(plan: typer.Typer) -> None:
    """Give the commands to the group `plan`."""
    plan.command("import-ics")(import_ics)
    plan.command("export-ics")(export_ics)
    plan.add_typer(calendars, name="calendars")
