"""Which time the timeline shows: turning pages, periods, today, and a moment that was looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop_app.pages.timeline.period import Period, bounds_of, title_of, turned
from desktop_app.pages.timeline.reader import Loaded, TimelineReader
from desktop_app.pages.timeline.toolbar import TimelineToolbar
from desktop_app.widgets.format import Wording
from desktop_app.widgets.ribbon_scale import scale_for
from desktop_app.widgets.ribbon_values import RibbonDay
from desktop_app.widgets.timeline_lanes import ZOOM_STEP, TimelineLanes
from engine.domain.clock import MS_PER_HOUR, Clock
from engine.domain.days import DayRule, day_of
from engine.domain.intervals import Interval

if TYPE_CHECKING:
    from desktop_app.choices import Choices

_AROUND_MS: Final = MS_PER_HOUR


class TimelineNavigator(QObject):
    """Moves the lanes, keeps the toolbar's title and marks true, and has the reader read what is shown.

    A day that was turned to is fitted to its used hours as soon as they are known.
    """

    def __init__(
        self,
        lanes: TimelineLanes,
        toolbar: TimelineToolbar,
        reader: TimelineReader,
        wording: Wording,
        clock: Clock,
        choices: Choices,
    ) -> None:
        super().__init__(lanes)
        self._lanes, self._toolbar, self._reader = lanes, toolbar, reader
        self._wording, self._clock, self._choices = wording, clock, choices
        self._rule = DayRule(clock.now().zone)
        self._period: Period | None = Period.DAY
        self._turns = Period.DAY  # what turning pages moves by, also after zooming
        self._day = day_of(clock.now().wall_ms, self._rule)
        self._loaded: Loaded | None = None
        self._fit_wanted = True
        self._moving = False
        self._started = False
        self._stretch = (0, 0)
        toolbar.turned.connect(self.turn)
        toolbar.today_wanted.connect(self.show_today)
        toolbar.period_wanted.connect(self.show_period)
        toolbar.zoomed.connect(lambda sign: lanes.zoom(ZOOM_STEP**-sign))
        lanes.view_changed.connect(self._view_changed)

    @property
    def period(self) -> Period | None:
        """What is shown, None for a stretch of one's own."""
        return self._period

    def take(self, loaded: Loaded) -> None:
        """Heed what was read: how days are cut, and which hours of the day were used."""
        self._loaded = loaded
        if loaded.history.rule != self._rule:
            self._rule = loaded.history.rule
            self._wording.set_zone(self._rule.zone)
            if self._period is not None:
                self._day = day_of(self._clock.now().wall_ms, self._rule) if self._fit_wanted else self._day
                self._apply(self._period)
        elif self._fit_wanted and self._covered():
            self._fit_wanted = False
            self._fit_day()

    def start(self) -> None:
        """Show today; before, nothing is read."""
        self._started = True
        self.show_today()

    def show_today(self) -> None:
        """Show the period that lasts now."""
        self._day = day_of(self._clock.now().wall_ms, self._rule)
        self._apply(self._turns)

    def show_period(self, period: Period) -> None:
        """Show the day, week or month around what is chosen or shown."""
        view, span = self._lanes.view, self._lanes.span
        self._day = day_of(span[0] if span is not None else (view.start_ms + view.end_ms) // 2, self._rule)
        self._apply(period)

    def turn(self, pages: int) -> None:
        """Show the period so many later."""
        self._day = turned(self._turns, self._day, pages)
        self._apply(self._turns)

    def show_moment(self, start_ms: int, end_ms: int) -> None:
        """Choose a stretch of time and show it with what lies around it."""
        self._lanes.show_view(start_ms - _AROUND_MS, max(end_ms, start_ms + 1) + _AROUND_MS)
        self._lanes.choose((start_ms, end_ms))

    def write(self) -> None:
        """Write which time is shown, in the window's language."""
        view = self._lanes.view
        self._toolbar.show_title(title_of(view.start_ms, view.end_ms, self._wording))

    def _apply(self, period: Period) -> None:
        self._period = self._turns = period
        self._fit_wanted = period is Period.DAY
        self._lanes.choose(None)
        self._move(self._bounds(period))
        self._toolbar.mark(period)
        self.write()
        self._reader.show(self._lanes.view)
        if self._fit_wanted and self._covered():
            self._fit_wanted = False
            self._fit_day()

    def _bounds(self, period: Period) -> Interval:
        return bounds_of(period, self._day, self._rule, self._choices.settings.tracking.week_start.number + 1)

    def _covered(self) -> bool:
        bounds = self._bounds(Period.DAY)
        held = self._loaded.history.bounds if self._loaded is not None else Interval(0, 0)
        return held.start_ms <= bounds.start_ms and bounds.end_ms <= held.end_ms

    def _fit_day(self) -> None:
        """Show the hours of the day that were used, as the ribbon of Today does."""
        if self._loaded is None:
            return
        bounds = self._bounds(Period.DAY)
        apps = next(lane for lane in self._loaded.lanes if lane.key == "apps")
        used = tuple(apps.within(bounds.start_ms, bounds.end_ms))
        now_ms = self._clock.now().wall_ms
        now = now_ms if bounds.start_ms <= now_ms < bounds.end_ms else None
        scale = scale_for(RibbonDay(bounds.start_ms, bounds.end_ms, used, now), self._wording.local, 0, 1)
        self._move(Interval(scale.start_ms, scale.end_ms))

    def _move(self, span: Interval) -> None:
        self._moving = True
        self._lanes.show_view(span.start_ms, span.end_ms)
        self._moving = False

    def _view_changed(self) -> None:
        if not self._started:
            return
        view = self._lanes.view
        stretch = view.start_ms, view.span_ms
        if not self._moving and stretch != self._stretch:  # a new width alone is no move
            self._period, self._fit_wanted = None, False
            self._day = day_of((view.start_ms + view.end_ms) // 2, self._rule)
            self._toolbar.mark(None)
        self._stretch = stretch
        self.write()
        self._reader.show(view)
