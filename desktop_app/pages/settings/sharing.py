"""Sharing: off until the person turns it on; what was shared, what is left of the budget, and the way to share more."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimeZone
from PySide6.QtWidgets import QCheckBox, QHeaderView, QPushButton, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.line_table import ROW, LineTable
from desktop_app.dialogs.share_budget import BudgetLines
from desktop_app.dialogs.share_words import ShareWords
from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.pages.settings.looking_section import LookingSection
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.sharing import ShareBudget, SharedWeek
from engine.settings import Settings

_ROWS = 6
_EDGE = 4
_MONTHS = 3
_Found = tuple[tuple[SharedWeek, ...], tuple[ShareBudget, ...]]


class SharingSection(LookingSection):
    """The switch, the ledger, budget of each month, and “Share my week…”."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Sharing"))
        self._words = ShareWords(self)
        self._wording = Wording(bytes(QTimeZone.systemTimeZoneId().data()).decode(), self)
        self._on = choices.settings.sharing.on
        self.box = QCheckBox(self.tr("Let me make files to give away"), self)
        self.box.clicked.connect(self._save)
        self.add_wide(
            self.box,
            self.tr(
                "On or off, Kairos sends nothing: all that leaves is a file that you looked at, saved, and give away "
                "yourself. Off: no such file can be made."
            ),
        )
        self.budget = BudgetLines(self._words, self)
        self.state = Paragraph("", "", self)
        self.table = LineTable(self.tr("What was shared"), self)
        self.week_button = QPushButton(self.tr("Share my week…"), self)
        self.week_button.clicked.connect(self._share)
        for part in (self.budget, self.state, self.table):
            self.body.addWidget(part)
        self.add_buttons(self.week_button)
        self.table.hide()
        self.finish()

    def show_settings(self, settings: Settings) -> None:
        """Show whether it is on, and read anew where that changed."""
        self.box.setChecked(settings.sharing.on)
        if settings.sharing.on is not self._on:
            self._on = settings.sharing.on
            self.look()

    def look(self) -> None:
        """Read the ledger and budget of each month anew."""
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:

            def read() -> _Found:
                sharing = engine.sharing  # its parts are loaded when first asked for
                months = {one.month: one for one in (sharing.budget(engine.history.today()), *sharing.budgets())}
                return sharing.shared(), tuple(sorted(months.values(), key=lambda one: one.month, reverse=True))

            background.ask(self, read, self._show, self.refuse)

    def _show(self, found: _Found) -> None:
        shared, budgets = found
        self.budget.show_budgets(budgets[:_MONTHS])
        self.budget.setVisible(self._choices.settings.sharing.on or bool(shared))
        self.state.setText(self.tr("What was made so far:") if shared else self.tr("Nothing was shared yet."))
        headers = [self.tr("Week"), self.tr("Kind"), self.tr("Epsilon"), self.tr("Saved")]
        self.table.item_model.show_rows(headers, [self._row(one) for one in shared])
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setFixedHeight(header.sizeHint().height() + ROW * min(len(shared), _ROWS) + _EDGE)
        self.table.setVisible(bool(shared))

    def _row(self, one: SharedWeek) -> TextRow:
        saved = self.tr("never") if one.saved_ms is None else self._wording.moment(one.saved_ms, 0)
        kind = self._words.kind(one.kind)
        epsilon = self._words.epsilon(one.epsilon_millionths)
        return TextRow(
            (
                TextCell(self._words.week(one.first_day, one.last_day), one.first_day.toordinal()),
                TextCell(kind, kind),
                TextCell(epsilon, one.epsilon_millionths, to_the_end=True),
                TextCell(saved, one.saved_ms or 0),
            ),
            one,
        )

    def _save(self, wanted: bool) -> None:
        self.save(lambda settings: replace(settings, sharing=replace(settings.sharing, on=wanted)))

    def _share(self) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is None or background is None:
            return
        from desktop_app.dialogs.share_week import ShareWeek  # noqa: PLC0415  (seldom needed)

        self.open_dialog(ShareWeek(engine, background, self._choices, parent=self.window()))
