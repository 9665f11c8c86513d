"""`kairos export`: the recorded history for other programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from engine.cli.moments import parse_from, parse_to
from engine.cli.options import ProfileOption, opened, profile_of
from engine.domain.clock import iso_utc
from engine.domain.errors import ExportError, UsageError
from engine.domain.whole_file import whole_file

if TYPE_CHECKING:
    from engine.domain.activity import Activity
    from engine.domain.days import DayRule

group = typer.Typer(help="Write the recorded history for other programs.", no_args_is_help=True, rich_markup_mode=None)


_STDOUT = Path("-")


class Format(StrEnum):
    """How an export is written."""

    JSON = "json"


@group.callback()
def export() -> None:
    """Write the recorded history for other programs."""


@group.command("events")
def events(
    context: typer.Context,
    form: Annotated[Format, typer.Option("--format", help="How it is written.")] = Format.JSON,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file, - for the terminal.")
    ] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DAY", help="First day, or a moment.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last day, included, or a moment.")] = None,
    profile: ProfileOption = None,
) -> None:
    """Write every recorded activity as it is stored; one that reaches over the first or last moment comes whole."""
    del form  # there is one so far
    with opened(profile_of(context, profile)) as engine:
        start_ms, end_ms = _span(first, last, engine.history.rule())
        with _target(output) as file:
            for line in lines(engine.history.events(start_ms, end_ms)):
                file.write(line)


def _span(first: str | None, last: str | None, rule: DayRule) -> tuple[int | None, int | None]:
    start_ms = None if first is None else parse_from(first, rule)
    end_ms = None if last is None else parse_to(last, rule)
    if start_ms is not None and end_ms is not None and end_ms <= start_ms:
        raise UsageError(f"--to {last} is before --from {first}.")
    return start_ms, end_ms


def lines(activities: Iterable[Activity]) -> Iterator[bytes]:
    """Yield a JSON array in UTF-8, one activity a line, whatever its length."""
    between = b"[\n"
    for activity in activities:
        yield between + json.dumps(event_as_json(activity), ensure_ascii=False).encode("utf-8", "replace")
        between = b",\n"
    yield b"[]\n" if between == b"[\n" else b"\n]\n"


def event_as_json(activity: Activity) -> dict[str, str]:
    """Return one activity as texts; start and end are ISO 8601 UTC with milliseconds."""
    what = activity.what
    return {
        "start": iso_utc(activity.start_ms),
        "end": iso_utc(activity.end_ms),
        "app": what.app,
        "title": what.title,
        "platform": what.platform,
        "zone": activity.zone,
        "presence": what.presence.value,
        "withheld": what.withheld.value,
        "executable": what.executable,
        "source": activity.source,
    }


@contextmanager
def _target(output: Path | None) -> Iterator[BinaryIO]:
    """Give where to write: standard output, or a file that appears whole or not at all."""
    if output is None or output == _STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with whole_file(output) as file:
            yield file
    except OSError as cause:
        raise ExportError(
            f"{output} cannot be written: {cause.strerror or cause}. Choose another place with -o."
        ) from cause
