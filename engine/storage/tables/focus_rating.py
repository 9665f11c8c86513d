"""How focused the person says the last half hour was, 1 to 5."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, Table

from engine.storage.tables.schema import metadata

focus_rating = Table(
    "focus_rating",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at_ms", Integer, nullable=False),
    Column("value", Integer, nullable=False),
    Index(None, "at_ms"),
    CheckConstraint("value BETWEEN 1 AND 5", name="value"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
