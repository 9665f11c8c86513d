"""The folders a person named, the documents in them, and how far the indexing is."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from engine.storage.tables.schema import metadata

# Paths are the bytes the file system has: a name need not be text. include, exclude: JSON lists.
document_folder = Table(
    "document_folder",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("path", LargeBinary, nullable=False, unique=True),
    Column("include", Text, nullable=False),
    Column("exclude", Text, nullable=False),
    Column("largest_bytes", Integer, nullable=False),
    Column("honour_ignore_files", Integer, nullable=False),
    Column("removed", Integer, nullable=False),  # 1 while its documents are being taken out, in several transactions
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# A document's chunks have successive numbers from first_chunk on, so that no chunk needs an index of its document.
# No number is given again: vectors, and a process that holds them in memory, name chunks by number.
document_file = Table(
    "document_file",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("folder_id", Integer, ForeignKey("document_folder.id"), nullable=False),
    Column("path", LargeBinary, nullable=False, unique=True),
    Column("size", Integer, nullable=False),
    Column("mtime_ns", Integer, nullable=False),
    Column("inode", Integer, nullable=False),
    Column("device", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("content_hash", LargeBinary, nullable=False),
    Column("first_chunk", Integer, nullable=False),
    Column("chunks", Integer, nullable=False),
    Column("indexed_ms", Integer, nullable=False),
    Index(None, "folder_id"),
    Index(None, "first_chunk"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# wanted_paused is written by who asks for it, all else by the process that indexes.
index_status = Table(
    "index_status",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("phase", Text, nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("started_ms", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("pid", Integer, nullable=False),
    Column("moved_ms", Integer, nullable=False),
    Column("wanted_paused", Integer, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
    sqlite_strict=True,
)
