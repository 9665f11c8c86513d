"""Weekly letters, how they were put, and what was said of them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, and_, insert, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.findings_json import DAMAGED
from engine.domain.letter_json import letter_from_json, letter_to_json
from engine.domain.letters import Letter, LetterAnswer, StoredLetter
from engine.storage.database import Database
from engine.storage.tables import letter as letters

_MILLION = 1_000_000

_TAKING: Final = "accepting"
"""The answer while what it asks for is being done; nobody but this file sees it."""

_TAKEN_AGAIN_MS: Final = 2 * MS_PER_MINUTE
"""Whoever was doing it for so long is gone, and the letter is open again."""


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
        """Store a week's letter; returns whether there was none yet that can be read, which else stays as it is."""
        row = {
            "week": letter.start.isoformat(),
            "made_ms": letter.made_ms,
            "value": json.dumps(letter_to_json(letter), ensure_ascii=False),
            "framing": letter.trial.framing.value,
            "minute": letter.trial.minute,
            "propensity": max(1, round(letter.trial.propensity * _MILLION)),
            "answer": LetterAnswer.NONE.value,
        }
        this = letters.c.week == row["week"]
        with self._database.writing() as connection:
            there = connection.execute(select(letters).where(this)).one_or_none()
            if there is None:
                connection.execute(insert(letters), row)
            elif _stored(there) is None:  # damaged: nothing can be shown or answered but a new one
                connection.execute(update(letters).where(this).values(shown_ms=None, answered_ms=None, **row))
            else:
                return False
        return True

    def shown(self, week: date, at_ms: int) -> None:
        """Note that a week's letter was seen; the first time counts."""
        this = update(letters).where(letters.c.week == week.isoformat(), letters.c.shown_ms.is_(None))
        with self._database.writing() as connection:
            connection.execute(this.values(shown_ms=at_ms))

    def answer(self, week: date, answer: LetterAnswer, at_ms: int) -> bool:
        """Store the answer to a week's letter; returns whether it had none yet, which else stays as it is."""
        with self._database.writing() as connection:
            return _set(connection, week, _open(at_ms), answer.value, at_ms)

    def take(self, week: date, at_ms: int) -> bool:
        """Take a letter to do what it suggests; returns whether it was open: of several who try one has it.

        settle or release follows. Of somebody who went away in between, the letter is open again after two minutes.
        """
        with self._database.writing() as connection:
            return _set(connection, week, _open(at_ms), _TAKING, at_ms)

    def settle(self, week: date, at_ms: int) -> None:
        """Store that a letter that was taken is accepted."""
        with self._database.writing() as connection:
            _set(connection, week, letters.c.answer == _TAKING, LetterAnswer.ACCEPTED.value, at_ms)

    def release(self, week: date) -> None:
        """Leave a letter that was taken open again."""
        with self._database.writing() as connection:
            _set(connection, week, letters.c.answer == _TAKING, LetterAnswer.NONE.value, None)


def _open(at_ms: int) -> ColumnElement[bool]:
    """Return which letters can be answered at a moment; a clock set back does not lock one for ever."""
    gone = or_(letters.c.answered_ms < at_ms - _TAKEN_AGAIN_MS, letters.c.answered_ms > at_ms + _TAKEN_AGAIN_MS)
    return or_(letters.c.answer == LetterAnswer.NONE.value, and_(letters.c.answer == _TAKING, gone))


def _set(connection: Connection, week: date, where: ColumnElement[bool], answer: str, at_ms: int | None) -> bool:
    this = update(letters).where(letters.c.week == week.isoformat(), where)
    return bool(connection.execute(this.values(answer=answer, answered_ms=at_ms)).rowcount)


def _stored(row: Any) -> StoredLetter | None:
    try:
        letter = letter_from_json(json.loads(row.value))
        answer = LetterAnswer(row.answer if row.answer != _TAKING else "")
        if letter.start.isoformat() != row.week:
            return None
        return StoredLetter(letter, answer, row.shown_ms, row.answered_ms if answer else None)
    except DAMAGED:  # or written by another version; it is made anew
        return None
