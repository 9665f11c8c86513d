"""The recorder's last account of itself: one row."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer, Table, Text

from engine.storage.tables.schema import metadata

recorder_status = Table(
    "recorder_status",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("state", Text, nullable=False),
    Column("pid", Integer),
    Column("started_ms", Integer),
    Column("beat_ms", Integer),
    Column("waiting", Integer, nullable=False),
    Column("paused_until_ms", Integer),
    Column("message", Text, nullable=False),
    Column("session", Text),
    Column("backend", Text),
    Column("sees_windows", Integer),
    Column("sees_titles", Integer),
    Column("sees_idle", Integer),
    Column("sees_lock", Integer),
    Column("sees_suspend", Integer),
    Column("note", Text),
    CheckConstraint("id = 1", name="one_row"),
    sqlite_strict=True,
)
