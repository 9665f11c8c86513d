"""How far retention came, what was erased, and documents that are not to be indexed again."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE retained (
    id INTEGER NOT NULL,
    titles_ms INTEGER NOT NULL,
    hours_ms INTEGER NOT NULL,
    CONSTRAINT pk_retained PRIMARY KEY (id),
    CONSTRAINT ck_retained_one_row CHECK (id = 1)
) STRICT""",
    """CREATE TABLE erasure (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at_ms INTEGER NOT NULL,
    named INTEGER NOT NULL,
    words INTEGER NOT NULL,
    finished_ms INTEGER
) STRICT""",
    """CREATE TABLE unwanted_document (
    id INTEGER NOT NULL,
    salt BLOB NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_unwanted_document PRIMARY KEY (id)
) STRICT""",
)

TRIGGERS = (
    "DROP TRIGGER history_change_removed",
    "DROP TRIGGER history_change_cut",
    """CREATE TRIGGER history_change_removed AFTER DELETE ON activity
WHEN OLD.end_ms > OLD.start_ms AND OLD.start_ms >= coalesce((SELECT titles_ms FROM retained), 0)
BEGIN INSERT OR REPLACE INTO history_change (hour) VALUES (OLD.start_ms / 3600000); END""",
    """CREATE TRIGGER history_change_cut AFTER UPDATE OF end_ms, look_id ON activity
WHEN (NEW.end_ms < OLD.end_ms OR NEW.look_id IS NOT OLD.look_id)
AND OLD.start_ms >= coalesce((SELECT titles_ms FROM retained), 0)
BEGIN INSERT OR REPLACE INTO history_change (hour) VALUES (OLD.start_ms / 3600000); END""",
)


def upgrade() -> None:
    """Make the tables, and let the past be dropped on purpose without a note that it changed."""
    for statement in (*TABLES, *TRIGGERS):
        op.get_bind().exec_driver_sql(statement)
