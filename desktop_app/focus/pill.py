"""The session going on, small, above every page."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent, QIcon, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.focus.control import FocusControl
from desktop_app.focus.keeper import FocusKeeper
from desktop_app.theme import ThemeHolder
from desktop_app.theme.icons import icon
from desktop_app.widgets.plain_text import for_tooltip
from engine.domain.focus_session import Phase, Started
from engine.settings import FocusSettings, Settings

_ICON = 14


class FocusPill(QPushButton):
    """Shows the clock of the session while one runs, nothing else; its menu takes a break or ends it."""

    def __init__(
        self, theme: ThemeHolder, keeper: FocusKeeper, settings: FocusSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._keeper = theme, keeper
        self._drawn: tuple[str, str] | None = None
        self.control = FocusControl(keeper, settings, Started.WINDOW, self)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setMenu(QMenu(self))
        self.control.fill(self.menu())
        keeper.changed.connect(self.show_state)
        keeper.ticked.connect(self.show_state)
        theme.changed.connect(self.show_state)
        self.show_state()

    def heed(self, settings: Settings) -> None:
        """Take the lengths from other settings."""
        self.control.heed(settings.focus)

    def show_state(self) -> None:
        """Draw the clock anew."""
        state, left = self._keeper.now.state, self._keeper.countdown()
        self.setVisible(state is not None)
        if state is None or left is None:
            return
        works = state.phase in {Phase.WORK, Phase.OVERTIME}
        picture = ("today" if works else "pause", self._theme.palette.accent if works else self._theme.palette.muted)
        if picture != self._drawn:
            self._drawn = picture
            self.setIcon(QIcon(icon(picture[0], self._theme.palette.colour("accent" if works else "muted"), _ICON)))
        self.setText(f" {left.text}")
        sentence = self.control.words.status(state, left)
        self.setToolTip(for_tooltip(sentence))
        self.setAccessibleName(self.tr("Session: %1").replace("%1", sentence))

    def showEvent(self, event: QShowEvent) -> None:
        """Count the seconds while they are seen."""
        self._keeper.watch(self, wanted=True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._keeper.watch(self, wanted=False)
        super().hideEvent(event)
