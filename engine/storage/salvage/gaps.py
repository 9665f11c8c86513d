"""Rows that name lost ones: what is missing gets a stand-in, an empty place, or takes the row along."""

from __future__ import annotations

from typing import Any

_STAND_INS = {
    "app": ("name, executable, platform", "?, '', ''"),
    "title": ("text", "?"),
    "site": ("name", "?"),
    "document": ("path", "?"),
    "project": ("name", "?"),
    "tag": ("name", "?"),
    "source": ("name", "?"),
}
_ZONES = ("UTC", "Etc/UTC", "Etc/GMT", "GMT", "Etc/UCT", "Zulu", "UCT", "Etc/Zulu")
"""Names of one zone: a lost one must still be one that a clock knows."""

_ROUNDS = 8  # a row that goes can leave others that name it
_OVERLAPPING = """DELETE FROM activity WHERE (source_id, start_ms) IN (SELECT source_id, start_ms FROM (
SELECT source_id, start_ms, lag(end_ms) OVER (PARTITION BY source_id ORDER BY start_ms) AS before FROM activity)
WHERE before > start_ms)"""
_NAMED_BY_NOBODY = """SELECT look_id, count(*) FROM activity
WHERE look_id IS NOT NULL AND look_id NOT IN (SELECT id FROM look) GROUP BY look_id"""


def close_gaps(connection: Any) -> tuple[dict[str, int], int]:
    """Make every reference lead somewhere, inside the caller's transaction on a driver connection.

    Return how many rows went, by table, and how many activities have no name any more.
    """
    gone: dict[str, int] = {}
    connection.execute(_OVERLAPPING)
    nameless = _name_lost_looks(connection)
    for _ in range(_ROUNDS):
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
        if not orphans:
            break
        for table, rowid, parent, which in orphans:
            taken = _mend(connection, table, rowid, parent, which)
            gone[table] = gone.get(table, 0) + taken
    return {table: count for table, count in gone.items() if count}, nameless


def _name_lost_looks(connection: Any) -> int:
    """Give what was in front in activities whose look is lost a stand-in, and return how many activities that is."""
    if not connection.execute("PRAGMA table_info(look)").fetchall():  # of a first release: each row names it itself
        return 0
    lost = connection.execute(_NAMED_BY_NOBODY).fetchall()
    if not lost:
        return 0
    connection.execute("INSERT OR IGNORE INTO app (name, executable, platform) VALUES ('(lost)', '', '')")
    (app,) = connection.execute("SELECT id FROM app WHERE name = '(lost)'").fetchone()
    for look, _ in lost:
        text = f"(lost look {look})"
        connection.execute("INSERT OR IGNORE INTO title (text) VALUES (?)", (text,))
        (title,) = connection.execute("SELECT id FROM title WHERE text = ?", (text,)).fetchone()
        named = "INSERT INTO look (id, app_id, title_id, labelled_by) VALUES (?, ?, ?, 0)"
        connection.execute(named, (look, app, title))
    return sum(int(count) for _, count in lost)


def _mend(connection: Any, table: str, rowid: int | None, parent: str, which: int) -> int:
    """Put one orphan right and return how many rows went for it."""
    links = [row for row in connection.execute(f"PRAGMA foreign_key_list({table})") if row[0] == which]
    columns = [row[3] for row in links]
    if rowid is None:  # a table whose rows have no numbers is put right as a whole
        return _drop_all(connection, table, columns, parent, [row[4] or "id" for row in links])
    values = connection.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE rowid = ?", (rowid,)).fetchone()  # noqa: S608
    if values is None:
        return 0
    if _stood_in(connection, parent, values[0]):
        return 0
    needed = {row[1]: row[3] for row in connection.execute(f"PRAGMA table_info({table})")}
    if len(columns) == 1 and not needed[columns[0]]:
        connection.execute(f"UPDATE {table} SET {columns[0]} = NULL WHERE rowid = ?", (rowid,))  # noqa: S608
        return 0
    return int(connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,)).rowcount)  # noqa: S608


def _drop_all(connection: Any, table: str, columns: list[str], parent: str, named: list[str]) -> int:
    """Give stand-ins to what rows without numbers name, where there are such; else those rows go."""
    joined = " AND ".join(f"p.{other} = {table}.{own}" for own, other in zip(columns, named, strict=True))
    orphans = f"{columns[0]} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {parent} AS p WHERE {joined})"  # noqa: S608
    lost = connection.execute(f"SELECT DISTINCT {columns[0]} FROM {table} WHERE {orphans}").fetchall()  # noqa: S608
    if lost and all(_stood_in(connection, parent, value) for (value,) in lost):
        return 0
    needed = {row[1]: row[3] for row in connection.execute(f"PRAGMA table_info({table})")}
    if not needed[columns[0]]:
        connection.execute(f"UPDATE {table} SET {columns[0]} = NULL WHERE {orphans}")  # noqa: S608
        return 0
    return int(connection.execute(f"DELETE FROM {table} WHERE {orphans}").rowcount)  # noqa: S608


def _stood_in(connection: Any, parent: str, number: int) -> bool:
    """Put something under a lost row's number; return False where nothing can stand in."""
    if parent == "zone":
        known = {row[0] for row in connection.execute("SELECT name FROM zone")}
        free = next((name for name in _ZONES if name not in known), None)
        if free is not None:
            connection.execute("INSERT INTO zone (id, name) VALUES (?, ?)", (number, free))
        return free is not None
    if parent not in _STAND_INS:
        return False
    names, marks = _STAND_INS[parent]
    made = f"INSERT OR IGNORE INTO {parent} (id, {names}) VALUES (?, {marks})"  # noqa: S608
    return bool(connection.execute(made, (number, f"(lost {number})")).rowcount)
