"""Asks for consent to put into this desktop what it needs to be seen, and takes it out again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.error_words import error_title
from desktop_app.recorder.notes import note_words
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.return_key import press_by_return
from engine.domain.desktop_access import DesktopAccess
from engine.domain.errors import KairosError

if TYPE_CHECKING:
    from engine.api import DesktopGate

T = TypeVar("T")
_KWIN = "kwin-script"


class AccessPanel(QWidget):
    """What it does, where it goes, and the buttons; hidden where this desktop needs nothing."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._runs = False
        self.folder = QLineEdit(self)
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(self.tr("Folder of the extension"))
        self.state = Paragraph("", "secondary", self)
        self.install = QPushButton(self.tr("Install"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        for button in (self.install, self.remove):
            press_by_return(button)
        self.install.clicked.connect(self._install)
        self.remove.clicked.connect(self._remove)
        self.error = plain_label("", "strong", self, wrap=True)
        self.error.setObjectName("error")
        self.error.hide()
        self._arrange()
        self.hide()
        choices.ready.connect(self.ask)
        self.ask()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        self._heading = plain_label(self.tr("Extension for GNOME"), "heading", self)
        column.addWidget(self._heading)
        text = self.tr(
            "GNOME shows its windows only to its own extensions. This small one tells programs on this computer, "
            "such as Kairos, which window is in front. It is put into this folder only when you press Install:"
        )
        self.about = Paragraph(text, "", self)
        column.addWidget(self.about)
        column.addWidget(self.folder)
        column.addWidget(self.state)
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        row.addWidget(self.install)
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.error)

    def ask(self) -> None:
        """Ask the engine what this desktop needs."""
        self._do(lambda gate: gate.needed(), self._show)

    def _install(self) -> None:
        self._do(lambda gate: gate.grant(), self._granted)

    def _granted(self, runs: bool) -> None:
        self._runs = runs
        self._choices.access_changed.emit()
        self.ask()

    def _remove(self) -> None:
        self._do(lambda gate: gate.revoke(), lambda _nothing: self._granted(False))

    def _show(self, access: DesktopAccess) -> None:
        if access.what == _KWIN:
            self._name_script()
            return
        self.setVisible(access.needed)
        self.folder.setText(QDir.toNativeSeparators(access.folder))
        self.state.setText(self._state(access))
        self.install.setText(self.tr("Switch on") if access.installed else self.tr("Install"))
        self.install.setVisible(not (access.installed and self._runs))
        self.remove.setVisible(access.removable)

    def _name_script(self) -> None:
        """Name what KWin runs: there is nothing to put in place, and so nothing to take away."""
        self._heading.setText(self.tr("Script for KWin"))
        self.about.setText(
            self.tr(
                "While Kairos records, KWin runs a small script that tells which window is in front. Nothing is "
                "installed: the script goes when recording ends."
            )
        )
        for part in (self.folder, self.state, self.install, self.remove):
            part.hide()
        self.show()

    def _state(self, access: DesktopAccess) -> str:
        if not access.installed:
            return self.tr("Not installed: apps and titles cannot be recorded.")
        if self._runs:
            return self.tr("Installed and switched on.")
        return self.tr("Installed. Log out and in once; if windows are still not seen then, press Switch on.")

    def _do(self, question: Callable[[DesktopGate], T], answer: Callable[[T], object]) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            self.error.hide()
            gate = engine.desktop_access
            background.ask(self, lambda: question(gate), answer, self._refuse)

    def _refuse(self, error: KairosError) -> None:
        self.error.setText(f"⚠ {error_title(error)}. {note_words(error.message)}")
        self.error.show()
