"""What stands above the page: which part of it is shown, how far the work is, and ways in and out."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QPushButton, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.choice_group import ChoiceGroup
from desktop_app.widgets.elided_label import ElidedLabel
from engine.domain.labelling import Relabelled
from engine.domain.rule_pack import RulesFormat

_PROGRESS_PX: Final = 120


class RulesToolbar(QWidget):
    """Emits part_chosen(0 rules, 1 without a category), import_wanted, starter_wanted and export_wanted(format).

    packs_wanted: "take" for a pack of somebody, "rules" for one to hand on.
    """

    part_chosen = Signal(int)
    import_wanted = Signal()
    starter_wanted = Signal()
    export_wanted = Signal(object)
    packs_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rules_button = QPushButton(self.tr("Rules"), self)
        self.unsorted_button = QPushButton(self.tr("Without a category"), self)
        self._parts = ChoiceGroup(self)
        for place, button in enumerate((self.rules_button, self.unsorted_button)):
            button.setCheckable(True)
            self._parts.addButton(button, place)
        self.rules_button.setChecked(True)
        self.told = ElidedLabel("", "secondary", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(spacing.S)
        self.bar.setFixedWidth(_PROGRESS_PX)
        self.bar.setAccessibleName(self.tr("Sorting the history anew"))
        self.import_button = QPushButton(self.tr("Import"), self)
        self.export_button = QPushButton(self.tr("Export"), self)
        self._fill_menus()
        self._arrange()
        self._parts.idClicked.connect(self.part_chosen)
        self.settle()

    def _fill_menus(self) -> None:
        menu = QMenu(self.import_button)
        menu.addAction(self.tr("Rules or ActivityWatch categories from a file…")).triggered.connect(self.import_wanted)
        starter = menu.addAction(self.tr("Starter rules that are not there yet"))
        starter.triggered.connect(self.starter_wanted)
        take = menu.addAction(self.tr("Pack that somebody gave you…"))
        take.triggered.connect(lambda: self.packs_wanted.emit("take"))
        self.import_button.setMenu(menu)
        menu = QMenu(self.export_button)
        kairos = menu.addAction(self.tr("Rule pack of Kairos…"))
        activitywatch = menu.addAction(self.tr("Categories for ActivityWatch…"))
        kairos.triggered.connect(lambda: self.export_wanted.emit(RulesFormat.KAIROS))
        activitywatch.triggered.connect(lambda: self.export_wanted.emit(RulesFormat.ACTIVITYWATCH))
        make = menu.addAction(self.tr("Pack to hand on…"))
        make.triggered.connect(lambda: self.packs_wanted.emit("rules"))
        self.export_button.setMenu(menu)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.S)
        row.addWidget(self.rules_button)
        row.addWidget(self.unsorted_button)
        row.addSpacing(spacing.M)
        row.addWidget(self.told, 1)
        row.addWidget(self.bar)
        row.addStretch()
        for button in (self.import_button, self.export_button):
            row.addWidget(button)

    def show_part(self, place: int) -> None:
        """Mark the part that is shown."""
        button = self._parts.button(place)
        if button is not None:
            button.setChecked(True)

    def show_count(self, groups: int) -> None:
        """Tell how many groups have no category."""
        title = self.tr("Without a category")
        self.unsorted_button.setText(f"{title} ({QLocale().toString(groups)})" if groups else title)

    def show_progress(self, step: Relabelled) -> None:
        """Show how far sorting the history anew has come."""
        self.bar.setRange(0, max(1, step.total))
        self.bar.setValue(step.done if step.total else 1)
        told = self.tr("Sorting the history anew: %1 of %2")
        told = told.replace("%1", QLocale().toString(step.done)).replace("%2", QLocale().toString(step.total))
        self.told.setText(told)
        self.told.show()
        self.bar.show()

    def settle(self) -> None:
        """Show that nothing is being done."""
        self.told.hide()
        self.bar.hide()
