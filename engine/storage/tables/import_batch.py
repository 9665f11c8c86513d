"""Imports, each of which can be taken back whole."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text

from engine.storage.tables.schema import metadata

import_batch = Table(
    "import_batch",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("made_ms", Integer, nullable=False),
    Column("added", Integer, nullable=False),  # activities stored
    Column("undone_ms", Integer),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
