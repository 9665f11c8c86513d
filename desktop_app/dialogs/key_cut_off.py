"""A change of the key that was cut off: completed when the window opens, and told where it was not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.dialogs.error_words import error_message
from engine.domain.errors import KairosError, KeyNeeded, KeyringUnavailable, KeyWrong, NotEncrypted
from engine.domain.key_slots import Finished, KeyStep

_STAYS = (KeyNeeded, KeyWrong, KeyringUnavailable, NotEncrypted)  # it goes on being cut off


def finish_change(finish: Callable[[], Finished | None]) -> str:
    """Complete a change that was cut off; return what the person has to be told, "" for nothing."""
    try:
        finished = finish()
    except _STAYS as error:
        cut = QCoreApplication.translate(
            "KeyCutOff",
            "A change of the key was cut off and cannot be completed now: %1 In a terminal: kairos keys finish",
        )
        return cut.replace("%1", error_message(error))
    except KairosError:  # Settings tells of it
        return ""
    return "" if finished is None or finished.done else _taken_back(finished.step)


def tell(what: str, window: QWidget) -> None:
    """Show it in a box that blocks nothing else."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Kairos", what, QMessageBox.StandardButton.Ok, window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def _taken_back(step: KeyStep) -> str:
    translate = QCoreApplication.translate
    return {
        KeyStep.ENCRYPT: translate(
            "KeyCutOff",
            "Encrypting was cut off too early and was taken back: your history is still not encrypted. Do it again in "
            "Settings > Privacy.",
        ),
        KeyStep.REKEY: translate(
            "KeyCutOff",
            "The change of the key was cut off too early and was taken back: everything still has the key from "
            "before. Do it again in Settings > Privacy.",
        ),
        KeyStep.DECRYPT: translate(
            "KeyCutOff",
            "Decrypting was cut off too early and was taken back: your history is still encrypted. Do it again in "
            "Settings > Privacy.",
        ),
    }[step]
