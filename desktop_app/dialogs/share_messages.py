"""What the engine says of weeks that are shared, listed to be translated; %1 stands for what changes."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

SHARE_MESSAGES = (
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is no file that Kairos wrote. Move it away, and share again."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Another Kairos is sharing at this moment. Try again when it is done."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 cannot be written: %2. What is spent must be noted before anything is shared, so nothing was.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 cannot be read: it is not there, no ordinary file, or not yours to read."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is too large to be a shared week. Ask for the file anew."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is no shared week of Kairos."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is of version %2; this Kairos reads version %3. Update it."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 was changed or cut off on the way: its checksum is not right. Ask for it anew.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is not written as Kairos writes a shared week. Ask for it anew."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "What was spent on the data of %1 can no longer be told: records of it are missing. Nothing more of that "
        "month or earlier ones is shared with noise; later months are not touched by it.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The budget of %1 does not last: %2 of %3 is spent, and this costs %4. What was made before can be "
        "written again at no cost.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "This week is not over yet. Share it when it is, or choose an earlier one."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Nothing was recorded yet when this week ended. Choose a later one."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Of this week only totals of days are kept. Choose a later one."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Sharing is off. Turn it on in Settings, under Sharing, or with: kairos share on",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "For each of six groups how many minutes of the week it took, with random noise added.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "Beside each figure the range that holds the true one 19 times out of 20."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The first and the last day of the week, the kind of file, its epsilon and a checksum.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "For each of six groups and each part of the day how long it took in the week, in quarter-hours.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The first and the last day of the week, the kind of file and a checksum."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Titles, sites, apps, documents, paths, projects, tags, and the names of categories.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "Who you are, which computer this is, and in which time zone you live."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Moments: when anything began or ended, and on which day it was."),
    QT_TRANSLATE_NOOP("ErrorMessages", "What is personal, a distraction, or in no group: all that is “other”."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "It does not hide the overall pattern: whoever reads it learns about how much of the week each group took.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "It hides what one quarter-hour held, not a day: to hide 8 hours, 8 hours would be off by 139 %. Not offered.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Each further file of the same time tells more; the budget of a month bounds how much.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Where a rounded file of the same week was given away too, the noise hides nothing.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "This is no mathematical promise: whoever knows enough about your week may learn what a quarter-hour held.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Figures are true to the quarter-hour; only those under an hour are withheld.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Two such files of one week, before and after a change, tell what was changed.",
    ),
)
