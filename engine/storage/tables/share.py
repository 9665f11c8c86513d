"""What was made to be given away or taken in: shared weeks, rounds of a team, steps learned together, packs."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text

from engine.storage.tables.schema import metadata

# token: names the release here and in the file of charges. months: those of its data ("2026-11 2026-12"). content: the
# file; figures: what it was made of, as JSON; both and the digest empty once its days were erased. The charge stays.
share_release = Table(
    "share_release",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token", Text, nullable=False, unique=True),
    Column("first_day", Text, nullable=False),
    Column("last_day", Text, nullable=False),
    Column("months", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("epsilon_millionths", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("figures", Text, nullable=False),
    Column("made_ms", Integer, nullable=False),
    Column("saved_ms", Integer),
    CheckConstraint("epsilon_millionths >= 0", name="epsilon"),
    CheckConstraint("kind IN ('anonymised', 'private')", name="kind"),
    Index(None, "first_day"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# week: its first day, ISO. private_key, content: empty once the round is over, or its week was erased.
team_round = Table(
    "team_round",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("role", Text, nullable=False),
    Column("week", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("private_key", LargeBinary, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("digest", Text, nullable=False),
    Column("joined_ms", Integer, nullable=False),
    Column("contributed_ms", Integer),
    sqlite_strict=True,
)

# kind: that the person joined, an update made of their history (empty once anything of that was erased), or numbers
# of all that are used. left_ms: when they left, or took them back.
together_step = Table(
    "together_step",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("federation", Text, nullable=False),
    Column("round", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("epsilon_millionths", Integer, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("made_ms", Integer, nullable=False),
    Column("left_ms", Integer),
    CheckConstraint("epsilon_millionths >= 0", name="epsilon"),
    CheckConstraint("kind IN ('joined', 'update', 'prior')", name="kind"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# undo: what takes the import back, as JSON.
pack_import = Table(
    "pack_import",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("undo", Text, nullable=False),
    Column("imported_ms", Integer, nullable=False),
    Column("undone_ms", Integer),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
