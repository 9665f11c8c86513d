"""A small corrected and labelled history, as the timeline reads it."""

from __future__ import annotations

from engine.domain.activity import Observed, Withheld
from engine.domain.categories import NO_LABELS, Category, CategoryTree, Labels
from engine.domain.days import DayRule
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.stretches import LabelledStretch

HOUR = 3_600_000
EIGHT = 1_795_248_000_000  # 2026-11-21 08:00 UTC
TREE = CategoryTree(
    [Category(1, "Work", None, "#1F5FBF"), Category(2, "Writing", 1), Category(3, "Rest", None, "#5E7A3A")]
)


def stretched(
    start: float, end: float, what: Observed | str, title: str = "", *, corrected: bool = False
) -> LabelledStretch:
    """Return a stretch by hours after eight; a text names an app."""
    seen = Observed(Presence.ACTIVE, what, title) if isinstance(what, str) else what
    span = Interval(EIGHT + round(start * HOUR), EIGHT + round(end * HOUR))
    return LabelledStretch(span, seen, "UTC", "recorder", corrected)


WRITING = stretched(0, 1, Observed(Presence.ACTIVE, "writer", "Plan", document="/home/ada/plan.odt"))
MORE = stretched(1, 1.5, Observed(Presence.ACTIVE, "writer", "Report", document="/home/ada/plan.odt"), corrected=True)
AWAY = stretched(1.5, 2, Observed(Presence.IDLE))
HIDDEN = stretched(2, 2.5, Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE))
DESKTOP = stretched(2.5, 3, "")
BROWSING = stretched(4, 5, "firefox", "<b>News</b>")
STRETCHES = (WRITING, MORE, AWAY, HIDDEN, DESKTOP, BROWSING)
LABELS = (Labels(2), Labels(2), NO_LABELS, NO_LABELS, NO_LABELS, Labels(3, "Home"))
BOUNDS = Interval(EIGHT - 8 * HOUR, EIGHT + 16 * HOUR)
RULE = DayRule("UTC")
