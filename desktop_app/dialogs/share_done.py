"""The last step of sharing a week: where the file is, what it cost, and what is left to do."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.share_words import ShareWords
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.return_key import press_by_return
from engine.domain.sharing import ShareBudget, SharePreview

_LONGEST: Final = 4_000


class DoneStep(QWidget):
    """What a person does now themselves; Kairos sends nothing."""

    def __init__(self, words: ShareWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.said = Paragraph("", "strong", self)
        self.said.setObjectName("said")
        self.file = QLineEdit(self)
        self.file.setReadOnly(True)
        self.file.setMaxLength(_LONGEST)
        self.file.setAccessibleName(self.tr("The file"))
        self.folder_button = QPushButton(self.tr("Show in its folder"), self)
        press_by_return(self.folder_button)
        self.folder_button.clicked.connect(self._open_folder)
        self.cost, self.budget = Paragraph("", "", self), Paragraph("", "secondary", self)
        place = QHBoxLayout()
        place.setSpacing(spacing.S)
        place.addWidget(self.file, 1)
        place.addWidget(self.folder_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.M)
        column.addWidget(self.said)
        column.addLayout(place)
        column.addWidget(
            Paragraph(
                self.tr(
                    "Kairos sends nothing. Give the file away yourself: put it on a stick, attach it to a mail, or "
                    "leave it where others look. What you saw is all that is in it."
                ),
                "",
                self,
            )
        )
        column.addWidget(self.cost)
        column.addWidget(self.budget)
        column.addStretch(1)

    def show_saved(self, preview: SharePreview, file: Path) -> None:
        """Say where the file is and what it cost."""
        self.said.setText(self.tr("✓ The file is written."))
        self.file.setText(str(file))
        self.cost.setText(self._cost(preview))
        self.budget.clear()

    def show_budget(self, budget: ShareBudget) -> None:
        """Say what is left of the month's budget now."""
        self.budget.setText(self._words.budget(budget))

    def _cost(self, preview: SharePreview) -> str:
        if preview.saved_before:
            return self.tr("It is the very file you shared before, so it cost nothing again.")
        if not preview.epsilon_millionths:
            return self.tr("It cost nothing of the budget.")
        text = self.tr("It cost epsilon %1. Saving the same week again costs nothing while its figures stay the same.")
        return text.replace("%1", self._words.epsilon(preview.epsilon_millionths))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self.file.text()).parent)))
