"""The card on Today that names the next time to focus, or says in a sentence why it names none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.dialogs.reason_words import ReasonWords
from desktop_app.pages.advice.words import AdviceWords
from desktop_app.theme import spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.intervals import Interval
from engine.domain.recommended import Abstention, Advice, FocusBlock

_REASONS = 2


class BlockCard(Card):
    """Emits taken, refused, start_wanted and why_wanted, each with the FocusBlock shown.

    start_wanted comes with None for the time that is planned; removal_wanted: it shall be taken out of the plan.
    """

    taken = Signal(object)
    start_wanted = Signal(object)
    removal_wanted = Signal()
    refused = Signal(object)
    why_wanted = Signal(object)

    def __init__(self, words: AdviceWords, reasons: ReasonWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words, self._reasons = words, reasons
        self.block: FocusBlock | None = None
        self.planned: Interval | None = None
        self.is_planned: Callable[[Interval], bool] = lambda _interval: False
        self.heading.setProperty("role", "accentHeading")
        self.when = Paragraph("", "figure", self)
        self.likelihood = Paragraph("", "", self)
        self.reason = Paragraph("", "muted", self)
        self.sentence = Paragraph("", "muted", self)
        self.note = Paragraph("", "secondary", self)
        self.plan_button = QPushButton(self)
        self.plan_button.setProperty("kind", "primary")
        self.start_button = QPushButton(self)
        self.refuse_button = QPushButton(self.tr("Not today"), self)
        self.remove_button = QPushButton(self)
        self.remove_button.setProperty("kind", "quiet")
        self.why_button = QPushButton(self)
        self.why_button.setProperty("kind", "quiet")
        self._foot = QWidget(self)
        self._pressed: QPushButton | None = None
        self._arrange()
        self.plan_button.clicked.connect(lambda: self.taken.emit(self.block))
        self.start_button.clicked.connect(lambda: self.start_wanted.emit(self.block))
        self.remove_button.clicked.connect(self.removal_wanted)
        self.refuse_button.clicked.connect(lambda: self.refused.emit(self.block))
        self.why_button.clicked.connect(lambda: self.why_wanted.emit(self.block))
        self.write()

    def _arrange(self) -> None:
        self.corner.addStrut(spacing.TARGET)  # so high also without the button
        self.corner.addWidget(self.why_button)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, spacing.XS, 0, 0)
        row.setSpacing(spacing.S)
        row.addWidget(self.plan_button)
        row.addWidget(self.start_button)
        row.addWidget(self.refuse_button)
        row.addStretch(1)
        self.body.setSpacing(spacing.XS)
        self._planned = QWidget(self)
        below = QHBoxLayout(self._planned)
        below.setContentsMargins(0, spacing.XS, 0, 0)
        below.setSpacing(spacing.S)
        below.addWidget(self.note, 1)
        below.addWidget(self.remove_button)
        for part in (self.when, self.likelihood, self.reason, self.sentence, self._foot, self._planned):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def write(self) -> None:
        """Write what does not change, in the window's language."""
        self.set_title(self.tr("Next focus block"))
        self.plan_button.setText(self.tr("Add to plan"))
        self.start_button.setText(self.tr("Start now"))
        self.remove_button.setText(self.tr("Take out of the plan"))
        self.why_button.setText(self.tr("Why?"))

    def show_waiting(self) -> None:
        """Say that the time is being worked out."""
        self.block = None
        self._show(self.tr("Looking for the best time…"))

    def show_advice(self, advice: Advice, now_ms: int) -> None:
        """Show another time, or why there is none. The one that is planned is told until it is over."""
        self.block = advice.block
        if self.block is None:
            self._show(self._silence(advice.no_block))
        else:
            self._show("", self.block, now_ms)
        self.show_planned(self.planned, now_ms)

    def move_now(self, now_ms: int) -> None:
        """Call the time shown what it is called by now."""
        if self.block is not None and self.when.text() != (when := self._words.when(self.block.interval, now_ms)):
            self.when.setText(when)
            self._write_refusal(self.block, now_ms)

    def _write_refusal(self, block: FocusBlock, now_ms: int) -> None:
        today = self._words.is_today(block.interval, now_ms)
        self.refuse_button.setText(self.tr("Not today") if today else self.tr("Not that day"))

    def _silence(self, why: Abstention | None) -> str:
        return self.tr("Looking for another time…") if why is None else self._words.abstention(why)

    def _show(self, sentence: str, block: FocusBlock | None = None, now_ms: int = 0) -> None:
        self.sentence.setText(sentence)
        if block is not None:
            self.when.setText(self._words.when(block.interval, now_ms))
            self.likelihood.setText(self._words.likelihood(block))
            self.reason.setText(self._reasons.line(block.why, _REASONS))
            self._write_refusal(block, now_ms)
        if block is None:
            self._leave_keyboard()
        for part in (self.when, self.likelihood, self._foot, self.why_button):
            part.setVisible(block is not None)
        if block is not None:
            self._take_keyboard()
        self.reason.setVisible(block is not None and bool(self.reason.text()))
        self.sentence.setVisible(bool(sentence))
        described = sentence if block is None else f"{self.when.text()}. {self.likelihood.text()}"
        self.setAccessibleDescription(described)
        self._planned.hide()

    def _leave_keyboard(self) -> None:
        """Let no other card have the keyboard when the buttons go: pressed twice, it would open a document."""
        for button in (self.plan_button, self.start_button, self.refuse_button, self.why_button):
            if button.hasFocus():
                self._pressed = button
                button.clearFocus()

    def _take_keyboard(self) -> None:
        """Have the keyboard where it was, unless the person went elsewhere meanwhile."""
        button, self._pressed = self._pressed, None
        if button is not None and self.window().focusWidget() is None:
            button.setFocus()

    def _is_decided(self, interval: Interval) -> bool:
        return interval == self.planned or self.is_planned(interval)

    def show_planned(self, planned: Interval | None, now_ms: int) -> None:
        """Say which recommended time is planned, None for none; of the one shown there is nothing left to decide."""
        self.planned = planned if planned is not None and planned.end_ms > now_ms else None
        self._planned.setVisible(self.planned is not None)
        self._foot.setVisible(self.block is not None and not self._is_decided(self.block.interval))
        if self.planned is not None:
            when = self._words.when(self.planned, now_ms)
            self.note.setText(self.tr("In your plan: %1").replace("%1", when))
