"""A block: what it is for, when, how it repeats; of a repeated one which of its times are meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.dialogs.block_form import BlockChoices, BlockForm
from desktop_app.dialogs.error_words import error_sentence
from desktop_app.theme import spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.return_key import press_by_return
from engine.domain.blocks import Block, BlockSource, Occurrence, Recurrence, Scope
from engine.domain.errors import KairosError
from engine.domain.intervals import Interval

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Plan

_WIDTH: Final = 500
_HIGHEST, _LOWEST = 700, 200


class EditBlock(QDialog):
    """Emits stored(Block) once saved, remove_wanted for the button; what the engine refuses is said, and it stays open.

    occurrence: the time that was opened; its block with number 0 is one to add.
    """

    stored = Signal(object)
    remove_wanted = Signal()

    def __init__(
        self,
        occurrence: Occurrence,
        choices: BlockChoices,
        plan: Plan,
        background: Background,
        wording: Wording,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._occurrence, self._plan, self._background = occurrence, plan, background
        self._block = occurrence.block
        self.form = BlockForm(choices, wording, self)
        self.scopes = {
            Scope.ONE: QRadioButton(self.tr("Only this one"), self),
            Scope.FOLLOWING: QRadioButton(self.tr("This and all later ones"), self),
            Scope.ALL: QRadioButton(self.tr("All of them"), self),
        }
        self.note = Paragraph("", "secondary", self)
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.remove_button = QPushButton(self.tr("Remove"), self)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.form.show_block(self._block, occurrence.interval)
        self._arrange()
        self._set_up()

    @property
    def _repeats(self) -> bool:
        return bool(self._block.id) and self._block.recurrence.repeats

    def _set_up(self) -> None:
        new, read_only = not self._block.id, self._block.origin.source is BlockSource.CALENDAR
        self.setWindowTitle(self.tr("New block") if new else self.tr("Block"))
        self.save_button.setDefault(True)
        self.save_button.setVisible(not read_only)
        self.remove_button.setVisible(not new and not read_only)
        self.form.setEnabled(not read_only)
        self.note.setVisible(read_only)
        self.note.setText(self.tr("This block is from a calendar. Change it there, and it follows here."))
        self.error.hide()
        for button in (self.remove_button, self.cancel_button):
            press_by_return(button)
        self.scopes[Scope.ONE].setChecked(True)
        for radio in self.scopes.values():
            radio.toggled.connect(self._try)
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.reject)
        self.remove_button.clicked.connect(self._remove)
        self.form.changed.connect(self._try)
        self._try()
        self.resize(_WIDTH, min(_HIGHEST, self.sizeHint().height()))
        self.form.about.title.setFocus()

    def _arrange(self) -> None:
        area = self._scrolling()
        self._scope_row = QWidget(self)
        row = QHBoxLayout(self._scope_row)
        row.setContentsMargins(0, 0, 0, 0)
        for radio in self.scopes.values():
            row.addWidget(radio)
        row.addStretch(1)
        self._scope_row.setVisible(self._repeats)
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        for part in (area, self._scope_row, self.note, self.error):
            column.addWidget(part, 1 if part is area else 0)
        column.addLayout(foot)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)

    def _scrolling(self) -> QScrollArea:
        """Return the form in an area that scrolls where the screen is too low."""
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setProperty("role", "pageBody")
        held = QVBoxLayout(body)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self.form)
        held.addStretch(1)
        area.setWidget(body)
        area.setMinimumHeight(_LOWEST)
        return area

    def scope(self) -> Scope:
        """Return which times are meant."""
        if not self._repeats:
            return Scope.ALL
        return next(scope for scope, radio in self.scopes.items() if radio.isChecked())

    def _try(self) -> None:
        self.error.hide()
        self.form.repeat.setEnabled(not self._repeats or self.scope() is not Scope.ONE)
        span = self.form.span()
        self.save_button.setEnabled(span is not None)
        if span is None:
            self.error.setText(self.tr("It ends before it begins. Choose a later end."))
            self.error.show()

    def _save(self) -> None:
        span = self.form.span()
        if span is not None:
            self._ask(self._change(span))

    def _change(self, span: Interval) -> Callable[[], Block]:
        """Return the change that is wanted of the plan."""
        plan, occurrence, scope = self._plan, self._occurrence, self.scope()
        said = self.form.said(self._block, span)
        if not self._block.id:
            return lambda: plan.add(said)
        if not self._repeats:
            return lambda: plan.change(said)
        if scope is Scope.ONE:
            one = replace(said, recurrence=Recurrence())
            return lambda: plan.change_one(occurrence, one)
        if scope is Scope.FOLLOWING:
            return lambda: plan.change_following(occurrence, said)
        start = self._block.interval.start_ms + span.start_ms - occurrence.interval.start_ms
        whole = replace(said, interval=Interval(start, start + span.length_ms))
        return lambda: plan.change(whole)

    def _ask(self, change: Callable[[], Block]) -> None:
        self.save_button.setEnabled(False)
        self._background.ask(self, change, self._done, self._refused)

    def _done(self, block: Block) -> None:
        self.stored.emit(block)
        self.accept()

    def _remove(self) -> None:
        self.reject()
        self.remove_wanted.emit()

    def _refused(self, error: KairosError) -> None:
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()
        self.save_button.setEnabled(True)
