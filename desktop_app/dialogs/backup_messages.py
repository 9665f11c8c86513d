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
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 is a link to %2, which is not there. Mount the disk it lies on. If that is lost, remove the link and open "
        "Kairos again: the newest backup takes its place.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 is gone or empty. Its newest backup takes its place as soon as nothing else has the data open: close the "
        "window of Kairos, then: kairos backup restore newest",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 is gone or empty, and no backup in %2 is whole and opens with the key of this profile. Put the file back; "
        "to begin anew, move that folder away.",
    ),
)
