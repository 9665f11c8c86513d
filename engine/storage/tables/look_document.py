"""Which document something in front showed."""

from __future__ import annotations

from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, Integer, Table, Text

from engine.storage.tables.schema import metadata

# A row for every look that was asked about; without a document where it showed none.
look_document = Table(
    "look_document",
    metadata,
    Column("look_id", Integer, ForeignKey("look.id", ondelete="CASCADE"), primary_key=True),
    Column("document_id", Integer, ForeignKey("document_file.id", ondelete="CASCADE"), index=True),
    Column("confidence", REAL, nullable=False),
    Column("said_by", Text, nullable=False),
    CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
    sqlite_strict=True,
)
