"""Removes names that nothing bears any more, in every dictionary."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection

from engine.domain.erasing import Erasable
from engine.storage.queries.unused import sweep

_COUNTED = "SELECT (SELECT count(*) FROM title) + (SELECT count(*) FROM site) + (SELECT count(*) FROM document)"
_TOTALS = "(SELECT {0}_id FROM month_total UNION SELECT {0}_id FROM hour_total)"
_UNUSED = (
    f"""DELETE FROM app WHERE id NOT IN (SELECT app_id FROM look WHERE app_id IS NOT NULL)
AND id NOT IN {_TOTALS.format("app")} AND name NOT IN (SELECT app FROM correction WHERE app IS NOT NULL)""",  # noqa: S608
    *(
        f"""DELETE FROM {name} WHERE id NOT IN (SELECT {name}_id FROM look WHERE {name}_id IS NOT NULL)
AND id NOT IN {_TOTALS.format(name)}
AND name NOT IN (SELECT {name} FROM correction WHERE {name} IS NOT NULL)"""  # noqa: S608
        for name in ("project", "tag")
    ),
    "DELETE FROM source WHERE NOT EXISTS (SELECT 1 FROM activity WHERE source_id = source.id)",
    "DELETE FROM zone WHERE id NOT IN (SELECT zone_id FROM activity)",
)
_BATCHES = (
    "DELETE FROM import_batch WHERE id = ? AND NOT EXISTS (SELECT 1 FROM activity WHERE batch_id = import_batch.id)"
)
_UNDONE = "DELETE FROM import_batch WHERE undone_ms IS NOT NULL AND made_ms >= ? AND made_ms < ?"


def forget_unused(connection: Connection, counts: Counter[Erasable]) -> None:
    """Remove looks, titles, sites, documents, apps, projects, tags, sources and zones that nothing names any more."""
    before = connection.exec_driver_sql(_COUNTED).scalar_one()
    sweep(connection)
    counts[Erasable.TITLES] += before - connection.exec_driver_sql(_COUNTED).scalar_one()
    for statement in _UNUSED:
        connection.exec_driver_sql(statement)


def forget_batches(connection: Connection, batches: set[int], counts: Counter[Erasable]) -> None:
    """Remove the names of imported files of which nothing is left."""
    for number in sorted(batches):
        counts[Erasable.IMPORTS] += max(0, connection.exec_driver_sql(_BATCHES, (number,)).rowcount)


def forget_undone(connection: Connection, start_ms: int, end_ms: int, counts: Counter[Erasable]) -> None:
    """Remove the names of files whose import of that time was taken back."""
    counts[Erasable.IMPORTS] += max(0, connection.exec_driver_sql(_UNDONE, (start_ms, end_ms)).rowcount)
