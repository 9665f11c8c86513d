"""What two databases of one profile do not have in common, counted in a person's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from engine.domain.backups import Kind, Share
from engine.domain.clock import MS_PER_HOUR

_DAY_MS = 24 * MS_PER_HOUR

_DAYS = f"""SELECT start_ms / {_DAY_MS} AS day, count(*), sum(end_ms - start_ms), sum(start_ms % {_DAY_MS}),
sum(coalesce(look_id, 0)), sum(source_id) FROM activity GROUP BY day"""  # noqa: S608  (a number of our own)
_ACTIVITIES = """SELECT source_id, start_ms, end_ms, app.name, title.text, site.name, document.path
FROM activity LEFT JOIN look ON look.id = activity.look_id LEFT JOIN app ON app.id = look.app_id
LEFT JOIN title ON title.id = look.title_id LEFT JOIN site ON site.id = look.site_id
LEFT JOIN document ON document.id = look.document_id WHERE activity.start_ms >= ? AND activity.start_ms < ?"""
_PLACE = 3  # columns that say which activity it is; the others say what was in front


@dataclass(frozen=True, slots=True)
class _Compared:
    """A table. by: what makes two rows the same, all columns where empty. time: its column of a moment."""

    kind: Kind
    table: str
    by: str = ""
    time: str = ""


_TABLES = (
    _Compared(Kind.CORRECTION, "correction", time="start_ms"),
    _Compared(Kind.RULE, "rule"),
    _Compared(Kind.CATEGORY, "category"),
    _Compared(Kind.BLOCK, "block", time="start_ms"),
    _Compared(Kind.GOAL, "goal"),
    _Compared(Kind.SESSION, "focus_session", time="start_ms"),
    _Compared(Kind.SKILL, "skill"),
    _Compared(Kind.CARD, "recall_card", by="id, front, back"),
    _Compared(Kind.DOCUMENT, "document_file", by="path"),
    _Compared(Kind.LETTER, "letter", by="week"),
    _Compared(Kind.DIALOGUE, "dialogue_turn", by="dialogue_id, position, at_ms", time="at_ms"),
)


def only_in(one: Any, other: Any) -> tuple[Share, ...]:
    """Return what the first driver connection's database holds and the second one's does not."""
    shares = [*_activities(one, other), *(_rows(compared, one, other) for compared in _TABLES)]
    return tuple(share for share in shares if share.count)


def _activities(one: Any, other: Any) -> tuple[Share, Share]:
    """Return the activities that are in one alone, and those in both of which it says what the other does not."""
    known = {row[0]: row for row in _of_table(other, "activity", _DAYS)}
    missing: list[int] = []
    named: list[int] = []
    for day in sorted(row[0] for row in _of_table(one, "activity", _DAYS) if known.get(row[0]) != row):
        span = day * _DAY_MS, (day + 1) * _DAY_MS
        there = {row[:_PLACE]: row for row in other.execute(_ACTIVITIES, span)} if known else {}
        for row in one.execute(_ACTIVITIES, span):
            same = there.get(row[:_PLACE])
            if same is None:
                missing.append(row[1])
            elif any(mine and mine != its for mine, its in zip(row, same, strict=True)):
                named.append(row[1])
    return share_of(Kind.ACTIVITY, len(missing), missing), share_of(Kind.NAME, len(named), named)


def _rows(compared: _Compared, one: Any, other: Any) -> Share:
    columns = _columns(one, compared.table)
    same = columns == _columns(other, compared.table)
    what = compared.by or ("*" if same else "id")
    asked = f"SELECT {what} FROM {compared.table}"  # noqa: S608  (names of our own)
    there = set(_of_table(other, compared.table, asked))
    timed = f"SELECT {compared.time or 'NULL'}, {what} FROM {compared.table}"  # noqa: S608
    mine = [row for row in _of_table(one, compared.table, timed) if row[1:] not in there]
    return share_of(compared.kind, len(mine), [row[0] for row in mine if row[0] is not None])


def share_of(kind: Kind, count: int, moments_ms: list[int]) -> Share:
    """Return so many of a kind that lie at those moments."""
    if not moments_ms:
        return Share(kind, count)
    days = len({moment // _DAY_MS for moment in moments_ms})
    return Share(kind, count, min(moments_ms), max(moments_ms), days)


def by_kind(counts: dict[str, int]) -> dict[Kind, int]:
    """Return how many rows of tables these are, by what a person calls them."""
    kinds = {compared.table: compared.kind for compared in _TABLES} | {"activity": Kind.ACTIVITY}
    found: defaultdict[Kind, int] = defaultdict(int)
    for table, count in counts.items():
        found[kinds.get(table, Kind.OTHER)] += count
    return dict(found)


def _of_table(connection: Any, table: str, asked: str) -> Iterator[Any]:
    """Answer, with nothing where an older database has no such table."""
    if _columns(connection, table):
        yield from connection.execute(asked)


def _columns(connection: Any, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]
