"""The key that signs and seals checkpoints: who cannot read the database can neither read nor make one."""

from __future__ import annotations

import secrets

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from engine.storage.database import Database
from engine.storage.tables import mind_key

_BYTES = 32


class MindKeyStore:
    """Keeps one key of 32 random bytes; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def key(self) -> bytes:
        """Return the key, made the first time it is asked for."""
        with self._database.reading() as connection:
            found = connection.execute(select(mind_key.c.secret)).scalar()
        return self._make() if found is None else bytes(found)

    def renew(self) -> bytes:
        """Return another key, which counts from now on."""
        self.forget()
        return self._make()

    def forget(self) -> None:
        """Throw the key away: no checkpoint that was signed with it is loaded any more."""
        with self._database.writing() as connection:
            connection.execute(delete(mind_key))

    def _make(self) -> bytes:
        row = {"id": 1, "secret": secrets.token_bytes(_BYTES)}
        with self._database.writing() as connection:
            connection.execute(insert(mind_key).on_conflict_do_nothing(), row)
            return bytes(connection.execute(select(mind_key.c.secret)).scalar_one())
