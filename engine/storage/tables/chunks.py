"""What documents are cut into: the text, the words it is found by, and what it means as vectors."""

from __future__ import annotations

from sqlalchemy import DDL, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, event

from engine.storage.tables.schema import metadata

# No foreign key to the document: it would want an index as large as the numbers themselves.
chunk = Table(
    "chunk",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("page", Integer),
    Column("heading", Text, nullable=False),
    Column("text", Text, nullable=False),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

WORDS = "chunk_words"

# Fed with prepared text and without a copy of it: only which words stand where. By the chunk's number.
WORDS_DDL = f"""CREATE VIRTUAL TABLE {WORDS} USING fts5(
    title, heading, body, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2'
)"""

WORDS_VOCABULARY = "chunk_words_vocabulary"
VOCABULARY_DDL = (
    f"CREATE VIRTUAL TABLE {WORDS_VOCABULARY} USING fts5vocab({WORDS}, row)"  # every word, in how many chunks
)

# Left to itself the index merges its parts by as much as was removed, which can hold others up for seconds.
MERGED_BY_US = f"INSERT INTO {WORDS} ({WORDS}, rank) VALUES ('automerge', 0)"  # noqa: S608

for _statement in (WORDS_DDL, VOCABULARY_DDL, MERGED_BY_US):
    event.listen(chunk, "after_create", DDL(_statement))  # type: ignore[no-untyped-call]

# done_upto: the last chunk that was looked at; they are gone through by number, and new ones have higher numbers.
vector_encoder = Table(
    "vector_encoder",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("done_upto", Integer, nullable=False),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# ids: int64 ascending, vectors: float16, both little-endian. Blocks do not overlap. A changed block is a new row with a
# new number, so that who holds vectors in memory reads only what is new.
vector_block = Table(
    "vector_block",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("encoder_id", Integer, ForeignKey("vector_encoder.id"), nullable=False),
    Column("first_id", Integer, nullable=False),
    Column("last_id", Integer, nullable=False),
    Column("ids", LargeBinary, nullable=False),
    Column("vectors", LargeBinary, nullable=False),
    Index(None, "last_id"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
