"""What is found in the history, questions and answers, and what the person learns."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

INSIGHTS = (
    """CREATE TABLE insight (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    place INTEGER NOT NULL,
    made_ms INTEGER NOT NULL,
    from_ms INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_insight PRIMARY KEY (kind, name),
    CONSTRAINT ck_insight_kind CHECK (kind IN ('topic', 'day_shape', 'habit', 'change', 'summary'))
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE letter (
    week TEXT NOT NULL,
    made_ms INTEGER NOT NULL,
    shown_ms INTEGER,
    value TEXT NOT NULL,
    framing TEXT NOT NULL,
    minute INTEGER NOT NULL,
    propensity INTEGER NOT NULL,
    answer TEXT NOT NULL,
    answered_ms INTEGER,
    CONSTRAINT pk_letter PRIMARY KEY (week),
    CONSTRAINT ck_letter_propensity CHECK (propensity BETWEEN 1 AND 1000000),
    CONSTRAINT ck_letter_minute CHECK (minute BETWEEN 0 AND 1439)
) WITHOUT ROWID, STRICT""",
)

DIALOGUES = (
    """CREATE TABLE dialogue (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    changed_ms INTEGER NOT NULL,
    CONSTRAINT uq_dialogue_name UNIQUE (name)
) STRICT""",
    """CREATE TABLE dialogue_turn (
    dialogue_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    question TEXT NOT NULL,
    "query" TEXT NOT NULL,
    answer TEXT NOT NULL,
    CONSTRAINT pk_dialogue_turn PRIMARY KEY (dialogue_id, position),
    CONSTRAINT fk_dialogue_turn_dialogue_id FOREIGN KEY(dialogue_id) REFERENCES dialogue (id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT""",
)

LEARNING = (
    """CREATE TABLE skill (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    weight INTEGER NOT NULL,
    most_minutes INTEGER NOT NULL,
    made_ms INTEGER NOT NULL,
    active INTEGER NOT NULL,
    CONSTRAINT ck_skill_weight CHECK (weight BETWEEN 1 AND 5),
    CONSTRAINT ck_skill_most_minutes CHECK (most_minutes >= 0),
    CONSTRAINT uq_skill_name UNIQUE (name)
) STRICT""",
    """CREATE TABLE skill_level (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    skill_id INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    level REAL NOT NULL,
    source TEXT NOT NULL,
    CONSTRAINT ck_skill_level_level CHECK (level BETWEEN 0 AND 10),
    CONSTRAINT ck_skill_level_source CHECK (source IN ('self', 'recall')),
    CONSTRAINT fk_skill_level_skill_id FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE CASCADE
) STRICT""",
    "CREATE INDEX ix_skill_level_skill_id ON skill_level (skill_id)",
    """CREATE TABLE learning_item (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    skill_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    document_id INTEGER,
    minutes INTEGER NOT NULL,
    done_ms INTEGER,
    CONSTRAINT ck_learning_item_kind CHECK (kind IN ('document', 'course', 'exercise')),
    CONSTRAINT ck_learning_item_minutes CHECK (minutes > 0),
    CONSTRAINT fk_learning_item_skill_id FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE CASCADE,
    CONSTRAINT fk_learning_item_document_id FOREIGN KEY(document_id) REFERENCES document_file (id) ON DELETE SET NULL
) STRICT""",
    "CREATE INDEX ix_learning_item_document_id ON learning_item (document_id)",
    "CREATE INDEX ix_learning_item_skill_id ON learning_item (skill_id)",
    """CREATE TABLE recall_card (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    skill_id INTEGER NOT NULL,
    item_id INTEGER,
    front TEXT NOT NULL,
    back TEXT NOT NULL,
    due_ms INTEGER NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT fk_recall_card_skill_id FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE CASCADE,
    CONSTRAINT fk_recall_card_item_id FOREIGN KEY(item_id) REFERENCES learning_item (id) ON DELETE SET NULL
) STRICT""",
    "CREATE INDEX ix_recall_card_due_ms ON recall_card (due_ms)",
    "CREATE INDEX ix_recall_card_item_id ON recall_card (item_id)",
    "CREATE INDEX ix_recall_card_skill_id ON recall_card (skill_id)",
    """CREATE TABLE recall_review (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    card_id INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    rating INTEGER NOT NULL,
    took_ms INTEGER NOT NULL,
    CONSTRAINT ck_recall_review_rating CHECK (rating BETWEEN 1 AND 4),
    CONSTRAINT fk_recall_review_card_id FOREIGN KEY(card_id) REFERENCES recall_card (id) ON DELETE CASCADE
) STRICT""",
    "CREATE INDEX ix_recall_review_card_id ON recall_review (card_id)",
    """CREATE TABLE learning_week (
    week TEXT NOT NULL,
    skill_id INTEGER NOT NULL,
    made_ms INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    foretold REAL NOT NULL,
    spent INTEGER,
    gained REAL,
    CONSTRAINT pk_learning_week PRIMARY KEY (week, skill_id),
    CONSTRAINT ck_learning_week_minutes CHECK (minutes >= 0),
    CONSTRAINT fk_learning_week_skill_id FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT""",
)

TRIGGERS = (
    """CREATE TRIGGER insight_outdated AFTER INSERT ON history_change
BEGIN DELETE FROM insight WHERE NEW.hour * 3600000 < to_ms; END""",
    """CREATE TRIGGER insight_document AFTER DELETE ON document_file WHEN OLD.title <> ''
BEGIN DELETE FROM insight WHERE instr(value, json_quote(OLD.title)) > 0; END""",
    """CREATE TRIGGER insight_retitled AFTER UPDATE OF title ON document_file WHEN NEW.title <> OLD.title
AND OLD.title <> '' BEGIN DELETE FROM insight WHERE instr(value, json_quote(OLD.title)) > 0; END""",
)


def upgrade() -> None:
    """Make the tables and the triggers."""
    for statement in (*INSIGHTS, *DIALOGUES, *LEARNING, *TRIGGERS):
        op.get_bind().exec_driver_sql(statement)
