"""What the person means to reach, or to stay under."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from engine.storage.tables.schema import metadata

# A goal for a category names it by number and goes with it, one for an app or a project names it, one for focus needs
# neither. weekdays: bit 0 for Monday to bit 6 for Sunday.
goal = Table(
    "goal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("direction", Text, nullable=False),
    Column("measure", Text, nullable=False),
    Column("category_id", Integer, ForeignKey("category.id", ondelete="CASCADE")),
    Column("name", Text),
    Column("minutes", Integer, nullable=False),
    Column("per", Text, nullable=False),
    Column("weekdays", Integer, nullable=False),
    Column("made_ms", Integer, nullable=False),
    CheckConstraint("direction IN ('at_least', 'at_most')", name="direction"),
    CheckConstraint("measure IN ('category', 'app', 'project', 'focus')", name="measure"),
    CheckConstraint("(category_id IS NULL) = (measure <> 'category')", name="category"),
    CheckConstraint("(name IS NULL) = (measure NOT IN ('app', 'project'))", name="name"),
    CheckConstraint("minutes >= 0", name="minutes"),
    CheckConstraint("per IN ('day', 'week')", name="per"),
    CheckConstraint("weekdays BETWEEN 1 AND 127", name="weekdays"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
