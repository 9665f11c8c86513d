"""What the engine says of erasing and of limits, listed to be translated; %1 stands for what changes."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

ERASE_MESSAGES = (
    QT_TRANSLATE_NOOP("ErrorMessages", "“Everything” cannot be narrowed. Leave it out, or leave out the rest."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Say what is to be erased: a time, an app, a title, a site, a document or everything.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "An empty name would match nothing. Write the app, title, site or document after it.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "A part of a title needs at least two characters; fewer would match nearly everything."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The time to erase ends before it begins. Name a later end."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "Nothing was recorded at a time to come. Name one that is over, or leave the start out."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is nothing to look for: write the text after --prove."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Something still reads the old state of the database. It is finished by itself later, or the next time "
        "Kairos starts.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "A file cannot be removed: %1. It is tried again later."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A limit is 0, for ever, to %1 days."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Nothing is dropped before you have seen what that would be and agreed: kairos retention preview, then "
        "kairos retention agree.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "This needs the data to itself, and the %1 does not end. Try again in a minute.",
    ),
)
