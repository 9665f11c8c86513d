"""Goals: so much at least or at most, of a category, an app, a project or focus, per day or per week."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

GOAL = """CREATE TABLE goal (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    direction TEXT NOT NULL,
    measure TEXT NOT NULL,
    category_id INTEGER,
    name TEXT,
    minutes INTEGER NOT NULL,
    per TEXT NOT NULL,
    weekdays INTEGER NOT NULL,
    made_ms INTEGER NOT NULL,
    CONSTRAINT ck_goal_direction CHECK (direction IN ('at_least', 'at_most')),
    CONSTRAINT ck_goal_measure CHECK (measure IN ('category', 'app', 'project', 'focus')),
    CONSTRAINT ck_goal_category CHECK ((category_id IS NULL) = (measure <> 'category')),
    CONSTRAINT ck_goal_name CHECK ((name IS NULL) = (measure NOT IN ('app', 'project'))),
    CONSTRAINT ck_goal_minutes CHECK (minutes >= 0),
    CONSTRAINT ck_goal_per CHECK (per IN ('day', 'week')),
    CONSTRAINT ck_goal_weekdays CHECK (weekdays BETWEEN 1 AND 127),
    CONSTRAINT fk_goal_category_id FOREIGN KEY(category_id) REFERENCES category (id) ON DELETE CASCADE
) STRICT"""


def upgrade() -> None:
    """Make the table."""
    op.get_bind().exec_driver_sql(GOAL)
