"""Focus figures kept per day: whatever changes an hour takes away, in the same transaction, the days it lies in."""

from __future__ import annotations

from sqlalchemy import DDL, CheckConstraint, Column, Integer, LargeBinary, Table, Text, UniqueConstraint, event

from engine.domain.clock import MS_PER_HOUR
from engine.domain.focus_day import LONGEST_DAY_MS
from engine.storage.tables.schema import metadata

# A day's bounds in UTC are its key: they hold its zone, its start and its clock changes. A number is never given
# twice, so that who reserved a day can tell whether it is still theirs to fill. Both contents are none until then.
focus_day = Table(
    "focus_day",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("start_ms", Integer, nullable=False),
    Column("end_ms", Integer, nullable=False),
    Column("figures", Text),
    Column("lengths", LargeBinary),
    UniqueConstraint("start_ms", "end_ms"),
    CheckConstraint(f"end_ms > start_ms AND end_ms - start_ms <= {LONGEST_DAY_MS}", name="length"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)


def _taking_away(name: str, when: str, row: str) -> str:
    return f"""CREATE TRIGGER focus_day_{name} AFTER {when} ON hour_total
BEGIN DELETE FROM focus_day WHERE start_ms < ({row}.hour + 1) * {MS_PER_HOUR} AND end_ms > {row}.hour * {MS_PER_HOUR}
AND start_ms > {row}.hour * {MS_PER_HOUR} - {LONGEST_DAY_MS}; END"""  # noqa: S608  (numbers and names of our own)


# Every change of an activity, a label or a correction counts the hours it touches anew, also where the sum stays.
TRIGGERS = (
    _taking_away("insert", "INSERT", "NEW"),
    _taking_away("delete", "DELETE", "OLD"),
    _taking_away("update", "UPDATE OF ms", "NEW"),
)

for _trigger in TRIGGERS:
    event.listen(metadata, "after_create", DDL(_trigger))  # type: ignore[no-untyped-call]
