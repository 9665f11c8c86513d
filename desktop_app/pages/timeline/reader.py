"""Keeps the history around what is shown at hand, read off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.pages.timeline.lanes import LaneNames, TimelineColours, lanes_of, segments_of
from desktop_app.pages.timeline.source import LabelledHistory, TimelineSource
from desktop_app.theme.app_colours import AppColours
from desktop_app.widgets.timeline_values import Lane
from desktop_app.widgets.timeline_view import DAY, View
from engine.domain.errors import KairosError
from engine.domain.intervals import Interval
from engine.domain.summary import Segment

if TYPE_CHECKING:
    from desktop_app.background import Background

_PAUSE_MS: Final = 40  # while the view still moves, nothing is asked


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, ready to be shown."""

    history: LabelledHistory
    lanes: tuple[Lane, ...]
    segments: tuple[Segment, ...]


class TimelineReader(QObject):
    """Reads half a view more on either side, one question at a time; emits loaded, or failed with a KairosError."""

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: TimelineSource | None = None
        self._background: Background | None = None
        self._names: LaneNames | None = None
        self._colours = TimelineColours(AppColours(), AppColours())
        self._held: Interval | None = None
        self._wanted: Interval | None = None
        self._reading = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._ask)

    def attach(self, source: TimelineSource, background: Background, names: LaneNames) -> None:
        """Give the reader what it reads from, and the words for it."""
        self._source, self._background, self._names = source, background, names
        self._ask()

    def show(self, view: View) -> None:
        """Have what the view shows at hand."""
        shown = Interval(view.start_ms, view.end_ms)
        if (
            self._wanted is None
            or not _holds(self._wanted, shown)
            or self._wanted.length_ms > 8 * max(shown.length_ms, DAY)
        ):
            more = max(view.span_ms // 2, DAY // 4)
            self._wanted = Interval(max(0, view.start_ms - more), view.end_ms + more)
        if self._held is None and self._source is not None:
            self._ask()
        elif self._held != self._wanted:
            self._timer.start()

    def refresh(self) -> None:
        """Read anew what is shown."""
        self._held = None
        if self._reading:
            return  # asked again as soon as this answer is there
        self._timer.start()

    def _ask(self) -> None:
        source, background, names, bounds = self._source, self._background, self._names, self._wanted
        if self._reading or source is None or background is None or names is None or bounds is None:
            return
        self._reading = True
        self._held = bounds
        colours = self._colours

        def read() -> Loaded:
            history = source.read(bounds)
            return Loaded(history, lanes_of(history, names, colours), segments_of(history))

        background.ask(self, read, self._tell, self._give_up)

    def _tell(self, loaded: Loaded) -> None:
        self._reading = False
        self.loaded.emit(loaded)
        if self._held != self._wanted:
            self._timer.start()

    def _give_up(self, error: KairosError) -> None:
        self._reading = False
        self.failed.emit(error)


def _holds(outer: Interval, inner: Interval) -> bool:
    return outer.start_ms <= inner.start_ms and inner.end_ms <= outer.end_ms
