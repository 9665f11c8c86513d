"""Below the week: what is chosen in words, and the week as a table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.pages.plan.table import PlanTable
from desktop_app.pages.plan.words import PlanWords
from desktop_app.theme import spacing
from desktop_app.widgets.elided_label import ElidedLabel

_TABLE_HEIGHT = 190


class PlanFoot(QWidget):
    """The line that says what is chosen, and the table behind a button."""

    def __init__(self, words: PlanWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = ElidedLabel("", "secondary", self)
        self._said = ""
        self.button = QPushButton(self)
        self.button.setProperty("kind", "quiet")
        self.button.setCheckable(True)
        self.table = PlanTable(words, self)
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.table.hide()
        row = QHBoxLayout()
        row.setContentsMargins(spacing.M, 0, spacing.S, 0)
        row.addWidget(self._line, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, spacing.XS, 0, 0)
        column.setSpacing(spacing.XS)
        column.addLayout(row)
        column.addWidget(self.table)
        self.button.toggled.connect(self._show_table)

    def speak(self) -> None:
        """Write everything in the window's language."""
        self.table.setAccessibleName(self.tr("The plan as a table"))
        self.button.setText(self.tr("Hide the table") if self.button.isChecked() else self.tr("Show as a table"))
        self.show_line(self._said)

    def show_line(self, said: str) -> None:
        """Say what is chosen; "" for nothing, and then what can be done."""
        self._said = said
        hint = self.tr(
            "Draw over free time to plan it. Arrows move the cursor, Alt+arrows a block, Shift+arrows its end."
        )
        self._line.setText(said or hint)

    @property
    def line(self) -> str:
        """What the line says."""
        return self._line.text()

    def _show_table(self, shown: bool) -> None:
        self.table.setVisible(shown)
        self.speak()
        if shown:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
