"""Takes away what was made of recorded time: findings, forecasts, offers, answers, models."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta

from sqlalchemy import Connection

from engine.domain.clock import utc
from engine.domain.erase_match import mentions
from engine.domain.erasing import Erasable
from engine.storage.erase.rows import Taken
from engine.storage.erase.scope import Scope

_LETTER_REACH = timedelta(weeks=4)  # a letter compares its week with those before it

_OFFERS = "SELECT id, made_ms FROM offer"
_FORGET_OFFERS = "DELETE FROM offer WHERE id IN (SELECT value FROM json_each(?))"
_SUBJECTS = "SELECT DISTINCT subject FROM offer_reason WHERE subject <> ''"
_BLANK = "UPDATE offer_reason SET subject = '' WHERE subject = ?"
_TURNS = "SELECT dialogue_id, position, at_ms, question, query, answer FROM dialogue_turn"
_FORGET_TURN = "DELETE FROM dialogue_turn WHERE dialogue_id = ? AND position = ?"
_FORGET_DIALOGUES = "DELETE FROM dialogue WHERE id NOT IN (SELECT dialogue_id FROM dialogue_turn)"


def forget_made(connection: Connection, scope: Scope, taken: Taken, counts: Counter[Erasable]) -> None:
    """Take away what knows of what went: whatever was worked out from then on, and whatever mentions it."""
    _dialogues(connection, scope, taken, counts)
    _offers(connection, scope, taken, counts)
    _mentioned(connection, scope, counts)
    if taken.first_ms is None:
        return
    counts[Erasable.ADVICE] += _done(connection, "DELETE FROM forecast WHERE made_ms >= ?", taken.first_ms)
    counts[Erasable.FINDINGS] += _done(connection, "DELETE FROM insight")
    _letters(connection, taken, counts)
    counts[Erasable.MODELS] += _done(connection, "DELETE FROM training_run")
    _done(connection, "DELETE FROM mind_key")  # no checkpoint that is still there can be loaded any more


def _dialogues(connection: Connection, scope: Scope, taken: Taken, counts: Counter[Erasable]) -> None:
    """Answers given later may rest on what went; earlier ones may have been asked in that time, or name it."""
    names = scope.texts if scope.choice.app is None else (*scope.texts, scope.choice.app)
    first = taken.first_ms
    for dialogue, position, at_ms, *texts in connection.exec_driver_sql(_TURNS).all():
        later = first is not None and at_ms >= first
        asked_then = not scope.named and scope.span.start_ms <= at_ms < scope.span.end_ms
        if later or asked_then or mentions("\n".join(texts), (*names, *_escaped(names))):
            counts[Erasable.DIALOGUES] += _done(connection, _FORGET_TURN, dialogue, position)
    connection.exec_driver_sql(_FORGET_DIALOGUES)


def _escaped(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names as they stand in JSON, both ways it is written."""
    return tuple(json.dumps(one, ensure_ascii=ascii_only)[1:-1] for one in names for ascii_only in (True, False))


def _offers(connection: Connection, scope: Scope, taken: Taken, counts: Counter[Erasable]) -> None:
    rows = connection.exec_driver_sql(_OFFERS).all()
    covered = taken.covers([made for _, made in rows])
    span = scope.span
    gone = [
        number
        for (number, made), there in zip(rows, covered, strict=True)
        if there or (not scope.named and span.start_ms <= made < span.end_ms)
    ]
    counts[Erasable.ADVICE] += _done(connection, _FORGET_OFFERS, json.dumps(gone))


def _mentioned(connection: Connection, scope: Scope, counts: Counter[Erasable]) -> None:
    if scope.texts:
        for (subject,) in connection.exec_driver_sql(_SUBJECTS).all():
            if mentions(subject, scope.texts):
                counts[Erasable.ADVICE] += _done(connection, _BLANK, subject)
        for name, value in connection.exec_driver_sql("SELECT name, value FROM insight").all():
            if mentions(value, (*scope.texts, *_escaped(scope.texts))):
                counts[Erasable.FINDINGS] += _done(connection, "DELETE FROM insight WHERE name = ?", name)
        for week, value in connection.exec_driver_sql("SELECT week, value FROM letter").all():
            if mentions(value, (*scope.texts, *_escaped(scope.texts))):
                counts[Erasable.FINDINGS] += _done(connection, "DELETE FROM letter WHERE week = ?", week)


def _letters(connection: Connection, taken: Taken, counts: Counter[Erasable]) -> None:
    """Take letters away whose weeks, or the weeks they compare with, hold time that went; a day more for zones."""
    days = {utc(start).date() for start, _ in taken.spans} | {utc(end).date() for _, end in taken.spans}
    for (week,) in connection.exec_driver_sql("SELECT week FROM letter").all():
        start = date.fromisoformat(week)
        if any(start - _LETTER_REACH - timedelta(1) <= day <= start + timedelta(7) for day in days):
            counts[Erasable.FINDINGS] += _done(connection, "DELETE FROM letter WHERE week = ?", week)


def _done(connection: Connection, statement: str, *values: object) -> int:
    return max(0, connection.exec_driver_sql(statement, values).rowcount)
