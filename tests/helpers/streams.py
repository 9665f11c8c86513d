"""Streams made of lists, and of the public data that `shared/data` holds."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from engine.domain.clock import wall_ms
from engine.domain.days import DayRule
from engine.domain.presence import Presence
from engine.domain.stream_row import StreamRow
from engine.mind.stream.build import stream_of
from engine.mind.stream.columns import Stream

UTC_DAYS = DayRule("UTC")

SHELL = frozenset(
    """explorer.exe searchapp.exe searchui.exe shellexperiencehost.exe startmenuexperiencehost.exe lockapp.exe
    applicationframehost.exe esrv.exe dwm.exe logonui.exe textinputhost.exe rundll32.exe __close__""".split()
) | {"missing string."}
"""Processes of the system itself that `next_app` names; nobody chose to turn to them, so their time is no activity."""

LONGEST_S = 30 * 60
"""A window is not believed to have been looked at for longer than that."""


def row(
    start_s: float,
    end_s: float,
    app: str = "editor",
    *,
    title: str = "",
    category: int = 0,
    document: int = 0,
    presence: Presence = Presence.ACTIVE,
    zone: str = "UTC",
) -> StreamRow:
    """Return one row, times in seconds."""
    return StreamRow(round(start_s * 1000), round(end_s * 1000), zone, presence, app, title, category, document)


def stream(rows: Iterable[StreamRow], weights: Mapping[int, float] | None = None, rule: DayRule = UTC_DAYS) -> Stream:
    """Return rows as a stream."""
    return stream_of(rows, weights or {}, rule)


def next_app_streams(file: Path, weights: Mapping[int, float] | None = None) -> dict[str, Stream]:
    """Return `next_app/events.csv` as one stream per person, in UTC as their clocks showed it.

    A window lasts until the next one, at most LONGEST_S; titles are their hashes. Documents are numbered titles.
    """
    events: dict[str, list[tuple[float, str, str]]] = defaultdict(list)
    with file.open(encoding="utf-8", newline="") as lines:
        for one in csv.DictReader(lines):
            moment = wall_ms(datetime.fromisoformat(one["local_time"]).replace(tzinfo=UTC)) / 1000
            events[one["user"]].append((moment, one["app"], one["title_hash"]))
    return {user: stream(_rows(sorted(found)), weights) for user, found in sorted(events.items())}


def _rows(events: list[tuple[float, str, str]]) -> Iterable[StreamRow]:
    numbers: dict[str, int] = {"": 0}
    for (start, app, title), (following, _, _) in zip(events, [*events[1:], (events[-1][0] + 1, "", "")], strict=True):
        end = min(following, start + LONGEST_S)
        if app.lower() not in SHELL and end > start:
            yield row(start, end, app, title=title, document=numbers.setdefault(title, len(numbers)))
