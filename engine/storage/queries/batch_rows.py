"""The activities of one import."""

from __future__ import annotations

from sqlalchemy import Connection, delete

from engine.storage.tables import activity


def remove_rows(connection: Connection, batch_id: int) -> int:
    """Remove the activities of an import, inside the caller's transaction, and return how many there were."""
    return connection.execute(delete(activity).where(activity.c.batch_id == batch_id)).rowcount
