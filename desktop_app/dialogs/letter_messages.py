"""What the engine says of letters, listed to be translated; %1 stands for what changes."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

LETTER_MESSAGES = (
    QT_TRANSLATE_NOOP("ErrorMessages", "That letter suggests nothing."),
    QT_TRANSLATE_NOOP("ErrorMessages", "That letter's suggestion was answered already."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no letter of the week from %1. See: kairos letter list"),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no letter of the week from %1 any more."),
)
