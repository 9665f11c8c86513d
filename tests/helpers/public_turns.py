"""The public record of window switches as streams, prepared as its published figures were: without shell processes.

A window lasts until the next one; where half an hour passed, or logging stopped, nobody knows for how long, and it
counts as left at once. Titles are hashes, each one a document.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from engine.domain.clock import MS_PER_SECOND, wall_ms
from engine.domain.days import DayRule
from engine.domain.presence import Presence
from engine.domain.stream_row import StreamRow
from engine.mind.next.switches import PAUSE_S
from engine.mind.stream.build import stream_of
from engine.mind.stream.columns import Stream

SHELL = frozenset(
    "explorer.exe searchapp.exe searchui.exe shellexperiencehost.exe startmenuexperiencehost.exe lockapp.exe "
    "applicationframehost.exe esrv.exe dwm.exe logonui.exe textinputhost.exe rundll32.exe".split()
) | {"missing string."}
"""What is in front without being turned to."""

_STOPPED = "__CLOSE__"


class _Event(NamedTuple):
    start_ms: int
    app: str
    title: str


def streams(file: Path) -> dict[str, Stream]:
    """Return one stream per person of an `events.csv`, times as if their clocks had shown UTC."""
    events: dict[str, list[_Event]] = defaultdict(list)
    with file.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            moment_ms = wall_ms(datetime.fromisoformat(line["local_time"]).replace(tzinfo=UTC))
            if line["app"].lower() not in SHELL:
                events[line["user"]].append(_Event(moment_ms, line["app"], line["title_hash"]))
    return {user: stream_of(_rows(sorted(found)), {}, DayRule("UTC")) for user, found in sorted(events.items())}


def _rows(events: list[_Event]) -> Iterator[StreamRow]:
    numbers = {"": 0}
    for event, following in zip(events, [*events[1:], None], strict=True):
        end_ms = event.start_ms + MS_PER_SECOND if following is None else following.start_ms
        if end_ms <= event.start_ms:
            continue
        if event.app == _STOPPED:
            yield StreamRow(event.start_ms, end_ms, "UTC", Presence.PAUSED, "", "", 0, 0)
            continue
        if end_ms - event.start_ms > PAUSE_S * MS_PER_SECOND:
            end_ms = event.start_ms + 1
        document = numbers.setdefault(event.title, len(numbers))
        yield StreamRow(event.start_ms, end_ms, "UTC", Presence.ACTIVE, event.app, event.title, 0, document)
