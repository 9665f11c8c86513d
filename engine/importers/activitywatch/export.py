"""The export file: an object or an array of buckets, as the Python and the Rust server write it.

Nothing is taken on trust: keys in any order, buckets as object or array or one alone, events in any order (both servers
write the newest first), with or without a number, and single events that cannot be read left out one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from engine.domain.imports import Doubt
from engine.importers.activitywatch.buckets import Bucket, Event, event_of, start_of
from engine.importers.findings import Findings
from engine.importers.json_order import ArrayIndex, in_order, index_array
from engine.importers.json_stream import JsonStream
from engine.importers.reading import ForeignFile, wrong_kind

_WANTED = "an export of ActivityWatch"


@dataclass(slots=True)
class _Found:
    """What is known so far of one bucket."""

    fields: dict[str, str] = field(default_factory=dict)
    index: ArrayIndex = field(default_factory=ArrayIndex)
    events: bool = False


def read_export(file: ForeignFile, findings: Findings) -> list[Bucket]:
    """Return the buckets of the file, read through once; ImportFailed where it is no export."""
    with closing(JsonStream(file)) as stream:
        if stream.peek() != "{":
            raise wrong_kind(file, _WANTED)
        found = list(_top(stream))
        stream.end()
    if not found or not any(one.events for one in found):
        raise wrong_kind(file, _WANTED)
    unreadable = sum(one.index.unreadable for one in found)
    if unreadable:
        findings.note(Doubt.UNREADABLE, count=unreadable)
    return [_bucket(file, one, findings) for one in found if one.events]


def _top(stream: JsonStream) -> Iterator[_Found]:
    alone = _Found()
    for key in stream.entries():
        if key == "buckets" and stream.peek() == "{":
            for name in stream.entries():
                yield _read_bucket(stream, name)
        elif key == "buckets" and stream.peek() == "[":
            for _ in stream.items():
                yield _read_bucket(stream, "")
        else:
            _read_field(stream, key, alone)
    if alone.events and "type" in alone.fields:
        yield alone


def _read_bucket(stream: JsonStream, name: str) -> _Found:
    found = _Found({"id": name} if name else {})
    if stream.peek() != "{":
        stream.value()
        return found
    for key in stream.entries():
        _read_field(stream, key, found)
    return found


def _read_field(stream: JsonStream, key: str, found: _Found) -> None:
    if key == "events" and stream.peek() == "[":
        found.index = index_array(stream, stream.items(), start_of)
        found.events = True
        return
    value = stream.value()
    if isinstance(value, str):
        found.fields[key] = value


def _bucket(file: ForeignFile, found: _Found, findings: Findings) -> Bucket:
    fields = found.fields
    return Bucket(
        id=fields.get("id", ""),
        type=fields.get("type", ""),
        client=fields.get("client", ""),
        hostname=fields.get("hostname", ""),
        events=partial(_events, file, found.index, findings),
    )


def _events(file: ForeignFile, index: ArrayIndex, findings: Findings) -> Iterator[Event]:
    def read(item: Any) -> Event | None:
        event = event_of(item)
        if event is None and start_of(item) is not None:  # the others were counted when the file was read through
            findings.note(Doubt.UNREADABLE)
        return event

    return in_order(file, index, read, lambda event: event.start_ms)
