"""Whether the history is encrypted and where its key is kept, in plain sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.domain.key_slots import Encryption, SlotKind


def key_sentence(found: Encryption) -> str:
    """Return who can read the history, and why, for somebody who has never heard of keys."""
    translate = QCoreApplication.translate
    if found.on and found.has(SlotKind.KEYRING):
        return translate(
            "KeyWhere",
            "Your history is encrypted. Its key is kept in the keyring of this computer, which opens when you log in; "
            "next you are given a recovery code for the day the keyring is lost.",
        )
    if found.on:
        return translate("KeyWhere", "Your history is encrypted and opens with your passphrase.")
    if found.keyring is None:
        return translate(
            "KeyWhere",
            "Your history is not encrypted, because no keyring answers on this computer that could keep the key. "
            "Settings > Encryption does it with a passphrase.",
        )
    return translate("KeyWhere", "Your history is not encrypted. Settings > Encryption can change that.")
