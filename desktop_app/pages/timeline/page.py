"""The Timeline page itself: toolbar, lanes, what is chosen, and the table below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_message
from desktop_app.pages.timeline.choice_bar import ChoiceBar
from desktop_app.pages.timeline.corrector import TimelineCorrector
from desktop_app.pages.timeline.lane_words import lane_names
from desktop_app.pages.timeline.listed import ListedCard
from desktop_app.pages.timeline.navigator import TimelineNavigator
from desktop_app.pages.timeline.period import system_zone
from desktop_app.pages.timeline.reader import Loaded, TimelineReader
from desktop_app.pages.timeline.search_box import MOST, SearchBox
from desktop_app.pages.timeline.source import LabelledHistory, TimelineSource
from desktop_app.pages.timeline.table import TimelineTable
from desktop_app.pages.timeline.toolbar import TimelineToolbar
from desktop_app.pages.today_day import DayWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.theme.app_colours import AppColours
from desktop_app.widgets.card import Card
from desktop_app.widgets.error_line import ErrorLine
from desktop_app.widgets.format import Wording
from desktop_app.widgets.key_binding import on_keys
from desktop_app.widgets.scrolling import scrolling
from desktop_app.widgets.timeline_lanes import TimelineLanes
from desktop_app.widgets.toast import Toast
from engine.domain.app_names import AppNames
from engine.domain.clock import MS_PER_HOUR, Clock, SystemClock
from engine.domain.errors import KairosError
from engine.domain.found import Found
from engine.domain.intervals import Interval

if TYPE_CHECKING:
    from desktop_app.choices import Choices

_TICK_MS: Final = 10_000
_NARROW: Final = 820
_TABLE_HEIGHT: Final = 150
_SETTLE_MS: Final = 120
_GROWS_MS: Final = 10_000
_GROWS_SHARE: Final = 8_640  # a day is read anew every ten seconds, a month every five minutes


class TimelinePage(QWidget):
    """Reads what it shows by itself once the engine is open; refresh tells it that the history has changed."""

    def __init__(
        self, theme: ThemeHolder, choices: Choices, parent: QWidget | None = None, *, clock: Clock | None = None
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._zone = system_zone()
        self._clock = clock or SystemClock(lambda: self._zone)
        self._wording = Wording(self._zone, self)
        self._words = DayWords(self._wording, AppColours(), self)
        self._app_names = AppNames()
        self._loaded: Loaded | None = None
        self._source: TimelineSource | None = None
        self._stale, self._read_ms = False, 0
        self._build(theme)
        self._connect()
        self._bind_keys()
        self.speak()
        choices.ready.connect(self._attach)
        self._attach()

    # ---------------------------------------------------------------- parts

    def _build(self, theme: ThemeHolder) -> None:
        self.setProperty("role", "page")
        self.lanes = TimelineLanes(theme, self._wording, self)
        self.search = SearchBox(lambda moment: self._wording.moment(moment, 0), self._app_name, self)
        self.toolbar = TimelineToolbar(self.search, self)
        self.bar = ChoiceBar(theme, self)
        self.table = TimelineTable(self._wording, lane_names(self._words, self._app_name), self)
        self.toast = Toast(self)
        self.corrector = TimelineCorrector(self._wording, self)
        self._reader = TimelineReader(self)
        self.navigator = TimelineNavigator(
            self.lanes, self.toolbar, self._reader, self._wording, self._clock, self._choices
        )
        self._card = Card("", self)
        self._card.body.addWidget(self.lanes)
        self._card.body.addWidget(self.bar)
        self.error = ErrorLine(self)
        self.listed = ListedCard(theme, self.table, self)
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self._arrange()
        self._settled = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer = QTimer(self, interval=_TICK_MS)

    def _arrange(self) -> None:
        self.toolbar.setContentsMargins(spacing.XXL, spacing.XS, spacing.XXL, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.M)
        column.addWidget(self.toolbar)
        column.addWidget(scrolling((self.error, 0), (self._card, 0), (self.listed, 1)), 1)

    def _connect(self) -> None:
        self.lanes.view_changed.connect(self._settled.start)
        self.lanes.selected.connect(self._selected)
        self.lanes.menu_wanted.connect(self.bar.show_menu)
        self.table.chosen.connect(self._chosen_in_table)
        self._reader.loaded.connect(self._show)
        self._reader.failed.connect(lambda error: self.error.say(error_message(error)))
        self.error.again.connect(self._reader.refresh)
        self.search.asked.connect(self._search)
        self.search.opened.connect(self._open_found)
        self.corrector.said.connect(self._say)
        self.corrector.changed.connect(self.refresh)
        self._settled.timeout.connect(self._show_rows)
        self._timer.timeout.connect(self._tick)
        for wanted in (self.lanes.edit_wanted, self.bar.edit_wanted, self.table.edit_wanted):
            wanted.connect(lambda: self._with_history(self.corrector.edit))
        for wanted in (self.lanes.document_wanted, self.bar.document_wanted):
            wanted.connect(lambda: self._with_history(self.corrector.show_document))
        for wanted in (self.lanes.delete_wanted, self.bar.delete_wanted):
            wanted.connect(lambda: self._with_span(self.corrector.delete))
        for wanted in (self.lanes.split_wanted, self.bar.split_wanted):
            wanted.connect(self._split)
        self.bar.revert_wanted.connect(lambda: self._with_span(self.corrector.revert))
        self.bar.category_wanted.connect(
            lambda number: self._with_span(lambda span: self.corrector.label(span, number))
        )
        self.bar.add_wanted.connect(self._add)

    def _bind_keys(self) -> None:
        for keys, act in (
            *((keys, self.focus_search) for keys in ("/", "Ctrl+F")),
            ("Ctrl+Z", self.corrector.undo),
            ("Ctrl+Shift+Z", self.corrector.redo),
            *(("Alt+Left", lambda: self.navigator.turn(-1)), ("Alt+Right", lambda: self.navigator.turn(1))),
            ("T", self.navigator.show_today),
        ):
            on_keys(self, keys, act)

    def speak(self) -> None:
        """Write everything in the window's language."""
        self.listed.speak()
        self.lanes.name(self.tr("Timeline"), self.tr("Arrow keys walk through it; the table below says the same."))
        self.table.setAccessibleName(self.tr("The timeline as a table"))
        self.toolbar.speak()
        self.bar.speak()
        self.search.speak()
        self.navigator.write()
        self._selected()

    def _app_name(self, app: str) -> str:
        return self._app_names.name(app)

    def show_names(self, names: AppNames) -> None:
        """Call apps by these names."""
        self._app_names = names
        self.refresh()

    # ---------------------------------------------------------------- reading

    def _attach(self) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is None or background is None or self._source is not None:
            return
        self._source = TimelineSource(engine)
        self.corrector.attach(engine, background)
        self._reader.attach(self._source, background, lane_names(self._words, self._app_name))
        self.navigator.start()

    def refresh(self) -> None:
        """Read anew what is shown, at once where someone looks and else when they do."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._reader.refresh()

    def history_grew(self) -> None:
        """Heed that something was recorded: read anew what shows the present, once in a while."""
        now_ms, view = self._clock.now().wall_ms, self.lanes.view
        pause = max(_GROWS_MS, view.span_ms // _GROWS_SHARE)
        if view.start_ms <= now_ms <= view.end_ms and now_ms - self._read_ms >= pause:
            self._read_ms = now_ms
            self.refresh()

    def _show(self, loaded: Loaded) -> None:
        self.error.hide()
        self._loaded = loaded
        self.lanes.show_lanes(loaded.lanes)
        self.lanes.move_now(self._clock.now().wall_ms)
        self.bar.show_history(loaded.history)
        self.navigator.take(loaded)
        self._show_rows()

    def _fail(self, error: KairosError) -> None:
        self.toast.say(f"⚠ {error_message(error)}")

    # ---------------------------------------------------------------- choosing and correcting

    def _show_rows(self) -> None:
        if self._loaded is not None:
            self.listed.show_loaded(self._loaded, self.lanes.view)
            self._selected()

    def _selected(self) -> None:
        span, caret = self.lanes.span, self.lanes.caret
        can_split = span is not None and caret is not None and span[0] < caret < span[1]
        view, lanes = self.lanes.view, self.lanes.lanes
        empty = self._loaded is not None and not any(lane.within(view.start_ms, view.end_ms) for lane in lanes)
        self.bar.show_choice(self.lanes.describe(), can_split=can_split, empty=empty)
        if span is not None:
            self.table.choose(span[0])

    def _chosen_in_table(self, span: Interval) -> None:
        self.lanes.choose((span.start_ms, span.end_ms))
        self.lanes.move_to(self.lanes.view.holding(span.start_ms, span.end_ms))

    def _span(self) -> Interval | None:
        """Return the time chosen, which ends now at the latest: what is to come cannot be corrected."""
        if self.lanes.span is None:
            return None
        start, end = self.lanes.span
        return Interval(start, max(start, min(end, self._clock.now().wall_ms)))

    def _with_span(self, act: Callable[[Interval], None]) -> None:
        if (span := self._span()) is not None:
            act(span)

    def _with_history(self, act: Callable[[Interval, LabelledHistory], None]) -> None:
        if (span := self._span()) is not None and self._loaded is not None:
            act(span, self._loaded.history)

    def _split(self) -> None:
        span, caret = self._span(), self.lanes.caret
        if span is not None and caret is not None and span.start_ms < caret < span.end_ms and self._loaded is not None:
            self.corrector.edit(Interval(caret, span.end_ms), self._loaded.history)

    def _add(self) -> None:
        now_ms = self._clock.now().wall_ms
        span = self._span() or Interval(now_ms - MS_PER_HOUR, now_ms)
        if self._loaded is not None:
            self.corrector.add(span, self._loaded.history)

    def _say(self, text: str, can_undo: bool) -> None:
        self.toast.tell(text, self.corrector.undo if can_undo else None)

    # ---------------------------------------------------------------- searching

    def focus_search(self) -> None:
        """Go to the search with the keys."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _search(self, words: str) -> None:
        source, background = self._source, self._choices.background
        if source is not None and background is not None and words:
            background.ask(
                self, lambda: source.search(words, MOST), lambda found: self.search.show_found(words, found), self._fail
            )

    def _open_found(self, found: Found) -> None:
        self.navigator.show_moment(found.interval.start_ms, found.interval.end_ms)
        self.lanes.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---------------------------------------------------------------- time goes by

    def _tick(self) -> None:
        self.lanes.move_now(self._clock.now().wall_ms)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        for fit in (self.toolbar.set_narrow, self.bar.set_narrow, self.table.set_narrow):
            fit(self.width() < _NARROW)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the now-line moving while it is seen."""
        super().showEvent(event)
        self._timer.start()
        self._tick()
        self._show_rows()
        if self._stale:
            self._reader.refresh()
            self._stale = False

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._timer.stop()
        self._settled.stop()
        self._stale = True  # whatever happens meanwhile is read when the page is seen again
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.speak()
        super().changeEvent(event)
