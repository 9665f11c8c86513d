"""From texts to their numbers in the dictionaries, and new numbers for new texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlalchemy.sql.dml import ReturningInsert

_AT_ONCE = 500


class Numbers:
    """The dictionaries as one transaction sees them; what it has asked once it knows until its end."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, ...], int] = {}

    def of(self, table: Table, *values: str) -> int | None:
        """Return the number of the text, given a new one where needed; None where every value is empty."""
        if not any(values):
            return None
        key = (table.name, *values)
        if key not in self._known:
            self._known[key] = self._asked(table, values)
        return self._known[key]

    def _asked(self, table: Table, values: tuple[str, ...]) -> int:
        find, add = _statements(table)
        row = {name: storable(value) for name, value in zip(_texts(table), values, strict=True)}
        found = self._connection.execute(find, {f"the_{name}": value for name, value in row.items()}).scalar()
        return int(self._connection.execute(add, row).scalar_one() if found is None else found)


@cache
def _statements(table: Table) -> tuple[Select[Any], ReturningInsert[Any]]:
    """Return how a text is looked for and how it is added; made once, as making them costs more than running them."""
    same = [table.c[name] == bindparam(f"the_{name}") for name in _texts(table)]
    return select(table.c.id).where(*same), insert(table).returning(table.c.id)


def _texts(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.name != "id"]


def numbers_of(connection: Connection, table: Table, texts: Iterable[str]) -> dict[str, int]:
    """Return the numbers of many texts of a one-column dictionary, given new ones where needed."""
    column = table.c[_texts(table)[0]]
    numbers: dict[str, int] = {}
    for batch in _batches(texts):
        stored = {storable(text): text for text in batch}
        connection.execute(insert_or(table).on_conflict_do_nothing(), [{column.name: text} for text in stored])
        found = connection.execute(select(column, table.c.id).where(column.in_(list(stored))))
        numbers.update((stored[text], number) for text, number in found)
    return numbers


def storable(text: str) -> str:
    """Return the text, with what UTF-8 cannot hold (halves of surrogate pairs) replaced by question marks."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    left = iter(texts)
    while batch := list(islice(left, _AT_ONCE)):
        yield batch
