"""A block: what it is for, when, how it repeats; of a repeated one which of its times are meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.dialogs.asking_dialog import AskingDialog
from desktop_app.dialogs.block_form import BlockChoices, BlockForm
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.blocks import Block, BlockSource, Occurrence, Recurrence, Scope
from engine.domain.intervals import Interval

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Plan

_WIDTH: Final = 500
_HIGHEST, _LOWEST = 700, 200


class EditBlock(AskingDialog):
    """Emits stored(Block) once saved, remove_wanted for the button.

    occurrence: the time that was opened; its block with number 0 is one to add.
    """

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
        super().__init__(background, parent)
        self._occurrence, self._plan = occurrence, plan
        self._block = occurrence.block
        self.form = BlockForm(choices, wording, self)
        self.scopes = {
            Scope.ONE: QRadioButton(self.tr("Only this one"), self),
            Scope.FOLLOWING: QRadioButton(self.tr("This and all later ones"), self),
            Scope.ALL: QRadioButton(self.tr("All of them"), self),
        }
        self.note = Paragraph("", "secondary", self)
        self.form.show_block(self._block, occurrence.interval)
        self._arrange()
        self._set_up()

    @property
    def _repeats(self) -> bool:
        return bool(self._block.id) and self._block.recurrence.repeats

    def _set_up(self) -> None:
        new, read_only = not self._block.id, self._block.origin.source is BlockSource.CALENDAR
        self.setWindowTitle(self.tr("New block") if new else self.tr("Block"))
        self.save_button.setVisible(not read_only)
        self.remove_button.setVisible(not new and not read_only)
        self.form.setEnabled(not read_only)
        self.note.setVisible(read_only)
        self.note.setText(self.tr("This block is from a calendar. Change it there, and it follows here."))
        self.scopes[Scope.ONE].setChecked(True)
        for radio in self.scopes.values():
            radio.toggled.connect(self._try)
        self.save_button.clicked.connect(self._save)
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
        for part in (area, self._scope_row, self.note):
            self.column.addWidget(part, 1 if part is area else 0)
        if (whole := self.layout()) is not None:
            whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

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
            self.ask(self._change(span))

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

    def _remove(self) -> None:
        self.reject()
        self.remove_wanted.emit()
