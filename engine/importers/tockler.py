"""Tockler, CSV (semicolons) or JSON: the columns of its own table, local times without a zone.

A file holds apps, presence, or what the person logged by hand. An app's stretch is split at midnight there and made
whole here. Only the order of columns is inferred, so they are found by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from typing import Any

from engine.domain.activity import Observed
from engine.domain.imports import DateOrder, Doubt
from engine.domain.presence import Presence
from engine.importers.json_order import in_order, index_array
from engine.importers.json_stream import JsonStream
from engine.importers.local_time import LocalTime, moment_from
from engine.importers.pages import document_of, site_of
from engine.importers.reading import ForeignFile, wrong_kind
from engine.importers.spans import ImportedSpan, joined
from engine.importers.tables import rows_of
from engine.importers.terms import Terms

_WANTED = "an export of Tockler"
_NEEDED = frozenset({"app", "taskname", "begindate", "enddate"})
_MIDNIGHT_MS = 1_000
_STREAMS = {"AppTrackItem": "apps", "StatusTrackItem": "presence", "LogTrackItem": "log"}
_AWAY = {"IDLE": Presence.IDLE, "LOCKED": Presence.LOCKED}


def recognises(start: str) -> bool:
    """Tell whether a file that starts so is one of Tockler."""
    return all(name in start[:4096].casefold() for name in _NEEDED)


def spans(file: ForeignFile, terms: Terms) -> Iterator[ImportedSpan]:
    """Yield the items by start (JSON) or as the file has them (CSV), those split at midnight made whole."""
    told = _of_json(file, terms) if file.start_of_text.lstrip().startswith("[") else _of_table(file, terms)
    return joined(told, _MIDNIGHT_MS)


def _of_table(file: ForeignFile, terms: Terms) -> Iterator[ImportedSpan]:
    place = terms.local_time()
    for row in rows_of(file, terms.findings, _NEEDED, _WANTED, delimiter=";"):
        fields = {name: text.strip() for name, text in row.fields.items()}
        yield from _item(fields, place, terms, row.where)


def _of_json(file: ForeignFile, terms: Terms) -> Iterator[ImportedSpan]:
    place = terms.local_time()
    with closing(JsonStream(file)) as stream:
        index = index_array(stream, stream.items(), lambda item: _start(item, place))
        stream.end()
    if not index.cuts:
        raise wrong_kind(file, _WANTED)
    if index.unreadable:
        terms.findings.note(Doubt.UNREADABLE, count=index.unreadable)

    def start(item: Any) -> int:
        return _start(item, place) or 0

    def whole(item: Any) -> dict[str, Any] | None:
        return item if _start(item, place) is not None else None

    for item in in_order(file, index, whole, start):
        yield from _item({str(name).casefold(): value for name, value in item.items()}, place, terms, "")


def _start(item: Any, place: LocalTime) -> int | None:
    return _moment(item.get("beginDate"), place, "") if isinstance(item, dict) else None


def _moment(value: Any, place: LocalTime, where: str) -> int | None:
    """Return local text or UTC milliseconds (as in Tockler's own table) as UTC milliseconds."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    moment: datetime | None = moment_from(value, DateOrder.YEAR_FIRST) if isinstance(value, str) else None
    return None if moment is None else place.ms(moment, where)


def _item(fields: dict[str, Any], place: LocalTime, terms: Terms, where: str) -> Iterator[ImportedSpan]:
    start_ms = _moment(fields.get("begindate"), place, where)
    end_ms = _moment(fields.get("enddate"), place, where)
    if start_ms is None or end_ms is None:
        terms.findings.note(Doubt.UNREADABLE if start_ms is None else Doubt.UNFINISHED, where)
        return
    kind = str(fields.get("taskname") or "AppTrackItem")
    what = _observed(kind, *(str(fields.get(name) or "") for name in ("app", "title", "url")))
    if what is not None:
        yield ImportedSpan(start_ms, end_ms, what, _STREAMS.get(kind, kind), where)


def _observed(kind: str, app: str, title: str, url: str) -> Observed | None:
    """Return what the item tells; None for presence that says no more than that the program ran."""
    if kind == "StatusTrackItem":
        away = _AWAY.get(app.upper())
        return None if away is None else Observed(away, platform="tockler")
    return Observed(Presence.ACTIVE, app, title, platform="tockler", site=site_of(url), document=document_of(url))
