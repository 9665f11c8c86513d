"""The suggested week beside the grid: every proposal with its reason, and what has no place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.pages.plan.suggester import Suggester
from desktop_app.pages.plan.words import PlanWords
from desktop_app.theme import spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.sentences import joined
from engine.domain.proposals import Proposal, Unplaced


class ProposalRow(QFrame):
    """One proposal with its reason; emits seen when the keyboard or the pointer comes to it."""

    seen = Signal()

    def __init__(self, proposal: Proposal, reason: str, words: PlanWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = proposal.key
        self.setProperty("role", "chip")
        self.title = ElidedLabel(words.name(proposal.about), "strong", self)
        when = Paragraph(words.when(proposal.interval), "", self)
        expected = words.expected(proposal)
        why = Paragraph(" · ".join(part for part in (expected, reason) if part), "secondary", self)
        self.accept_button = QPushButton(self.tr("Accept"), self)
        self.refuse_button = QPushButton(self.tr("Not this"), self)
        said = words.proposed(proposal, reason)
        for button in (self.accept_button, self.refuse_button):
            button.setAccessibleDescription(said)
            button.installEventFilter(self)
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        row.addWidget(self.accept_button)
        row.addWidget(self.refuse_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.M, spacing.S, spacing.M, spacing.M)
        column.setSpacing(spacing.XS)
        for part in (self.title, when, why):
            column.addWidget(part)
        column.addLayout(row)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer came."""
        super().enterEvent(event)
        self.seen.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell that the keyboard came."""
        if event.type() == QEvent.Type.FocusIn:
            self.seen.emit()
        return False


class SuggestionPanel(Card):
    """Shows what a Suggester holds; emits pointed(key of a proposal) when one is looked at.

    keys_left: the keys were here, and there is nothing left to decide.
    """

    pointed = Signal(str)
    keys_left = Signal()

    def __init__(
        self, suggester: Suggester, words: PlanWords, reason: Callable[[Proposal], str], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._suggester, self._words, self._reason = suggester, words, reason
        self.rows: list[ProposalRow] = []
        self.close_button = QPushButton(self)
        self.close_button.setProperty("kind", "quiet")
        self.all_button = QPushButton(self)
        self.all_button.setProperty("kind", "primary")
        self.waiting = QProgressBar(self)
        self.waiting.setRange(0, 0)
        self.waiting.setTextVisible(False)
        self.note = Paragraph("", "secondary", self)
        self._held = QWidget()
        self._column = QVBoxLayout(self._held)
        self._arrange()
        self.close_button.clicked.connect(suggester.close)
        self.all_button.clicked.connect(suggester.accept_all)
        suggester.shown.connect(self.write)
        self.write()

    def _arrange(self) -> None:
        self.corner.addWidget(self.all_button)
        self.corner.addWidget(self.close_button)
        self._column.setContentsMargins(0, 0, spacing.XS, 0)
        self._column.setSpacing(spacing.S)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setProperty("role", "inCard")
        area.setWidget(self._held)
        for part in (self.waiting, self.note):
            self.body.addWidget(part)
        self.body.addWidget(area, 1)

    def write(self) -> None:
        """Show what is left, in the window's language."""
        suggester = self._suggester
        week, proposals = suggester.week, suggester.proposals
        focused = self.focusWidget()
        held = focused is not None and focused.hasFocus()
        self.set_title(self.tr("Suggested week"))
        self.close_button.setText(self.tr("Close"))
        self.all_button.setText(self.tr("Accept all"))
        self.all_button.setVisible(len(proposals) > 1)
        self.waiting.setVisible(suggester.asking)
        self.waiting.setAccessibleName(self._note())
        self.note.setText(self._note())
        self.note.setVisible(bool(self.note.text()))
        place = next((number for number, row in enumerate(self.rows) if self._has_keyboard(row)), -1)
        self._clear()
        self.rows = [self._row(one) for one in proposals]
        if place >= 0 and self.rows:
            self.rows[min(place, len(self.rows) - 1)].accept_button.setFocus(Qt.FocusReason.OtherFocusReason)
        for unplaced in () if week is None else week.unplaced:
            self._column.addWidget(self._unplaced(unplaced))
        self._column.addStretch(1)
        self.setVisible(suggester.asking or week is not None)
        if held and not proposals:
            self.keys_left.emit()

    def _note(self) -> str:
        suggester = self._suggester
        if suggester.asking:
            return self.tr("Looking for the best places in your week…")
        week = suggester.week
        if week is None:
            return ""
        if not week.proposals and not week.unplaced:
            return self.tr(
                "There is nothing to place. Add flexible blocks, or say in Settings how much focus time you want."
            )
        if not suggester.proposals and not week.unplaced:
            return self.tr("All is decided.")
        basis = self._words.basis(week.basis)
        return basis if week.exact else joined(basis, self.tr("The search was cut short: there may be a better week."))

    def _row(self, proposal: Proposal) -> ProposalRow:
        row = ProposalRow(proposal, self._reason(proposal), self._words, self._held)
        key = proposal.key
        row.accept_button.clicked.connect(lambda: self._suggester.accept(key))
        row.refuse_button.clicked.connect(lambda: self._suggester.refuse(key))
        row.seen.connect(lambda: self.pointed.emit(key))
        self._column.addWidget(row)
        return row

    def _unplaced(self, unplaced: Unplaced) -> QWidget:
        frame = QFrame(self._held)
        frame.setProperty("role", "chip")
        column = QVBoxLayout(frame)
        column.setContentsMargins(spacing.M, spacing.S, spacing.M, spacing.M)
        column.setSpacing(spacing.XS)
        column.addWidget(Paragraph(f"⚠ {self._words.missing(unplaced.about, unplaced.missing)}", "strong", frame))
        column.addWidget(Paragraph(self._words.obstacle(unplaced.obstacle), "secondary", frame))
        return frame

    def _has_keyboard(self, row: ProposalRow) -> bool:
        return row.accept_button.hasFocus() or row.refuse_button.hasFocus()

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Refuse with Delete what has the keyboard, and close with Esc."""
        row = next((row for row in self.rows if self._has_keyboard(row)), None)
        if event.key() == Qt.Key.Key_Delete and row is not None:
            self._suggester.refuse(row.key)
        elif event.key() == Qt.Key.Key_Escape:
            self._suggester.close()
        else:
            super().keyPressEvent(event)
