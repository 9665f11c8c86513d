"""What the person wants to learn, with what, how well it is known, and what a week gave to it."""

from __future__ import annotations

from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from engine.storage.tables.schema import metadata

# weight: how much it matters, 1 to 5. most_minutes: of a week, 0 for no limit.
skill = Table(
    "skill",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("weight", Integer, nullable=False),
    Column("most_minutes", Integer, nullable=False),
    Column("made_ms", Integer, nullable=False),
    Column("active", Integer, nullable=False),
    CheckConstraint("weight BETWEEN 1 AND 5", name="weight"),
    CheckConstraint("most_minutes >= 0", name="most_minutes"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# level: 0 to 10. source: the person's own word, or recall.
skill_level = Table(
    "skill_level",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("skill_id", Integer, ForeignKey("skill.id", ondelete="CASCADE"), nullable=False),
    Column("at_ms", Integer, nullable=False),
    Column("level", REAL, nullable=False),
    Column("source", Text, nullable=False),
    CheckConstraint("level BETWEEN 0 AND 10", name="level"),
    CheckConstraint("source IN ('self', 'recall')", name="source"),
    Index(None, "skill_id"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

learning_item = Table(
    "learning_item",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("skill_id", Integer, ForeignKey("skill.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("document_id", Integer, ForeignKey("document_file.id", ondelete="SET NULL")),
    Column("minutes", Integer, nullable=False),
    Column("done_ms", Integer),
    CheckConstraint("kind IN ('document', 'course', 'exercise')", name="kind"),
    CheckConstraint("minutes > 0", name="minutes"),
    Index(None, "skill_id"),
    Index(None, "document_id"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# state: what the scheduler of reviews keeps of the card, as JSON.
recall_card = Table(
    "recall_card",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("skill_id", Integer, ForeignKey("skill.id", ondelete="CASCADE"), nullable=False),
    Column("item_id", Integer, ForeignKey("learning_item.id", ondelete="SET NULL")),
    Column("front", Text, nullable=False),
    Column("back", Text, nullable=False),
    Column("due_ms", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Index(None, "due_ms"),
    Index(None, "skill_id"),
    Index(None, "item_id"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

recall_review = Table(
    "recall_review",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("card_id", Integer, ForeignKey("recall_card.id", ondelete="CASCADE"), nullable=False),
    Column("at_ms", Integer, nullable=False),
    Column("rating", Integer, nullable=False),
    Column("took_ms", Integer, nullable=False),
    CheckConstraint("rating BETWEEN 1 AND 4", name="rating"),
    Index(None, "card_id"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# One skill's part of a week's plan, by the week's first day: minutes, the gain that was foretold and what came of it.
learning_week = Table(
    "learning_week",
    metadata,
    Column("week", Text, primary_key=True),
    Column("skill_id", Integer, ForeignKey("skill.id", ondelete="CASCADE"), primary_key=True),
    Column("made_ms", Integer, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("foretold", REAL, nullable=False),
    Column("spent", Integer),
    Column("gained", REAL),
    CheckConstraint("minutes >= 0", name="minutes"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
