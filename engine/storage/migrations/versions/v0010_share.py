"""What is made to be given away or taken in: shared weeks, rounds of a team, steps learned together, packs."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE share_release (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    token TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    months TEXT NOT NULL,
    kind TEXT NOT NULL,
    epsilon_millionths INTEGER NOT NULL,
    digest TEXT NOT NULL,
    content TEXT NOT NULL,
    figures TEXT NOT NULL,
    made_ms INTEGER NOT NULL,
    saved_ms INTEGER,
    CONSTRAINT ck_share_release_epsilon CHECK (epsilon_millionths >= 0),
    CONSTRAINT ck_share_release_kind CHECK (kind IN ('anonymised', 'private')),
    CONSTRAINT uq_share_release_token UNIQUE (token)
) STRICT""",
    """CREATE TABLE team_round (
    id TEXT NOT NULL,
    role TEXT NOT NULL,
    week TEXT NOT NULL,
    state TEXT NOT NULL,
    private_key BLOB NOT NULL,
    content BLOB NOT NULL,
    digest TEXT NOT NULL,
    joined_ms INTEGER NOT NULL,
    contributed_ms INTEGER,
    CONSTRAINT pk_team_round PRIMARY KEY (id)
) STRICT""",
    """CREATE TABLE together_step (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    federation TEXT NOT NULL,
    round INTEGER NOT NULL,
    kind TEXT NOT NULL,
    epsilon_millionths INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    digest TEXT NOT NULL,
    content BLOB NOT NULL,
    made_ms INTEGER NOT NULL,
    left_ms INTEGER,
    CONSTRAINT ck_together_step_epsilon CHECK (epsilon_millionths >= 0),
    CONSTRAINT ck_together_step_kind CHECK (kind IN ('joined', 'update', 'prior'))
) STRICT""",
    """CREATE TABLE pack_import (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    undo TEXT NOT NULL,
    imported_ms INTEGER NOT NULL,
    undone_ms INTEGER
) STRICT""",
    "CREATE INDEX ix_share_release_first_day ON share_release (first_day)",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in TABLES:
        op.get_bind().exec_driver_sql(statement)
