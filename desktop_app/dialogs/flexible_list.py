"""The flexible blocks: what the person wants time for, whenever it fits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, QModelIndex, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.dialogs.about_form import BlockChoices
from desktop_app.dialogs.block_words import days_said, kind_name
from desktop_app.dialogs.edit_flexible import EditFlexible
from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.packs_button import PacksButton
from desktop_app.item_models.text_table import TextCell, TextRow, TextTable
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.return_key import press_by_return
from engine.domain.blocks import EVERY_DAY, About, FlexibleBlock
from engine.domain.errors import KairosError
from engine.domain.packs import PackKind

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Plan

_SIZE: Final = (720, 380)
_WIDTHS: Final = (170, 110, 100, 0, 80)
_WHEN: Final = 3  # takes the room that is left
_LONGEST: Final = 80
_DAY: Final = 24 * 60


class FlexibleList(QDialog):
    """Shows, adds and opens flexible blocks; emits suggestion_wanted for places of them.

    packs_wanted: what desktop_app.packs is to open once this is closed.
    """

    suggestion_wanted = Signal()
    packs_wanted = Signal(str)

    def __init__(
        self, choices: BlockChoices, today: date, plan: Plan, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._choices, self._plan, self._background = choices, plan, background
        self._held: list[FlexibleBlock] = []
        self.dialog: EditFlexible | None = None
        self.setWindowTitle(self.tr("Flexible blocks"))
        self.resize(*_SIZE)
        self.note = Paragraph(
            self.tr("What you want time for, whenever it fits. “Suggest my week” finds the places."), "secondary", self
        )
        self.table = QTableView(self)
        self.item_model = TextTable(self)
        self.error = Paragraph("", "strong", self)
        self.error.hide()
        self.new_button, self.open_button = QPushButton(self.tr("New…"), self), QPushButton(self.tr("Open…"), self)
        self.packs = PacksButton((PackKind.BLOCKS,), self)
        self.suggest_button = QPushButton(self.tr("Suggest my week"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self._set_up()
        self._arrange()
        self.load()

    def _set_up(self) -> None:
        self.table.setModel(self.item_model)
        self.table.setAccessibleName(self.tr("Flexible blocks"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().setVisible(False)
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.activated.connect(self._open_row)
        for button in (self.open_button, self.suggest_button, self.close_button, self.new_button):
            press_by_return(button)
        self.new_button.clicked.connect(lambda: self.edit(FlexibleBlock(About())))
        self.open_button.clicked.connect(lambda: self._open_row(self.table.currentIndex()))
        self.suggest_button.clicked.connect(self._suggest)
        self.close_button.clicked.connect(self.accept)
        self.packs.wanted.connect(self._hand_on)

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        for button in (self.new_button, self.open_button, self.packs):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.suggest_button, self.close_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        column.addWidget(self.error)
        column.addLayout(foot)

    def _hand_on(self, wanted: str) -> None:
        self.accept()
        self.packs_wanted.emit(wanted)

    def load(self) -> None:
        """Read the flexible blocks anew."""
        self._background.ask(self, self._plan.flexible, self._show, self._fail)

    def _show(self, flexible: list[FlexibleBlock]) -> None:
        self._held = flexible
        headers = (self.tr("What"), self.tr("How often"), self.tr("Length"), self.tr("When"), self.tr("State"))
        self.item_model.show_rows(headers, [self._row(one) for one in flexible])
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(_WHEN, QHeaderView.ResizeMode.Stretch)
        self.open_button.setEnabled(bool(flexible))
        if flexible and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.item_model.index(0, 0))

    def _row(self, one: FlexibleBlock) -> TextRow:
        often = self.tr("%n times a week", "", one.per_week) if one.per_week else self.tr("once")
        length = str(one.shortest) if one.shortest == one.longest else f"{one.shortest}–{one.longest}"
        state = self.tr("is placed") if one.active else self.tr("rests")
        name = foreign(one.about.title, _LONGEST) or kind_name(one.about.kind)
        texts = (name, often, self.tr("%1 min").replace("%1", length), self._when(one), state)
        return TextRow(tuple(TextCell(text) for text in texts), one)

    def _when(self, one: FlexibleBlock) -> str:
        days = "" if one.weekdays == EVERY_DAY else days_said(self._choices.week_start, one.weekdays)
        hours = (
            ""
            if (one.window_start, one.window_end) == (0, _DAY)
            else f"{_clock(one.window_start)} – {_clock(one.window_end)}"
        )
        by = ""
        if one.deadline is not None:
            last = QDate(one.deadline.year, one.deadline.month, one.deadline.day)
            by = self.tr("by %1").replace("%1", QLocale().toString(last, QLocale.FormatType.ShortFormat))
        return ", ".join(part for part in (days, hours, by) if part) or self.tr("any time")

    def _open_row(self, index: QModelIndex) -> None:
        source = self.item_model.source(index.row())
        if isinstance(source, FlexibleBlock):
            self.edit(source)

    def edit(self, flexible: FlexibleBlock) -> None:
        """Open one, with number 0 a new one."""
        dialog = EditFlexible(flexible, self._choices, self._today, self._plan, self._background, self)
        dialog.stored.connect(self.load)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()

    def _suggest(self) -> None:
        self.accept()
        self.suggestion_wanted.emit()

    def _fail(self, error: KairosError) -> None:
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()


def _clock(minute: int) -> str:
    return QLocale().toString(QTime(minute // 60 % 24, minute % 60), QLocale.FormatType.ShortFormat)
