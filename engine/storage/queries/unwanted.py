"""Documents that were erased and are not to be indexed again: by digests, which do not name them."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from engine.storage.tables import unwanted_document

_SALT_BYTES = 16


def keep_out(connection: Connection, paths: Iterable[bytes]) -> None:
    """Let no document of these paths be taken in any more."""
    rows = [
        {"salt": salt, "digest": _digest(salt, path)} for path in paths for salt in (secrets.token_bytes(_SALT_BYTES),)
    ]
    if rows:
        connection.execute(insert(unwanted_document), rows)


def is_kept_out(connection: Connection, path: bytes) -> bool:
    """Tell whether a document of this path was erased."""
    rows = connection.execute(select(unwanted_document.c.salt, unwanted_document.c.digest))
    return any(_digest(row.salt, path) == row.digest for row in rows)


def _digest(salt: bytes, path: bytes) -> bytes:
    return hashlib.sha256(salt + path).digest()
