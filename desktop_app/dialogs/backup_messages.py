"""What the engine says of backups and damaged databases, listed to be translated; %1 stands for what changes."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

BACKUP_MESSAGES = (
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no such backup any more. List them with: kairos backup list"),
    QT_TRANSLATE_NOOP("ErrorMessages", "This backup was made by a newer Kairos. Install that again to go back to it."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Another process has been making a backup for too long. Try again in a minute."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "This needs the data to itself, and the window of Kairos is open. Close it and try again."
    ),
)
