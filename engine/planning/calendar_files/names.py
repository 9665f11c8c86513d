"""What properties of a calendar are called that Kairos reads, and those that are its own."""

from __future__ import annotations

from engine.domain.blocks import BlockKind

KIND = "X-KAIROS-BLOCK-KIND"
PLANNED = "X-KAIROS-PLANNED-MINUTES"
ACTUAL = "X-KAIROS-ACTUAL-MINUTES"
PROTECTED = "X-KAIROS-PROTECTED"
PROJECT = "X-KAIROS-PROJECT"
CATEGORY = "X-KAIROS-CATEGORY"
OWN_ZONE = "X-KAIROS-ZONE"
UNTITLED = "X-KAIROS-UNTITLED"
OWN_ALARM = "X-KAIROS-ALARM"
MEASURED = "X-KAIROS-MILLISECONDS"
"""Of recorded time, as reports write it: such entries are no plan."""

BUSY_STATUS = "X-MICROSOFT-CDO-BUSYSTATUS"
UNDERSTOOD = frozenset(
    "UID DTSTAMP DTSTART DTEND DURATION SUMMARY DESCRIPTION STATUS TRANSP RRULE EXDATE RDATE RECURRENCE-ID SEQUENCE "
    "LAST-MODIFIED".split()
) | {KIND, PROTECTED, PROJECT, CATEGORY, OWN_ZONE, UNTITLED}
"""Those that a block says in its own way; all others are kept as they are."""

KIND_WORDS = {
    BlockKind.FOCUS: "Focus",
    BlockKind.SHALLOW: "Shallow work",
    BlockKind.MEETING: "Meeting",
    BlockKind.BREAK: "Break",
    BlockKind.LEARNING: "Learning",
    BlockKind.PERSONAL: "Personal",
}
