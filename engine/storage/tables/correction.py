"""What the person says of recorded time, painted over it; nothing here is ever changed but whether it is undone."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from engine.storage.tables.schema import metadata

# What was done in one go. state: 0 in force, 1 undone and can be done again, 2 undone for good.
correction_group = Table(
    "correction_group",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made_ms", Integer, nullable=False),
    Column("state", Integer, nullable=False),
    CheckConstraint("state BETWEEN 0 AND 2", name="state"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# Texts stand here themselves: corrections are few, and what a person wrote is nobody's dictionary.
correction = Table(
    "correction",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("group_id", Integer, ForeignKey("correction_group.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("start_ms", Integer, nullable=False),
    Column("end_ms", Integer, nullable=False),
    Column("made_ms", Integer, nullable=False),
    Column("app", Text),
    Column("title", Text),
    Column("category_id", Integer),  # 0 says "none", which no key could
    Column("project", Text),
    Column("tag", Text),
    Column("zone", Text, nullable=False),
    Column("note", Text, nullable=False),
    CheckConstraint("end_ms > start_ms", name="order"),
    Index(None, "group_id"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
