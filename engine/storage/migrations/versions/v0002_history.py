"""Looks with labels, rules, corrections, imports and totals; activities name a look instead of its four texts."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

DICTIONARIES = (
    """CREATE TABLE project (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_project PRIMARY KEY (id),
    CONSTRAINT uq_project_name UNIQUE (name)
) STRICT""",
    """CREATE TABLE tag (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_tag PRIMARY KEY (id),
    CONSTRAINT uq_tag_name UNIQUE (name)
) STRICT""",
    """CREATE TABLE import_batch (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    zone TEXT NOT NULL,
    made_ms INTEGER NOT NULL,
    added INTEGER NOT NULL,
    undone_ms INTEGER
) STRICT""",
)

RULES = (
    """CREATE TABLE category (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    parent_id INTEGER,
    name TEXT NOT NULL,
    colour TEXT,
    weight INTEGER,
    CONSTRAINT ck_category_weight CHECK (weight BETWEEN -2 AND 2),
    CONSTRAINT fk_category_parent_id FOREIGN KEY(parent_id) REFERENCES category (id)
) STRICT""",
    """CREATE TABLE rule (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    facet TEXT NOT NULL,
    category_id INTEGER,
    name TEXT,
    expression TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT ck_rule_category CHECK ((category_id IS NULL) = (facet <> 'category')),
    CONSTRAINT ck_rule_name CHECK ((name IS NULL) = (facet = 'category')),
    CONSTRAINT fk_rule_category_id FOREIGN KEY(category_id) REFERENCES category (id)
) STRICT""",
    """CREATE TABLE rule_book (
    id INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT pk_rule_book PRIMARY KEY (id),
    CONSTRAINT ck_rule_book_one_row CHECK (id = 1)
) STRICT""",
)

CORRECTIONS = (
    """CREATE TABLE correction_group (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    made_ms INTEGER NOT NULL,
    state INTEGER NOT NULL,
    CONSTRAINT ck_correction_group_state CHECK (state BETWEEN 0 AND 2)
) STRICT""",
    """CREATE TABLE correction (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    group_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    made_ms INTEGER NOT NULL,
    app TEXT,
    title TEXT,
    category_id INTEGER,
    project TEXT,
    tag TEXT,
    zone TEXT NOT NULL,
    note TEXT NOT NULL,
    CONSTRAINT ck_correction_order CHECK (end_ms > start_ms),
    CONSTRAINT fk_correction_group_id FOREIGN KEY(group_id) REFERENCES correction_group (id)
) STRICT""",
    "CREATE INDEX ix_correction_group_id ON correction (group_id)",
)

LOOKS = (
    """CREATE TABLE look (
    id INTEGER NOT NULL,
    app_id INTEGER,
    title_id INTEGER,
    site_id INTEGER,
    document_id INTEGER,
    category_id INTEGER,
    project_id INTEGER,
    tag_id INTEGER,
    labelled_by INTEGER NOT NULL,
    CONSTRAINT pk_look PRIMARY KEY (id),
    CONSTRAINT fk_look_app_id FOREIGN KEY(app_id) REFERENCES app (id),
    CONSTRAINT fk_look_title_id FOREIGN KEY(title_id) REFERENCES title (id),
    CONSTRAINT fk_look_site_id FOREIGN KEY(site_id) REFERENCES site (id),
    CONSTRAINT fk_look_document_id FOREIGN KEY(document_id) REFERENCES document (id),
    CONSTRAINT fk_look_category_id FOREIGN KEY(category_id) REFERENCES category (id),
    CONSTRAINT fk_look_project_id FOREIGN KEY(project_id) REFERENCES project (id),
    CONSTRAINT fk_look_tag_id FOREIGN KEY(tag_id) REFERENCES tag (id)
) STRICT""",
    """INSERT INTO look (app_id, title_id, site_id, document_id, labelled_by)
SELECT DISTINCT app_id, title_id, site_id, document_id, 0 FROM activity
WHERE coalesce(app_id, title_id, site_id, document_id) IS NOT NULL""",
    "CREATE INDEX ix_look_site_id ON look (site_id)",
    "CREATE INDEX ix_look_document_id ON look (document_id)",
    "CREATE INDEX ix_look_title_id_app_id_site_id_document_id ON look (title_id, app_id, site_id, document_id)",
    """CREATE TRIGGER look_insert_twice BEFORE INSERT ON look
WHEN EXISTS (SELECT 1 FROM look WHERE title_id IS NEW.title_id AND app_id IS NEW.app_id
             AND site_id IS NEW.site_id AND document_id IS NEW.document_id)
