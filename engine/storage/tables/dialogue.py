"""Questions the person asked about their time and documents, and what was answered."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from engine.storage.tables.schema import metadata

dialogue = Table(
    "dialogue",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("changed_ms", Integer, nullable=False),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# query: the typed query as JSON, empty where the question was not understood. answer: as JSON, with its evidence.
dialogue_turn = Table(
    "dialogue_turn",
    metadata,
    Column("dialogue_id", Integer, ForeignKey("dialogue.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("at_ms", Integer, nullable=False),
    Column("question", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("answer", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
