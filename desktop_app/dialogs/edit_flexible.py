"""One flexible block: time the person wants, whenever it fits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.about_form import BlockChoices
from desktop_app.dialogs.error_words import error_message, error_title
from desktop_app.dialogs.flexible_form import FlexibleForm
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.blocks import FlexibleBlock
from engine.domain.errors import KairosError

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Plan

_WIDTH: Final = 500


class EditFlexible(QDialog):
    """Emits stored once saved or removed; what the engine refuses is said in the dialog, which stays open.

    flexible: the one to change, with number 0 one to add.
    """

    stored = Signal()

    def __init__(
        self,
        flexible: FlexibleBlock,
        choices: BlockChoices,
        today: date,
        plan: Plan,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._flexible, self._plan, self._background = flexible, plan, background
        self.setWindowTitle(self.tr("Flexible block") if flexible.id else self.tr("New flexible block"))
        self.form = FlexibleForm(choices, self)
        self.form.show_flexible(flexible, today)
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.error.hide()
        self.remove_button = QPushButton(self.tr("Remove"), self)
        self.remove_button.setVisible(bool(flexible.id))
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setDefault(True)
        for button in (self.remove_button, self.cancel_button):
            button.setAutoDefault(False)
        self.form.changed.connect(self.error.hide)
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.reject)
        self.remove_button.clicked.connect(self._remove)
        self._arrange()
        self.form.about.title.setFocus()

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        column.addWidget(self.form)
        column.addWidget(self.error)
        column.addLayout(foot)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.resize(_WIDTH, self.sizeHint().height())

    def _save(self) -> None:
        flexible, plan = self.form.said(), self._plan
        act = plan.change_flexible if flexible.id else plan.add_flexible
        self._ask(lambda: act(flexible))

    def _remove(self) -> None:
        self._ask(lambda: self._plan.remove_flexible(self._flexible.id))

    def _ask(self, change: Callable[[], object]) -> None:
        self.save_button.setEnabled(False)
        self._background.ask(self, change, lambda _done: self._close(), self._refused)

    def _close(self) -> None:
        self.stored.emit()
        self.accept()

    def _refused(self, error: KairosError) -> None:
        self.error.setText(f"⚠ {error_title(error)}. {error_message(error)}")
        self.error.show()
        self.save_button.setEnabled(True)
