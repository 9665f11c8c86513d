"""Weekly letters, how they were put, and what was said of them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects.sqlite import insert

from engine.domain.letter_json import letter_from_json, letter_to_json
from engine.domain.letters import Letter, LetterAnswer, StoredLetter
from engine.storage.database import Database
from engine.storage.tables import letter as letters

_MILLION = 1_000_000


class LetterStore:
    """Reads and writes letters; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[StoredLetter]:
        """Return every letter that can be read, the latest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(letters).order_by(letters.c.week.desc())).all()
        found = (_stored(row) for row in rows)
        return [one for one in found if one is not None]

    def add(self, letter: Letter) -> bool:
        """Store a week's letter; returns whether there was none yet, which else stays as it is."""
        row = {
            "week": letter.start.isoformat(),
            "made_ms": letter.made_ms,
            "value": json.dumps(letter_to_json(letter), ensure_ascii=False),
            "framing": letter.trial.framing.value,
            "minute": letter.trial.minute,
            "propensity": max(1, round(letter.trial.propensity * _MILLION)),
            "answer": LetterAnswer.NONE.value,
        }
        with self._database.writing() as connection:
            return bool(connection.execute(insert(letters).on_conflict_do_nothing(), row).rowcount)

    def shown(self, week: date, at_ms: int) -> None:
        """Note that a week's letter was seen; the first time counts."""
        this = update(letters).where(letters.c.week == week.isoformat(), letters.c.shown_ms.is_(None))
        with self._database.writing() as connection:
            connection.execute(this.values(shown_ms=at_ms))

    def answer(self, week: date, answer: LetterAnswer, at_ms: int) -> bool:
        """Store the answer to a week's letter; returns whether it had none yet, which else stays as it is."""
        this = update(letters).where(letters.c.week == week.isoformat(), letters.c.answer == "")
        with self._database.writing() as connection:
            return bool(connection.execute(this.values(answer=answer.value, answered_ms=at_ms)).rowcount)


def _stored(row: Any) -> StoredLetter | None:
    try:
        letter = letter_from_json(json.loads(row.value))
        return StoredLetter(letter, LetterAnswer(row.answer), row.shown_ms, row.answered_ms)
    except (KeyError, TypeError, ValueError, AttributeError):  # written by another version; the next one is made anew
        return None
