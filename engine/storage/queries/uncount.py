"""Takes a category out of the totals: what it counted is counted as none."""

from __future__ import annotations

from sqlalchemy import Connection, delete, literal, select
from sqlalchemy.dialects.sqlite import insert

from engine.storage.tables import hour_total


def uncount_category(connection: Connection, category_id: int) -> None:
    """Move the category's time to no category, inside the caller's transaction; exact, and no activity is read."""
    columns = [
        literal(0).label("category_id") if column.name == "category_id" else column for column in hour_total.columns
    ]
    moved = select(*columns).where(hour_total.c.category_id == category_id)
    adding = insert(hour_total).from_select([column.name for column in hour_total.columns], moved)
    adding = adding.on_conflict_do_update(
        index_elements=list(hour_total.primary_key.columns), set_={"ms": hour_total.c.ms + adding.excluded.ms}
    )
    connection.execute(adding)
    connection.execute(delete(hour_total).where(hour_total.c.category_id == category_id))
