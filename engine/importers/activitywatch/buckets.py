"""Buckets and their events, wherever they were read from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from engine.importers.local_time import iso_ms

WINDOW, AFK, WEB, EDITOR = "currentwindow", "afkstatus", "web.tab.current", "app.editor.activity"
_MOST_SECONDS = 10 * 366 * 86_400


class Event(NamedTuple):
    """One event: [start_ms, end_ms) and what it says. There are millions, so it is the cheapest value there is."""

    start_ms: int
    end_ms: int
    data: dict[str, Any]

    @property
    def length_ms(self) -> int:
        """Its length in milliseconds."""
        return self.end_ms - self.start_ms

    def during(self, start_ms: int, end_ms: int) -> Event:
        """Return the same at another time."""
        return Event(start_ms, end_ms, self.data)

    def text(self, key: str) -> str:
        """Return a text of its data, empty where there is none."""
        value = self.data.get(key)
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Bucket:
    """One stream of events from one watcher on one computer; events gives them anew by start each time."""

    id: str
    type: str
    client: str
    hostname: str
    events: Callable[[], Iterator[Event]]


def start_of(item: Any) -> int | None:
    """Return where an exported event starts, None where it has no readable moment."""
    return iso_ms(item.get("timestamp")) if isinstance(item, dict) else None


def event_of(item: Any) -> Event | None:
    """Return an exported event as a value, None for what is none."""
    start_ms = start_of(item)
    if start_ms is None:
        return None
    length, data = item.get("duration") or 0, item.get("data")
    if isinstance(length, bool) or not isinstance(length, int | float) or not 0 <= length <= _MOST_SECONDS:
        return None
    return Event(start_ms, start_ms + round(length * 1_000), data if isinstance(data, dict) else {})


def data_of(text: Any) -> dict[str, Any]:
    """Return an event's data as databases store it, empty where it cannot be read."""
    try:
        data = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
