"""Focus sessions, what was done in them about distraction, and the person's contracts with themselves."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from engine.storage.tables.schema import metadata

# At most one runs: its end is NULL. Lengths are minutes.
focus_session = Table(
    "focus_session",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("start_ms", Integer, nullable=False),
    Column("end_ms", Integer),
    Column("started", Text, nullable=False),
    Column("rhythm", Text, nullable=False),
    Column("work", Integer, nullable=False),
    Column("rest", Integer, nullable=False),
    Column("long_rest", Integer, nullable=False),
    Column("rounds", Integer, nullable=False),
    Column("intention", Text, nullable=False),
    Column("block_id", Integer, nullable=False),
    Column("level", Text, nullable=False),
    Column("rating", Integer),
    Column("running", Integer),  # 1 while it runs, else NULL
    CheckConstraint("rhythm IN ('countdown', 'pomodoro', 'flowtime')", name="rhythm"),
    CheckConstraint("level IN ('off', 'notice', 'friction', 'close')", name="level"),
    CheckConstraint("rating BETWEEN 1 AND 5", name="rating"),
    CheckConstraint("end_ms IS NULL OR end_ms > start_ms", name="order"),
    CheckConstraint("(running IS 1) = (end_ms IS NULL)", name="running"),
    Index(None, "start_ms"),
    Index("ix_focus_session_running", "running", unique=True),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# Phases of a session that are over, as they were; the one under way is told from the last of them.
session_phase = Table(
    "session_phase",
    metadata,
    Column("session_id", Integer, ForeignKey("focus_session.id", ondelete="CASCADE"), primary_key=True),
    Column("start_ms", Integer, primary_key=True),
    Column("end_ms", Integer, nullable=False),
    Column("phase", Text, nullable=False),
    CheckConstraint("phase IN ('work', 'break', 'long_break', 'overtime')", name="phase"),
    CheckConstraint("end_ms >= start_ms", name="order"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# What was said to the person about a distraction; never a title.
nudge = Table(
    "nudge",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("session_id", Integer, ForeignKey("focus_session.id", ondelete="CASCADE"), nullable=False),
    Column("at_ms", Integer, nullable=False),
    Column("level", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("category_id", Integer, nullable=False),
    Column("app", Text, nullable=False),
    Column("answer", Text, nullable=False),  # "" for none yet
    Column("answered_ms", Integer),
    CheckConstraint("answer IN ('', 'back', 'more', 'work')", name="answer"),
    Index(None, "session_id"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

focus_contract = Table(
    "focus_contract",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made_ms", Integer, nullable=False),
    Column("until_ms", Integer, nullable=False),
    Column("left_ms", Integer),
    CheckConstraint("until_ms > made_ms", name="order"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
