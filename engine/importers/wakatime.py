"""WakaTime, the dump of an account: totals of each day, or the single heartbeats.

Heartbeats become stretches: each lasts until the next where that comes within fifteen minutes, as WakaTime's own
default has it, and has no length otherwise. Totals of a day say nothing of when: they are laid
end to end from noon on (or earlier where they would not fit), so that no start of the day cuts them, and marked so.
Taken are the files worked on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from typing import Any

from engine.domain.activity import TOTALS, Observed
from engine.domain.imports import Doubt
from engine.domain.presence import Presence
from engine.importers.findings import Findings
from engine.importers.json_order import ArrayIndex, in_order, index_array
from engine.importers.json_stream import JsonStream
from engine.importers.local_time import LocalTime
from engine.importers.pages import entry_title, site_of
from engine.importers.reading import ForeignFile, wrong_kind
from engine.importers.spans import ImportedSpan, joined
from engine.importers.terms import Terms

TIMEOUT_MS = 15 * 60_000
APP = "WakaTime"
_WANTED = "a dump of a WakaTime account"
_NOON = timedelta(hours=12)
_DAY_MS, _NOON_MS = 24 * 3_600_000, 12 * 3_600_000
_LATEST_S = 10_000_000_000.0


def recognises(start: str) -> bool:
    """Tell whether a file that starts so is one of WakaTime."""
    told = '"heartbeats"' in start or '"grand_total"' in start
    return start.lstrip().startswith("{") and '"days"' in start and told


def spans(file: ForeignFile, terms: Terms) -> Iterator[ImportedSpan]:
    """Yield stretches by day."""
    index = _indexed(file)
    if not index.cuts:
        raise wrong_kind(file, _WANTED)
    if index.unreadable:
        terms.findings.note(Doubt.UNREADABLE, count=index.unreadable)
    days = in_order(file, index, lambda day: day if _number(day) is not None else None, lambda day: _number(day) or 0)
    return joined(_Days(terms).told(days), 0)


def _indexed(file: ForeignFile) -> ArrayIndex:
    index = ArrayIndex()
    with closing(JsonStream(file)) as stream:
        if stream.peek() != "{":
            raise wrong_kind(file, _WANTED)
        for key in stream.entries():
            if key == "days" and stream.peek() == "[":
                index = index_array(stream, stream.items(), _number, at_once=1)
            else:
                stream.value()
        stream.end()
    return index


def _number(day: Any) -> int | None:
    """Return the day's number since year one, None where it has no date."""
    try:
        return date.fromisoformat(day["date"]).toordinal()
    except (KeyError, TypeError, ValueError):
        return None


class _Days:
    """Makes stretches of days in order; holds the last heartbeat, which may last into the next day."""

    def __init__(self, terms: Terms) -> None:
        self._findings = terms.findings
        self._place = terms.local_time()
        self._last: tuple[int, Observed] | None = None

    def told(self, days: Iterator[dict[str, Any]]) -> Iterator[ImportedSpan]:
        """Yield what the days hold."""
        for day in days:
            beats = day.get("heartbeats")
            if isinstance(beats, list):
                yield from self._of_heartbeats(beats)
            else:
                yield from _of_totals(day, self._place, self._findings)

    def _of_heartbeats(self, beats: list[Any]) -> Iterator[ImportedSpan]:
        readable = [made for beat in beats if (made := _heartbeat(beat)) is not None]
        if len(readable) < len(beats):
            self._findings.note(Doubt.UNREADABLE, count=len(beats) - len(readable))
        for moment_ms, what in sorted(readable, key=lambda beat: beat[0]):
            if self._last is not None and moment_ms <= self._last[0] + TIMEOUT_MS:
                self._findings.note(Doubt.GAPS_FILLED, f"{TIMEOUT_MS // 60_000} min")
                yield ImportedSpan(self._last[0], moment_ms, self._last[1])
            self._last = (moment_ms, what)


def _heartbeat(beat: Any) -> tuple[int, Observed] | None:
    if not isinstance(beat, dict):
        return None
    moment, entity = beat.get("time"), beat.get("entity")
    if isinstance(moment, bool) or not isinstance(moment, int | float) or not 0 <= moment <= _LATEST_S:
        return None
    return round(moment * 1_000), _observed(str(entity or ""), beat.get("project"), beat.get("type"), "wakatime")


def _observed(entity: str, project: Any, kind: Any, platform: str) -> Observed:
    name = entity.replace("\\", "/").rstrip("/").rpartition("/")[2]
    title = entry_title(project if isinstance(project, str) else "", name)
    if kind in {"app", "project"}:
        return Observed(Presence.ACTIVE, entity if kind == "app" else APP, title, platform=platform)
    if kind in {"domain", "url"}:
        return Observed(Presence.ACTIVE, APP, title, platform=platform, site=site_of(entity) or entity)
    return Observed(Presence.ACTIVE, APP, title, platform=platform, document=entity)


def _of_totals(day: dict[str, Any], place: LocalTime, findings: Findings) -> Iterator[ImportedSpan]:
    listed = [_total(item, None) for item in _listed(day, "entities")]
    listed = listed or [_total(item, "project") for item in _listed(day, "projects")]
    totals = [total for total in listed if total is not None]
    whole_ms = min(sum(length_ms for length_ms, _ in totals), _DAY_MS)
    midnight = datetime.combine(date.fromisoformat(day["date"]), datetime.min.time())
    start_ms = place.ms(midnight + _NOON) - max(0, whole_ms - _NOON_MS)
    end_ms = start_ms + whole_ms
    for length_ms, what in totals:
        findings.note(Doubt.POSITION_UNKNOWN, str(day["date"]))
        until_ms = min(end_ms, start_ms + length_ms)
        if until_ms - start_ms < length_ms:
            findings.note(Doubt.OVERFULL, str(day["date"]))
        yield ImportedSpan(start_ms, until_ms, what, where=str(day["date"]))
        start_ms = until_ms


def _listed(day: dict[str, Any], name: str) -> list[Any]:
    found = day.get(name)
    return found if isinstance(found, list) else []


def _total(item: Any, kind: str | None) -> tuple[int, Observed] | None:
    if not isinstance(item, dict):
        return None
    seconds, name = item.get("total_seconds"), item.get("name")
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 < seconds <= _DAY_MS / 1_000:
        return None
    return round(seconds * 1_000), _observed(
        str(name or ""), item.get("project_name"), kind or item.get("type"), TOTALS
    )
