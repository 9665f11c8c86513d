"""What the timeline's lanes and kinds of time are called in the window's language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop_app.pages.timeline.lanes import LaneNames
from desktop_app.pages.today_day import DayWords
from desktop_app.widgets.ribbon_values import Kind


def lane_names(words: DayWords, app: Callable[[str], str]) -> LaneNames:
    """Return all names; app says what to call an app."""
    translate = QCoreApplication.translate
    lanes = {
        "apps": translate("TimelinePage", "Apps"),
        "categories": translate("TimelinePage", "Categories"),
        "documents": translate("TimelinePage", "Documents"),
        "presence": translate("TimelinePage", "Presence"),
        "corrected": translate("TimelinePage", "Corrected"),
    }
    kinds: dict[Kind, str] = {kind: words.kind_name(kind) for kind in Kind if kind is not Kind.APP}
    total = translate("TimelinePage", "Imported total: when within the hour or day is not known")
    return LaneNames(lanes, kinds, app, translate("TimelinePage", "No category"), total)
