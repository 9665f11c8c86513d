"""Which hours of the past are not what they were: who learned from them before that has to learn anew."""

from __future__ import annotations

from sqlalchemy import DDL, Column, Integer, Table, event

from engine.domain.clock import MS_PER_HOUR
from engine.storage.tables.schema import metadata

# One row per UTC hour something was taken from, or corrected in: named by the hour it began in. A later change of the
# same hour has a higher number.
history_change = Table(
    "history_change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("hour", Integer, nullable=False, unique=True),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

_NOTE = "INSERT OR REPLACE INTO history_change (hour)"
_RECENT = "OLD.start_ms >= coalesce((SELECT titles_ms FROM retained), 0)"
"""What retention drops by itself, before that moment, is no news to anybody."""

TRIGGERS = (
    f"""CREATE TRIGGER history_change_removed AFTER DELETE ON activity
WHEN OLD.end_ms > OLD.start_ms AND {_RECENT}
BEGIN {_NOTE} VALUES (OLD.start_ms / {MS_PER_HOUR}); END""",
    f"""CREATE TRIGGER history_change_cut AFTER UPDATE OF end_ms, look_id ON activity
WHEN (NEW.end_ms < OLD.end_ms OR NEW.look_id IS NOT OLD.look_id)
AND {_RECENT}
BEGIN {_NOTE} VALUES (OLD.start_ms / {MS_PER_HOUR}); END""",
    f"""CREATE TRIGGER history_change_corrected AFTER INSERT ON correction
BEGIN {_NOTE} VALUES (NEW.start_ms / {MS_PER_HOUR}); END""",  # noqa: S608  (numbers and names of our own)
    f"""CREATE TRIGGER history_change_undone AFTER UPDATE OF state ON correction_group
WHEN (OLD.state = 0) <> (NEW.state = 0)
BEGIN {_NOTE} SELECT start_ms / {MS_PER_HOUR} FROM correction WHERE group_id = NEW.id; END""",  # noqa: S608
)

for _trigger in TRIGGERS:
    event.listen(metadata, "after_create", DDL(_trigger))  # type: ignore[no-untyped-call]
