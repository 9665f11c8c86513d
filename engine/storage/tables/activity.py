"""Recorded time: narrow rows that follow one another within a source and never overlap."""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Table,
    event,
)

from engine.storage.tables.schema import metadata

START_BITS = 44
"""A start fits in as many bits until the year 2527; the rest of an activity's number is its source."""

# The key is the order every question asks for, so the table is its own index: no second copy of source and
# start, and a commit touches one page fewer.
activity = Table(
    "activity",
    metadata,
    Column("source_id", Integer, ForeignKey("source.id"), nullable=False, autoincrement=False),
    Column("start_ms", Integer, nullable=False, autoincrement=False),
    Column("end_ms", Integer, nullable=False),
    # None where nothing has a name: time away, withheld. No foreign key: without an index on this column, which
    # would cost a third more room, every look removed would have all activities read.
    Column("look_id", Integer),
    Column("zone_id", Integer, ForeignKey("zone.id"), nullable=False),
    Column("presence", Integer, nullable=False),
    Column("withheld", Integer, nullable=False),
    Column("batch_id", Integer, ForeignKey("import_batch.id")),  # none for what was recorded here
    PrimaryKeyConstraint("source_id", "start_ms"),
    CheckConstraint("start_ms >= 0 AND start_ms < 17592186044416", name="start"),
    CheckConstraint("end_ms >= start_ms", name="order"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

# At most one per source: the activity that goes on. Its row in activity ends where it starts until it is closed.
open_activity = Table(
    "open_activity",
    metadata,
    Column("source_id", Integer, primary_key=True),
    Column("start_ms", Integer, nullable=False),
    ForeignKeyConstraint(["source_id", "start_ms"], ["activity.source_id", "activity.start_ms"], ondelete="CASCADE"),
    sqlite_strict=True,
)

TRIGGERS = (
    # Rows of a source do not overlap, so of those that start before the new end the last one ends last.
    """CREATE TRIGGER activity_insert_overlap BEFORE INSERT ON activity
WHEN (SELECT end_ms FROM activity WHERE source_id = NEW.source_id AND start_ms < NEW.end_ms
      ORDER BY start_ms DESC LIMIT 1) > NEW.start_ms
BEGIN SELECT RAISE(ABORT, 'activities of a source overlap'); END""",
    """CREATE TRIGGER activity_update_overlap BEFORE UPDATE OF end_ms ON activity
WHEN (SELECT start_ms FROM activity WHERE source_id = NEW.source_id AND start_ms > NEW.start_ms
      ORDER BY start_ms LIMIT 1) < NEW.end_ms
BEGIN SELECT RAISE(ABORT, 'activities of a source overlap'); END""",
    """CREATE TRIGGER activity_update_key BEFORE UPDATE OF source_id, start_ms ON activity
BEGIN SELECT RAISE(ABORT, 'an activity keeps its source and its start'); END""",
)

for _trigger in TRIGGERS:
    event.listen(activity, "after_create", DDL(_trigger))  # type: ignore[no-untyped-call]


def activity_number(source_id: int, start_ms: int) -> int:
    """Return the number other parts know an activity by: its key in one integer."""
    return source_id << START_BITS | start_ms
