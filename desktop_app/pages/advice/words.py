"""A recommended time in words, and why nothing is recommended."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QDate, QLocale, QObject

from desktop_app.widgets.format import Wording
from engine.domain.focus_session import Timing
from engine.domain.intervals import Interval
from engine.domain.recommended import Abstention, FocusBlock, Notice

_DAYS_BY_NAME: Final = 7
_MINUTE_MS: Final = 60_000
_VERY_LIKELY, _LIKELY, _EVEN, _POSSIBLE = 0.85, 0.65, 0.45, 0.25


class AdviceWords(QObject):
    """Writes times as Wording does, in its zone."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wording = wording

    def when(self, span: Interval, now_ms: int) -> str:
        """Return the time with its day, as people say it."""
        if span.start_ms <= now_ms < span.end_ms:
            return self.tr("Now, until %1").replace("%1", self.wording.time(span.end_ms))
        times = self.wording.span(span.start_ms, span.end_ms)
        return self.tr("%1, %2").replace("%1", self._day(span.start_ms, now_ms)).replace("%2", times)

    def is_today(self, span: Interval, now_ms: int) -> bool:
        """Return whether the time begins today."""
        return self.wording.local(span.start_ms).date() == self.wording.local(now_ms).date()

    def _day(self, moment_ms: int, now_ms: int) -> str:
        day, today = self.wording.local(moment_ms).date(), self.wording.local(now_ms).date()
        if day == today:
            return self.tr("Today")
        if day == today + timedelta(days=1):
            return self.tr("Tomorrow")
        shown = QDate(day.year, day.month, day.day)
        if today < day < today + timedelta(days=_DAYS_BY_NAME):
            return QLocale().standaloneDayName(shown.dayOfWeek())
        return QLocale().toString(shown, QLocale.FormatType.ShortFormat)

    def likelihood(self, block: FocusBlock) -> str:
        """Return how likely focus is, with its interval, and how many minutes of it are expected."""
        between = self.between(block.low, block.high)
        likely = self._likely(block.probability).replace("%1", between)
        expected = self.tr("about %n of %1 minutes", "", round(block.focused_minutes))
        return f"{likely} · {expected.replace('%1', self._count(block.interval.length_ms / _MINUTE_MS))}"

    def _likely(self, probability: float) -> str:
        if probability >= _VERY_LIKELY:
            return self.tr("Focus very likely (%1)")
        if probability >= _LIKELY:
            return self.tr("Focus likely (%1)")
        if probability >= _EVEN:
            return self.tr("Focus about as likely as not (%1)")
        if probability >= _POSSIBLE:
            return self.tr("Focus possible (%1)")
        return self.tr("Focus unlikely (%1)")

    def between(self, low: float, high: float) -> str:
        """Return two shares from 0 to 1 as a range of whole percent."""
        least, most = self._count(low * 100), self._count(high * 100)
        return self.tr("%1 %").replace("%1", least if least == most else f"{least}–{most}")

    @staticmethod
    def _count(value: float) -> str:
        return QLocale().toString(round(value))

    def abstention(self, why: Abstention) -> str:
        """Return why nothing is said."""
        return {
            Abstention.NO_HISTORY: self.tr("Nothing is recorded yet, so there is nothing to go by."),
            Abstention.TOO_LITTLE: self.tr(
                "Too little is recorded yet. After five days with enough activity there may be a pattern."
            ),
            Abstention.NO_PATTERN: self.tr(
                "Not enough of a pattern yet: your days so far tell no good time from another."
            ),
            Abstention.NO_TIME: self.tr("No free time is left in which a focus block fits."),
            Abstention.NO_DOCUMENTS: self.tr(
                "No documents are indexed yet. Name a folder on the Documents page, and they are suggested here."
            ),
        }[why]

    def notice(self, notice: Notice) -> str:
        """Return what a person ought to know about how the advice was made."""
        return {
            Notice.BASELINE: self.tr("By simple rules: no learned model that beat them on your history is in use."),
            Notice.MODEL_DAMAGED: self.tr(
                "The stored model is damaged and was not used; the one before it or simple rules stand in."
            ),
            Notice.NO_MEMORY: self.tr("The graphics card had too little memory; the processor did the work."),
            Notice.WORKER_SILENT: self.tr("The process that knows the models did not answer; simple rules stand in."),
        }[notice]


def length_of(block: FocusBlock) -> Timing:
    """Return one stretch of work as long as a recommended time."""
    return Timing(work=max(1, block.interval.length_ms // _MINUTE_MS))
