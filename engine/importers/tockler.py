"""Tockler, CSV (semicolons) or JSON: the columns of its own table, local times without a zone.

A file holds apps, presence, or what the person logged by hand. An app's stretch is split at midnight there and made
whole here. Only the order of columns is inferred, so they are found by name.

At the end of daylight saving clocks show an hour twice. A time in it is the earlier of the two, unless the row would
then start before the one before it in its stream ended, or end before it started: then it is the later one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
_APART_MS = 1_000
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
    rows = _Rows(terms)
    for row in rows_of(file, terms.findings, _NEEDED, _WANTED, delimiter=";"):
        yield from rows.span({name: text.strip() for name, text in row.fields.items()}, row.where)


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

    rows = _Rows(terms)
    for item in _as_numbered(in_order(file, index, whole, start), place):
        yield from rows.span({str(name).casefold(): value for name, value in item.items()}, "")


def _start(item: Any, place: LocalTime) -> int | None:
    found = _time(item.get("beginDate")) if isinstance(item, dict) else None
    return place.first_ms(found) if isinstance(found, datetime) else found


def _time(value: Any) -> datetime | int | None:
    """Return local text as a naive moment, UTC milliseconds (as in Tockler's own table) as they are."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return moment_from(value, DateOrder.YEAR_FIRST) if isinstance(value, str) else None


def _as_numbered(items: Iterable[dict[str, Any]], place: LocalTime) -> Iterator[dict[str, Any]]:
    """Yield items given in order of local time, those of an hour that clocks showed twice in the order of their ids."""
    twice: list[dict[str, Any]] = []
    for item in items:
        found = _time(item.get("beginDate"))
        if isinstance(found, datetime) and place.is_twice(found):
            twice.append(item)
            continue
        yield from _by_id(twice)
        twice.clear()
        yield item
    yield from _by_id(twice)


def _by_id(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    numbered = all(isinstance(item.get("id"), int) for item in items)
    return sorted(items, key=lambda item: int(item["id"])) if numbered else list(items)


class _Rows:
    """Makes rows spans, knowing how far each stream has come."""

    def __init__(self, terms: Terms) -> None:
        self._findings = terms.findings
        self._place = terms.local_time()
        self._reached: dict[str, int] = {}

    def span(self, fields: dict[str, Any], where: str) -> Iterator[ImportedSpan]:
        """Yield the row's span; none where it tells of none."""
        kind = str(fields.get("taskname") or "AppTrackItem")
        stream = _STREAMS.get(kind, kind)
        reached_ms = self._reached.get(stream)
        # What follows on is written up to a second apart.
        start_ms = self._ms(fields.get("begindate"), None if reached_ms is None else reached_ms - _APART_MS, where)
        end_ms = self._ms(fields.get("enddate"), start_ms, where)
        if start_ms is None or end_ms is None:
            self._findings.note(Doubt.UNREADABLE if start_ms is None else Doubt.UNFINISHED, where)
            return
        self._reached[stream] = max(start_ms, end_ms)
        what = _observed(kind, *(str(fields.get(name) or "") for name in ("app", "title", "url")))
        if what is not None:
            yield ImportedSpan(start_ms, end_ms, what, stream, where)

    def _ms(self, value: Any, after_ms: int | None, where: str) -> int | None:
        found = _time(value)
        return self._place.ms(found, where, after_ms=after_ms) if isinstance(found, datetime) else found


def _observed(kind: str, app: str, title: str, url: str) -> Observed | None:
    """Return what the item tells; None for presence that says no more than that the program ran."""
    if kind == "StatusTrackItem":
        away = _AWAY.get(app.upper())
        return None if away is None else Observed(away, platform="tockler")
    return Observed(Presence.ACTIVE, app, title, platform="tockler", site=site_of(url), document=document_of(url))
