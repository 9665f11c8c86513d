"""The recovery code, shown once: to be copied, saved or printed, and kept away from this computer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_message
from desktop_app.dialogs.key_cut_off import finish_change, tell
from desktop_app.dialogs.printing import can_print, print_text
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.return_key import press_by_return
from engine.domain.errors import KairosError
from engine.domain.whole_file import whole_file

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.domain.key_slots import Finished

_WIDTH: Final = 576
_PRIVATE: Final = "x-kde-passwordManagerHint"  # clipboards that keep a history leave it out


class CodeKeeper(Protocol):
    """What is asked of the engine's keys."""

    def new_recovery_code(self) -> str:
        """Return a new code."""
        ...

    def wants_code(self) -> bool:
        """Return whether the person has none yet."""
        ...

    def finish(self) -> Finished | None:
        """Complete a change that was cut off; return what became of it."""
        ...

    def code_kept(self, code: str = "") -> None:
        """Note that it is kept; only now it takes the place of one before."""
        ...


def offer_code(keys: CodeKeeper, background: Background, window: QWidget) -> None:
    """Show a recovery code where nothing but the keyring opens the profile."""

    def show(found: tuple[str, bool]) -> None:
        cut_off, wanted = found
        if cut_off:
            tell(cut_off, window)
        if wanted:
            dialog = RecoveryCodeDialog(keys, background, window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    background.ask(window, lambda: _wants_code(keys), show)


def _wants_code(keys: CodeKeeper) -> tuple[str, bool]:
    """Complete a change of the key that was cut off; return what is to be told of it, and whether a code is wanted."""
    return finish_change(keys.finish), keys.wants_code()


class RecoveryCodeDialog(QDialog):
    """Shows one code; closed without "I have kept it", another one is made the next time.

    code: one that was made already, None to have one made. sole: no passphrase opens the history, too.
    """

    def __init__(
        self,
        keys: CodeKeeper,
        background: Background,
        parent: QWidget | None = None,
        *,
        code: str | None = None,
        sole: bool = True,
    ) -> None:
        super().__init__(parent)
        self._keys, self._background = keys, background
        self.setWindowTitle(self.tr("Recovery code"))
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self.title = plain_label(self.tr("Keep this recovery code"), "title", self, wrap=True)
        self.code = QLineEdit(self)
        self.code.setReadOnly(True)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setAccessibleName(self.tr("Recovery code"))
        self.code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.code.setProperty("kind", "code")
        where = self.tr(
            "Write it down or print it, and keep it away from this computer. It is shown this once; Kairos cannot show "
            "it again. It takes the place of a code from before once you press “I have kept it”."
        )
        self.notice = Paragraph("", "secondary", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        self.what = Paragraph(self._what(sole), "", self)
        for widget in (self.title, self.what, self.code, Paragraph(where, "", self)):
            column.addWidget(widget)
        column.addLayout(self._ways())
        column.addWidget(self.notice)
        column.addLayout(self._ends())
        self._wait(True)
        if code is None:
            background.ask(self, keys.new_recovery_code, self._present, self._failed)
        else:
            self._present(code)

    def _what(self, sole: bool) -> str:
        if not sole:
            return self.tr(
                "Your history is encrypted. This code opens it, too, where the keyring of this computer is lost or the "
                "passphrase forgotten."
            )
        return self.tr(
            "Your history is encrypted. The keyring of this computer opens it without a word, until that is lost: with "
            "a new computer, a new password, a broken disk. Then this code opens it, and nothing else does."
        )

    def _ways(self) -> QHBoxLayout:
        self.copy_button = self._button(self.tr("Copy"), self._copy)
        self.save_button = self._button(self.tr("Save…"), self._ask_where)
        self.print_button = self._button(self.tr("Print…"), lambda: print_text(self.paper(), self))
        self.print_button.setVisible(can_print())
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        for button in (self.copy_button, self.save_button, self.print_button):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _ends(self) -> QHBoxLayout:
        self.later_button = self._button(self.tr("Ask me next time"), self.reject)
        self.kept_button = self._button(self.tr("I have kept it"), self._keep)
        self.kept_button.setProperty("kind", "primary")
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        row.addStretch(1)
        row.addWidget(self.later_button)
        row.addWidget(self.kept_button)
        return row

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        press_by_return(button)
        button.clicked.connect(lambda _checked: act())
        return button

    def _wait(self, waiting: bool) -> None:
        for button in (self.copy_button, self.save_button, self.print_button, self.kept_button):
            button.setEnabled(not waiting)

    def _present(self, code: str) -> None:
        self.code.setText(code)
        self._wait(False)
        self.copy_button.setFocus()  # not what says that it is kept: an Enter too many would wave it away

    def _failed(self, error: KairosError) -> None:
        self.notice.setText(f"⚠ {error_message(error)}")

    def _keep(self) -> None:
        self._wait(True)
        code = self.code.text()
        self._background.ask(self, lambda: self._keys.code_kept(code), lambda _none: self.accept(), self._failed)

    def paper(self) -> str:
        """Return what is saved or printed: the code, and what it is for."""
        what = self.tr("Recovery code for the history Kairos keeps. It opens it where the keyring is lost.")
        return f"Kairos\n\n{what}\n\n{self.code.text()}\n"

    def _copy(self) -> None:
        data = QMimeData()
        data.setText(self.code.text())
        data.setData(_PRIVATE, b"secret")
        QGuiApplication.clipboard().setMimeData(data)
        self.notice.setText(self.tr("Copied. Paste it where it is kept away from this computer."))

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the recovery code"), "kairos-recovery-code.txt")
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        """Write the code to a file only the person can read, and say how that went."""
        try:
            with whole_file(path) as file:
                file.write(self.paper().encode())
        except OSError as cause:
            self.notice.setText(self.tr("It could not be saved: %1").replace("%1", cause.strerror or str(cause)))
            return
        self.notice.setText(self.tr("Saved to %1. Move it away from this computer.").replace("%1", str(path)))
