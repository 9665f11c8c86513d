"""Focus figures kept per day, taken away by whatever changes an hour of it."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KEPT = (
    """CREATE TABLE focus_day (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    figures TEXT,
    lengths BLOB,
    CONSTRAINT uq_focus_day_start_ms_end_ms UNIQUE (start_ms, end_ms),
    CONSTRAINT ck_focus_day_length CHECK (end_ms > start_ms AND end_ms - start_ms <= 259200000)
) STRICT""",
    """CREATE TRIGGER focus_day_insert AFTER INSERT ON hour_total
BEGIN DELETE FROM focus_day WHERE start_ms < (NEW.hour + 1) * 3600000 AND end_ms > NEW.hour * 3600000
AND start_ms > NEW.hour * 3600000 - 259200000; END""",
    """CREATE TRIGGER focus_day_delete AFTER DELETE ON hour_total
BEGIN DELETE FROM focus_day WHERE start_ms < (OLD.hour + 1) * 3600000 AND end_ms > OLD.hour * 3600000
AND start_ms > OLD.hour * 3600000 - 259200000; END""",
    """CREATE TRIGGER focus_day_update AFTER UPDATE OF ms ON hour_total
BEGIN DELETE FROM focus_day WHERE start_ms < (NEW.hour + 1) * 3600000 AND end_ms > NEW.hour * 3600000
AND start_ms > NEW.hour * 3600000 - 259200000; END""",
)


def upgrade() -> None:
    """Make the table and its triggers."""
    for statement in KEPT:
        op.get_bind().exec_driver_sql(statement)
