"""`kairos import`, `imports`, `import-undo`: history that other programs recorded."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.moments import iso_or_none, local
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import fitted, length, say, say_json
from engine.domain.clock import iso_utc
from engine.domain.days import DayRule
from engine.domain.imports import DateOrder, Doubt, ForeignKind, ImportPreview, ImportRequest
from engine.domain.plain_text import plain
from engine.domain.presence import Presence

if TYPE_CHECKING:
    from engine.domain.imports import Finding, ImportBatch

_AUTO = "auto"
Kind = StrEnum("Kind", {_AUTO.upper(): _AUTO, **{kind.name: kind.value for kind in ForeignKind}})  # type: ignore[misc]
_SHOWN_APPS = 5
_WORDS = {
    Doubt.ZONE_ASSUMED: "The file names no time zone; {first} is assumed (--zone says another)",
    Doubt.TIME_TWICE: "Times that occur twice as clocks went back, the first counts: {count}{where}",
    Doubt.TIME_NEVER: "Times that never were as clocks went forward, moved: {count}{where}",
    Doubt.TOO_LONG: "Longer than 24 hours, cut there and worth a look: {count}{where}",
    Doubt.BACKWARDS: "Ending before they begin, left out: {count}{where}",
    Doubt.OUT_OF_RANGE: "Before 1990 or after 2100, left out: {count}{where}",
    Doubt.UNREADABLE: "Entries that cannot be read, left out: {count}{where}",
    Doubt.UNFINISHED: "Entries without an end, left out: {count}{where}",
    Doubt.OVERLAP: "Entries on time that is told already, the first one keeps it: {count}{where}",
    Doubt.OTHER_ENCODING: "Lines that are not UTF-8, read as Windows-1252: {count}{where}",
    Doubt.POSITION_UNKNOWN: "Totals, of which is not known when within their hour or day they were: {count}",
    Doubt.OVERFULL: "Totals that exceed their hour or day, the rest left out: {count}{where}",
    Doubt.NO_PRESENCE: "Nothing says when you were away; all of it counts as active{where}",
    Doubt.UNKNOWN_PRESENCE: "Windows left out in part, as nothing says whether you were there: {count}",
    Doubt.LEFT_OUT: "Parts of the file that hold nothing recorded here: {count}{where}",
    Doubt.GAPS_FILLED: "Gaps of up to {first} between signs of life, counted as worked: {count}",
    Doubt.IN_USE: "The database is in use: its newest entries may be missing",
}


def run_import(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    kind: Annotated[Kind, typer.Argument(help="Which program wrote the file; auto finds out.")],
    file: Annotated[Path, typer.Argument(help="The file it exported.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be imported, and store nothing.")] = False,
    zone: Annotated[str | None, typer.Option("--zone", metavar="NAME", help="Its time zone (Europe/Berlin).")] = None,
    date_order: Annotated[DateOrder | None, typer.Option("--date-order", help="How it writes dates.")] = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Take in what another program recorded, whole or not at all; what is there already is not added again."""
    wanted = None if kind == _AUTO else ForeignKind(kind.value)
    request = ImportRequest(file, wanted, zone, date_order)
    with opened(profile_of(context, profile)) as engine:
        if dry_run:
            preview, batch, added = engine.imports.preview(request), None, None
        else:
            outcome = engine.imports.run(request)
            preview, batch, added = outcome.preview, outcome.batch, outcome.added
        if as_json:
            say_json(preview_as_json(preview) | {"batch": batch, "added": added})
        else:
            _tell(preview, DayRule(preview.zone))
            say(_conclusion(preview, batch, added))


