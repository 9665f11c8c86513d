"""arbtt-dump -t JSON: one sample of all windows every so often, as an array or as objects one after the other.

A sample stands for the time up to the next, at most one sampling period; idle is what had no input for longer than
a minute, as arbtt's own rules have it. Equal neighbours with less than a tenth of a period
between them are one stretch.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from engine.domain.activity import Observed
from engine.domain.imports import Doubt
from engine.domain.presence import Presence
from engine.importers.json_order import ArrayIndex, in_order, index_array
from engine.importers.json_stream import JsonStream
from engine.importers.local_time import iso_ms
from engine.importers.reading import ForeignFile, wrong_kind
from engine.importers.spans import ImportedSpan
from engine.importers.terms import Terms

_WANTED = "a dump of arbtt (arbtt-dump -t JSON)"
_RATE_MS = 60_000
_IDLE_MS = 60_000
_LONGEST_RATE_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class _Sample:
    start_ms: int
    rate_ms: int
    what: Observed


def recognises(start: str) -> bool:
    """Tell whether a file that starts so is a dump of arbtt."""
    return start.lstrip()[:1] in {"[", "{"} and '"windows"' in start and '"inactive"' in start


def spans(file: ForeignFile, terms: Terms) -> Iterator[ImportedSpan]:
    """Yield stretches by start."""
    index = _indexed(file)
    if not index.cuts:
        raise wrong_kind(file, _WANTED)
    if index.unreadable:
        terms.findings.note(Doubt.UNREADABLE, count=index.unreadable)
    held: ImportedSpan | None = None
    slack_ms = 0
    for sample in in_order(file, index, _sample, lambda sample: sample.start_ms):
        if held is not None and held.what == sample.what and sample.start_ms <= held.end_ms + slack_ms:
            held = ImportedSpan(held.start_ms, sample.start_ms + sample.rate_ms, held.what)
            continue
        if held is not None:
            yield ImportedSpan(held.start_ms, min(held.end_ms, sample.start_ms), held.what)
        held = ImportedSpan(sample.start_ms, sample.start_ms + sample.rate_ms, sample.what)
        slack_ms = sample.rate_ms // 10
    if held is not None:
        yield held


def _indexed(file: ForeignFile) -> ArrayIndex:
    with closing(JsonStream(file)) as stream:
        array = stream.peek() == "["
        index = index_array(stream, stream.items() if array else stream.sequence(), _start)
        stream.end()
    return index


def _start(item: Any) -> int | None:
    if not isinstance(item, dict) or not isinstance(item.get("windows"), list):
        return None
    return iso_ms(item.get("date"))


def _sample(item: Any) -> _Sample | None:
    start_ms = _start(item)
    if start_ms is None:
        return None
    rate = item.get("rate")
    usable = isinstance(rate, int) and 0 < rate <= _LONGEST_RATE_MS
    return _Sample(start_ms, rate if usable else _RATE_MS, _observed(item))


def _observed(item: dict[str, Any]) -> Observed:
    idle = item.get("inactive")
    if isinstance(idle, int) and idle > _IDLE_MS:
        return Observed(Presence.IDLE, platform="arbtt")
    front = next((one for one in item["windows"] if isinstance(one, dict) and one.get("active") is True), {})
    app, title = (str(front.get(key) or "") for key in ("program", "title"))
    return Observed(Presence.ACTIVE, app, title, platform="arbtt")
