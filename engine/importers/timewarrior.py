"""Timewarrior, `timew export`: intervals in UTC with tags and an annotation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from engine.domain.activity import Observed
from engine.domain.imports import Doubt
from engine.domain.presence import Presence
from engine.importers.json_order import in_order, index_array
from engine.importers.json_stream import JsonStream
from engine.importers.local_time import iso_ms
from engine.importers.pages import entry_title
from engine.importers.reading import ForeignFile, wrong_kind
from engine.importers.spans import ImportedSpan
from engine.importers.terms import Terms

_WANTED = "an export of Timewarrior (timew export)"
APP = "Timewarrior"


def recognises(start: str) -> bool:
    """Tell whether a file that starts so is one of Timewarrior."""
    first = start.lstrip().partition("}")[0]
    return first.startswith("[") and '"start"' in first and ('"tags"' in first or '"id"' in first)


def spans(file: ForeignFile, terms: Terms) -> Iterator[ImportedSpan]:
    """Yield the intervals by start; one that still runs is left out."""
    with closing(JsonStream(file)) as stream:
        index = index_array(stream, stream.items(), _start)
        stream.end()
    if not index.cuts:
        raise wrong_kind(file, _WANTED)
    if index.unreadable:
        terms.findings.note(Doubt.UNREADABLE, count=index.unreadable)
    for item in in_order(file, index, _whole, lambda item: _start(item) or 0):
        end_ms = iso_ms(item.get("end"))
        if end_ms is None:
            terms.findings.note(Doubt.UNFINISHED)
            continue
        yield ImportedSpan(_start(item) or 0, end_ms, _observed(item))


def _start(item: Any) -> int | None:
    return iso_ms(item.get("start")) if isinstance(item, dict) else None


def _whole(item: Any) -> dict[str, Any] | None:
    return item if _start(item) is not None else None


def _observed(item: dict[str, Any]) -> Observed:
    tags, note = item.get("tags"), item.get("annotation")
    words = [str(tag) for tag in tags] if isinstance(tags, list) else []
    title = entry_title("", note, ",".join(words)) if isinstance(note, str) and note else ", ".join(words)
    return Observed(Presence.ACTIVE, app=APP, title=title, platform="timewarrior")
