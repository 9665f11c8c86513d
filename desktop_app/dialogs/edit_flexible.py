"""One flexible block: time the person wants, whenever it fits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.dialogs.about_form import BlockChoices
from desktop_app.dialogs.asking_dialog import AskingDialog
from desktop_app.dialogs.flexible_form import FlexibleForm
from engine.domain.blocks import FlexibleBlock

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Plan

_WIDTH: Final = 500


class EditFlexible(AskingDialog):
    """Adds or changes one; flexible: the one to change, with number 0 one to add."""

    def __init__(
        self,
        flexible: FlexibleBlock,
        choices: BlockChoices,
        today: date,
        plan: Plan,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, parent)
        self._flexible, self._plan = flexible, plan
        self.setWindowTitle(self.tr("Flexible block") if flexible.id else self.tr("New flexible block"))
        self.form = FlexibleForm(choices, self)
        self.form.show_flexible(flexible, today)
        self.column.addWidget(self.form)
        self.remove_button.setVisible(bool(flexible.id))
        self.form.changed.connect(self.error.hide)
        self.save_button.clicked.connect(self._save)
        self.remove_button.clicked.connect(self._remove)
        whole = self.layout()
        if whole is not None:
            whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.resize(_WIDTH, self.sizeHint().height())

    def _save(self) -> None:
        flexible, plan = self.form.said(), self._plan
        act = plan.change_flexible if flexible.id else plan.add_flexible
        self.ask(lambda: act(flexible))

    def _remove(self) -> None:
        self.ask(lambda: self._plan.remove_flexible(self._flexible.id))