BEGIN SELECT RAISE(ABORT, 'this look is stored already'); END""",
)

ACTIVITIES = (
    # What refers to the table would follow its new name, so it is made anew, too.
    "CREATE TEMPORARY TABLE open_before AS SELECT source_id, start_ms FROM open_activity",
    "DROP TABLE open_activity",
    "ALTER TABLE activity RENAME TO activity_before",
    """CREATE TABLE activity (
    source_id INTEGER NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    look_id INTEGER,
    zone_id INTEGER NOT NULL,
    presence INTEGER NOT NULL,
    withheld INTEGER NOT NULL,
    batch_id INTEGER,
    CONSTRAINT pk_activity PRIMARY KEY (source_id, start_ms),
    CONSTRAINT ck_activity_start CHECK (start_ms >= 0 AND start_ms < 17592186044416),
    CONSTRAINT ck_activity_order CHECK (end_ms >= start_ms),
    CONSTRAINT fk_activity_source_id FOREIGN KEY(source_id) REFERENCES source (id),
    CONSTRAINT fk_activity_zone_id FOREIGN KEY(zone_id) REFERENCES zone (id),
    CONSTRAINT fk_activity_batch_id FOREIGN KEY(batch_id) REFERENCES import_batch (id)
) WITHOUT ROWID, STRICT""",
    """INSERT INTO activity
SELECT source_id, start_ms, end_ms,
       (SELECT id FROM look WHERE look.title_id IS before.title_id AND look.app_id IS before.app_id
                              AND look.site_id IS before.site_id AND look.document_id IS before.document_id),
       zone_id, presence, withheld, NULL
FROM activity_before AS before ORDER BY source_id, start_ms""",
    "DROP TABLE activity_before",
    """CREATE TABLE open_activity (
    source_id INTEGER NOT NULL,
    start_ms INTEGER NOT NULL,
    CONSTRAINT pk_open_activity PRIMARY KEY (source_id),
    CONSTRAINT fk_open_activity_source_id_start_ms FOREIGN KEY(source_id, start_ms)
        REFERENCES activity (source_id, start_ms) ON DELETE CASCADE
) STRICT""",
    "INSERT INTO open_activity SELECT source_id, start_ms FROM open_before",
    "DROP TABLE open_before",
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
)

KEYS = "app_id, category_id, project_id, tag_id, presence, withheld"
MONTH = "strftime('%Y', {0}.hour * 3600, 'unixepoch') * 12 + strftime('%m', {0}.hour * 3600, 'unixepoch') - 1"


def _totals(table: str, span: str) -> str:
    return f"""CREATE TABLE {table} (
    {span} INTEGER NOT NULL,
    app_id INTEGER NOT NULL,
    category_id INTEGER NOT NULL,
    project_id INTEGER NOT NULL,
    tag_id INTEGER NOT NULL,
    presence INTEGER NOT NULL,
    withheld INTEGER NOT NULL,
    ms INTEGER NOT NULL,
    CONSTRAINT pk_{table} PRIMARY KEY ({span}, {KEYS})
) WITHOUT ROWID, STRICT"""


def _add(row: str, ms: str) -> str:
    keys = ", ".join(f"{row}.{key}" for key in KEYS.split(", "))
    spans = {"day_total": f"{row}.hour / 24", "month_total": MONTH.format(row)}
    return "\n".join(
        f"INSERT INTO {table} VALUES ({span}, {keys}, {ms}) ON CONFLICT DO UPDATE SET ms = ms + excluded.ms;"  # noqa: S608
        for table, span in spans.items()
    )


def _carry(name: str, when: str, row: str, ms: str) -> str:
    return f"CREATE TRIGGER hour_total_{name} AFTER {when} BEGIN\n{_add(row, ms)}\nEND"


def _empty(table: str, span: str) -> str:
    same = " AND ".join(f"{key} = NEW.{key}" for key in (span, *KEYS.split(", ")))
    return f"""CREATE TRIGGER {table}_empty AFTER UPDATE OF ms ON {table} WHEN NEW.ms = 0
BEGIN DELETE FROM {table} WHERE {same}; END"""  # noqa: S608  (names of this file's own tables)


TOTALS = (
    _totals("hour_total", "hour"),
    _totals("day_total", "day"),
    _totals("month_total", "month"),
    "CREATE TABLE mixed_hour (\n    hour INTEGER NOT NULL,\n    CONSTRAINT pk_mixed_hour PRIMARY KEY (hour)\n) STRICT",
    _carry("insert", "INSERT ON hour_total", "NEW", "NEW.ms"),
    _carry("delete", "DELETE ON hour_total WHEN OLD.ms <> 0", "OLD", "-OLD.ms"),
    _carry("update", "UPDATE OF ms ON hour_total", "NEW", "NEW.ms - OLD.ms"),
    _empty("hour_total", "hour"),
    _empty("day_total", "day"),
    _empty("month_total", "month"),
)


def upgrade() -> None:
    """Make the new tables and carry the activities over; the totals are made anew after every migration."""
    for statement in (*DICTIONARIES, *RULES, *CORRECTIONS, *LOOKS, *ACTIVITIES, *TOTALS):
        op.get_bind().exec_driver_sql(statement)
