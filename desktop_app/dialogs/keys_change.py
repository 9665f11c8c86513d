"""Changes of the key that are explained, confirmed, and done: decrypting, another key, a new code, a slot less."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.dialogs.long_work import LongWork
from desktop_app.dialogs.recovery_code import RecoveryCodeDialog
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.errors import KairosError, KeyWrong
from engine.domain.key_slots import Rekeyed, SlotKind

if TYPE_CHECKING:
    from engine.api import Keys

_SIZE = (520, 260)


class KeyDialog(LongWork):
    """What these dialogs share. converted: the data has another key, so that the window has to open it anew."""

    converted = Signal()

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = keys
        self.resize(*_SIZE)
        self.told.hide()
        self.about = Paragraph("", "", self)
        self.head.addWidget(self.about)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertStretch(1, 1)  # what is told here stands at the top
        self._converted = False
        self.has_passphrase = False

    def explain(self, title: str, about: str, sure: str, act: str) -> None:
        """Say what this is, what has to be agreed to, and what the button does."""
        self.setWindowTitle(title)
        self.about.setText(about)
        self.sure.setText(sure)
        self.act_button.setText(act)
        self.act_button.clicked.connect(self.act)
        self.enable()

    def act(self) -> None:
        """Begin what was agreed to."""
        raise NotImplementedError

    def convert(self, work: Callable[[], str]) -> None:
        """Have the data converted; work returns the code to be shown, "" for none."""
        self.replace(work, lambda code: self.show_code(code, converted=True))

    def show_code(self, code: str, *, converted: bool) -> None:
        """Show the code until it is kept, then close; without one close at once."""
        self._converted = converted
        if not code:
            self.accept()
            return
        shown = RecoveryCodeDialog(self.keys, self.background, self, code=code, sole=not self.has_passphrase)
        shown.finished.connect(lambda _result: self.accept())
        shown.open()

    def done(self, result: int) -> None:
        """Close, and say that the data has to be opened anew where it has."""
        super().done(result)
        if self._converted:
            self.converted.emit()


class DecryptDialog(KeyDialog):
    """Everything is written in the clear."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.explain(
            self.tr("Decrypt"),
            self.tr(
                "The database, its backups and the learned models are written anew without encryption. Whoever can "
                "read your files can read them then. Kairos opens anew afterwards."
            ),
            self.tr("I want my data to lie unencrypted."),
            self.tr("Decrypt"),
        )

    def act(self) -> None:
        """Decrypt."""

        def work() -> str:
            self.keys.turn_off()
            return ""

        self.convert(work)


class RekeyDialog(KeyDialog):
    """Everything is written with another key; the passphrase goes on opening it where it is typed."""

    def __init__(self, keys: Keys, parent: QWidget | None = None, *, passphrase: bool) -> None:
        super().__init__(keys, parent)
        self.passphrase = QLineEdit(self)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(self.tr("Your passphrase, to keep it; else it opens nothing any more"))
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.passphrase.setVisible(passphrase)
        self.tab_through(self.passphrase)
        self.head.addWidget(self.passphrase)
        self.explain(
            self.tr("Change the key"),
            self.tr(
                "The database, its backups and the learned models are written anew with another key. For the day "
                "somebody may have come by the present one. The recovery code becomes another one, too. Kairos opens "
                "anew afterwards."
            ),
            self.tr("Change the key."),
            self.tr("Change"),
        )

    def act(self) -> None:
        """Change the key."""
        passphrase = self.passphrase.text() or None
        self.has_passphrase = passphrase is not None

        def work() -> str:
            done: Rekeyed = self.keys.rekey(passphrase)
            return done.code

        self.passphrase.setEnabled(False)
        self.convert(work)

    def refuse(self, error: KairosError) -> None:
        """Say why it was refused; another passphrase may be typed at once."""
        super().refuse(error)
        if isinstance(error, KeyWrong) and self.passphrase.text():
            text = self.tr("This is not your passphrase. Nothing was changed.")
            self.error.setText(f"⚠ {text}")
            self.passphrase.selectAll()
            self.passphrase.setFocus()

    def enable(self) -> None:
        """Enable what can be done now."""
        super().enable()
        self.passphrase.setEnabled(not self.works)


class NewCodeDialog(KeyDialog):
    """A recovery code in place of the one before; passphrase: one opens the data, too."""

    def __init__(self, keys: Keys, parent: QWidget | None = None, *, passphrase: bool = False) -> None:
        super().__init__(keys, parent)
        self.has_passphrase = passphrase
        self.explain(
            self.tr("New recovery code"),
            self.tr(
                "A new recovery code is made and shown once. Once you say that you have kept it, the one before opens "
                "nothing any more."
            ),
            self.tr("Replace the code I have."),
            self.tr("Make a new one"),
        )

    def act(self) -> None:
        """Make one."""
        self.ask(self.keys.new_recovery_code, lambda code: self.show_code(code, converted=False))


class RemoveSlotDialog(KeyDialog):
    """Something opens the data no more."""

    def __init__(self, keys: Keys, kind: SlotKind, word: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self._kind = kind
        self.explain(
            self.tr("Remove: %1").replace("%1", word),
            self.tr("It opens the data no more. The others go on opening it; the data itself stays as it is."),
            self.tr("Remove it."),
            self.tr("Remove"),
        )

    def act(self) -> None:
        """Remove it."""

        def work() -> str:
            self.keys.remove(self._kind)
            return ""

        self.ask(work, lambda code: self.show_code(code, converted=False))
