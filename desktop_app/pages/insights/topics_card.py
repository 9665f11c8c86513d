"""What titles and documents were about, by their own words, and how that moved from month to month."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from desktop_app.pages.insights.finding_row import FindingCard, FindingRow, percent
from desktop_app.pages.insights.letter_words import filled
from desktop_app.widgets.plain_text import foreign, isolated
from engine.domain.findings import Findings
from engine.domain.topics import Topic

_MOST: Final = 8
_WORDS: Final = 6
_TITLES: Final = 2
_MONTHS: Final = 4
_LONGEST: Final = 60


class TopicsCard(FindingCard):
    """Shows the biggest topics with their share of the time, nearest titles, months and last days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Topics"))

    def show_found(self, found: Findings) -> None:
        """Show other findings."""
        self.show_rows(self._lead(found), [self._row(one) for one in found.topics.topics[:_MOST]])

    def _lead(self, found: Findings) -> str:
        topics = found.topics
        if not topics.topics:
            return self.tr("Too few titles and documents yet whose words stand together.")
        text = self.tr(
            "Found in %n titles and documents. Looked for again from another start, %1 of the words came out the same.",
            "",
            topics.texts,
        )
        return text.replace("%1", percent(topics.stability))

    def _row(self, topic: Topic) -> FindingRow:
        words = self.tr(", ").join(isolated(foreign(word, _LONGEST)) for word in topic.words[:_WORDS])
        text = filled(self.tr("%1 of the time: %2"), percent(topic.share), words)
        titles = self.tr("; ").join(isolated(foreign(title, _LONGEST)) for title in topic.titles[:_TITLES])
        months = self.tr(", ").join(f"{_month(month)} {percent(share)}" for month, share in topic.months[-_MONTHS:])
        lines = [self.tr("Such as %1").replace("%1", titles)] if titles else []
        lines += [self.tr("By month: %1").replace("%1", months)] if months else []
        row = FindingRow(text, self.tr(" · ").join(lines), self)
        if topic.minutes:
            row.link_counted(self.tr("Days with the most of it"), topic)
        else:
            row.link_days(topic.days)
        return row


def _month(month: str) -> str:
    try:
        return QLocale().standaloneMonthName(date.fromisoformat(f"{month}-01").month, QLocale.FormatType.ShortFormat)
    except ValueError:
        return foreign(month, _LONGEST)
