"""Chunks, their words and their vectors come and go together, inside the caller's transaction."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, text

from engine.domain.documents import Chunk
from engine.domain.word_tokens import prepared
from engine.storage.queries.numbers import storable
from engine.storage.tables import WORDS, chunk, vector_block

Words = tuple[str, str]
"""A chunk's heading and text, prepared."""

_NEXT = text("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'chunk'), 0) + 1")
_ADD_WORDS = f"INSERT INTO {WORDS} (rowid, title, heading, body) VALUES (?, ?, ?, ?)"  # noqa: S608  (our own name)
_FORGET_WORDS = f"DELETE FROM {WORDS} WHERE rowid = ?"  # noqa: S608


def words_of(chunks: Sequence[Chunk]) -> list[Words]:
    """Return what the index is fed with; it takes time, so it is done before the transaction."""
    return [(prepared(one.heading), prepared(one.text)) for one in chunks]


def add_chunks(
    connection: Connection, document_id: int, title: str, chunks: Sequence[Chunk], words: Sequence[Words]
) -> int:
    """Store the chunks of a document and return the number of the first; the others follow. title: prepared."""
    first = int(connection.execute(_NEXT).scalar_one())
    if not chunks:
        return first
    rows = [
        {
            "id": number,
            "document_id": document_id,
            "position": one.position,
            "page": one.page,
            "heading": storable(one.heading),
            "text": storable(one.text),
        }
        for number, one in enumerate(chunks, first)
    ]
    connection.execute(insert(chunk), rows)
    _add_words(connection, first, title, words)
    return first


def retitle(connection: Connection, first: int, count: int, title: str) -> None:
    """Index the chunks under another title, prepared."""
    wanted = select(chunk.c.heading, chunk.c.text).where(chunk.c.id.between(first, first + count - 1))
    found = connection.execute(wanted.order_by(chunk.c.id)).all()
    _forget_words(connection, [(first, count)])
    _add_words(connection, first, title, [(prepared(heading), prepared(body)) for heading, body in found])


def forget_chunks(connection: Connection, ranges: Iterable[tuple[int, int]]) -> None:
    """Remove chunks, given as first number and count, with their words and vectors."""
    taken = [(first, count) for first, count in ranges if count]
    _forget_words(connection, taken)
    for first, count in taken:
        connection.execute(delete(chunk).where(chunk.c.id.between(first, first + count - 1)))
    _forget_vectors(connection, taken)


def _add_words(connection: Connection, first: int, title: str, words: Sequence[Words]) -> None:
    if words:
        rows = [(number, title, heading, body) for number, (heading, body) in enumerate(words, first)]
        connection.exec_driver_sql(_ADD_WORDS, rows)


def _forget_words(connection: Connection, ranges: Iterable[tuple[int, int]]) -> None:
    numbers = [(number,) for first, count in ranges for number in range(first, first + count)]
    if numbers:
        connection.exec_driver_sql(_FORGET_WORDS, numbers)


def _forget_vectors(connection: Connection, ranges: Sequence[tuple[int, int]]) -> None:
    blocks: dict[int, Row[Any]] = {}
    for first, count in ranges:
        touched = vector_block.c.last_id >= first, vector_block.c.first_id < first + count
        blocks |= {row.id: row for row in connection.execute(select(vector_block).where(*touched))}
    for number, row in blocks.items():
        connection.execute(delete(vector_block).where(vector_block.c.id == number))
        if kept := _without(row, ranges):
            connection.execute(insert(vector_block), kept)


def _without(row: Row[Any], ranges: Sequence[tuple[int, int]]) -> dict[str, object] | None:
    """Return the block without the chunks of these ranges, None where nothing is left; NumPy is not loaded for it."""
    ids = array("q", row.ids)
    gone = {at for at, number in enumerate(ids) if any(first <= number < first + count for first, count in ranges)}
    kept = [at for at in range(len(ids)) if at not in gone]
    if not kept:
        return None
    size = len(row.vectors) // len(ids)
    return {
        "encoder_id": row.encoder_id,
        "first_id": ids[kept[0]],
        "last_id": ids[kept[-1]],
        "ids": array("q", [ids[at] for at in kept]).tobytes(),
        "vectors": b"".join(row.vectors[at * size : (at + 1) * size] for at in kept),
    }
