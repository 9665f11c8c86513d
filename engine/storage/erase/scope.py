"""What an erase touches: a time, and the looks that match what is named."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection

from engine.domain.erase_match import Matcher
from engine.domain.erasing import EraseChoice
from engine.domain.intervals import Interval
from engine.storage.queries.history import FOREVER_MS
from engine.storage.queries.looks import every_look

_MAKE = "CREATE TEMPORARY TABLE IF NOT EXISTS erased_look (id INTEGER PRIMARY KEY)"
_EMPTY = "DELETE FROM erased_look"
_ADD = "INSERT OR IGNORE INTO erased_look VALUES (?)"
_SHOWING = "SELECT look_id FROM look_document WHERE document_id = ?"
_FILES = "SELECT id, path FROM document_file"


@dataclass(frozen=True, slots=True)
class Scope:
    """A choice as the database sees it. span: its time, at most until now. documents: numbers in the index."""

    choice: EraseChoice
    matcher: Matcher
    span: Interval
    now_ms: int
    documents: tuple[int, ...] = ()
    paths: tuple[str, ...] = field(repr=False, default=())

    @property
    def named(self) -> bool:
        """Whether only some looks are meant."""
        return self.choice.named

    @property
    def texts(self) -> tuple[str, ...]:
        """What must be mentioned nowhere afterwards."""
        return (*self.choice.texts, *self.paths)


def scope_of(connection: Connection, choice: EraseChoice, now_ms: int) -> Scope:
    """Find what the choice matches, inside a transaction; the looks stand in a temporary table from then on."""
    matcher = Matcher.of(choice)
    start = max(0, choice.start_ms or 0)
    end = FOREVER_MS - 1 if choice.end_ms is None else choice.end_ms
    span = Interval(min(start, end), max(start, end))
    files = _files(connection, matcher)
    connection.exec_driver_sql(_MAKE)
    connection.exec_driver_sql(_EMPTY)
    if choice.named:
        _add(connection, (one.id for one in every_look(connection) if matcher.look(one)))
        for number in files if not (choice.title or choice.title_with or choice.site) else ():
            _add(connection, _of_app(connection, matcher, number))
    return Scope(choice, matcher, span, now_ms, tuple(files), tuple(files.values()))


def _files(connection: Connection, matcher: Matcher) -> dict[int, str]:
    if matcher.document is None:
        return {}
    rows = ((int(row[0]), os.fsdecode(row[1])) for row in connection.exec_driver_sql(_FILES))
    return {number: path for number, path in rows if matcher.path(path)}


def _of_app(connection: Connection, matcher: Matcher, document_id: int) -> Iterable[int]:
    """Return the looks that show a document under another name."""
    showing = {int(row[0]) for row in connection.exec_driver_sql(_SHOWING, (document_id,))}
    return (one.id for one in every_look(connection) if one.id in showing and matcher.app_is(one.app))


def _add(connection: Connection, looks: Iterable[int]) -> None:
    rows = [(number,) for number in looks]
    if rows:
        connection.exec_driver_sql(_ADD, rows)
