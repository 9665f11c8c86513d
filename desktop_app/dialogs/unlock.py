"""Unlocking an encrypted profile by what the person knows or kept, where its keyring does not open it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_message
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.return_key import press_by_return
from engine.domain.errors import KairosError, KeyNeeded
from engine.locks import is_held

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.paths import ProfilePaths

_WIDTH: Final = 576  # wide enough for its paragraphs as they would like to stand
_LONGEST: Final = 200_000

Unlock = Callable[["ProfilePaths", str | None], "ProfilePaths"]
"""Returns the profile with its key, found by what was typed, or by asking the keyring for None."""


class UnlockDialog(QDialog):
    """Asks until the profile opens or the person leaves; opened carries the profile with its key."""

    opened = Signal(object)

    def __init__(
        self, paths: ProfilePaths, needed: KeyNeeded, unlock: Unlock, background: Background, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._paths, self._unlock, self._background = paths, unlock, background
        self.setWindowTitle(self.tr("Your history is locked"))
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        title = plain_label(self.tr("Your history is locked"), "title", self, wrap=True)
        self.said = Paragraph(self._said(recorder_runs=is_held(paths.recorder_lock)), "", self)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(_LONGEST)
        self.shown = QCheckBox(self.tr("Show what I type"), self)
        self.shown.toggled.connect(self._show)
        self.label = plain_label(self._asked(needed.slots), "heading", self)
        self._can_type = any(kind != "keyring" for kind in needed.slots)
        self.label.setBuddy(self.field)
        self.field.setAccessibleName(self.label.text())
        self.status = Paragraph("", "strong", self)
        self.status.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        for widget in (title, self.said, self.label, self.field, self.shown, self.status):
            column.addWidget(widget)
        column.addLayout(self._buttons())
        for one in (self.label, self.field, self.shown, self.open_button):
            one.setVisible(self._can_type)
        self.keyring_button.setVisible("keyring" in needed.slots)
        self.field.textChanged.connect(self._typed)
        self._typed()
        order = (self.field, self.shown, self.open_button, self.keyring_button, self.quit_button)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        self.field.setFocus()

    def _said(self, *, recorder_runs: bool) -> str:
        if recorder_runs:  # it may have opened it before, or wait for the keyring itself
            return self.tr(
                "It is encrypted, and the keyring of this computer did not open it. Nothing is lost. The recorder that "
                "runs goes on recording if it was open before."
            )
        return self.tr(
            "It is encrypted, and the keyring of this computer did not open it. Nothing is lost. Nothing is "
            "recorded until it is open."
        )

    def _buttons(self) -> QHBoxLayout:
        self.quit_button = QPushButton(self.tr("Quit"), self)
        self.keyring_button = QPushButton(self.tr("Ask the keyring again"), self)
        self.open_button = QPushButton(self.tr("Unlock"), self)
        self.open_button.setDefault(True)
        self.open_button.setProperty("kind", "primary")
        for button in (self.quit_button, self.keyring_button):
            press_by_return(button)
        self.quit_button.clicked.connect(self.reject)
        self.keyring_button.clicked.connect(lambda: self._try(None))
        self.open_button.clicked.connect(lambda: self._try(self.field.text()))
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        row.addWidget(self.keyring_button)
        row.addStretch(1)
        row.addWidget(self.quit_button)
        row.addWidget(self.open_button)
        return row

    def _asked(self, slots: tuple[str, ...]) -> str:
        if "recovery" not in slots:
            return self.tr("Passphrase")
        if "passphrase" not in slots:
            return self.tr("Recovery code")
        return self.tr("Passphrase or recovery code")

    def _show(self, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _typed(self) -> None:
        self.open_button.setEnabled(bool(self.field.text()))

    def _try(self, text: str | None) -> None:
        """Have it tried beside the window: it takes a while by design."""
        self._wait(True)
        self.status.setText(self.tr("Unlocking…"))
        self.status.show()
        self._background.ask(self, lambda: self._unlock(self._paths, text), self._succeeded, self._failed)

    def _succeeded(self, paths: ProfilePaths) -> None:
        self.field.clear()
        self.opened.emit(paths)
        self.accept()

    def _failed(self, error: KairosError) -> None:
        self._wait(False)
        still = self.tr("The keyring still does not open it.")
        self.status.setText(f"⚠ {still if isinstance(error, KeyNeeded) else error_message(error)}")
        self.field.selectAll()
        self.field.setFocus()

    def _wait(self, waiting: bool) -> None:
        self.field.setReadOnly(waiting)  # disabled, it would hand what is typed on to a button
        for button in (self.keyring_button, self.open_button):
            button.setEnabled(not waiting)
        if not waiting:
            self._typed()
