"""What the engine says of calendars that cannot be read and of entries left out, listed to be translated.

%1 and so on stand for what changes.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

CALENDAR_MESSAGES = (
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 ends in the middle: it was cut off, or is being written. Try again."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is not a calendar. Choose a file that ends in .ics."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is nested deeper than any calendar. It is damaged."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 holds more than %2 entries. Export a shorter span of time from the program it comes from.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is empty. Export it again."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 was not read: %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is not there. Choose a file that ends in .ics, or a folder of such files."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "%1 is not an ordinary file. Choose a file that ends in .ics, or a folder of such files."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The folder %1 is not there any more. Its blocks are kept as they were."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 holds more than %2 calendar files. Name a folder with fewer."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 holds no calendar file with events. Choose a file that ends in .ics."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is read as the calendar “%2” already. Remove that one first."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is one of your calendars already."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This calendar is gone; it was removed meanwhile."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "“%1” does not say a word and a kind. Write “lunch = break”; kinds are %2.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no calendar %1. See: kairos plan calendars"),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "A path cannot hold a NUL character. Choose a file that ends in .ics, or a folder of them.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "Recorded time is always written as private. Leave --public out."),
    QT_TRANSLATE_NOOP("ErrorMessages", "it has no end: the file is damaged there"),
    QT_TRANSLATE_NOOP("ErrorMessages", "it holds bytes that no text has: the file is damaged there"),
    QT_TRANSLATE_NOOP("ErrorMessages", "it is recorded time that Kairos exported, not a plan"),
    QT_TRANSLATE_NOOP("ErrorMessages", "it has no start that can be read"),
    QT_TRANSLATE_NOOP("ErrorMessages", "it lies in a year that no plan reaches"),
    QT_TRANSLATE_NOOP("ErrorMessages", "it ends before it begins"),
    QT_TRANSLATE_NOOP("ErrorMessages", "its %1 cannot be read"),
    QT_TRANSLATE_NOOP("ErrorMessages", "its DURATION reaches out of the calendar"),
    QT_TRANSLATE_NOOP("ErrorMessages", "its time cannot be placed"),
    QT_TRANSLATE_NOOP("ErrorMessages", "its time zone “%1” is not known, and the file does not describe it"),
    QT_TRANSLATE_NOOP("ErrorMessages", "it names more than %1 single dates"),
    QT_TRANSLATE_NOOP("ErrorMessages", "its repeat rule cannot be used: %1"),
    QT_TRANSLATE_NOOP("ErrorMessages", "its repeat rule reaches out of the calendar"),
    QT_TRANSLATE_NOOP("ErrorMessages", "it repeats too often on a clock that is no known zone's"),
    QT_TRANSLATE_NOOP("ErrorMessages", "it is in the calendar twice"),
    QT_TRANSLATE_NOOP("ErrorMessages", "a newer version of it is in the calendar"),
    QT_TRANSLATE_NOOP("ErrorMessages", "only events become blocks"),
    QT_TRANSLATE_NOOP("ErrorMessages", "it was called off"),
    QT_TRANSLATE_NOOP("ErrorMessages", "its EXRULE is not followed, so it may take place too often"),
    QT_TRANSLATE_NOOP("ErrorMessages", "of its repeat rules only the first is followed"),
    QT_TRANSLATE_NOOP("ErrorMessages", "it was changed for all later times, and is taken so for this one only"),
    QT_TRANSLATE_NOOP("ErrorMessages", "the plan has a newer version of it"),
    QT_TRANSLATE_NOOP("ErrorMessages", "it is not there, cannot be read, or is a link or a device"),
    QT_TRANSLATE_NOOP("ErrorMessages", "it is larger than %1 MB; export a shorter span of time"),
)
