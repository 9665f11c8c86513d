"""What was recommended, as it was made, and what the person said of it."""

from __future__ import annotations

from sqlalchemy import DDL, REAL, CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, event, text

from engine.storage.tables.schema import metadata

# Of a document or of a time, never both; goes with its document. context: what was in front, in numbers of ours.
# features: JSON, what the policy saw of it as numbers. model: number of the training run, 0 for the baseline.
offer = Table(
    "offer",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("document_id", Integer, ForeignKey("document_file.id", ondelete="CASCADE"), index=True),
    Column("start_ms", Integer),
    Column("end_ms", Integer),
    Column("made_ms", Integer, nullable=False, index=True),
    Column("shown_ms", Integer),
    Column("policy", Text, nullable=False),
    Column("propensity", REAL, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("model", Integer, nullable=False),
    Column("score", REAL, nullable=False),
    Column("base", REAL, nullable=False),
    Column("context", Text, nullable=False),
    Column("features", Text, nullable=False),
    CheckConstraint("kind IN ('block', 'document')", name="kind"),
    CheckConstraint("(document_id IS NULL) = (kind <> 'document')", name="document"),
    CheckConstraint("(start_ms IS NULL) = (kind <> 'block') AND (end_ms > start_ms) IS NOT FALSE", name="time"),
    CheckConstraint("propensity > 0 AND propensity <= 1", name="propensity"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# A subject may be a window's or a document's title: it is blanked where nothing has that title any more.
offer_reason = Table(
    "offer_reason",
    metadata,
    Column("offer_id", Integer, ForeignKey("offer.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("adds", REAL, nullable=False),
    Column("subject", Text, nullable=False),
    Column("amount", REAL, nullable=False),
    Index(None, "subject", sqlite_where=text("subject <> ''")),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

# dwell_ms: of an opening, how long the person then was in front of it; none until that is over.
feedback = Table(
    "feedback",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("offer_id", Integer, ForeignKey("offer.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at_ms", Integer, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("dwell_ms", Integer),
    CheckConstraint("verdict IN ('accepted', 'opened', 'not_now', 'wrong', 'less')", name="verdict"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)


# A document without a title is named by its file's name, which follows the last slash of its path.
# What names a window's title is blanked by whoever removes titles: see engine.storage.queries.unused.
TRIGGERS = (
    """CREATE TRIGGER offer_reason_document AFTER DELETE ON document_file
BEGIN UPDATE offer_reason SET subject = '' WHERE subject <> '' AND subject IN (OLD.title,
replace(CAST(OLD.path AS TEXT), rtrim(CAST(OLD.path AS TEXT), replace(CAST(OLD.path AS TEXT), '/', '')), ''),
replace(CAST(OLD.path AS TEXT), rtrim(CAST(OLD.path AS TEXT), replace(CAST(OLD.path AS TEXT), '\\', '')), '')); END""",
    """CREATE TRIGGER offer_reason_retitled AFTER UPDATE OF title ON document_file WHEN NEW.title <> OLD.title
BEGIN UPDATE offer_reason SET subject = '' WHERE subject = OLD.title AND subject <> ''; END""",
)

for _trigger in TRIGGERS:
    event.listen(metadata, "after_create", DDL(_trigger))  # type: ignore[no-untyped-call]
