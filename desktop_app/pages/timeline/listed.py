"""The activities in sight as a table, or a word where there are none for miles around."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.pages.timeline.reader import Loaded
from desktop_app.pages.timeline.table import TimelineTable
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.card import Card
from desktop_app.widgets.empty_state import EmptyState
from desktop_app.widgets.timeline_view import View


class ListedCard(Card):
    """Holds the table; emits today_requested, for Today says whether anything is being recorded."""

    today_requested = Signal()

    def __init__(self, theme: ThemeHolder, table: TimelineTable, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._table = table
        self.empty = EmptyState(theme, "timeline", "", "", self.tr("Show Today"), self)
        self.empty.clicked.connect(self.today_requested)
        self.empty.hide()
        self.body.addWidget(table)
        self.body.addWidget(self.empty)

    def speak(self) -> None:
        """Write everything in the window's language."""
        self.set_title(self.tr("Activities in view"))
        self.empty.set_texts(
            self.tr("Nothing recorded in this time"),
            self.tr("Turn to other days above; Today says whether anything is being recorded."),
        )
        self.empty.button.setText(self.tr("Show Today"))

    def show_loaded(self, loaded: Loaded, view: View) -> None:
        """Show the rows in the view; the word where nothing was recorded beside it either."""
        self._table.show_loaded(loaded, view)
        self._table.setVisible(bool(loaded.segments))
        self.empty.setVisible(not loaded.segments)
