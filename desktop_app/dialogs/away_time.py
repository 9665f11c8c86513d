"""All times away of a day that have no name yet, answered in one go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.gap_editor import GapEditor
from desktop_app.dialogs.gap_words import GapWords
from desktop_app.theme import spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.format import Wording
from desktop_app.widgets.on_screen import resize_on_screen
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.reading_order import lead_on
from desktop_app.widgets.return_key import press_by_return
from engine.domain.away import Gap, Part
from engine.domain.categories import CategoryTree
from engine.domain.errors import KairosError
from engine.domain.intervals import Interval

_SIZE = (680, 560)
Answers = list[tuple[Interval, tuple[Part, ...]]]


class AwayTime(QDialog):
    """Emits answered with the answers to every gap that is ticked; stays open until it is told that they are stored.

    Call accept once they are, refuse where they cannot be.
    """

    answered = Signal(object)

    def __init__(
        self, gaps: Sequence[Gap], wording: Wording, tree: CategoryTree, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Time away"))
        resize_on_screen(self, _SIZE)
        self._wording = wording
        self.rows = [GapRow(gap, wording, tree, self) for gap in gaps]
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.error.hide()
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setDefault(True)
        self.later_button = QPushButton(self.tr("Not now"), self)
        press_by_return(self.later_button)
        self._arrange()
        self.save_button.clicked.connect(self._save)
        self.later_button.clicked.connect(self.reject)
        for row in self.rows:
            row.changed.connect(self._enable)
        self._enable()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        column.addWidget(
            Paragraph(
                self.tr("What did you do while you were away? Only what you tick is saved, and you can undo it."),
                "muted",
                self,
            )
        )
        body = QWidget()
        body.setProperty("role", "pageBody")
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, spacing.M, 0)
        rows.setSpacing(spacing.M)
        for row in self.rows:
            rows.addWidget(row)
        rows.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys that scroll reach it from its rows
        scroll.setWidget(body)
        column.addWidget(scroll, 1)
        column.addWidget(self.error)
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        foot.addStretch(1)
        foot.addWidget(self.later_button)
        foot.addWidget(self.save_button)
        column.addLayout(foot)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Lead Tab through the dialog as it is read."""
        return lead_on(self, forward=forwards)

    def answers(self) -> Answers:
        """Return the gaps that are ticked with what is said of them."""
        return [(row.editor.gap.interval, row.editor.parts()) for row in self.rows if row.box.isChecked()]

    def _enable(self) -> None:
        ticked = [row for row in self.rows if row.box.isChecked()]
        self.save_button.setEnabled(bool(ticked) and all(row.editor.is_whole() for row in ticked))

    def _save(self) -> None:
        self.error.hide()
        self.save_button.setEnabled(False)  # one press, one action
        self.answered.emit(self.answers())

    def refuse(self, error: KairosError) -> None:
        """Say why nothing was saved."""
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()
        self._enable()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first question."""
        super().showEvent(event)
        if self.rows:
            self.rows[0].editor.first.choice.setFocus()


class GapRow(Card):
    """One gap with a tick before it."""

    changed = Signal()

    def __init__(self, gap: Gap, wording: Wording, tree: CategoryTree, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        name = GapWords(wording, self).gap(gap)
        self.setAccessibleName(name)
        self.box = QCheckBox(name, self)
        self.box.setChecked(True)
        self.editor = GapEditor(gap, wording, tree, self)
        self.body.addWidget(self.box)
        self.body.addWidget(self.editor)
        self.box.toggled.connect(self._toggled)
        self.editor.changed.connect(self.changed)

    def _toggled(self, ticked: bool) -> None:
        self.editor.setEnabled(ticked)
        self.changed.emit()
