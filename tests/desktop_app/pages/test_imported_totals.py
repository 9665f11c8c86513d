"""The timeline says of an imported total that it was somewhere within its hour, not where it is drawn."""

from __future__ import annotations

from dataclasses import replace

from helpers.activities import MINUTE_MS, seen
from PySide6.QtWidgets import QApplication

from desktop_app.pages.timeline.lane_words import lane_names
from desktop_app.pages.timeline.lanes import TimelineColours, lanes_of
from desktop_app.pages.timeline.source import LabelledHistory
from desktop_app.pages.today_day import DayWords
from desktop_app.theme.app_colours import AppColours
from desktop_app.widgets.format import Wording
from engine.domain.activity import TOTALS
from engine.domain.categories import NO_LABELS, CategoryTree
from engine.domain.days import DayRule
from engine.domain.intervals import Interval
from engine.domain.stretches import LabelledStretch

HOUR = Interval(0, 60 * MINUTE_MS)


def test_a_total_is_named_and_said_to_be_one(qapp: QApplication) -> None:
    looks = (replace(seen("mail", "Inbox"), platform=TOTALS), seen("mail", "Inbox"))
    parts = tuple(
        LabelledStretch(Interval(n * MINUTE_MS, (n + 1) * MINUTE_MS), look, "UTC", "rescuetime")
        for n, look in enumerate(looks)
    )
    history = LabelledHistory(HOUR, parts, (NO_LABELS,) * 2, CategoryTree(()), DayRule("UTC"))
    names = lane_names(DayWords(Wording(), AppColours()), str.title)
    [apps, _presence] = lanes_of(history, names, TimelineColours(AppColours(), AppColours()))
    assert [(one.name, one.title) for one in apps.segments] == [
        ("Mail", "Imported total: when within the hour or day is not known"),
        ("Mail", "Inbox"),
    ]
