"""What one process asks of another, handed over in the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, delete, insert, select

from engine.domain.commands import Command, CommandKind, Receiver
from engine.storage.database import Database
from engine.storage.tables import command as commands

_KINDS = frozenset(CommandKind)


class CommandQueue:
    """Requests wait here until their receiver takes them, each once and in the order they were sent."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def send(self, command: Command) -> int:
        """Store the request and return its number; raises Storage errors."""
        values = {
            "receiver": command.receiver.value,
            "kind": command.kind.value,
            "sent_ms": command.sent_ms,
            "until_ms": command.until_ms,
        }
        with self._database.writing() as connection:
            return int(connection.execute(insert(commands).returning(commands.c.id), values).scalar_one())

    def take(self, receiver: Receiver) -> list[Command]:
        """Return the receiver's requests, oldest first, and remove them; writes nothing where none waits."""
        mine = commands.c.receiver == receiver.value
        with self._database.reading() as connection:
            if connection.execute(select(commands.c.id).where(mine).limit(1)).first() is None:
                return []
        with self._database.writing() as connection:
            rows = connection.execute(select(commands).where(mine).order_by(commands.c.id)).all()
            connection.execute(delete(commands).where(mine))
        # A kind this version does not know was sent by a newer one; nobody here could act on it.
        return [_command(row, receiver) for row in rows if row.kind in _KINDS]


def _command(row: Row[Any], receiver: Receiver) -> Command:
    return Command(CommandKind(row.kind), receiver, row.sent_ms, row.until_ms, row.id)
