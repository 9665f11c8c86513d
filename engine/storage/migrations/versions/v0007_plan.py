"""Planned time, focus sessions, what happens by itself, and rules that are not wanted."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

PLAN = (
    """CREATE TABLE calendar (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    watched INTEGER NOT NULL,
    seen TEXT NOT NULL,
    read_ms INTEGER,
    trouble TEXT NOT NULL,
    CONSTRAINT ck_calendar_kind CHECK (kind IN ('file', 'folder')),
    CONSTRAINT ck_calendar_watched CHECK (watched IN (0, 1)),
    CONSTRAINT uq_calendar_path UNIQUE (path)
) STRICT""",
    """CREATE TABLE flexible_block (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    category_id INTEGER,
    project TEXT NOT NULL,
    note TEXT NOT NULL,
    protected INTEGER NOT NULL,
    shortest INTEGER NOT NULL,
    longest INTEGER NOT NULL,
    per_week INTEGER NOT NULL,
    window_start INTEGER NOT NULL,
    window_end INTEGER NOT NULL,
    weekdays INTEGER NOT NULL,
    deadline TEXT,
    active INTEGER NOT NULL,
    CONSTRAINT ck_flexible_block_lengths CHECK (shortest >= 5 AND longest >= shortest),
    CONSTRAINT ck_flexible_block_per_week CHECK (per_week BETWEEN 0 AND 50),
    CONSTRAINT ck_flexible_block_window CHECK (window_start >= 0 AND window_end > window_start AND window_end <= 1440),
    CONSTRAINT ck_flexible_block_weekdays CHECK (weekdays BETWEEN 1 AND 127),
    CONSTRAINT fk_flexible_block_category_id FOREIGN KEY(category_id) REFERENCES category (id) ON DELETE SET NULL
) STRICT""",
    """CREATE TABLE block (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    category_id INTEGER,
    project TEXT NOT NULL,
    note TEXT NOT NULL,
    protected INTEGER NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    zone TEXT NOT NULL,
    all_day INTEGER NOT NULL,
    busy INTEGER NOT NULL,
    certainty TEXT NOT NULL,
    rule TEXT NOT NULL,
    left_out TEXT NOT NULL,
    added TEXT NOT NULL,
    source TEXT NOT NULL,
    flexible_id INTEGER NOT NULL,
    offer_id INTEGER NOT NULL,
    calendar_id INTEGER,
    uid TEXT NOT NULL,
    extra TEXT NOT NULL,
    series_id INTEGER,
    replaces_ms INTEGER,
    changed INTEGER NOT NULL,
    CONSTRAINT ck_block_order CHECK (end_ms > start_ms),
    CONSTRAINT ck_block_series CHECK ((series_id IS NULL) = (replaces_ms IS NULL)),
    CONSTRAINT ck_block_certainty CHECK (certainty IN ('confirmed', 'tentative', 'cancelled')),
    CONSTRAINT ck_block_source CHECK (source IN ('person', 'recommended', 'calendar')),
    CONSTRAINT fk_block_category_id FOREIGN KEY(category_id) REFERENCES category (id) ON DELETE SET NULL,
    CONSTRAINT fk_block_calendar_id FOREIGN KEY(calendar_id) REFERENCES calendar (id) ON DELETE CASCADE,
    CONSTRAINT fk_block_series_id FOREIGN KEY(series_id) REFERENCES block (id) ON DELETE CASCADE
) STRICT""",
    "CREATE INDEX ix_block_calendar_id ON block (calendar_id)",
    "CREATE INDEX ix_block_series_id ON block (series_id)",
    "CREATE INDEX ix_block_start_ms ON block (start_ms)",
    "CREATE INDEX ix_block_uid ON block (uid)",
    """CREATE TABLE plan_change (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    made_ms INTEGER NOT NULL,
    what TEXT NOT NULL,
    state INTEGER NOT NULL,
    CONSTRAINT ck_plan_change_state CHECK (state BETWEEN 0 AND 2)
) STRICT""",
    """CREATE TABLE plan_change_row (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    change_id INTEGER NOT NULL,
    of_table TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    "before" TEXT,
    "after" TEXT,
    CONSTRAINT ck_plan_change_row_of_table CHECK (of_table IN ('block', 'flexible_block')),
    CONSTRAINT fk_plan_change_row_change_id FOREIGN KEY(change_id) REFERENCES plan_change (id) ON DELETE CASCADE
) STRICT""",
    "CREATE INDEX ix_plan_change_row_change_id ON plan_change_row (change_id)",
)

FOCUS = (
    """CREATE TABLE focus_session (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER,
    started TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    work INTEGER NOT NULL,
    rest INTEGER NOT NULL,
    long_rest INTEGER NOT NULL,
    rounds INTEGER NOT NULL,
    intention TEXT NOT NULL,
    block_id INTEGER NOT NULL,
    level TEXT NOT NULL,
    rating INTEGER,
    running INTEGER,
    CONSTRAINT ck_focus_session_rhythm CHECK (rhythm IN ('countdown', 'pomodoro', 'flowtime')),
    CONSTRAINT ck_focus_session_level CHECK (level IN ('off', 'notice', 'friction', 'close')),
    CONSTRAINT ck_focus_session_rating CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT ck_focus_session_order CHECK (end_ms IS NULL OR end_ms > start_ms),
    CONSTRAINT ck_focus_session_running CHECK ((running IS 1) = (end_ms IS NULL))
) STRICT""",
    "CREATE UNIQUE INDEX ix_focus_session_running ON focus_session (running)",
    "CREATE INDEX ix_focus_session_start_ms ON focus_session (start_ms)",
    """CREATE TABLE session_phase (
    session_id INTEGER NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    phase TEXT NOT NULL,
    CONSTRAINT pk_session_phase PRIMARY KEY (session_id, start_ms),
    CONSTRAINT ck_session_phase_phase CHECK (phase IN ('work', 'break', 'long_break', 'overtime')),
    CONSTRAINT ck_session_phase_order CHECK (end_ms >= start_ms),
    CONSTRAINT fk_session_phase_session_id FOREIGN KEY(session_id) REFERENCES focus_session (id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE nudge (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    session_id INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    level TEXT NOT NULL,
    "key" TEXT NOT NULL,
    category_id INTEGER NOT NULL,
    app TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_ms INTEGER,
    CONSTRAINT ck_nudge_answer CHECK (answer IN ('', 'back', 'more', 'work')),
    CONSTRAINT fk_nudge_session_id FOREIGN KEY(session_id) REFERENCES focus_session (id) ON DELETE CASCADE,
    CONSTRAINT uq_nudge_key UNIQUE ("key")
) STRICT""",
    "CREATE INDEX ix_nudge_session_id ON nudge (session_id)",
    """CREATE TABLE focus_contract (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    made_ms INTEGER NOT NULL,
    until_ms INTEGER NOT NULL,
    left_ms INTEGER,
    CONSTRAINT ck_focus_contract_order CHECK (until_ms > made_ms)
) STRICT""",
)

JOBS = (
    """CREATE TABLE job (
    name TEXT NOT NULL,
    every_s INTEGER NOT NULL,
    last_start_ms INTEGER,
    last_end_ms INTEGER,
    outcome TEXT,
    message TEXT NOT NULL,
    next_ms INTEGER,
    runs INTEGER NOT NULL,
    CONSTRAINT pk_job PRIMARY KEY (name),
    CONSTRAINT ck_job_outcome CHECK (outcome IN ('done', 'failed', 'running', 'cut_off'))
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE notification (
    "key" TEXT NOT NULL,
    kind TEXT NOT NULL,
    due_ms INTEGER NOT NULL,
    stale_ms INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    shown_ms INTEGER,
    answer TEXT NOT NULL,
    snoozed_ms INTEGER,
    CONSTRAINT pk_notification PRIMARY KEY ("key")
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_notification_shown_ms ON notification (shown_ms)",
    """CREATE TABLE refused_rule (
    matches TEXT NOT NULL,
    refused_ms INTEGER NOT NULL,
    CONSTRAINT pk_refused_rule PRIMARY KEY (matches)
) WITHOUT ROWID, STRICT""",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in (*PLAN, *FOCUS, *JOBS):
        op.get_bind().exec_driver_sql(statement)
