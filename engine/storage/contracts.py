"""The person's contracts with themselves, as stored."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select, update

from engine.domain.focus_session import Contract
from engine.storage.database import Database
from engine.storage.tables import focus_contract


class ContractStore:
    """Keeps contracts; at most one holds, the one made last. Raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self) -> Contract | None:
        """Return the contract made last, None where there never was one."""
        wanted = select(focus_contract).order_by(focus_contract.c.id.desc()).limit(1)
        with self._database.reading() as connection:
            row = connection.execute(wanted).one_or_none()
        return None if row is None else Contract(row.made_ms, row.until_ms, row.left_ms, row.id)

    def make(self, made_ms: int, until_ms: int) -> Contract:
        """Store a contract in place of whatever holds."""
        with self._database.writing() as connection:
            _leave(connection, made_ms)
            values = {"made_ms": made_ms, "until_ms": until_ms}
            number = connection.execute(insert(focus_contract).returning(focus_contract.c.id), values).scalar_one()
        return Contract(made_ms, until_ms, None, int(number))

    def leave(self, at_ms: int) -> bool:
        """Leave whatever contract holds; returns whether one did."""
        with self._database.writing() as connection:
            return _leave(connection, at_ms)


def _leave(connection: Connection, at_ms: int) -> bool:
    holds = focus_contract.c.left_ms.is_(None) & (focus_contract.c.until_ms > at_ms)
    left = func.max(focus_contract.c.made_ms, at_ms)
    return bool(connection.execute(update(focus_contract).where(holds).values(left_ms=left)).rowcount)
