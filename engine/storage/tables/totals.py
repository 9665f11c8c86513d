"""How long what was counted as what, per UTC hour, day and month; 0 stands for no app, category, project or tag."""

from __future__ import annotations

from sqlalchemy import DDL, Column, Integer, PrimaryKeyConstraint, Table, event

from engine.storage.tables.schema import metadata

KEYS = ("app_id", "category_id", "project_id", "tag_id", "presence", "withheld")


def _totals(name: str, span: str) -> Table:
    numbers = [Column(key, Integer, nullable=False, autoincrement=False) for key in (span, *KEYS)]
    return Table(
        name,
        metadata,
        *numbers,
        Column("ms", Integer, nullable=False),
        PrimaryKeyConstraint(span, *KEYS),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )


# Hours count from 1970-01-01 00:00 UTC, days likewise; months are year * 12 + month - 1.
hour_total = _totals("hour_total", "hour")
day_total = _totals("day_total", "day")
month_total = _totals("month_total", "month")

# Hours that more than one source recorded or that a correction touches: their totals are no plain sums.
mixed_hour = Table(
    "mixed_hour",
    metadata,
    Column("hour", Integer, primary_key=True),
    sqlite_strict=True,
)

_MONTH = "strftime('%Y', {0}.hour * 3600, 'unixepoch') * 12 + strftime('%m', {0}.hour * 3600, 'unixepoch') - 1"


def _add(row: str, ms: str) -> str:
    """Return the statements that carry a change of an hour into its day and month."""
    keys = ", ".join(f"{row}.{key}" for key in KEYS)
    spans = {"day_total": f"{row}.hour / 24", "month_total": _MONTH.format(row)}
    return "\n".join(
        f"INSERT INTO {table} VALUES ({span}, {keys}, {ms}) ON CONFLICT DO UPDATE SET ms = ms + excluded.ms;"  # noqa: S608
        for table, span in spans.items()
    )


def _empty(table: str, span: str) -> str:
    same = " AND ".join(f"{key} = NEW.{key}" for key in (span, *KEYS))
    return f"""CREATE TRIGGER {table}_empty AFTER UPDATE OF ms ON {table} WHEN NEW.ms = 0
BEGIN DELETE FROM {table} WHERE {same}; END"""  # noqa: S608  (names of this file's own tables)


def _carry(name: str, when: str, row: str, ms: str) -> str:
    return f"CREATE TRIGGER hour_total_{name} AFTER {when} BEGIN\n{_add(row, ms)}\nEND"


TRIGGERS = (
    _carry("insert", "INSERT ON hour_total", "NEW", "NEW.ms"),
    _carry("delete", "DELETE ON hour_total WHEN OLD.ms <> 0", "OLD", "-OLD.ms"),
    _carry("update", "UPDATE OF ms ON hour_total", "NEW", "NEW.ms - OLD.ms"),
    _empty("hour_total", "hour"),
    _empty("day_total", "day"),
    _empty("month_total", "month"),
)
FROM_HOURS = tuple(
    statement
    for table, span in {"day_total": "hour_total.hour / 24", "month_total": _MONTH.format("hour_total")}.items()
    for statement in (
        f"DELETE FROM {table}",  # noqa: S608  (names of this file's own tables)
        f"INSERT INTO {table} SELECT {span}, {', '.join(KEYS)}, sum(ms) FROM hour_total GROUP BY 1, 2, 3, 4, 5, 6, 7",  # noqa: S608
    )
)
"""Make the totals of days and months anew from those of hours."""

for _trigger in TRIGGERS:
    # What DDL takes for a placeholder is doubled.
    event.listen(metadata, "after_create", DDL(_trigger.replace("%", "%%")))  # type: ignore[no-untyped-call]
