"""One question and what was answered, with what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.pages.assistant.words import link_words
from desktop_app.theme import spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign, plain_label
from engine.domain.answers import Answer, Outcome

_QUOTES = 5


@dataclass(frozen=True, slots=True)
class Turn:
    """A question, its answer, and the numbers of the answer's rows as a person reads them."""

    question: str
    answer: Answer
    numbers: tuple[str, ...] = ()


class TurnCard(Card):
    """Emits asked(question) for a choice or an example, link_wanted(Answer), confirmed(Answer)."""

    asked = Signal(str)
    link_wanted = Signal(object)
    confirmed = Signal(object)

    def __init__(self, turn: Turn, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.turn = turn
        answer = turn.answer
        self.question = Paragraph(foreign(turn.question), "secondary", self)
        self.said = Paragraph(answer.text, "strong", self)
        self.basis = Paragraph(answer.basis, "secondary", self)
        self.basis.setVisible(bool(answer.basis))
        self.buttons: list[QPushButton] = []
        self.setAccessibleName(foreign(turn.question))
        for part in (self.question, self.said):
            self.body.addWidget(part)
        self._add_rows()
        self._add_quotes()
        self.body.addWidget(self.basis)
        self._add_ways()

    def _add_rows(self) -> None:
        if not self.turn.answer.rows:
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(spacing.L)
        grid.setVerticalSpacing(spacing.XS)
        grid.setColumnStretch(0, 1)
        for place, (row, number) in enumerate(zip(self.turn.answer.rows, self.turn.numbers, strict=False)):
            told = plain_label(number, "", self)
            told.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(ElidedLabel(foreign(row.label), "", self), place, 0)
            grid.addWidget(told, place, 1)
        self.body.addLayout(grid)

    def _add_quotes(self) -> None:
        for quote in self.turn.answer.quotes[:_QUOTES]:
            self.body.addWidget(Paragraph(f"“{foreign(quote.text)}”", "", self))
            page = "" if quote.page is None else f" · {quote.page}"
            share = "" if quote.share is None else f"{quote.share:.0%} · "
            where = f"{share}{foreign(quote.title)} · {foreign(quote.path)}{page}"
            self.body.addWidget(ElidedLabel(where, "secondary", self))

    def _add_ways(self) -> None:
        """Add what can be chosen, a line each, and below it where to look."""
        answer = self.turn.answer
        ways = [(one.label, one.question) for one in answer.choices]
        ways += [] if ways else [(example, example) for example in answer.examples]
        column = QVBoxLayout()
        column.setSpacing(spacing.XS)
        for label, question in ways:
            button = self._button(foreign(label), "quiet")
            button.clicked.connect(lambda _checked=False, text=question: self.asked.emit(text))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(column)
        below = QHBoxLayout()
        if answer.outcome is Outcome.PROPOSED:
            yes = self._button(self.tr("Plan it"), "primary")
            yes.clicked.connect(lambda: self._confirm(yes))
            below.addWidget(yes)
        if answer.link is not None and answer.outcome is not Outcome.REFUSED:
            button = self._button(link_words(answer.link), "")
            button.clicked.connect(lambda: self.link_wanted.emit(answer))
            below.addWidget(button)
        below.addStretch(1)
        self.body.addLayout(below)

    def _confirm(self, button: QPushButton) -> None:
        button.setEnabled(False)  # once is enough
        self.confirmed.emit(self.turn.answer)

    def _button(self, text: str, kind: str) -> QPushButton:
        button = QPushButton(text.replace("&", "&&"), self)
        if kind:
            button.setProperty("kind", kind)
        self.buttons.append(button)
        return button
