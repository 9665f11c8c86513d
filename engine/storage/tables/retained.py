"""How far retention came, and what was erased: numbers only, never what it was."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer, LargeBinary, Table

from engine.storage.tables.schema import metadata

# titles_ms: before it titles were dropped on purpose, so that nobody has to learn anew for it. hours_ms: before it
# nothing is left but what each day came to. One row from the first time retention was applied on.
retained = Table(
    "retained",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("titles_ms", Integer, nullable=False),
    Column("hours_ms", Integer, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
    sqlite_strict=True,
)

# named: 1 where only some apps, titles, sites or documents were meant. words: 1 where the index of words must be merged
# for it. finished_ms: none until the free pages, old backups and logs are gone, too.
erasure = Table(
    "erasure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at_ms", Integer, nullable=False),
    Column("named", Integer, nullable=False),
    Column("words", Integer, nullable=False),
    Column("finished_ms", Integer),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# Documents that were erased are not indexed again, though their files may still be there; a digest does not name them.
unwanted_document = Table(
    "unwanted_document",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    sqlite_strict=True,
)
