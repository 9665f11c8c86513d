"""Recorded activities as they are stored, for other programs: JSON, CSV and Parquet, in constant memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from engine.domain.activity import KEPT, Activity
from engine.domain.clock import iso_utc
from engine.domain.errors import UsageError
from engine.domain.event_format import EventFormat
from engine.domain.report import Redaction
from engine.reports.csv_table import write_lines
from engine.reports.parquet_file import write_rows
from engine.reports.safe_text import json_text

FIELDS = ("start", "end", "app", "title", "platform", "zone", "presence", "withheld", "executable", "source")
_MOMENTS = ("start", "end")


def write_events(activities: Iterable[Activity], form: EventFormat, redact: Redaction, file: BinaryIO) -> None:
    """Write the activities whole and in order.

    Raises UsageError where the redaction wants categories alone, which raw activities have none of, and where the
    format needs what is not installed.
    """
    if redact is Redaction.CATEGORIES_ONLY:
        raise UsageError("Recorded activities have no categories. Ask `kairos report` for them, or redact less.")
    shown = activities if redact is Redaction.FULL else map(_without_titles, activities)
    if form is EventFormat.PARQUET:
        columns = {name: "moment" if name in _MOMENTS else "string" for name in FIELDS}
        write_rows(({**event_as_json(one), "start": one.start, "end": one.end} for one in shown), columns, file)
    elif form is EventFormat.CSV:
        write_lines(FIELDS, (tuple(event_as_json(one).values()) for one in shown), file)
    else:
        file.writelines(_json_lines(shown))


def event_as_json(activity: Activity) -> dict[str, str]:
    """Return one activity as texts; start and end are ISO 8601 UTC with milliseconds."""
    what = activity.what
    return {
        "start": iso_utc(activity.start_ms),
        "end": iso_utc(activity.end_ms),
        "app": what.app,
        "title": what.title,
        "platform": what.platform.partition(KEPT)[0],
        "zone": activity.zone,
        "presence": what.presence.value,
        "withheld": what.withheld.value,
        "executable": what.executable,
        "source": activity.source,
    }


def _without_titles(activity: Activity) -> Activity:
    return replace(activity, what=replace(activity.what, title="", executable="", site="", document=""))


def _json_lines(activities: Iterable[Activity]) -> Iterator[bytes]:
    """Yield a JSON array in UTF-8, one activity a line, whatever its length."""
    between = b"[\n"
    for activity in activities:
        yield between + json_text(event_as_json(activity)).encode("utf-8")
        between = b",\n"
    yield b"[]\n" if between == b"[\n" else b"\n]\n"
