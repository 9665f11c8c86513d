"""What a pack wrote, taken back row by row: what was changed or used since stays, and is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, func, select, update

from engine.domain.rule_pack import Remark
from engine.storage.queries.journal import Entry, Journal, row_of
from engine.storage.queries.uncount import uncount_category
from engine.storage.tables import (
    block,
    category,
    correction,
    flexible_block,
    goal,
    learning_item,
    learning_week,
    look,
    recall_card,
    rule,
    skill,
    skill_level,
)

_TABLES: Final = {one.name: one for one in (category, rule, skill, skill_level, learning_item, flexible_block, block)}
# Moved along by what is done to other rows.
_MOVED: Final = {rule.name: {"position"}, learning_item.name: {"document_id"}}
_USES: Final = {
    category.name: (
        category.c.parent_id, rule.c.category_id, block.c.category_id, flexible_block.c.category_id,
        goal.c.category_id, correction.c.category_id,
    ),
    skill.name: (skill_level.c.skill_id, learning_item.c.skill_id, recall_card.c.skill_id, learning_week.c.skill_id),
    learning_item.name: (recall_card.c.item_id,),
    block.name: (block.c.series_id,),
}  # fmt: skip

CHANGED: Final = "You changed it since, so it stays as it is."
USED: Final = "It is used by now, so it stays."
LOST: Final = "What it belonged to before is gone, so it stays as it is."

_Row = dict[str, Any]


def put_back(connection: Connection, written: Sequence[tuple[Entry, str]]) -> tuple[list[Entry], tuple[Remark, ...]]:
    """Take back what was written, the last first; return what was done, and by its name what stays and why."""
    journal, kept = Journal(connection), dict[str, Remark]()
    for entry, name in reversed(written):
        table = _TABLES[entry.table]
        now = row_of(connection, table, entry.row_id)
        if now is None:
            continue  # the person removed it
        why = _taken_out(connection, journal, entry, now) if entry.before is None else _restored(journal, entry, now)
        if why:
            kept.setdefault(name, Remark(name, why))
    return journal.entries, tuple(reversed(kept.values()))


def _taken_out(connection: Connection, journal: Journal, entry: Entry, now: _Row) -> str:
    """Remove a row that the pack brought, and return why not where it stays."""
    moved = _MOVED.get(entry.table, set())
    if any(now[key] != value for key, value in (entry.after or {}).items() if key not in moved and key in now):
        return CHANGED
    if _used(connection, entry):
        return USED
    if entry.table == category.name:
        _unlabel(connection, entry.row_id)
    journal.delete(_TABLES[entry.table], entry.row_id)
    return ""


def _restored(journal: Journal, entry: Entry, now: _Row) -> str:
    """Give a row what it had before, but for what the person changed since; return why not for what stays."""
    wanted = dict(_differing(entry))
    mine = {key: value for key, value in wanted.items() if now[key] == (entry.after or {})[key]}
    if entry.table == flexible_block.name and len(mine) < len(wanted):
        return CHANGED  # its lengths and times hold together
    if entry.table == rule.name and not journal.holds(category, wanted.get("category_id")):
        return LOST
    if mine:
        journal.update(_TABLES[entry.table], entry.row_id, mine)
    return CHANGED if len(mine) < len(wanted) else ""


def _differing(entry: Entry) -> Iterator[tuple[str, Any]]:
    before, after = entry.before or {}, entry.after or {}
    yield from ((key, value) for key, value in before.items() if after.get(key) != value)


def _used(connection: Connection, entry: Entry) -> bool:
    wanted = (select(func.count()).where(column == entry.row_id) for column in _USES.get(entry.table, ()))
    return any(connection.execute(one).scalar_one() for one in wanted)


def _unlabel(connection: Connection, category_id: int) -> None:
    uncount_category(connection, category_id)
    unlabelled = {"category_id": None, "labelled_by": 0}
    connection.execute(update(look).where(look.c.category_id == category_id).values(unlabelled))
