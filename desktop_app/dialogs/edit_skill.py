"""A skill: what it is called, how much it matters, and how much of a week it may take."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QMessageBox, QSpinBox, QWidget

from desktop_app.dialogs.asking_dialog import AskingDialog
from desktop_app.theme import spacing
from engine.domain.learning import MOST_WEIGHT, PIECE_MINUTES, Skill

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Learning

_MOST = 40 * 60
_LONGEST = 100


class EditSkill(AskingDialog):
    """Adds a skill, or changes one that has a number."""

    def __init__(self, skill: Skill, learning: Learning, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self._skill, self._learning = skill, learning
        self.box: QMessageBox | None = None
        self.setWindowTitle(self.tr("Change skill") if skill.id else self.tr("New skill"))
        self.name = QLineEdit(skill.name, self)
        self.name.setMaxLength(_LONGEST)
        self.name.setPlaceholderText(self.tr("For example: Statistics"))
        self.weight = QComboBox(self)
        first, last = self.tr("1, matters little"), self.tr("5, matters most")
        self.weight.addItems([first, *map(str, range(2, MOST_WEIGHT)), last])
        self.weight.setCurrentIndex(skill.weight - 1)
        self.limit = QSpinBox(self)
        self.limit.setRange(0, _MOST)
        self.limit.setSingleStep(PIECE_MINUTES)
        self.limit.setSuffix(self.tr(" min a week"))
        self.limit.setSpecialValueText(self.tr("No limit"))
        self.limit.setValue(skill.most_minutes)
        self.limit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.active = QCheckBox(self.tr("It gets time in the plan"), self)
        self.active.setChecked(skill.active)
        self._arrange()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setSpacing(spacing.M)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Weight"), self.weight)
        form.addRow(self.tr("At most"), self.limit)
        form.addRow("", self.active)
        self.column.addLayout(form)
        self.remove_button.setVisible(bool(self._skill.id))
        self.save_button.clicked.connect(self._save)
        self.remove_button.clicked.connect(self._remove)
        self.name.textChanged.connect(lambda _text: self._try())
        self.name.setFocus()
        self._try()

    def _try(self) -> None:
        self.error.hide()
        self.save_button.setEnabled(bool(self.name.text().strip()))

    def said(self) -> Skill:
        """Return the skill as it is written now."""
        return replace(
            self._skill,
            name=self.name.text(),
            weight=self.weight.currentIndex() + 1,
            most_minutes=self.limit.value(),
            active=self.active.isChecked(),
        )

    def _save(self) -> None:
        skill, kept = self.said(), self._learning.skills
        self.ask(lambda: kept.change(skill) if skill.id else kept.add(skill))

    def _remove(self) -> None:
        """Say what goes with a skill, which nothing brings back, and remove it if that is meant."""
        box = self.box = QMessageBox(QMessageBox.Icon.Question, "Kairos", "", parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Remove the skill “%1”?").replace("%1", self._skill.name))
        box.setInformativeText(self.tr("Its levels, items and cards go with it. This cannot be undone."))
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        number, kept = self._skill.id, self._learning.skills

        def answered() -> None:
            if box.clickedButton() is remove:
                self.ask(lambda: kept.remove(number))

        box.finished.connect(answered)
        box.finished.connect(box.deleteLater)
        box.open()
