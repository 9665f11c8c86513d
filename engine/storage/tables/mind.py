"""What the learned models leave behind: runs, forecasts, vectors of titles, and the key that signs checkpoints."""

from __future__ import annotations

from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, text

from engine.storage.tables.schema import metadata

# heads: JSON. history_change: the last change of the past it knew of. in_use: 1 for the run whose models are used.
training_run = Table(
    "training_run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started_ms", Integer, nullable=False),
    Column("finished_ms", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("data_from_ms", Integer, nullable=False),
    Column("data_to_ms", Integer, nullable=False),
    Column("cpu_s", REAL, nullable=False),
    Column("parameters", Integer, nullable=False),
    Column("device", Text, nullable=False),
    Column("heads", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("history_change", Integer, nullable=False),
    Column("in_use", Integer, nullable=False),
    Index("ix_training_run_in_use", "in_use", unique=True, sqlite_where=text("in_use = 1")),
    CheckConstraint("state IN ('running', 'done', 'stopped', 'failed', 'rolled_back')", name="state"),
    CheckConstraint("in_use IN (0, 1)", name="in_use"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# One row per slot of 15 minutes: the last forecast that was made before it began. run: 0 for the baseline.
forecast = Table(
    "forecast",
    metadata,
    Column("start_ms", Integer, primary_key=True, autoincrement=False),
    Column("made_ms", Integer, nullable=False),
    Column("probability", REAL, nullable=False),
    Column("low", REAL, nullable=False),
    Column("high", REAL, nullable=False),
    Column("focused_minutes", REAL, nullable=False),
    Column("abstains", Integer, nullable=False),
    Column("run", Integer, nullable=False),
    CheckConstraint("probability BETWEEN 0 AND 1", name="probability"),
    CheckConstraint("low <= probability AND probability <= high", name="interval"),
    sqlite_strict=True,
)

# vector: float16, little-endian. Goes with its title.
title_vector = Table(
    "title_vector",
    metadata,
    Column("title_id", Integer, ForeignKey("title.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("encoder", Text, nullable=False),
    Column("vector", LargeBinary, nullable=False),
    sqlite_strict=True,
)

mind_key = Table(
    "mind_key",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
    CheckConstraint("length(secret) = 32", name="length"),
    sqlite_strict=True,
)
