"""From texts to their numbers in the dictionaries, and new numbers for new texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from engine.domain.activity import Observed
from engine.storage.tables import app, document, site, title

_AT_ONCE = 500


def number_of(connection: Connection, table: Table, *values: str) -> int | None:
    """Return the number of the text, given a new one where needed; None where every value is empty."""
    if not any(values):
        return None
    columns = [column for column in table.columns if column.name != "id"]
    row = {column.name: storable(value) for column, value in zip(columns, values, strict=True)}
    wanted = select(table.c.id).where(*(column == row[column.name] for column in columns))
    found = connection.execute(wanted).scalar()
    if found is None:
        found = connection.execute(insert(table).returning(table.c.id), row).scalar_one()
    return int(found)


def numbers_of(connection: Connection, table: Table, texts: Iterable[str]) -> dict[str, int]:
    """Return the numbers of many texts of a one-column dictionary, given new ones where needed."""
    column = next(column for column in table.columns if column.name != "id")
    numbers: dict[str, int] = {}
    for batch in _batches(texts):
        stored = {storable(text): text for text in batch}
        connection.execute(insert_or(table).on_conflict_do_nothing(), [{column.name: text} for text in stored])
        found = connection.execute(select(column, table.c.id).where(column.in_(list(stored))))
        numbers.update((stored[text], number) for text, number in found)
    return numbers


def references(connection: Connection, what: Observed) -> Mapping[str, int | None]:
    """Return the columns of an activity that name what was observed."""
    return {
        "app_id": number_of(connection, app, what.app, what.executable, what.platform),
        "title_id": number_of(connection, title, what.title),
        "site_id": number_of(connection, site, what.site),
        "document_id": number_of(connection, document, what.document),
    }


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
