"""What is recommended and said of it, what the learned models leave behind, and which hours of the past changed."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

OFFERS = (
    """CREATE TABLE offer (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    document_id INTEGER,
    start_ms INTEGER,
    end_ms INTEGER,
    made_ms INTEGER NOT NULL,
    shown_ms INTEGER,
    policy TEXT NOT NULL,
    propensity REAL NOT NULL,
    rank INTEGER NOT NULL,
    model INTEGER NOT NULL,
    score REAL NOT NULL,
    base REAL NOT NULL,
    context TEXT NOT NULL,
    features TEXT NOT NULL,
    CONSTRAINT ck_offer_kind CHECK (kind IN ('block', 'document')),
    CONSTRAINT ck_offer_document CHECK ((document_id IS NULL) = (kind <> 'document')),
    CONSTRAINT ck_offer_time CHECK ((start_ms IS NULL) = (kind <> 'block') AND (end_ms > start_ms) IS NOT FALSE),
    CONSTRAINT ck_offer_propensity CHECK (propensity > 0 AND propensity <= 1),
    CONSTRAINT fk_offer_document_id FOREIGN KEY(document_id) REFERENCES document_file (id) ON DELETE CASCADE
) STRICT""",
    "CREATE INDEX ix_offer_document_id ON offer (document_id)",
    "CREATE INDEX ix_offer_made_ms ON offer (made_ms)",
    """CREATE TABLE offer_reason (
    offer_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    adds REAL NOT NULL,
    subject TEXT NOT NULL,
    amount REAL NOT NULL,
    CONSTRAINT pk_offer_reason PRIMARY KEY (offer_id, position),
    CONSTRAINT fk_offer_reason_offer_id FOREIGN KEY(offer_id) REFERENCES offer (id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_offer_reason_subject ON offer_reason (subject) WHERE subject <> ''",
    """CREATE TABLE feedback (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    offer_id INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    dwell_ms INTEGER,
    CONSTRAINT ck_feedback_verdict CHECK (verdict IN ('accepted', 'opened', 'not_now', 'wrong', 'less')),
    CONSTRAINT fk_feedback_offer_id FOREIGN KEY(offer_id) REFERENCES offer (id) ON DELETE CASCADE
) STRICT""",
    "CREATE INDEX ix_feedback_offer_id ON feedback (offer_id)",
)

MIND = (
    """CREATE TABLE focus_rating (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at_ms INTEGER NOT NULL,
    value INTEGER NOT NULL,
    CONSTRAINT ck_focus_rating_value CHECK (value BETWEEN 1 AND 5)
) STRICT""",
    "CREATE INDEX ix_focus_rating_at_ms ON focus_rating (at_ms)",
    """CREATE TABLE history_change (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    hour INTEGER NOT NULL,
    CONSTRAINT uq_history_change_hour UNIQUE (hour)
) STRICT""",
    """CREATE TABLE training_run (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    started_ms INTEGER NOT NULL,
    finished_ms INTEGER NOT NULL,
    state TEXT NOT NULL,
    data_from_ms INTEGER NOT NULL,
    data_to_ms INTEGER NOT NULL,
    cpu_s REAL NOT NULL,
    parameters INTEGER NOT NULL,
    device TEXT NOT NULL,
    heads TEXT NOT NULL,
    note TEXT NOT NULL,
    history_change INTEGER NOT NULL,
    in_use INTEGER NOT NULL,
    CONSTRAINT ck_training_run_state CHECK (state IN ('running', 'done', 'stopped', 'failed', 'rolled_back')),
    CONSTRAINT ck_training_run_in_use CHECK (in_use IN (0, 1))
) STRICT""",
    "CREATE UNIQUE INDEX ix_training_run_in_use ON training_run (in_use) WHERE in_use = 1",
    """CREATE TABLE forecast (
    start_ms INTEGER NOT NULL,
    made_ms INTEGER NOT NULL,
    probability REAL NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL,
    focused_minutes REAL NOT NULL,
    abstains INTEGER NOT NULL,
    run INTEGER NOT NULL,
    CONSTRAINT pk_forecast PRIMARY KEY (start_ms),
    CONSTRAINT ck_forecast_probability CHECK (probability BETWEEN 0 AND 1),
    CONSTRAINT ck_forecast_interval CHECK (low <= probability AND probability <= high)
) STRICT""",
    """CREATE TABLE mind_key (
    id INTEGER NOT NULL,
    secret BLOB NOT NULL,
    CONSTRAINT pk_mind_key PRIMARY KEY (id),
    CONSTRAINT ck_mind_key_one_row CHECK (id = 1),
    CONSTRAINT ck_mind_key_length CHECK (length(secret) = 32)
) STRICT""",
    """CREATE TABLE title_vector (
    title_id INTEGER NOT NULL,
    encoder TEXT NOT NULL,
    vector BLOB NOT NULL,
    CONSTRAINT pk_title_vector PRIMARY KEY (title_id),
    CONSTRAINT fk_title_vector_title_id FOREIGN KEY(title_id) REFERENCES title (id) ON DELETE CASCADE
) STRICT""",
)

TRIGGERS = (
    """CREATE TRIGGER offer_reason_document AFTER DELETE ON document_file
BEGIN UPDATE offer_reason SET subject = '' WHERE subject <> '' AND subject IN (OLD.title,
replace(CAST(OLD.path AS TEXT), rtrim(CAST(OLD.path AS TEXT), replace(CAST(OLD.path AS TEXT), '/', '')), ''),
replace(CAST(OLD.path AS TEXT), rtrim(CAST(OLD.path AS TEXT), replace(CAST(OLD.path AS TEXT), '\\', '')), '')); END""",
    """CREATE TRIGGER offer_reason_retitled AFTER UPDATE OF title ON document_file WHEN NEW.title <> OLD.title
BEGIN UPDATE offer_reason SET subject = '' WHERE subject = OLD.title AND subject <> ''; END""",
    """CREATE TRIGGER history_change_removed AFTER DELETE ON activity WHEN OLD.end_ms > OLD.start_ms
BEGIN INSERT OR REPLACE INTO history_change (hour) VALUES (OLD.start_ms / 3600000); END""",
    """CREATE TRIGGER history_change_cut AFTER UPDATE OF end_ms, look_id ON activity
WHEN NEW.end_ms < OLD.end_ms OR NEW.look_id IS NOT OLD.look_id
BEGIN INSERT OR REPLACE INTO history_change (hour) VALUES (OLD.start_ms / 3600000); END""",
    """CREATE TRIGGER history_change_corrected AFTER INSERT ON correction
BEGIN INSERT OR REPLACE INTO history_change (hour) VALUES (NEW.start_ms / 3600000); END""",
    """CREATE TRIGGER history_change_undone AFTER UPDATE OF state ON correction_group
WHEN (OLD.state = 0) <> (NEW.state = 0)
BEGIN INSERT OR REPLACE INTO history_change (hour) SELECT start_ms / 3600000 FROM correction
WHERE group_id = NEW.id; END""",
)


def upgrade() -> None:
    """Make the tables and the triggers."""
    for statement in (*OFFERS, *MIND, *TRIGGERS):
        op.get_bind().exec_driver_sql(statement)
