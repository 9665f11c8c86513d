"""What happens by itself: how it went last, when it is next; and which notifications were given."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, Table, Text

from engine.storage.tables.schema import metadata

job = Table(
    "job",
    metadata,
    Column("name", Text, primary_key=True),
    Column("every_s", Integer, nullable=False),
    Column("last_start_ms", Integer),
    Column("last_end_ms", Integer),
    Column("outcome", Text),
    Column("message", Text, nullable=False),
    Column("next_ms", Integer),
    Column("runs", Integer, nullable=False),
    CheckConstraint("outcome IN ('done', 'failed', 'running', 'cut_off')", name="outcome"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# A key is given once; who stores it first, or first says when it was shown, shows it. shown_ms: NULL for one that
# waits. amount: what its kind counts. answer: empty until the person gives one. snoozed_ms: when it is said again.
notification = Table(
    "notification",
    metadata,
    Column("key", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("due_ms", Integer, nullable=False),
    Column("stale_ms", Integer, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("shown_ms", Integer),
    Column("answer", Text, nullable=False),
    Column("snoozed_ms", Integer),
    Index(None, "shown_ms"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
