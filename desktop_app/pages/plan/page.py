"""The Plan page itself: toolbar, grid, what is suggested, and the table below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.pages.plan.actions import PlanActions
from desktop_app.pages.plan.body import PlanBody
from desktop_app.pages.plan.period import title_of
from desktop_app.pages.plan.reader import PlanReader
from desktop_app.pages.plan.scene import scene_of
from desktop_app.pages.plan.source import Planned, PlanSource
from desktop_app.pages.timeline.lane_words import lane_names
from desktop_app.pages.timeline.period import Period
from desktop_app.pages.today_day import DayWords
from desktop_app.theme import ThemeHolder
from desktop_app.theme.app_colours import AppColours
from desktop_app.widgets.key_binding import on_keys
from engine.domain.app_names import AppNames
from engine.domain.clock import Clock, SystemClock
from engine.domain.days import day_of
from engine.domain.errors import KairosError
from engine.domain.proposals import Proposal, WeekProposal

if TYPE_CHECKING:
    from desktop_app.choices import Choices
    from desktop_app.pages.advice.adviser import Adviser
    from engine.settings import Settings

_TICK_MS: Final = 10_000
_GROWS_MS: Final = 60_000
_NARROW: Final = 900
_PANEL: Final = 292
_REASONS: Final = 2


class PlanPage(PlanBody):
    """Reads by itself once the engine is open; history_grew tells it that something was recorded."""

    def __init__(
        self,
        theme: ThemeHolder,
        choices: Choices,
        adviser: Adviser,
        parent: QWidget | None = None,
        *,
        clock: Clock | None = None,
    ) -> None:
        self._adviser = adviser
        self._clock = clock or SystemClock(lambda: "UTC")
        super().__init__(theme, choices, self._clock, parent)
        self.reader = PlanReader(self._clock, self)
        self.actions_of = PlanActions(self)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._days = DayWords(self.wording, AppColours(), self)
        self._app_names = AppNames()
        self._stale = self._attached = self._hinted = False
        self._week: WeekProposal | None = None  # the last one suggested that was shown
        self._read_ms = 0
        self._connect()
        self._bind_keys()
        self.speak()
        choices.ready.connect(self._attach)
        choices.changed.connect(self._heed)
        self._attach()

    # ---------------------------------------------------------------- parts

    def _connect(self) -> None:
        self.toolbar.turned.connect(self.navigator.turn)
        self.toolbar.today_wanted.connect(self.navigator.show_today)
        self.toolbar.period_wanted.connect(self._show_period)
        self.toolbar.suggestion_wanted.connect(self.suggest)
        self.hint.suggestion_wanted.connect(self.suggest)
        self.grid.turned.connect(self.navigator.turn)
        self.grid.selected.connect(self._selected)
        self.foot.table.chosen.connect(self.grid.choose)
        self.reader.loaded.connect(self._show)
        self.reader.failed.connect(self._fail)
        self.error.again.connect(self.reader.refresh)
        self.changer.said.connect(self.say)
        self.changer.changed.connect(self.refresh)
        self.choices.packs_changed.connect(self.refresh)
        self.changer.refused.connect(self._draw)
        self.suggester.shown.connect(self._suggested)
        self.suggester.accepted.connect(self.changer.tell)
        self.suggester.refused.connect(lambda text: self.say(text, can_undo=False))
        self.suggester.failed.connect(self.changer.refuse)
        self.panel.pointed.connect(self._point)
        self.panel.keys_left.connect(lambda: self.grid.setFocus(Qt.FocusReason.OtherFocusReason))
        self._adviser.grown.connect(self._database_changed)
        self.navigator.moved.connect(self._moved)
        self._timer.timeout.connect(self._tick)

    def _bind_keys(self) -> None:
        for keys, act in (
            ("Ctrl+Z", self.changer.undo),
            ("Ctrl+Shift+Z", self.changer.redo),
            ("Ctrl+Y", self.changer.redo),
            ("T", self.navigator.show_today),
            ("D", lambda: self._show_period(Period.DAY)),
            ("W", lambda: self._show_period(Period.WEEK)),
            ("S", self.suggest),
            ("F", self.actions_of.edit_flexible),
            ("N", self.actions_of.new_at_cursor),
        ):
            on_keys(self, keys, act)

    def speak(self) -> None:
        """Write everything in the window's language."""
        self.grid.setAccessibleName(self.tr("The plan"))
        self.toolbar.speak()
        self.hint.speak()
        self.foot.speak()
        self.panel.write()
        self._write_titles()
        self._draw()

    def _app_name(self, app: str) -> str:
        return self._app_names.name(app)

    def show_names(self, names: AppNames) -> None:
        """Call apps by these names."""
        self._app_names = names

    def _attach(self) -> None:
        engine, background = self.choices.engine, self.choices.background
        if engine is None or background is None or self._attached:
            return
        self._attached = True
        source = PlanSource(engine)
        self.changer.attach(engine, background)
        self.suggester.attach(engine, background, self._adviser.lane)
        self.actions_of.attach(engine, background)
        background.ask(self, source.rule, self.navigator.take_rule, self._fail)
        self.reader.attach(source, background, lane_names(self._days, self._app_name))
        self._moved()

    def _moved(self) -> None:
        """Read the days wanted."""
        self.wording.set_zone(self.navigator.rule.zone)
        self.reader.show(self.navigator.first, self.navigator.count)
        self.toolbar.mark(self.navigator.period)
        self._write_titles()

    def _heed(self, settings: Settings) -> None:
        """Show weeks and working hours as they are set by now."""
        self.navigator.week_start = settings.tracking.week_start.number
        if self._attached:
            self._moved()

    def _show_period(self, period: Period) -> None:
        block = self.grid.block(self.grid.chosen)
        self.navigator.show_period(period, None if block is None else block.start_ms)

    # ---------------------------------------------------------------- showing

    def refresh(self) -> None:
        """Read anew what is shown, at once where someone looks and else when they do."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.reader.refresh()

    def history_grew(self) -> None:
        """Heed that something was recorded: read anew what shows the present, once in a while."""
        now_ms, planned = self._clock.now().wall_ms, self.planned
        if planned is None or not planned.days[0].start_ms <= now_ms < planned.days[-1].end_ms:
            return
        if now_ms - self._read_ms >= _GROWS_MS:
            self._read_ms = now_ms
            self.refresh()

    def _database_changed(self) -> None:
        if self.isVisible():
            self.reader.database_changed()

    def _show(self, planned: Planned) -> None:
        if planned.rule != self.navigator.rule:
            self.navigator.take_rule(planned.rule)  # the machine is in another zone by now: read anew as it cuts days
            return
        self.error.hide()
        self.planned = planned
        self._read_ms = self._clock.now().wall_ms
        self._draw()
        self._write_titles()

    def _draw(self) -> None:
        planned = self.planned
        if planned is None:
            return
        reasoned = [(one, self.reason(one)) for one in self.suggester.proposals]
        start, end = planned.days[0].start_ms, planned.days[-1].end_ms
        here = [(one, why) for one, why in reasoned if one.interval.start_ms < end and one.interval.end_ms > start]
        scene = scene_of(planned, here, self.choices.settings.plan, self.words)
        self.grid.move_now(self._clock.now().wall_ms)
        self.grid.show_scene(scene)
        self.foot.table.show_blocks(self.grid.in_order())
        self._show_hint(shown=not scene.blocks and not self.suggester.asking)
        self._selected(self.grid.chosen)

    def _show_hint(self, *, shown: bool) -> None:
        """Show how to begin, or no longer; the hours stay where they are."""
        bar, around = self.grid.verticalScrollBar(), self.hint.parentWidget()
        if self.hint.isVisible() and not shown:
            bar.setValue(bar.value() - self.hint.height())
        came = shown and self.hint.isHidden()
        self.hint.setVisible(shown)
        layout = None if around is None else around.layout()
        if came and layout is not None:
            layout.activate()  # the grid gives up its room first: before, it would not scroll so far
            if self._hinted:
                bar.setValue(bar.value() + self.hint.height())
            else:
                self.grid.show_hours()  # as it begins, in the room that is left
            self._hinted = True

    def lead_keys(self) -> None:
        """Let the keys work in the week at once, for who opened the page with keys."""
        self.grid.setFocus(Qt.FocusReason.TabFocusReason)

    def _suggested(self) -> None:
        asked_from = self.hint.button, self.toolbar.suggest
        if self.suggester.asking and any(button.hasFocus() for button in asked_from):
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt gives the keys to the next button
        self._draw()
        self.toolbar.suggest.setEnabled(not self.suggester.asking)
        week, self._week = self._week, self.suggester.week
        if self._week is not None and self._week is not week:
            self._show_some(self.suggester.proposals)

    def _show_some(self, proposals: list[Proposal]) -> None:
        """Show the days of the first proposal where those shown hold none."""
        days = [day_of(one.interval.start_ms, self.navigator.rule) for one in proposals]
        if days and not any(self.navigator.holds(day) for day in days):
            first = proposals[0].interval
            self.grid.begin_at((first.start_ms, first.end_ms))
            self.navigator.show_moment(first.start_ms)

    def _write_titles(self) -> None:
        first = self.navigator.first
        shown = self.planned is not None and self.planned.days[0].day == first
        total = self.words.total(self.planned.adherence) if shown and self.planned is not None else ""
        self.toolbar.show_titles(title_of(self.navigator.period, first), total)

    def _selected(self, key: str) -> None:
        block = self.grid.block(key)
        self.foot.show_line("" if block is None else block.said)
        self.foot.table.choose(key)

    def _point(self, key: str) -> None:
        proposal = self.suggester.proposal(key)
        if proposal is None:
            return
        self.navigator.show_moment(proposal.interval.start_ms)
        self.grid.choose(f"proposal {key}")

    def _fail(self, error: KairosError) -> None:
        self.error.say(error_sentence(error))

    # ---------------------------------------------------------------- time goes by

    def _tick(self) -> None:
        if self._attached:
            self.navigator.follow()
        self.grid.move_now(self._clock.now().wall_ms)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self.set_narrow(narrow=self.width() < _NARROW)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the now-line moving while it is seen."""
        super().showEvent(event)
        self._timer.start()
        self._tick()
        if self._stale:
            self._stale = False
            self.reader.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._timer.stop()
        self.reader.rest()
        self._stale = True
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.speak()
        super().changeEvent(event)
