"""Documents by what they hold."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from engine.storage.database import Database
from engine.storage.tables import document_file

_AT_ONCE = 500


def documents_holding(database: Database, digests: Iterable[str]) -> dict[str, int]:
    """Return the numbers of documents whose content has one of these digests, as hexadecimal digits; the first of each.

    Raises Storage errors.
    """
    wanted = list(dict.fromkeys(bytes.fromhex(one) for one in digests))
    found: dict[str, int] = {}
    with database.reading() as connection:
        for start in range(0, len(wanted), _AT_ONCE):
            some = document_file.c.content_hash.in_(wanted[start : start + _AT_ONCE])
            named = select(document_file.c.id, document_file.c.content_hash).where(some).order_by(document_file.c.id)
            for number, digest in connection.execute(named):
                found.setdefault(digest.hex(), number)
    return found
