"""What was found in the history: topics, routines, changes; worked out anew, so that it can always be thrown away."""

from __future__ import annotations

from sqlalchemy import DDL, CheckConstraint, Column, Integer, Table, Text, event

from engine.domain.clock import MS_PER_HOUR
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

# What was found in a past that is another now is nothing any more; nor is what names a document that is gone.
INSIGHT_TRIGGERS = (
    f"""CREATE TRIGGER insight_outdated AFTER INSERT ON history_change
BEGIN DELETE FROM insight WHERE NEW.hour * {MS_PER_HOUR} < to_ms; END""",  # noqa: S608  (a number of our own)
    """CREATE TRIGGER insight_document AFTER DELETE ON document_file WHEN OLD.title <> ''
BEGIN DELETE FROM insight WHERE instr(value, json_quote(OLD.title)) > 0; END""",
    """CREATE TRIGGER insight_retitled AFTER UPDATE OF title ON document_file WHEN NEW.title <> OLD.title
AND OLD.title <> '' BEGIN DELETE FROM insight WHERE instr(value, json_quote(OLD.title)) > 0; END""",
)

for _trigger in INSIGHT_TRIGGERS:
    event.listen(metadata, "after_create", DDL(_trigger))  # type: ignore[no-untyped-call]
