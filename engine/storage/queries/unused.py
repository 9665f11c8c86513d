"""Removes the texts that nothing names any more: a title does not outlive the activities it stood in."""

from __future__ import annotations

from sqlalchemy import Connection

_SWEEP = (
    """DELETE FROM look WHERE id NOT IN (SELECT look_id FROM activity WHERE look_id IS NOT NULL)
AND coalesce(app_id, 0) NOT IN (SELECT app.id FROM app JOIN correction ON correction.app = app.name)
AND coalesce(title_id, 0) NOT IN (SELECT title.id FROM title JOIN correction ON correction.title = title.text)""",
    "DELETE FROM title WHERE id NOT IN (SELECT title_id FROM look WHERE title_id IS NOT NULL)",
    """UPDATE offer_reason SET subject = '' WHERE kind = 'like_now' AND subject <> ''
AND subject NOT IN (SELECT text FROM title)""",
    "DELETE FROM site WHERE id NOT IN (SELECT site_id FROM look WHERE site_id IS NOT NULL)",
    "DELETE FROM document WHERE id NOT IN (SELECT document_id FROM look WHERE document_id IS NOT NULL)",
)


def sweep(connection: Connection) -> None:
    """Remove unused looks and their texts, inside the caller's transaction; apps stay, as totals may name them.

    What a correction names stays.
    """
    for statement in _SWEEP:
        connection.exec_driver_sql(statement)
