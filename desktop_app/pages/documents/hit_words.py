"""A found document as the line of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QLocale, QObject

from desktop_app.pages.documents.week_use import WeekUse
from desktop_app.pages.documents.words import day_words, kind_name, place, tag_of, title_of
from desktop_app.widgets.format import Wording
from desktop_app.widgets.hit_row import HitRow
from desktop_app.widgets.marked_text import tidy
from desktop_app.widgets.plain_text import foreign
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.documents import Reasons, SearchHit

_MOST_WORDS: Final = 5
_LONGEST_WORD: Final = 40
_LONGEST_HEADING: Final = 120


class HitWords(QObject):
    """Writes what was found; now_ms: returns the present moment, from which today and yesterday are told.

    week: how long documents were in front this week.
    """

    def __init__(self, wording: Wording, now_ms: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.week = WeekUse(now_ms, self)
        self._wording = wording
        self._now_ms = now_ms

    def row(self, hit: SearchHit) -> HitRow:
        """Return the line of one document."""
        document = hit.document
        tag, colour = tag_of(document.kind)
        snippet, marks = tidy(hit.snippet.text, hit.snippet.marks)
        title, where, part = title_of(document), place(document.identity.path), self.part(hit)
        why, used = self.why(hit.reasons), self.used(hit.last_used_ms, self.week.lengths.get(document.id, 0))
        said = (title, kind_name(document.kind), where, part, snippet, why, used)
        return HitRow(
            key=document.id,
            tag=tag,
            colour=colour,
            title=title,
            place=where,
            part=part,
            snippet=snippet,
            marks=marks,
            why=why,
            used=used,
            spoken=". ".join(text for text in said if text),
        )

    def part(self, hit: SearchHit) -> str:
        """Return which part of the document was found."""
        page = "" if hit.page is None else self.tr("page %1").replace("%1", QLocale().toString(hit.page))
        heading = foreign(hit.heading, _LONGEST_HEADING)
        return " · ".join(text for text in (page, "" if heading == title_of(hit.document) else heading) if text)

    def why(self, reasons: Reasons) -> str:
        """Return why the document was found."""
        words = ", ".join(foreign(word, _LONGEST_WORD) for word in reasons.words[:_MOST_WORDS])
        near = reasons.similarity
        parts = [self.tr("has %1").replace("%1", words)] if words else []
        if near is not None:
            parts.append(self.tr("meaning %1").replace("%1", self._wording.percent(max(0.0, min(1.0, near)))))
        return " · ".join(parts)

    def used(self, moment_ms: int | None, week_ms: int = 0) -> str:
        """Return when the document was last in front, and for how long this week."""
        length = (
            self.tr("%1 this week").replace("%1", self._wording.length(week_ms)) if week_ms >= MS_PER_MINUTE else ""
        )
        return " · ".join(text for text in (length, self._last(moment_ms)) if text)

    def _last(self, moment_ms: int | None) -> str:
        if moment_ms is None:
            return ""
        return self.tr("used %1").replace("%1", day_words(moment_ms, self._now_ms(), self._wording))
