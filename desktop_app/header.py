"""The line above every page: its title, and the recorder's state with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.plain_text import plain_label

if TYPE_CHECKING:
    from desktop_app.choices import Choices
    from desktop_app.focus.keeper import FocusKeeper
    from desktop_app.focus.pill import FocusPill
    from desktop_app.recorder.control import RecorderControl


class Header(QFrame):
    """Title and subtitle at the left, the status pill at the right."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.pill: QPushButton | None = None
        self.focus: FocusPill | None = None
        self._title = plain_label("", "title", self)
        self._subtitle = plain_label("", "muted", self)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._subtitle)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(spacing.XXL, spacing.XL, spacing.XXL, spacing.M)
        self._row.addLayout(texts, 1)

    def add_pill(self, control: RecorderControl) -> None:
        """Show the recorder's state, at the same place on every page."""
        from desktop_app.recorder.pill import StatusPill  # noqa: PLC0415  (not part of the first paint)

        self.pill = StatusPill(self._theme, control, self)
        self._row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)

    def add_focus(self, keeper: FocusKeeper, choices: Choices) -> None:
        """Show the session going on, left of the recorder's state."""
        from desktop_app.focus.pill import FocusPill  # noqa: PLC0415  (not part of the first paint)

        pill = self.focus = FocusPill(self._theme, keeper, choices.settings.focus, self)
        choices.changed.connect(pill.heed)
        self._row.insertWidget(1, pill, 0, Qt.AlignmentFlag.AlignTop)

    def show_titles(self, title: str, subtitle: str) -> None:
        """Show another title; an empty subtitle takes no room."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
