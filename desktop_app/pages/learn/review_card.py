"""Cards that are due, asked one after the other: Space shows the answer, 1 to 4 say how it went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.told_as import tell_as
from engine.domain.learning import RecallCard

_RATING_KEYS: Final = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReviewCard(Card):
    """Emits rated(card's number, rating, milliseconds), undo_wanted, and make_wanted for new cards."""

    rated = Signal(int, int, int)
    undo_wanted = Signal()
    make_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Recall"))
        tell_as(self, QAccessible.Role.Grouping)
        self._due: list[RecallCard] = []
        self._asked: RecallCard | None = None
        self._taken: set[int] = set()
        self._clock = QElapsedTimer()
        self.note = Paragraph("", "muted", self)
        self.front, self.back = Paragraph("", "strong", self), Paragraph("", "", self)
        self.start_button = QPushButton(self.tr("Start review"), self)
        self.start_button.setProperty("kind", "primary")
        self.show_button = QPushButton(self.tr("Show the answer (Space)"), self)
        names = (self.tr("1 Forgotten"), self.tr("2 Hard"), self.tr("3 Good"), self.tr("4 Easy"))
        self.ratings = tuple(QPushButton(name, self) for name in names)
        self.undo_button = QPushButton(self.tr("Undo the last"), self)
        self.make_button = QPushButton(self.tr("Make cards…"), self)
        for button in (self.undo_button, self.make_button):
            button.setProperty("kind", "quiet")
        self._answered = self._rated = False
        self._arrange()
        self._show()

    def _arrange(self) -> None:
        self.corner.addWidget(self.undo_button)
        self.corner.addWidget(self.make_button)
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        for button in (self.start_button, self.show_button, *self.ratings):
            row.addWidget(button)
        row.addStretch(1)
        for part in (self.note, self.front, self.back):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.start_button.clicked.connect(self.start)
        self.show_button.clicked.connect(self.show_answer)
        self.undo_button.clicked.connect(self._undo)
        self.make_button.clicked.connect(self.make_wanted)
        for value, button in enumerate(self.ratings, 1):
            button.clicked.connect(lambda _checked=False, value=value: self.rate(value))

    @property
    def asked(self) -> RecallCard | None:
        """The card that is being asked, None where none is."""
        return self._asked

    @property
    def left(self) -> int:
        """How many cards are due."""
        return len(self._due)

    def show_due(self, due: Sequence[RecallCard]) -> None:
        """Show the cards that are due now; one that is being asked stays."""
        self._taken &= {one.id for one in due}  # what was told and is read as due no more
        self._due = [one for one in due if one.id not in self._taken]
        if self._asked is not None and all(one.id != self._asked.id for one in self._due):
            self._asked = None
        self._show()

    def start(self) -> None:
        """Ask the first card that is due."""
        self._asked, self._answered = (self._due[0] if self._due else None), False
        self._clock.start()
        self._show()
        self.setFocus()

    def show_answer(self) -> None:
        """Show the answer of the card that is asked."""
        if self._asked is not None:
            self._answered = True
            self._show()
            self.setFocus()

    def rate(self, rating: int) -> None:
        """Say how it went, and ask the next one."""
        card = self._asked
        if card is None or not self._answered:
            return
        self._due = [one for one in self._due if one.id != card.id]
        self._taken.add(card.id)
        self.rated.emit(card.id, rating, self._clock.elapsed())
        self._rated = True
        self.start()

    def _undo(self) -> None:
        self._asked, self._rated = None, False
        self._taken.clear()
        self.undo_wanted.emit()
        self.setFocus()

    def _show(self) -> None:
        asking = self._asked is not None
        due = self.tr("%n cards are due. They are asked when they are about to be forgotten.", "", len(self._due))
        none = self.tr("No card is due. Make cards of your own notes; nothing is invented, and you confirm each.")
        keys = self.tr("%n left · Space shows the answer, 1 to 4 say how it went", "", len(self._due))
        self.note.setText(keys if asking else due if self._due else none)
        self.front.setText(self._asked.front if self._asked else "")
        self.back.setText(self._asked.back if self._asked else "")
        self.front.setVisible(asking)
        self.back.setVisible(asking and self._answered)
        self.start_button.setVisible(not asking and bool(self._due))
        self.show_button.setVisible(asking and not self._answered)
        for button in self.ratings:
            button.setVisible(asking and self._answered)
        self.undo_button.setVisible(self._rated)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if asking else Qt.FocusPolicy.NoFocus)  # Space and 1 to 4
        said = (self.front.text(), self.back.text() if self._answered else "", keys)
        self.setAccessibleDescription(". ".join(part for part in said if part) if asking else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space and the ratings while a card is asked."""
        key = Qt.Key(event.key())
        if self._asked is not None and not self._answered and key in (Qt.Key.Key_Space, *_ENTER):
            self.show_answer()
        elif self._asked is not None and self._answered and key in _RATING_KEYS:
            self.rate(_RATING_KEYS[key])
        elif self._asked is not None and key == Qt.Key.Key_Space:
            event.accept()  # a session is not started while the person reads an answer
        else:
            super().keyPressEvent(event)
