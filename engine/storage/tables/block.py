"""Planned time: blocks, flexible ones, the calendars some were read from, and how the plan was changed."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from engine.storage.tables.schema import metadata

# A calendar the person named; its blocks go with it.
calendar = Table(
    "calendar",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("path", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("watched", Integer, nullable=False),
    Column("seen", Text, nullable=False),  # what its files looked like when they were read: sizes, times, digests
    Column("read_ms", Integer),
    Column("trouble", Text, nullable=False),
    CheckConstraint("kind IN ('file', 'folder')", name="kind"),
    CheckConstraint("watched IN (0, 1)", name="watched"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# Time that waits for a place. weekdays: bit 0 for Monday to bit 6 for Sunday. deadline: a day, as ISO 8601 writes it.
flexible_block = Table(
    "flexible_block",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("category_id", Integer, ForeignKey("category.id", ondelete="SET NULL")),
    Column("project", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("protected", Integer, nullable=False),
    Column("shortest", Integer, nullable=False),
    Column("longest", Integer, nullable=False),
    Column("per_week", Integer, nullable=False),
    Column("window_start", Integer, nullable=False),
    Column("window_end", Integer, nullable=False),
    Column("weekdays", Integer, nullable=False),
    Column("deadline", Text),
    Column("active", Integer, nullable=False),
    CheckConstraint("shortest >= 5 AND longest >= shortest", name="lengths"),
    CheckConstraint("per_week BETWEEN 0 AND 50", name="per_week"),
    CheckConstraint("window_start >= 0 AND window_end > window_start AND window_end <= 1440", name="window"),
    CheckConstraint("weekdays BETWEEN 1 AND 127", name="weekdays"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# left_out, added: starts in UTC milliseconds, separated by spaces. replaces_ms: the start of the occurrence of
# series_id that this block stands for.
block = Table(
    "block",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("category_id", Integer, ForeignKey("category.id", ondelete="SET NULL")),
    Column("project", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("protected", Integer, nullable=False),
    Column("start_ms", Integer, nullable=False),
    Column("end_ms", Integer, nullable=False),
    Column("zone", Text, nullable=False),
    Column("all_day", Integer, nullable=False),
    Column("busy", Integer, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("left_out", Text, nullable=False),
    Column("added", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("flexible_id", Integer, nullable=False),
    Column("offer_id", Integer, nullable=False),
    Column("calendar_id", Integer, ForeignKey("calendar.id", ondelete="CASCADE")),
    Column("uid", Text, nullable=False),
    Column("extra", Text, nullable=False),
    Column("series_id", Integer, ForeignKey("block.id", ondelete="CASCADE")),
    Column("replaces_ms", Integer),
    Column("changed", Integer, nullable=False),
    CheckConstraint("end_ms > start_ms", name="order"),
    CheckConstraint("(series_id IS NULL) = (replaces_ms IS NULL)", name="series"),
    CheckConstraint("certainty IN ('confirmed', 'tentative', 'cancelled')", name="certainty"),
    CheckConstraint("source IN ('person', 'recommended', 'calendar')", name="source"),
    Index(None, "start_ms"),
    Index(None, "calendar_id"),
    Index(None, "series_id"),
    Index(None, "uid"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# One change of the plan, done in one go. state: 0 in force, 1 undone and can be done again, 2 undone for good.
plan_change = Table(
    "plan_change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made_ms", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("state", Integer, nullable=False),
    CheckConstraint("state BETWEEN 0 AND 2", name="state"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# A row of block or flexible_block before and after a change, as JSON; before is NULL for a new one, after for one
# that was removed.
plan_change_row = Table(
    "plan_change_row",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("change_id", Integer, ForeignKey("plan_change.id", ondelete="CASCADE"), nullable=False),
    Column("of_table", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
    CheckConstraint("of_table IN ('block', 'flexible_block')", name="of_table"),
    Index(None, "change_id"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
