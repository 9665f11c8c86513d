"""The assistant page itself: the dialogue, and the line to ask in. Questions wait on a lane of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.pages.assistant.turn_card import Turn, TurnCard
from desktop_app.pages.assistant.words import first_questions
from desktop_app.theme import spacing
from desktop_app.widgets.bar_margin import BarMargin
from desktop_app.widgets.card import Card
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.answers import Answer, Link, Outcome
from engine.domain.errors import KairosError
from engine.domain.intervals import Interval

if TYPE_CHECKING:
    from desktop_app.background import Background
    from desktop_app.choices import Choices
    from engine.api import Engine

SESSION: Final = "window"
LONGEST: Final = 500
MOST_SHOWN: Final = 30
_WIDEST: Final = 1_012  # as wide as the page is in a window of usual size
_MOST_OF_IT: Final = 10_000  # beside the shares of the margins
_CHINESE: Final = ("\u4e00", "\u9fff")


class AssistantPage(QWidget):
    """Emits days_wanted(first, last day), moment_wanted(Interval), page_wanted(name) for what an answer rests on."""

    days_wanted = Signal(object, object)
    moment_wanted = Signal(object)
    page_wanted = Signal(str)

    def __init__(self, choices: Choices, lane: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices, self._lane = choices, lane
        self._read = False
        self.waiting = 0
        self.cards: list[TurnCard] = []
        self.setProperty("role", "page")
        self.start = Card(self.tr("Ask about your time"), self)
        self.line = QLineEdit(self)
        self.line.setMaxLength(LONGEST)
        self.line.setPlaceholderText(self.tr("A question, in English or Chinese"))
        self.line.setAccessibleName(self.tr("Question"))
        self.ask_button = QPushButton(self.tr("Ask"), self)
        self.ask_button.setProperty("kind", "primary")
        self.forget_button = QPushButton(self.tr("New dialogue"), self)
        self.forget_button.setProperty("kind", "quiet")
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.error.hide()
        self.first: list[QPushButton] = []
        self._arrange()
        bar = self.whole.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setValue(high))  # the last answer is what was asked for
        self.line.returnPressed.connect(self._ask_line)
        self.ask_button.clicked.connect(self._ask_line)
        self.forget_button.clicked.connect(self.forget)
        choices.ready.connect(self._attach)

    def _arrange(self) -> None:
        self._fill_start()
        body = QWidget()
        body.setProperty("role", "pageBody")
        row = QHBoxLayout(body)
        row.setContentsMargins(spacing.XXL, spacing.XS, spacing.XXL, spacing.L)
        dialogue = QWidget(body)
        self._column = QVBoxLayout(dialogue)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing.M)
        _in_the_middle(row, dialogue)
        self._column.addStretch(0)
        self._column.addWidget(self.start)
        self._column.addStretch(3)
        self._show_start(shown=True)
        self.whole = QScrollArea(self)
        self.whole.setWidgetResizable(True)
        self.whole.setFrameShape(QFrame.Shape.NoFrame)
        self.whole.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.whole.setWidget(body)
        BarMargin(self.whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.whole, 1)
        column.addWidget(self.error)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        asking = QWidget(self)
        below = QHBoxLayout(asking)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(spacing.S)
        below.addWidget(self.line, 1)
        for button in (self.ask_button, self.forget_button):
            below.addWidget(button)
        foot = QHBoxLayout()
        foot.setContentsMargins(spacing.XXL, 0, spacing.XXL, spacing.L)
        _in_the_middle(foot, asking)
        return foot

    def _fill_start(self) -> None:
        told = self.tr(
            "Answers come from what was recorded here, with the period and filter they rest on. What is not understood "
            "is not answered, and what can mean several things is asked back. Nothing leaves this computer."
        )
        self.start.body.addWidget(Paragraph(told, "", self))
        examples = QVBoxLayout()
        examples.setSpacing(spacing.XS)
        self.start.body.addLayout(examples)
        for question in first_questions():
            button = QPushButton(question, self)
            button.setProperty("kind", "quiet")
            button.clicked.connect(lambda _checked=False, text=question: self.ask(text))
            examples.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.first.append(button)

    def _show_start(self, *, shown: bool) -> None:
        """Show how to ask in the middle, as long as nothing was asked."""
        self.start.setVisible(shown)
        self._column.setStretch(0, 2 if shown else 0)

    # ---------------------------------------------------------------- asking

    def ask(self, question: str) -> None:
        """Ask a question; the answer appears below the ones before."""
        engine = self._choices.engine
        if engine is None or not question.strip() or self.waiting:
            return
        self._wait(1)
        self._lane.ask(self, lambda: _answered(engine, question), self._show, self._fail)

    def _ask_line(self) -> None:
        question = self.line.text()
        if self._choices.engine is not None and not self.waiting:
            self.line.clear()
            self.ask(question)

    def _confirm(self, turn: Turn) -> None:
        engine, proposed = self._choices.engine, turn.answer.proposed
        if engine is None or proposed is None:
            return
        self._wait(1)

        def done() -> Turn:
            return Turn(turn.question, engine.assistant.carry_out(proposed, turn.question))

        self._lane.ask(self, done, self._show, self._fail)

    def _wait(self, change: int) -> None:
        self.waiting += change
        self.ask_button.setEnabled(not self.waiting)
        self.error.hide()

    def _show(self, turn: Turn) -> None:
        self._wait(-1)
        self._add(turn)

    def _add(self, turn: Turn) -> None:
        self._show_start(shown=False)
        card = TurnCard(turn, self)
        card.asked.connect(self.ask)
        card.link_wanted.connect(self.follow)
        card.confirmed.connect(lambda _answer: self._confirm(turn))
        self._column.insertWidget(self._column.count() - 1, card)
        self.cards.append(card)
        while len(self.cards) > MOST_SHOWN:
            self._drop(self.cards.pop(0))

    def _drop(self, card: TurnCard) -> None:
        self._column.removeWidget(card)
        card.deleteLater()

    def _fail(self, error: KairosError) -> None:
        self._wait(-self.waiting)
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()

    # ---------------------------------------------------------------- what was said before

    def _attach(self) -> None:
        engine = self._choices.engine
        if engine is not None and not self._read and self.isVisible():
            self._read = True
            self._lane.ask(self, lambda: _before(engine), self._show_before, self._fail)

    def _show_before(self, turns: list[Turn]) -> None:
        if not self.cards:
            for turn in turns:
                self._add(turn)

    def forget(self) -> None:
        """Forget the dialogue and begin anew."""
        engine = self._choices.engine
        if engine is None or self.waiting:
            return
        for card in self.cards:
            self._drop(card)
        self.cards.clear()
        self._show_start(shown=True)
        self._lane.ask(self, lambda: engine.assistant.forget(SESSION), None, self._fail)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was said before, once, and lead the keys to the line."""
        super().showEvent(event)
        self._attach()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---------------------------------------------------------------- what it rests on

    def follow(self, answer: Answer) -> None:
        """Go to where the evidence is looked at."""
        days = None if answer.query is None else answer.query.days
        moment = answer.figures[0].value if answer.figures else None
        if answer.link is Link.REPORTS and days is not None:
            self.days_wanted.emit(days.start, days.end - timedelta(days=1))
        elif answer.link is Link.TIMELINE and moment is not None:
            self.moment_wanted.emit(Interval(int(moment), int(moment) + 1))
        elif answer.link is not None:
            self.page_wanted.emit(answer.link.value)


def _in_the_middle(row: QHBoxLayout, part: QWidget) -> None:
    """Put a part in the middle of a row, no wider than is read with ease."""
    part.setMaximumWidth(_WIDEST)
    row.addStretch(1)
    row.addWidget(part, _MOST_OF_IT)
    row.addStretch(1)


def _answered(engine: Engine, question: str) -> Turn:
    """Ask; on the lane's thread."""
    return _turn(engine, question, engine.assistant.ask(question, SESSION))


def _turn(engine: Engine, question: str, answer: Answer) -> Turn:
    language = "zh" if any(_CHINESE[0] <= one <= _CHINESE[1] for one in answer.text) else "en"
    return Turn(question, answer, tuple(engine.assistant.figures(answer.rows, language)))


def _before(engine: Engine) -> list[Turn]:
    """Read the dialogue so far, with what each answer rests on; on the lane's thread."""
    told = engine.assistant.history(SESSION)[-MOST_SHOWN:]
    return [_turn(engine, question, _over(answer)) for question, answer in told]


def _over(answer: Answer) -> Answer:
    """Return an old answer: what was proposed then is not planned now, for its time may be gone or taken."""
    return replace(answer, outcome=Outcome.ANSWERED) if answer.outcome is Outcome.PROPOSED else answer
