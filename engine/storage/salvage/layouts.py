"""Which tables a damaged file has, how their rows are stored, and where each begins."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from engine.storage.salvage.trees import Forest, Layout, Read

_SCHEMA = Layout(
    "sqlite_schema",
    ("type", "name", "tbl_name", "rootpage", "sql"),
    ("TEXT", "TEXT", "TEXT", "INTEGER", "TEXT"),
    (False,) * 5,
    (),
    rows_numbered=True,
    alias=None,
    root=1,
)
_SEQUENCE = "CREATE TABLE sqlite_sequence(name,seq)"


@dataclass(frozen=True, slots=True)
class Part:
    """One table or index as a database's own list names it. root: 0 where that is not known."""

    kind: str
    name: str
    root: int
    sql: str


def parts_of(connection: Any) -> dict[str, Part]:
    """Return what a database that can be opened consists of, by name."""
    found = connection.execute("SELECT type, name, rootpage, coalesce(sql, '') FROM sqlite_schema").fetchall()
    return {row[1]: Part(row[0], row[1], row[2] or 0, row[3]) for row in found}


def parts_read(forest: Forest, known: dict[str, Part], places: dict[str, Part]) -> tuple[dict[str, Part], Read]:
    """Return what the damaged file consists of. known: what a database of today does; places: that of a backup.

    What its own list does not tell any more stands where it stands in the backup, and is as it is today.
    """
    listed = forest.tree(_SCHEMA)
    own = {
        str(name): Part(str(kind), str(name), root if isinstance(root, int) else 0, str(sql or ""))
        for kind, name, _, root, sql in listed.rows
    }
    if listed.whole:
        return own, listed
    guessed = {name: replace(part, root=places[name].root if name in places else 0) for name, part in known.items()}
    return {**guessed, **own}, listed


def layout_of(part: Part, module: ModuleType) -> Layout | None:
    """Return how a table's rows are stored; None for one that keeps none of its own."""
    sql = _SEQUENCE if part.name == "sqlite_sequence" else part.sql
    if part.kind != "table" or not sql or sql.upper().startswith("CREATE VIRTUAL"):
        return None
    with closing(module.connect(":memory:", isolation_level=None)) as scratch:
        if part.name != "sqlite_sequence":
            with suppress(module.Error):
                scratch.execute(sql)
        else:
            scratch.execute("CREATE TABLE made (id INTEGER PRIMARY KEY AUTOINCREMENT)")
        columns = scratch.execute(f"PRAGMA table_info('{part.name}')").fetchall()
        listed = scratch.execute(f"PRAGMA table_list('{part.name}')").fetchall()
    if not columns or not listed:
        return None
    return _layout(part, columns, unnumbered=bool(listed[0][4]))


def _layout(part: Part, columns: list[Any], *, unnumbered: bool) -> Layout:
    keys = tuple(int(column[0]) for column in sorted(columns, key=lambda one: one[5]) if column[5])
    alone = len(keys) == 1 and str(columns[keys[0]][2]).upper() == "INTEGER"
    return Layout(
        name=part.name,
        names=tuple(str(column[1]) for column in columns),
        types=tuple(str(column[2]).upper() for column in columns),
        needed=tuple(bool(column[3]) and not column[5] for column in columns),
        keys=keys,
        rows_numbered=not unnumbered,
        alias=keys[0] if alone and not unnumbered else None,
        root=part.root,
        least=max((place for place, column in enumerate(columns, 1) if column[3] and column[4] is None), default=0),
    )
