"""The active time as a calendar (RFC 5545): measured history in UTC, private, one event a stretch.

Neighbours that touch and say the same are one event. Calendars know whole seconds, so a start is cut and an event
lasts at least one; X-KAIROS-MILLISECONDS holds the exact length, and adds up to the report's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from engine import __version__
from engine.domain.calendar_lines import OWN_SUFFIX, escaped, folded_lines, moment_text
from engine.domain.clock import MS_PER_SECOND
from engine.domain.intervals import Interval
from engine.domain.plain_text import shortened
from engine.domain.report import LabelledActivity
from engine.reports.material import Material
from engine.reports.speech import speech
from engine.reports.words import LONGEST_NAME, LONGEST_TITLE, WITHHELD, path_name


@dataclass(frozen=True, slots=True)
class _Event:
    interval: Interval
    summary: str
    category: str
    labels: tuple[str, str]
    description: str


def write_ics(material: Material, file: BinaryIO) -> None:
    """Write the calendar in UTF-8."""
    stamp = moment_text(material.report.made_ms)
    file.write(folded_lines(_head(material.report.active_ms)))
    events = _joined(_event(one, material) for one in material.activities())
    file.writelines(folded_lines(_written(event, stamp)) for event in events)
    file.write(folded_lines(["END:VCALENDAR"]))


def _head(active_ms: int) -> list[str]:
    return [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Kairos//Kairos {__version__}//EN",
        "CALSCALE:GREGORIAN",
        f"X-KAIROS-MILLISECONDS:{active_ms}",
    ]


def _event(activity: LabelledActivity, material: Material) -> _Event:
    say = speech(material.report.request.language)
    path = material.path(activity.labels.category_id or 0)
    app = say(WITHHELD) if activity.withheld else shortened(activity.app, LONGEST_NAME)
    category = path_name(path, say=say)
    return _Event(
        interval=activity.interval,
        summary=app or category,
        category=category,
        labels=(shortened(activity.labels.project, LONGEST_NAME), shortened(activity.labels.tag, LONGEST_NAME)),
        description=shortened(activity.what.title, LONGEST_TITLE),
    )


def _joined(events: Iterable[_Event]) -> Iterator[_Event]:
    last: _Event | None = None
    for event in events:
        if last is not None and _continues(last, event):
            last = replace(last, interval=Interval(last.interval.start_ms, event.interval.end_ms))
            continue
        if last is not None:
            yield last
        last = event
    if last is not None:
        yield last


def _continues(before: _Event, after: _Event) -> bool:
    return before.interval.end_ms == after.interval.start_ms and before == replace(after, interval=before.interval)


def _written(event: _Event, stamp: str) -> list[str]:
    start = event.interval.start_ms // MS_PER_SECOND
    end = max(event.interval.end_ms // MS_PER_SECOND, start + 1)
    told = [event.description, *(name for name in event.labels if name)]
    return [
        "BEGIN:VEVENT",
        f"UID:{_uid(event)}",
        f"DTSTAMP:{stamp}",
        f"DTSTART:{moment_text(start * MS_PER_SECOND)}",
        f"DTEND:{moment_text(end * MS_PER_SECOND)}",
        f"SUMMARY:{escaped(event.summary)}",
        f"CATEGORIES:{escaped(event.category)}",
        *([f"DESCRIPTION:{escaped(' · '.join(filter(None, told)))}"] if any(told) else []),
        "CLASS:PRIVATE",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        f"X-KAIROS-MILLISECONDS:{event.interval.length_ms}",
        "END:VEVENT",
    ]


def _uid(event: _Event) -> str:
    """Return what stays the same when the same history is written again, and tells nothing of what it held."""
    seed = f"{event.interval.start_ms} {event.interval.end_ms} {event.summary}"
    return hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:32] + OWN_SUFFIX
