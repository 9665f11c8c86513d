"""Backups, checks and what was saved of a damaged database, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from engine.cli.moments import iso_or_none, local
from engine.domain.backups import Backup, BackupReason, CheckReport, Kind, RestorePreview, Salvaged, Share

if TYPE_CHECKING:
    from engine.domain.days import DayRule

REASONS = {
    BackupReason.SCHEDULED: "by itself",
    BackupReason.MIGRATION: "before an update",
    BackupReason.BULK_EDIT: "before a large change",
    BackupReason.RESTORE: "before going back",
    BackupReason.BY_HAND: "by hand",
}
_MB = 1_000_000
_KINDS = {
    Kind.ACTIVITY: ("activity", "activities"),
    Kind.CORRECTION: ("correction", "corrections"),
    Kind.RULE: ("rule", "rules"),
    Kind.CATEGORY: ("category", "categories"),
    Kind.BLOCK: ("block", "blocks"),
    Kind.GOAL: ("goal", "goals"),
    Kind.SESSION: ("focus session", "focus sessions"),
    Kind.SKILL: ("skill", "skills"),
    Kind.CARD: ("card", "cards"),
    Kind.DOCUMENT: ("document", "documents"),
    Kind.LETTER: ("letter", "letters"),
    Kind.DIALOGUE: ("question asked", "questions asked"),
    Kind.NAME: ("name of an activity", "names of activities"),
    Kind.OTHER: ("other row", "other rows"),
}


def size(count: int) -> str:
    """Return so many bytes for people: "48 KB", "3.2 MB"."""
    return f"{max(1, count // 1_000)} KB" if count < _MB else f"{count / _MB:.1f} MB"


def backup_line(backup: Backup, rule: DayRule) -> str:
    """Return one backup as a line: its number, when and why it was made, how big it is, what it holds."""
    made = f"{local(backup.made_ms, rule):%Y-%m-%d %H:%M}"
    held = "" if backup.last_ms is None else f", up to {local(backup.last_ms, rule):%Y-%m-%d %H:%M}"
    locked = "encrypted" if backup.encrypted else "not encrypted"
    facts = f"{size(backup.bytes):>9}  {locked}  {_counted(backup.activities, 'activity', 'activities')}{held}"
    return f"{backup.number:>5}  {made}  {REASONS[backup.reason]:<22}{facts}"


def share_line(share: Share, rule: DayRule) -> str:
    """Return some of what is kept as words: "12 activities on 3 days, 2026-11-01 09:00 to 2026-11-03 17:10"."""
    one, many = _KINDS[share.kind]
    text = _counted(share.count, one, many) if share.count else f"{many}, nobody can tell how many"
    if share.days:
        text += f" on {_counted(share.days, 'day', 'days')}"
    if share.first_ms is None or share.last_ms is None:
        return text
    return f"{text}, {local(share.first_ms, rule):%Y-%m-%d %H:%M} to {local(share.last_ms, rule):%Y-%m-%d %H:%M}"


def preview_lines(preview: RestorePreview, rule: DayRule) -> list[str]:
    """Return what going back takes and gives."""
    if not preview.loses and not preview.gains:
        return ["Nothing would change: this backup holds what is there now."]
    lines = []
    for title, shares in (("It would take away:", preview.loses), ("It would bring back:", preview.gains)):
        kept = [share for share in shares if share.kind is not Kind.NAME]
        if kept:
            lines += [title, *(f"    {share_line(share, rule)}" for share in kept)]
    return lines + _renamed_lines(preview, rule)


def _renamed_lines(preview: RestorePreview, rule: DayRule) -> list[str]:
    """Return how many activities would be called something else, or not be called anything any more."""
    lines = []
    for shares, what in ((preview.loses, "lose their present name"), (preview.gains, "have their former name again")):
        for share in (share for share in shares if share.kind is Kind.NAME):
            told = share_line(replace(share, kind=Kind.ACTIVITY), rule)
            lines.append(f"Of what stays, these would {what} (app, title, site or document): {told}")
    return lines


def check_lines(report: CheckReport, rule: DayRule) -> list[str]:
    """Return how a check went, and what was saved of a damaged database."""
    when = f"{local(report.at_ms, rule):%Y-%m-%d %H:%M}"
    if not report.whole:
        shown = [f"    {line}" for line in report.problems[:5]]
        return [
            f"The database is damaged (checked {when}):",
            *shown,
            "Save what can be saved with: kairos check --repair",
        ]
    lines = [f"Every byte of the database is as it was written (checked {when})."]
    return lines + ([] if report.salvaged is None else salvaged_lines(report.salvaged, rule))


def salvaged_lines(salvaged: Salvaged, rule: DayRule) -> list[str]:
    """Return what became of a damaged database."""
    when = f"{local(salvaged.at_ms, rule):%Y-%m-%d %H:%M}"
    was = "damaged" if salvaged.aside.name else "gone or empty"
    lines = [f"The database was {was} and was put right on {when}. {_source(salvaged, rule)}"]
    if salvaged.lost:
        lines += ["Lost, or back to what they were in the backup:"] if salvaged.only_backup else ["Lost:"]
        lines += [f"    {share_line(share, rule)}" for share in salvaged.lost]
    else:
        lines.append("Nothing is known to be lost.")
    return [*lines, f"The damaged file is kept in {salvaged.aside.parent}"] if salvaged.aside.name else lines


def _source(salvaged: Salvaged, rule: DayRule) -> str:
    made = "" if salvaged.backup_ms is None else f"{local(salvaged.backup_ms, rule):%Y-%m-%d %H:%M}"
    if salvaged.only_backup:
        return f"The backup of {made} was put in its place." if made else "Nothing could be read: it begins empty."
    read = f"{_counted(salvaged.rows, 'row was', 'rows were')} read from it"
    return f"{read}, {salvaged.returned} came from the backup of {made}." if salvaged.returned else f"{read}."


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def backup_json(backup: Backup) -> dict[str, Any]:
    """Return a backup for other programs."""
    return {
        "number": backup.number,
        "path": str(backup.path),
        "made": iso_or_none(backup.made_ms),
        "reason": backup.reason.value,
        "bytes": backup.bytes,
        "schema": backup.schema,
        "encrypted": backup.encrypted,
        "activities": backup.activities,
        "last_activity": iso_or_none(backup.last_ms),
    }


def share_json(share: Share) -> dict[str, Any]:
    """Return some of what is kept for other programs."""
    return {
        "kind": share.kind.value,
        "count": share.count,
        "days": share.days,
        "first": iso_or_none(share.first_ms),
        "last": iso_or_none(share.last_ms),
    }


def check_json(report: CheckReport) -> dict[str, Any]:
    """Return how a check went for other programs."""
    saved = report.salvaged
    return {
        "at": iso_or_none(report.at_ms),
        "whole": report.whole,
        "problems": list(report.problems),
        "salvaged": None
        if saved is None
        else {
            "at": iso_or_none(saved.at_ms),
            "aside": str(saved.aside),
            "rows": saved.rows,
            "returned": saved.returned,
            "backup": iso_or_none(saved.backup_ms),
            "only_backup": saved.only_backup,
            "lost": [share_json(share) for share in saved.lost],
        },
    }
