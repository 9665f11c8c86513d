"""What one process asks of another, handed over in the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

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

    def waiting(self, receiver: Receiver) -> list[Command]:
        """Return the receiver's requests, oldest first, and leave them: who obeys forgets them afterwards."""
        with self._database.reading() as connection:
            return _all_of(connection, receiver)

    def forget(self, receiver: Receiver, upto: int) -> None:
        """Remove the receiver's requests up to the number given."""
        with self._database.writing() as connection:
            connection.execute(delete(commands).where(commands.c.receiver == receiver.value, commands.c.id <= upto))

    def take(self, receiver: Receiver) -> list[Command]:
        """Return the receiver's requests, oldest first, and remove them; writes nothing where none waits.

        Of several takers each gets what no other one gets.
        """
        if not self.waiting(receiver):
            return []
        with self._database.writing() as connection:
            found = _all_of(connection, receiver)
            connection.execute(delete(commands).where(commands.c.receiver == receiver.value))
        return found


def _all_of(connection: Connection, receiver: Receiver) -> list[Command]:
    mine = select(commands).where(commands.c.receiver == receiver.value).order_by(commands.c.id)
    # A kind this version does not know was sent by a newer one; nobody here could act on it.
    return [_command(row, receiver) for row in connection.execute(mine) if row.kind in _KINDS]


def _command(row: Row[Any], receiver: Receiver) -> Command:
    return Command(CommandKind(row.kind), receiver, row.sent_ms, row.until_ms, row.id)
