"""What the engine says of documents it could not read, and of work that waits, in the person's language."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.widgets.plain_text import foreign

_MAINS: Final = re.compile(r"Waiting for mains power: ([\d,]+)(?: passages)? are due\.")
_BUSY: Final = re.compile(r"Waiting until the computer is less busy: ([\d,]+)(?: passages)? are due\.")
_AWAY: Final = re.compile(r"Documents out of reach.* and kept as they were: ([\d,]+)\. .*", re.DOTALL)
_UNWATCHED: Final = re.compile(r".*; Kairos looks every 15 minutes instead\.", re.DOTALL)


def is_of_passages(note: str) -> bool:
    """Return whether a sentence says that passages wait, not documents."""
    return note.endswith(" passages are due.")


def reason_words(reason: str) -> str:
    """Return why a document could not be read, plain and cut; what is not known here stays as it is."""
    return _of_the_file().get(reason) or _of_the_text().get(reason) or foreign(reason)


def index_note_words(note: str) -> str:
    """Return what is said of the work as a whole, plain and cut."""
    translate = QCoreApplication.translate
    for pattern, words in (
        (_MAINS, translate("DocumentReasons", "waits for mains power: %1 are due")),
        (_BUSY, translate("DocumentReasons", "waits until the computer is less busy: %1 are due")),
        (_AWAY, translate("DocumentReasons", "out of reach and kept as they were: %1")),
        (_UNWATCHED, translate("DocumentReasons", "folders cannot be watched, so Kairos looks every 15 minutes")),
    ):
        found = pattern.fullmatch(note)
        if found is not None:
            count = int(found[1].replace(",", "")) if pattern.groups else 0
            return words.replace("%1", QLocale().toString(count))
    return foreign(note)


def _of_the_file() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "The file is no longer there.": translate("DocumentReasons", "The file is no longer there."),
        "The file may not be read. Check its permissions.": translate(
            "DocumentReasons", "The file may not be read. Check its permissions."
        ),
        "This is a link, and links are not followed.": translate(
            "DocumentReasons", "This is a link, and links are not followed."
        ),
        "This is no ordinary file.": translate("DocumentReasons", "This is no ordinary file."),
        "The file is larger than this folder's limit.": translate(
            "DocumentReasons", "The file is larger than this folder's limit."
        ),
        "The file changed while it was read. It is tried again later.": translate(
            "DocumentReasons", "The file changed while it was read. It is tried again later."
        ),
        "The document is protected with a password.": translate(
            "DocumentReasons", "The document is protected with a password."
        ),
        "The file is damaged or is not what its name says.": translate(
            "DocumentReasons", "The file is damaged or is not what its name says."
        ),
        "The document is nested too deeply to be read safely.": translate(
            "DocumentReasons", "The document is nested too deeply to be read safely."
        ),
    }


def _of_the_text() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "The file unpacks to far more than it should, so it was left alone.": translate(
            "DocumentReasons", "The file unpacks to far more than it should, so it was left alone."
        ),
        "This looks like no text.": translate("DocumentReasons", "This looks like no text."),
        "The document needs too much memory to be read.": translate(
            "DocumentReasons", "The document needs too much memory to be read."
        ),
        "The document takes too long to be read.": translate(
            "DocumentReasons", "The document takes too long to be read."
        ),
        "The document crashed its reader, which was shut away; nothing else was touched.": translate(
            "DocumentReasons", "The document crashed its reader, which was shut away; nothing else was touched."
        ),
        "The document could not be understood.": translate("DocumentReasons", "The document could not be understood."),
        "The reader of this kind of file could not be started. It is tried again later.": translate(
            "DocumentReasons", "The reader of this kind of file could not be started. It is tried again later."
        ),
        "The file cannot be opened.": translate("DocumentReasons", "The file cannot be opened."),
        "The document is protected with a password or in an old format. Save it anew to have it read.": translate(
            "DocumentReasons",
            "The document is protected with a password or in an old format. Save it anew to have it read.",
        ),
    }
