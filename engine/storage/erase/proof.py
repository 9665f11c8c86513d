"""Looks for texts in every file of a profile and in every row of its database: none must be there any more.

Files are read byte by byte. What is encrypted hides its texts there, so every row is read through the key as well,
and the index of words is asked, which keeps words in a form of its own. Vectors are numbers and hold no text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from engine.domain.erasing import Searched
from engine.domain.word_tokens import prepared
from engine.storage import driver
from engine.storage.connections import connect
from engine.storage.database import Database
from engine.storage.tables import WORDS, WORDS_VOCABULARY

_AT_ONCE = 1 << 20
_VECTORS = frozenset({("vector_block", "vectors"), ("vector_block", "ids"), ("title_vector", "vector")})
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"


def needles_of(texts: Iterable[str]) -> tuple[bytes, ...]:
    """Return the bytes each text may be written as: UTF-8, UTF-16 either way round, and escaped as JSON."""
    found: dict[bytes, None] = {}
    for text in texts:
        written = {text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]}
        for one in sorted(written):
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                found[one.encode(encoding, "surrogatepass")] = None
    return tuple(one for one in found if one)


def schema_of(database: Database) -> tuple[bytes, ...]:
    """Return the texts a file of this database holds before anything is kept in it: its tables and their columns."""
    with database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT type || name || tbl_name, coalesce(sql, '') FROM sqlite_schema").all()
    return tuple(text.encode() for row in rows for text in row if text)


def search_files(folder: Path, texts: Sequence[str], schema: Sequence[bytes] = ()) -> Iterator[Searched]:
    """Yield every file below the folder, with how often one of the texts stands in it; links are not followed.

    schema: what is not counted, each where it stands whole, since Kairos wrote it itself.
    """
    needles = needles_of(texts)
    own = {one: many for one in schema if (many := sum(one.count(needle) for needle in needles))}
    for path in sorted(folder.rglob("*")):
        if not path.is_symlink() and path.is_file():
            place = str(path.relative_to(folder))
            named = sum(text.casefold() in place.casefold() for text in texts)
            size, hits = _in_file(path, needles, own)
            yield Searched(place, size, hits + named)


def _in_file(path: Path, needles: tuple[bytes, ...], own: Mapping[bytes, int]) -> tuple[int, int]:
    """Return a file's length and its hits; read in pieces that overlap, so that none is cut in two.

    own: texts of the schema, with how many hits each would be.
    """
    longest = max((len(one) for one in (*needles, *own)), default=1)
    size = hits = 0
    before = b""
    try:
        with path.open("rb") as file:
            while piece := file.read(_AT_ONCE):
                size += len(piece)
                hits += _ending_in(before, piece, needles)
                hits -= sum(many * _ending_in(before, piece, (one,)) for one, many in own.items())
                before = (before + piece)[-(longest - 1) :] if longest > 1 else b""
    except FileNotFoundError:  # a log of the database, or a lock, that went meanwhile
        return 0, 0
    return size, hits


def _ending_in(before: bytes, piece: bytes, needles: tuple[bytes, ...]) -> int:
    """Return how many needles end in the piece; before: what stood in front of it."""
    hits = 0
    for one in needles:
        tail = before[-(len(one) - 1) :] if len(one) > 1 else b""
        hits += (tail + piece).count(one)
    return hits


def search_database(database: Database, texts: Sequence[str]) -> Iterator[Searched]:
    """Yield every table with how often one of the texts stands in its rows, then the index of words."""
    needles = needles_of(texts)
    folded = tuple(text.casefold() for text in texts)
    with closing(connect(driver.load(), database.path, database.key)) as raw:
        raw.text_factory = lambda value: value.decode("utf-8", "replace")
        raw.execute("BEGIN")
        for (table,) in raw.execute(_TABLES).fetchall():
            yield from _in_table(raw, table, needles, folded)
        yield _in_words(raw, texts)
        raw.execute("ROLLBACK")


def _in_table(raw: Any, table: str, needles: tuple[bytes, ...], folded: tuple[str, ...]) -> Iterator[Searched]:
    quoted = '"' + table.replace('"', '""') + '"'
    cursor = raw.execute(f"SELECT * FROM {quoted}")  # noqa: S608  (a name of the schema)
    names = [one[0] for one in cursor.description]
    read = [at for at, name in enumerate(names) if (table, name) not in _VECTORS]
    rows = hits = 0
    for row in cursor:
        rows += 1
        hits += sum(_holds(row[at], needles, folded) for at in read)
    yield Searched(f"database: {table}", rows, hits)


def _holds(value: Any, needles: tuple[bytes, ...], folded: tuple[str, ...]) -> bool:
    if isinstance(value, str):
        text = value.casefold()
        return any(one in text for one in folded)
    return isinstance(value, bytes) and any(one in value for one in needles)


def _in_words(raw: Any, texts: Sequence[str]) -> Searched:
    """Ask the index for each text as a phrase, and its list of words for those of one word."""
    words = raw.execute(f"SELECT count(*) FROM {WORDS_VOCABULARY}").fetchone()[0]  # noqa: S608
    return Searched(f"database: {WORDS}", words, sum(_phrase(raw, text) for text in texts))


def _phrase(raw: Any, text: str) -> int:
    phrase = prepared(text).replace('"', " ")
    if not any(sign.isalnum() for sign in phrase):
        return 0
    wanted = f"SELECT count(*) FROM {WORDS} WHERE {WORDS} MATCH ?"  # noqa: S608
    return int(raw.execute(wanted, (f'"{phrase}"',)).fetchone()[0])
