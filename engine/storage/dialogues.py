"""What was asked and answered, dialogue by dialogue."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import delete, func, insert, select, update

from engine.storage.database import Database
from engine.storage.tables.dialogue import dialogue, dialogue_turn

MOST_TURNS = 200
"""So many turns of a dialogue are kept; older ones go."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and its answer. query: JSON, empty where it was not understood. answer: JSON."""

    at_ms: int
    question: str = field(repr=False)
    query: str = field(repr=False)
    answer: str = field(repr=False)


class DialogueStore:
    """Keeps dialogues by name; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, turn: Turn) -> None:
        """Store a turn as the dialogue's last one; a new name begins a dialogue."""
        with self._database.writing() as connection:
            wanted = select(dialogue.c.id).where(dialogue.c.name == name)
            number = connection.execute(wanted).scalar_one_or_none()
            if number is None:
                made = connection.execute(insert(dialogue).values(name=name, changed_ms=turn.at_ms))
                (number,) = made.inserted_primary_key or (0,)
            connection.execute(update(dialogue).where(dialogue.c.id == number).values(changed_ms=turn.at_ms))
            turns = dialogue_turn.c.dialogue_id == number
            last = connection.execute(select(func.max(dialogue_turn.c.position)).where(turns)).scalar_one() or 0
            row = {"dialogue_id": number, "position": last + 1, "at_ms": turn.at_ms, "question": turn.question}
            connection.execute(insert(dialogue_turn), {**row, "query": turn.query, "answer": turn.answer})
            connection.execute(delete(dialogue_turn).where(turns, dialogue_turn.c.position <= last + 1 - MOST_TURNS))

    def turns(self, name: str) -> list[Turn]:
        """Return the turns of a dialogue in order; none for a name that is not known."""
        wanted = (
            select(dialogue_turn)
            .join(dialogue, dialogue.c.id == dialogue_turn.c.dialogue_id)
            .where(dialogue.c.name == name)
            .order_by(dialogue_turn.c.position)
        )
        with self._database.reading() as connection:
            return [Turn(row.at_ms, row.question, row.query, row.answer) for row in connection.execute(wanted)]

    def forget(self, name: str) -> None:
        """Forget a dialogue."""
        with self._database.writing() as connection:
            wanted = select(dialogue.c.id).where(dialogue.c.name == name)
            number = connection.execute(wanted).scalar_one_or_none()
            connection.execute(delete(dialogue_turn).where(dialogue_turn.c.dialogue_id == number))
            connection.execute(delete(dialogue).where(dialogue.c.id == number))
