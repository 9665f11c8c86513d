"""Which revision of the rules is in force: looks remember the one they were labelled by."""

from __future__ import annotations

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from engine.storage.tables import rule_book

_ONLY = 1


def revision_of_rules(connection: Connection) -> int:
    """Return the revision; 1 before the first change, so that looks nothing has labelled (0) never have it."""
    return int(connection.execute(select(func.coalesce(func.max(rule_book.c.revision), 1))).scalar_one())


def turn_page(connection: Connection) -> int:
    """Count the revision up, inside the caller's transaction, and return it: every look may need other labels now."""
    revision = revision_of_rules(connection) + 1
    values = {"id": _ONLY, "revision": revision}
    connection.execute(insert(rule_book).on_conflict_do_update(index_elements=["id"], set_=values), values)
    return revision
