"""Requests from one process to another, waiting to be taken."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text

from engine.storage.tables.schema import metadata

command = Table(
    "command",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("receiver", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("sent_ms", Integer, nullable=False),
    Column("until_ms", Integer),
    sqlite_autoincrement=True,  # a number is not given again once its command was taken
    sqlite_strict=True,
)
