"""Encryption: whether it is on, what opens the data, and changes of both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimeZone
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop_app.choices import Choices
from desktop_app.pages.settings.looking_section import LookingSection
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.sentences import labelled
from engine.domain.errors import KairosError
from engine.domain.key_slots import Encryption, KeySlot, SlotKind

_LONGEST = 60


def slot_word(kind: SlotKind) -> str:
    """Return what opens the data."""
    translate = QCoreApplication.translate
    return {
        SlotKind.KEYRING: translate("KeyWords", "The keyring of this computer"),
        SlotKind.PASSPHRASE: translate("KeyWords", "Your passphrase"),
        SlotKind.RECOVERY: translate("KeyWords", "The recovery code"),
    }[kind]


class KeysSection(LookingSection):
    """The state, a line per slot, and buttons that open a dialog each."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Encryption"))
        self._wording = Wording(bytes(QTimeZone.systemTimeZoneId().data()).decode(), self)
        self.state = Paragraph(self.tr("Looking…"), "strong", self)
        self.advice = Paragraph("", "secondary", self)
        self.slots = QWidget(self)
        self._lines = QGridLayout(self.slots)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setColumnStretch(0, 1)
        self._make_buttons()
        for part in (self.state, self.slots, self.advice):
            self.body.addWidget(part)
        for group in (
            (self.encrypt_button, self.passphrase_button, self.keyring_button, self.code_button),
            (self.kept_button, self.rekey_button, self.decrypt_button),
        ):
            self.add_buttons(*group)
        self.finish()
        self._show_buttons(None)

    def _make_buttons(self) -> None:
        self.encrypt_button = QPushButton(self.tr("Encrypt…"), self)
        self.passphrase_button = QPushButton(self.tr("Set a passphrase…"), self)
        self.keyring_button = QPushButton(self.tr("Open by the keyring"), self)
        self.code_button = QPushButton(self.tr("New recovery code…"), self)
        self.kept_button = QPushButton(self.tr("I have kept the recovery code"), self)
        self.rekey_button = QPushButton(self.tr("Change the key…"), self)
        self.decrypt_button = QPushButton(self.tr("Decrypt…"), self)
        self.encrypt_button.clicked.connect(self._encrypt)
        self.passphrase_button.clicked.connect(self._set_passphrase)
        self.keyring_button.clicked.connect(lambda: self._do(lambda keys: keys.add_keyring()))
        self.code_button.clicked.connect(self._new_code)
        self.kept_button.clicked.connect(lambda: self._do(lambda keys: keys.code_kept()))
        self.rekey_button.clicked.connect(self._rekey)
        self.decrypt_button.clicked.connect(self._decrypt)

    def look(self) -> None:
        """Ask how it stands; the keyring may take a moment to answer."""
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            background.ask(self, engine.keys.state, self._show, self._give_up)

    def _show(self, found: Encryption) -> None:
        self.state.setText(
            self.tr("Encrypted. Any one of these opens it:")
            if found.on
            else self.tr("Not encrypted: whoever can read your files can read everything Kairos knows.")
        )
        self.advice.setText(self._advice(found))
        self.advice.setVisible(bool(self.advice.text()))
        self._show_slots(found.slots)
        self._show_buttons(found)

    def _advice(self, found: Encryption) -> str:
        recovery = next((slot for slot in found.slots if slot.kind is SlotKind.RECOVERY), None)
        if found.pending:
            return self.tr("⚠ A change of the key was cut off. The next change finishes it.")
        if not found.on and found.keyring is None:
            return self.tr(
                "There is no usable keyring here, so it was not turned on by itself. A passphrase does it, too."
            )
        return "" if recovery is None or recovery.kept else self._unkept(found)

    def _unkept(self, found: Encryption) -> str:
        """Return what a recovery code is for beside the other ways in."""
        if not found.has(SlotKind.PASSPHRASE):
            return self.tr(
                "⚠ You have not said yet that the recovery code is kept. Without it, a lost keyring is lost data."
            )
        if not found.has(SlotKind.KEYRING):
            return self.tr(
                "⚠ You have not said yet that the recovery code is kept. Without it, a forgotten passphrase is lost "
                "data."
            )
        return self.tr(
            "⚠ You have not said yet that the recovery code is kept. Without it, only the passphrase is left should "
            "the keyring be lost."
        )

    def _show_slots(self, slots: tuple[KeySlot, ...]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, slot in enumerate(slots):
            text = slot_word(slot.kind)
            if slot.name:
                text = f"{text} ({foreign(slot.name, _LONGEST)})"
            since = self.tr("%1, since %2").replace("%1", text).replace("%2", self._wording.moment(slot.made_ms, 0))
            self._lines.addWidget(Paragraph(since, "", self.slots), row, 0)
            remove = QPushButton(self.tr("Remove"), self.slots)
            remove.setAccessibleName(labelled(remove.text(), text))
            remove.setEnabled(len(slots) > 1)
            remove.clicked.connect(partial(self._remove, slot.kind))
            self._lines.addWidget(remove, row, 1)
        self.slots.setVisible(bool(slots))

    def _show_buttons(self, found: Encryption | None) -> None:
        on = found is not None and found.on
        keyring = on and found is not None and found.keyring is not None and not found.has(SlotKind.KEYRING)
        unkept = found is not None and any(not slot.kept for slot in found.slots)
        shown = {
            self.encrypt_button: found is not None and not on,
            self.passphrase_button: on,
            self.keyring_button: keyring,
            self.code_button: on,
            self.kept_button: unkept,
            self.rekey_button: on,
            self.decrypt_button: on,
        }
        for button, visible in shown.items():
            button.setVisible(visible)
        self._found = found

    def _do(self, act: Callable[..., object]) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            keys = engine.keys
            self.error.hide()
            background.ask(self, lambda: act(keys), lambda _done: self.look(), self._give_up)

    def _give_up(self, error: KairosError) -> None:
        self.refuse(error)

    def _encrypt(self) -> None:
        from desktop_app.dialogs.keys_encrypt import EncryptDialog  # noqa: PLC0415  (seldom needed)

        engine, found = self._choices.engine, self._found
        if engine is not None and found is not None:
            dialog = EncryptDialog(engine.keys, found.keyring, self.window())
            dialog.choices = self._choices
            dialog.converted.connect(self._choices.reopen)
            self.open_dialog(dialog)

    def _set_passphrase(self) -> None:
        from desktop_app.dialogs.keys_passphrase import PassphraseDialog  # noqa: PLC0415  (seldom needed)

        if self._choices.engine is not None and self._choices.background is not None:
            self.open_dialog(PassphraseDialog(self._choices.engine.keys, self._choices.background, self.window()))

    def _new_code(self) -> None:
        from desktop_app.dialogs.keys_change import NewCodeDialog  # noqa: PLC0415  (seldom needed)

        engine, found = self._choices.engine, self._found
        if engine is not None and found is not None:
            has_passphrase = found.has(SlotKind.PASSPHRASE)
            self.open_dialog(NewCodeDialog(engine.keys, self.window(), passphrase=has_passphrase))

    def _rekey(self) -> None:
        from desktop_app.dialogs.keys_change import RekeyDialog  # noqa: PLC0415  (seldom needed)

        engine, found = self._choices.engine, self._found
        if engine is not None and found is not None:
            dialog = RekeyDialog(engine.keys, self.window(), passphrase=found.has(SlotKind.PASSPHRASE))
            dialog.choices = self._choices
            dialog.converted.connect(self._choices.reopen)
            self.open_dialog(dialog)

    def _decrypt(self) -> None:
        from desktop_app.dialogs.keys_change import DecryptDialog  # noqa: PLC0415  (seldom needed)

        if self._choices.engine is not None:
            dialog = DecryptDialog(self._choices.engine.keys, self.window())
            dialog.choices = self._choices
            dialog.converted.connect(self._choices.reopen)
            self.open_dialog(dialog)

    def _remove(self, kind: SlotKind) -> None:
        from desktop_app.dialogs.keys_change import RemoveSlotDialog  # noqa: PLC0415  (seldom needed)

        if self._choices.engine is not None:
            self.open_dialog(RemoveSlotDialog(self._choices.engine.keys, kind, slot_word(kind), self.window()))
