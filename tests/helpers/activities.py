"""Activities written in a few words."""

from __future__ import annotations

from engine.domain.activity import Activity, Observed, Withheld
from engine.domain.presence import Presence

MINUTE_MS = 60_000


def seen(app: str, title: str = "", withheld: Withheld = Withheld.NO) -> Observed:
    """Return an active look at a window."""
    return Observed(Presence.ACTIVE, app, title, platform="test", withheld=withheld)


def away(presence: Presence) -> Observed:
    """Return a stretch without the person."""
    return Observed(presence)


def stretch(
    start_ms: int, minutes: float, what: Observed | str, *, opened: bool = False, source: str = "recorder"
) -> Activity:
    """Return an activity of so many minutes; a text names an app."""
    look = seen(what) if isinstance(what, str) else what
    return Activity(start_ms, start_ms + round(minutes * MINUTE_MS), look, "UTC", source, open=opened)


def day_of_looks(start_ms: int, *parts: tuple[float, Observed | str | None]) -> list[Activity]:
    """Return activities one after the other, each so many minutes long; None is a hole."""
    made: list[Activity] = []
    for minutes, what in parts:
        if what is not None:
            made.append(stretch(start_ms, minutes, what))
        start_ms += round(minutes * MINUTE_MS)
    return made
