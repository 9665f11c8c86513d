"""What an import finds, in the person's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.widgets.plain_text import foreign
from engine.domain.imports import DateOrder, Doubt, Finding, ForeignKind
from engine.domain.presence import Presence

NAMES = {
    ForeignKind.ACTIVITYWATCH: "ActivityWatch",
    ForeignKind.ARBTT: "arbtt",
    ForeignKind.TOCKLER: "Tockler",
    ForeignKind.RESCUETIME: "RescueTime",
    ForeignKind.TOGGL: "Toggl Track",
    ForeignKind.WAKATIME: "WakaTime",
    ForeignKind.HAMSTER: "Hamster",
    ForeignKind.GTIMELOG: "GTimeLog",
    ForeignKind.TIMEWARRIOR: "Timewarrior",
    ForeignKind.MANICTIME: "ManicTime",
}
"""What the programs call themselves, in every language."""


def order_name(order: DateOrder) -> str:
    """Return how dates are written, by an example."""
    translate = QCoreApplication.translate
    return {
        DateOrder.YEAR_FIRST: translate("ImportWords", "Year first: 2026-11-21"),
        DateOrder.DAY_FIRST: translate("ImportWords", "Day first: 21/11/2026"),
        DateOrder.MONTH_FIRST: translate("ImportWords", "Month first: 11/21/2026"),
    }[order]


def presence_name(presence: Presence) -> str:
    """Return what a kind of time is called."""
    translate = QCoreApplication.translate
    if presence is Presence.ACTIVE:
        return translate("ImportWords", "Active")
    return translate("ImportWords", "Locked") if presence is Presence.LOCKED else translate("ImportWords", "Away")


def doubt_sentence(finding: Finding) -> str:
    """Return what was doubtful, how often, and where it came up first."""
    sentence = (_times(finding.doubt) or _entries(finding.doubt) or _others(finding.doubt)).replace(
        "%1", str(finding.count)
    )
    if "%2" in sentence:
        return sentence.replace("%2", foreign(finding.first))
    if not finding.first:
        return sentence
    first = QCoreApplication.translate("ImportWords", "%1 First: %2.")
    return first.replace("%1", sentence).replace("%2", foreign(finding.first))


def _times(doubt: Doubt) -> str:
    translate = QCoreApplication.translate
    return {
        Doubt.ZONE_ASSUMED: translate("ImportWords", "The file names no time zone; %2 is assumed."),
        Doubt.TIME_TWICE: translate("ImportWords", "Times that occur twice as clocks went back: %1. The first counts."),
        Doubt.TIME_NEVER: translate("ImportWords", "Times that never were as clocks went forward: %1. They are moved."),
        Doubt.TOO_LONG: translate("ImportWords", "Longer than 24 hours and cut there: %1. Have a look at them."),
        Doubt.BACKWARDS: translate("ImportWords", "Ending before they begin, left out: %1."),
        Doubt.OUT_OF_RANGE: translate("ImportWords", "Before 1990 or after 2100, left out: %1."),
    }.get(doubt, "")


def _entries(doubt: Doubt) -> str:
    translate = QCoreApplication.translate
    return {
        Doubt.UNREADABLE: translate("ImportWords", "Entries that cannot be read, left out: %1."),
        Doubt.UNFINISHED: translate("ImportWords", "Entries without an end, left out: %1."),
        Doubt.OVERLAP: translate("ImportWords", "Entries on time that is told already: %1. The first one keeps it."),
        Doubt.OTHER_ENCODING: translate("ImportWords", "Lines in another encoding, read as Windows-1252: %1."),
        Doubt.LEFT_OUT: translate("ImportWords", "Parts of the file that hold nothing recorded here: %1."),
        Doubt.OVERFULL: translate("ImportWords", "Totals that exceed their hour or day, the rest left out: %1."),
    }.get(doubt, "")


def _others(doubt: Doubt) -> str:
    translate = QCoreApplication.translate
    return {
        Doubt.POSITION_UNKNOWN: translate(
            "ImportWords", "Totals: %1. When within their hour or day they were is not known."
        ),
        Doubt.NO_PRESENCE: translate("ImportWords", "Nothing says when you were away; all of it counts as active."),
        Doubt.UNKNOWN_PRESENCE: translate(
            "ImportWords", "Windows left out in part, as nothing says whether you were there: %1."
        ),
        Doubt.GAPS_FILLED: translate("ImportWords", "Gaps of up to %2 that count as worked: %1."),
        Doubt.IN_USE: translate("ImportWords", "The database is in use: its newest entries may be missing."),
    }.get(doubt, "")
