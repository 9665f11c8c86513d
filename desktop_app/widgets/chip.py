"""A button that narrows something down: it says by what, and offers the choices in a menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.widgets.plain_text import foreign

_LONGEST: Final = 28
_LONGEST_CHOICE: Final = 80


class Chip(QPushButton):
    """One choice of several, or none; emits picked(value) when a person chose, with "" for none."""

    picked = Signal(str)

    def __init__(self, caption: str, anything: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._anything = anything
        self._choices: tuple[tuple[str, str], ...] = ()
        self.value = ""
        self.setCheckable(True)
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        self.setMenu(self._menu)
        self.offer(())

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices, each a text and its value; one that is gone is no longer chosen."""
        self._choices = tuple(choices)
        for action in self._group.actions():
            self._group.removeAction(action)
        self._menu.clear()
        for text, value in (self._anything, ""), *self._choices:
            self._add(text, value)
        self.choose(self.value if any(value == self.value for _, value in self._choices) else "")

    def _add(self, text: str, value: str) -> None:
        action = QAction(foreign(text, _LONGEST_CHOICE).replace("&", "&&"), self._menu)
        action.setCheckable(True)
        action.setData(value)
        action.triggered.connect(lambda: self._pick(value))
        self._group.addAction(action)
        self._menu.addAction(action)
        if not value and self._choices:
            self._menu.addSeparator()

    def _pick(self, value: str) -> None:
        self.choose(value)
        self.picked.emit(value)

    def choose(self, value: str) -> None:
        """Show a choice as made, without word of it."""
        self.value = value
        name = next((text for text, one in self._choices if value and one == value), "")
        text = f"{self._caption}: {foreign(name, _LONGEST)}" if name else self._caption
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setChecked(bool(name))
        for action in self._group.actions():
            action.setChecked(action.data() == value)
