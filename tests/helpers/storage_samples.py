"""Values the storage tests record."""

from __future__ import annotations

from engine.domain.activity import Activity, Observed
from engine.domain.presence import Presence

ZONE = "Europe/Berlin"


def seen(app: str = "editor", title: str = "notes.txt") -> Observed:
    """Return an app in front of an active person."""
    return Observed(Presence.ACTIVE, app, title, f"/usr/bin/{app}", "x11")


def spans(activities: list[Activity]) -> list[tuple[int, int, str]]:
    """Return start, end and app of each activity."""
    return [(one.start_ms, one.end_ms, one.what.app) for one in activities]
