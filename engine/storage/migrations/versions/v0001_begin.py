"""The first tables: recorded time, its dictionaries, commands between processes, the recorder's status."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE app (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    executable TEXT NOT NULL,
    platform TEXT NOT NULL,
    CONSTRAINT pk_app PRIMARY KEY (id),
    CONSTRAINT uq_app_name_executable_platform UNIQUE (name, executable, platform)
) STRICT""",
    """CREATE TABLE title (
    id INTEGER NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_title PRIMARY KEY (id),
    CONSTRAINT uq_title_text UNIQUE (text)
) STRICT""",
    """CREATE TABLE site (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_site PRIMARY KEY (id),
    CONSTRAINT uq_site_name UNIQUE (name)
) STRICT""",
    """CREATE TABLE document (
    id INTEGER NOT NULL,
    path TEXT NOT NULL,
    CONSTRAINT pk_document PRIMARY KEY (id),
    CONSTRAINT uq_document_path UNIQUE (path)
) STRICT""",
    """CREATE TABLE source (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_source PRIMARY KEY (id),
    CONSTRAINT uq_source_name UNIQUE (name)
) STRICT""",
    """CREATE TABLE zone (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_zone PRIMARY KEY (id),
    CONSTRAINT uq_zone_name UNIQUE (name)
) STRICT""",
    """CREATE TABLE activity (
    source_id INTEGER NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    app_id INTEGER,
    title_id INTEGER,
    site_id INTEGER,
    document_id INTEGER,
    zone_id INTEGER NOT NULL,
    presence INTEGER NOT NULL,
    withheld INTEGER NOT NULL,
    CONSTRAINT pk_activity PRIMARY KEY (source_id, start_ms),
    CONSTRAINT ck_activity_start CHECK (start_ms >= 0 AND start_ms < 17592186044416),
    CONSTRAINT ck_activity_order CHECK (end_ms >= start_ms),
    CONSTRAINT fk_activity_source_id FOREIGN KEY(source_id) REFERENCES source (id),
    CONSTRAINT fk_activity_app_id FOREIGN KEY(app_id) REFERENCES app (id),
    CONSTRAINT fk_activity_title_id FOREIGN KEY(title_id) REFERENCES title (id),
    CONSTRAINT fk_activity_site_id FOREIGN KEY(site_id) REFERENCES site (id),
    CONSTRAINT fk_activity_document_id FOREIGN KEY(document_id) REFERENCES document (id),
    CONSTRAINT fk_activity_zone_id FOREIGN KEY(zone_id) REFERENCES zone (id)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE open_activity (
    source_id INTEGER NOT NULL,
    start_ms INTEGER NOT NULL,
    CONSTRAINT pk_open_activity PRIMARY KEY (source_id),
    CONSTRAINT fk_open_activity_source_id_start_ms FOREIGN KEY(source_id, start_ms)
        REFERENCES activity (source_id, start_ms) ON DELETE CASCADE
) STRICT""",
    """CREATE TRIGGER activity_insert_overlap BEFORE INSERT ON activity
WHEN (SELECT end_ms FROM activity WHERE source_id = NEW.source_id AND start_ms < NEW.end_ms
      ORDER BY start_ms DESC LIMIT 1) > NEW.start_ms
BEGIN SELECT RAISE(ABORT, 'activities of a source overlap'); END""",
    """CREATE TRIGGER activity_update_overlap BEFORE UPDATE OF end_ms ON activity
WHEN (SELECT start_ms FROM activity WHERE source_id = NEW.source_id AND start_ms > NEW.start_ms
      ORDER BY start_ms LIMIT 1) < NEW.end_ms
BEGIN SELECT RAISE(ABORT, 'activities of a source overlap'); END""",
    """CREATE TRIGGER activity_update_key BEFORE UPDATE OF source_id, start_ms ON activity
BEGIN SELECT RAISE(ABORT, 'an activity keeps its source and its start'); END""",
    """CREATE TABLE command (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    receiver TEXT NOT NULL,
    kind TEXT NOT NULL,
    sent_ms INTEGER NOT NULL,
    until_ms INTEGER
) STRICT""",
    """CREATE TABLE recorder_status (
    id INTEGER NOT NULL,
    state TEXT NOT NULL,
    pid INTEGER,
    started_ms INTEGER,
    beat_ms INTEGER,
    waiting INTEGER NOT NULL,
    paused_until_ms INTEGER,
    message TEXT NOT NULL,
    session TEXT,
    backend TEXT,
    sees_windows INTEGER,
    sees_titles INTEGER,
    sees_idle INTEGER,
    sees_lock INTEGER,
    sees_suspend INTEGER,
    note TEXT,
    CONSTRAINT pk_recorder_status PRIMARY KEY (id),
    CONSTRAINT ck_recorder_status_one_row CHECK (id = 1)
) STRICT""",
)


def upgrade() -> None:
    """Make the tables; the text is frozen here, whatever the tables become later."""
    for statement in STATEMENTS:
        op.execute(statement)
