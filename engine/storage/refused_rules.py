"""Suggested rules that the person does not want."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from engine.domain.clock import Clock
from engine.storage.database import Database
from engine.storage.tables import refused_rule


class RefusedRuleStore:
    """Keeps what is not to be suggested again, by what it matches; raises Storage errors. clock: tells when."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def all(self) -> set[str]:
        """Return what every one of them matches."""
        with self._database.reading() as connection:
            return set(connection.execute(select(refused_rule.c.matches)).scalars())

    def add(self, matches: str) -> None:
        """Keep one; the same again changes nothing."""
        values = {"matches": matches, "refused_ms": self._clock.now().wall_ms}
        with self._database.writing() as connection:
            connection.execute(insert(refused_rule).values(values).on_conflict_do_nothing())

    def remove(self, matches: str) -> None:
        """Forget one; fine where it is not there."""
        with self._database.writing() as connection:
            connection.execute(delete(refused_rule).where(refused_rule.c.matches == matches))
