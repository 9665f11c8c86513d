"""What was found in the history: topics, routines, changes; worked out anew, so that it can always be thrown away."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer, Table, Text

from engine.storage.tables.schema import metadata

# value: JSON of a value of the domain. place: the order within its kind. from_ms, to_ms: the history it was found in.
insight = Table(
    "insight",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("made_ms", Integer, nullable=False),
    Column("from_ms", Integer, nullable=False),
    Column("to_ms", Integer, nullable=False),
    Column("value", Text, nullable=False),
    CheckConstraint("kind IN ('topic', 'day_shape', 'habit', 'change', 'summary')", name="kind"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# One a week, by its first day as ISO 8601 writes it. framing, minute: how and when its suggestion was put, drawn with
# that propensity. answer: empty until the person gives one.
letter = Table(
    "letter",
    metadata,
    Column("week", Text, primary_key=True),
    Column("made_ms", Integer, nullable=False),
    Column("shown_ms", Integer),
    Column("value", Text, nullable=False),
    Column("framing", Text, nullable=False),
    Column("minute", Integer, nullable=False),
    Column("propensity", Integer, nullable=False),  # in millionths
    Column("answer", Text, nullable=False),
    Column("answered_ms", Integer),
    CheckConstraint("propensity BETWEEN 1 AND 1000000", name="propensity"),
    CheckConstraint("minute BETWEEN 0 AND 1439", name="minute"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
