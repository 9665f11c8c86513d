"""Reads the days that the plan page shows, beside the window's own thread, and anew when they changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.pages.plan.source import Planned, PlanSource
from desktop_app.pages.timeline.lanes import LaneNames, TimelineColours
from desktop_app.theme.app_colours import AppColours
from engine.domain.blocks import Occurrence
from engine.domain.clock import Clock
from engine.domain.errors import KairosError

if TYPE_CHECKING:
    from desktop_app.background import Background

PEEK_MS: Final = 2_000
"""So long after something was written it is looked for whether it was the plan."""


class PlanReader(QObject):
    """One question at a time; emits loaded(Planned), or failed with a KairosError."""

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._source: PlanSource | None = None
        self._background: Background | None = None
        self._names: LaneNames | None = None
        self._colours = TimelineColours(AppColours(), AppColours())
        self._wanted: tuple[date, int] | None = None
        self._held: tuple[Occurrence, ...] | None = None
        self._reading = self._again = False
        self._peek = QTimer(self, singleShot=True, interval=PEEK_MS)
        self._peek.timeout.connect(self._look)

    def attach(self, source: PlanSource, background: Background, names: LaneNames) -> None:
        """Give the reader what it reads from, and the words for it."""
        self._source, self._background, self._names = source, background, names
        self.refresh()

    def show(self, first: date, count: int) -> None:
        """Read so many days from the first on."""
        self._wanted = first, count
        self.refresh()

    def refresh(self) -> None:
        """Read anew what is shown."""
        source, background, names = self._source, self._background, self._names
        if source is None or background is None or names is None or self._wanted is None:
            return
        self._again = self._reading
        if self._reading:
            return
        self._reading = True
        wanted, now_ms, colours = self._wanted, self._clock.now().wall_ms, self._colours

        def take(planned: Planned) -> None:
            self._reading = False
            self._held = planned.occurrences
            if wanted == self._wanted:
                self.loaded.emit(planned)
            if self._again:
                self.refresh()

        background.ask(self, lambda: source.read(*wanted, now_ms, names, colours), take, self._fail)

    def database_changed(self) -> None:
        """Look in a moment whether another program changed the plan."""
        if not self._peek.isActive():
            self._peek.start()

    def rest(self) -> None:
        """Look no more."""
        self._peek.stop()

    def _look(self) -> None:
        source, background, wanted = self._source, self._background, self._wanted
        if source is None or background is None or wanted is None or self._reading:
            return

        def compare(found: tuple[Occurrence, ...]) -> None:
            if wanted == self._wanted and found != self._held:
                self.refresh()

        background.ask(self, lambda: source.occurrences(*wanted), compare, lambda _error: None)

    def _fail(self, error: KairosError) -> None:
        self._reading = False
        self.failed.emit(error)