def imports(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """List the imports made, the newest first."""
    with opened(profile_of(context, profile)) as engine:
        made = engine.imports.batches()
        rule = engine.history.rule()
    if as_json:
        say_json([_batch_as_json(batch) for batch in made])
    elif not made:
        say("Nothing was imported yet. Import a file with: kairos import auto FILE")
    else:
        for batch in made:
            state = "taken back" if batch.undone_ms is not None else f"activities: {batch.added}"
            when = f"{local(batch.made_ms, rule):%Y-%m-%d %H:%M}"
            say(f"{batch.id:>4}  {when}  {fitted(batch.kind, 14)}  {fitted(batch.file_name, 32)}  {state}")


def import_undo(
    context: typer.Context,
    batch: Annotated[int, typer.Argument(metavar="BATCH", help="Its number, as `kairos imports` lists it.")],
    profile: ProfileOption = None,
) -> None:
    """Take an import back whole."""
    with opened(profile_of(context, profile)) as engine:
        removed = engine.imports.undo(batch)
    say(f"Import {batch} was taken back. Activities removed: {removed}")


def _tell(preview: ImportPreview, rule: DayRule) -> None:
    say(f"{plain(preview.path.name)}: {preview.kind.value}, stretches of time: {preview.spans}")
    if preview.bounds is not None:
        first, last = local(preview.bounds.start_ms, rule), local(preview.bounds.end_ms, rule)
        say(f"from {_minute(first)} to {_minute(last)} ({plain(preview.zone)})")
    for presence, milliseconds in sorted(preview.presence_ms.items(), key=lambda one: one[0] is not Presence.ACTIVE):
        say(f"  {fitted(presence.value, 12)} {length(milliseconds)}")
        for app, length_ms in preview.apps[:_SHOWN_APPS] if presence is Presence.ACTIVE else ():
            say(f"    {fitted(app, 32)} {length(length_ms)}")
    if len(preview.streams) > 1:
        say(f"of {len(preview.streams)} streams: {plain(', '.join(preview.streams))}")
    if preview.withheld:
        say(f"Kept without a name, as private or excluded by you: {preview.withheld}")
    for finding in preview.findings:
        say(f"- {sentence(finding)}")


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _conclusion(preview: ImportPreview, batch: int | None, added: int | None) -> str:
    if added is None:
        before = " This very file was imported before." if preview.already else ""
        return f"Nothing was stored: this was a dry run.{before}"
    if batch is None:
        return "Everything in it was there already; nothing was added."
    there = preview.spans - added
    before = f", there already: {there}" if there > 0 else ""
    return f"Import {batch}. Activities added: {added}{before}. To take it back: kairos import-undo {batch}"


def sentence(finding: Finding) -> str:
    """Return what was doubtful, in words."""
    where = f" (first: {plain(finding.first)})" if finding.first else ""
    return _WORDS[finding.doubt].format(count=finding.count, first=plain(finding.first), where=where)


def preview_as_json(preview: ImportPreview) -> dict[str, object]:
    """Return a preview for other programs; times in ISO 8601 UTC, lengths in milliseconds."""
    bounds = preview.bounds
    return {
        "kind": preview.kind.value,
        "file": str(preview.path),
        "zone": preview.zone,
        "zone_assumed": preview.zone_assumed,
        "stretches": preview.spans,
        "start": iso_or_none(None if bounds is None else bounds.start_ms),
        "end": iso_or_none(None if bounds is None else bounds.end_ms),
        "presence_ms": {presence.value: preview.presence_ms.get(presence, 0) for presence in Presence},
        "apps": [{"app": app, "ms": milliseconds} for app, milliseconds in preview.apps],
        "streams": list(preview.streams),
        "withheld": preview.withheld,
        "findings": [
            {"doubt": finding.doubt.value, "count": finding.count, "first": finding.first}
            for finding in preview.findings
        ],
        "already_imported": preview.already,
    }


def _batch_as_json(batch: ImportBatch) -> dict[str, object]:
    return {
        "batch": batch.id,
        "kind": batch.kind,
        "file": batch.file_name,
        "zone": batch.zone,
        "made": iso_utc(batch.made_ms),
        "added": batch.added,
        "undone": iso_or_none(batch.undone_ms),
    }
