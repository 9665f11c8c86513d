"""How long documents were in front this week, read now and then while the page is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from engine.domain.days import day_start_ms
from engine.domain.periods import Period

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Engine

FRESH_MS: Final = 300_000
"""So long what was read is shown before it is read again."""


class WeekUse(QObject):
    """lengths: active time of this week in milliseconds by the document's number, empty until it is known."""

    def __init__(self, now_ms: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._read_ms: int | None = None
        self.lengths: Mapping[int, int] = MappingProxyType({})

    def look(self, engine: Engine, background: Background) -> None:
        """Read it unless that was done a moment ago."""
        now_ms = self._now_ms()
        if self._read_ms is not None and 0 <= now_ms - self._read_ms < FRESH_MS:
            return
        self._read_ms = now_ms
        background.ask(self, lambda: _read(engine), self._take, lambda _error: None)

    def _take(self, lengths: Mapping[int, int]) -> None:
        self.lengths = MappingProxyType(dict(lengths))


def _read(engine: Engine) -> dict[int, int]:
    first, after = engine.reports.period(Period.WEEK)
    rule = engine.history.rule()
    used = engine.document_use.used(day_start_ms(first, rule), day_start_ms(after, rule))
    return {one.document.id: one.active_ms for one in used}
