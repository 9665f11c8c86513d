"""Copies of the database: what is known of each, which are kept, and when the next one is due. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from engine.domain.clock import MS_PER_HOUR, MS_PER_SECOND, utc


class BackupReason(StrEnum):
    """Why a backup was made."""

    SCHEDULED = "scheduled"
    MIGRATION = "migration"
    BULK_EDIT = "bulk_edit"
    RESTORE = "restore"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified copy. made_ms, last_ms (when its last activity ends): UTC milliseconds, last_ms None without any.

    schema: version of its tables. activities: how many it holds. number: in the order they were made, which no clock
    set back can change. mark: of what it holds, the same for two copies of the same data, "" where not known.
    """

    path: Path
    made_ms: int
    bytes: int
    schema: int
    reason: BackupReason
    encrypted: bool
    activities: int
    last_ms: int | None
    number: int = 0
    mark: str = ""


SHORTEST_S = 1_800
"""Nothing is copied more often by itself."""

BYTES_AN_HOUR = 100_000_000
"""A large database is copied by itself so seldom that no more is written."""

LONGEST_S = 86_400

_GENERATIONS: tuple[tuple[int, Callable[[int], object]], ...] = (
    (12, lambda made_ms: made_ms // (2 * MS_PER_HOUR)),
    (12, lambda made_ms: utc(made_ms).date()),
    (10, lambda made_ms: utc(made_ms).isocalendar()[:2]),
    (9, lambda made_ms: (utc(made_ms).year, utc(made_ms).month)),
)
_OTHERS = 5  # made before an edit, a migration or a restore, or asked for: kept a while whatever came after
_FEWEST = 3


def interval_s(size: int) -> int:
    """Return how many seconds lie at least between two copies of a database of so many bytes."""
    return min(LONGEST_S, max(SHORTEST_S, size * 3_600 // BYTES_AN_HOUR))


def is_due(newest: Backup | None, size: int, now_ms: int) -> bool:
    """Return whether a changed database of so many bytes is to be copied; a clock set back does not delay it."""
    if newest is None or newest.made_ms > now_ms:
        return True
    return now_ms - newest.made_ms >= interval_s(size) * MS_PER_SECOND


def surplus(backups: Iterable[Backup], room: int | None = None) -> tuple[Backup, ...]:
    """Return the backups that need not be kept, the oldest first.

    Kept are one for each of the last 12 pairs of hours, 12 days, 10 weeks and 9 months in which any was made, and the
    five newest that were not made by the timetable. Periods without one do not count, so no clock that is set forward
    makes those there are too old. room: bytes they may take together; beyond that the oldest go, but never the newest
    three.
    """
    newest_first = sorted(backups, key=lambda one: one.number, reverse=True)
    kept = {one.number for one in [one for one in newest_first if one.reason is not BackupReason.SCHEDULED][:_OTHERS]}
    for most, period in _GENERATIONS:
        held: dict[object, int] = {}
        for one in newest_first:
            held.setdefault(period(one.made_ms), one.number)
        kept.update(list(held.values())[:most])
    staying = [one for one in newest_first if one.number in kept]
    while room is not None and len(staying) > _FEWEST and sum(one.bytes for one in staying) > room:
        staying.pop()
    staying_numbers = {one.number for one in staying}
    return tuple(one for one in reversed(newest_first) if one.number not in staying_numbers)


class Kind(StrEnum):
    """What a person calls what is kept."""

    ACTIVITY = "activity"
    CORRECTION = "correction"
    RULE = "rule"
    CATEGORY = "category"
    BLOCK = "block"
    GOAL = "goal"
    SESSION = "session"
    SKILL = "skill"
    CARD = "card"
    DOCUMENT = "document"
    LETTER = "letter"
    DIALOGUE = "dialogue"
    NAME = "name"  # activities that are there and do not say any more what was in front
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Share:
    """Some of what is kept.

    count: 0 where nothing tells how many. first_ms, last_ms: from when to when, UTC milliseconds; None where it has no
    time. days: on how many days (UTC) there is any of it, 0 where it has no time.
    """

    kind: Kind
    count: int
    first_ms: int | None = None
    last_ms: int | None = None
    days: int = 0


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """What going back to a backup changes: what is there now and would be gone, and what would be there again."""

    backup: Backup
    loses: tuple[Share, ...]
    gains: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What became of a damaged database.

    aside: where it lies whole, as it was; an empty path where it was gone. rows: read from it. returned: rows taken
    from the backup where it could not be read. backup: when that was made, UTC milliseconds, None where there was
    none. lost: what is nowhere any more, as far as it can be told.
    """

    at_ms: int
    aside: Path
    rows: int
    returned: int
    backup_ms: int | None
    lost: tuple[Share, ...]
    only_backup: bool = False


@dataclass(frozen=True, slots=True)
class CheckReport:
    """How the last full check went. problems: in words, empty where the file is whole."""

    at_ms: int
    whole: bool
    problems: tuple[str, ...] = ()
    salvaged: Salvaged | None = None
