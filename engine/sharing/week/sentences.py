"""What a shared file holds, leaves out and does not hide, in plain sentences."""

from __future__ import annotations

from engine.domain.sharing import ShareKind

HOLDS = {
    ShareKind.PRIVATE: (
        "For each of six groups how many minutes of the week it took, with random noise added.",
        "Beside each figure the range that holds the true one 19 times out of 20.",
        "The first and the last day of the week, the kind of file, its epsilon and a checksum.",
    ),
    ShareKind.ANONYMISED: (
        "For each of six groups and each part of the day how long it took in the week, in quarter-hours.",
        "The first and the last day of the week, the kind of file and a checksum.",
    ),
}
LEAVES_OUT = (
    "Titles, sites, apps, documents, paths, projects, tags, and the names of categories.",
    "Who you are, which computer this is, and in which time zone you live.",
    "Moments: when anything began or ended, and on which day it was.",
    "What is personal, a distraction, or in no group: all that is “other”.",
)
DOES_NOT_HIDE = {
    ShareKind.PRIVATE: (
        "It does not hide the overall pattern: whoever reads it learns about how much of the week each group took.",
        "It hides what one quarter-hour held, not a day: to hide 8 hours, 8 hours would be off by 139 %. Not offered.",
        "Each further file of the same time tells more; the budget of a month bounds how much.",
        "Where a rounded file of the same week was given away too, the noise hides nothing.",
    ),
    ShareKind.ANONYMISED: (
        "This is no mathematical promise: whoever knows enough about your week may learn what a quarter-hour held.",
        "Figures are true to the quarter-hour; only those under an hour are withheld.",
        "Two such files of one week, before and after a change, tell what was changed.",
    ),
}
