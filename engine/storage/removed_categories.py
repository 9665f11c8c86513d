"""A category with all that names it: taken out of the database, and put back as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, text, update

from engine.domain.activity import KEPT
from engine.domain.categories import Category
from engine.domain.clock import MS_PER_HOUR
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.labelling import RemovedCategory
from engine.storage.goals import goal_columns, goal_of
from engine.storage.queries.history_marks import boundaries
from engine.storage.queries.looks import Looks
from engine.storage.queries.relabel import relabel
from engine.storage.queries.rule_book import turn_page
from engine.storage.queries.uncount import uncount_category
from engine.storage.recount import Recount
from engine.storage.rules import rule_columns, rule_of
from engine.storage.tables import (
    app,
    block,
    category,
    correction,
    flexible_block,
    focus_day,
    goal,
    hour_total,
    look,
    rule,
)
from engine.storage.tables.totals import KEYS

_NONE: Final = 0  # what totals and corrections say for no category
_OWN_KEYS: Final = [key for key in ("hour", *KEYS) if key != "category_id"]
_LESS: Final = text(
    f"UPDATE hour_total SET ms = ms - :ms WHERE category_id = {_NONE} AND ms >= :ms AND "  # noqa: S608
    + " AND ".join(f"{key} = :{key}" for key in _OWN_KEYS)
)


def take_out(connection: Connection, gone: Category) -> RemovedCategory:
    """Remove a category in the caller's transaction; what lay below it moves up, what it counted has none then."""
    removed = _held(connection, gone)
    uncount_category(connection, gone.id)
    connection.execute(delete(rule).where(rule.c.category_id == gone.id))
    unlabelled = {"category_id": None, "labelled_by": 0}
    for table, column, value in (
        (correction, "category_id", {"category_id": _NONE}),
        (category, "parent_id", {"parent_id": gone.parent_id}),
        (look, "category_id", unlabelled),
    ):
        connection.execute(update(table).where(table.c[column] == gone.id).values(value))
    connection.execute(delete(category).where(category.c.id == gone.id))
    turn_page(connection)
    left = {row[0] for row in _figures(connection, removed.condensed[0])}
    return replace(removed, figures=tuple(row for row in removed.figures if row[0] not in left))


def put_back(connection: Connection, removed: RemovedCategory) -> None:
    """Undo what take_out did, in the caller's transaction, but for what was changed since; labels are out of date then.

    UsageError where history was condensed since: what was the category's is not told from the rest any more.
    """
    if boundaries(connection) != removed.condensed:
        raise UsageError("Old history was condensed meanwhile. This category cannot be brought back; make it anew.")
    gone = removed.category
    row = {"id": gone.id, "name": gone.name, "parent_id": gone.parent_id, "colour": gone.colour, "weight": gone.weight}
    connection.execute(insert(category), row)
    for one in removed.rules:
        connection.execute(insert(rule), {**rule_columns(connection, one), "id": one.id})
    for aim in removed.goals:
        connection.execute(insert(goal), {**goal_columns(connection, aim), "id": aim.id, "made_ms": aim.made_ms})
    _name_again(connection, category, "parent_id", removed.below, gone.parent_id, gone.id)
    for table, numbers in ((block, removed.blocks), (flexible_block, removed.flexible_blocks)):
        _name_again(connection, table, "category_id", numbers, None, gone.id)
    _name_again(connection, correction, "category_id", removed.corrections, _NONE, gone.id)
    _count_again(connection, removed)
    if removed.figures:  # last: triggers take them away with every change of a total
        columns = [column.name for column in focus_day.columns]
        rows = [dict(zip(columns, row, strict=True)) for row in removed.figures]
        connection.execute(insert(focus_day).prefix_with("OR IGNORE"), rows)
    turn_page(connection)


def _held(connection: Connection, gone: Category) -> RemovedCategory:
    condensed = boundaries(connection)
    past = (hour_total.c.category_id == gone.id, hour_total.c.hour < condensed[1] // MS_PER_HOUR)
    counted = select(*(hour_total.c[key] for key in _OWN_KEYS), hour_total.c.ms).where(*past)
    rules = select(rule).where(rule.c.category_id == gone.id).order_by(rule.c.position, rule.c.id)
    goals = select(goal).where(goal.c.category_id == gone.id).order_by(goal.c.id)
    kept = select(look.c.id).join(app).where(look.c.category_id == gone.id, app.c.platform.contains(KEPT))
    return RemovedCategory(
        gone,
        tuple(rule_of(row) for row in connection.execute(rules)),
        tuple(goal_of(row) for row in connection.execute(goals)),
        below=_naming(connection, category, gone.id, "parent_id"),
        blocks=_naming(connection, block, gone.id),
        flexible_blocks=_naming(connection, flexible_block, gone.id),
        corrections=_naming(connection, correction, gone.id),
        kept_looks=frozenset(connection.execute(kept).scalars()),
        counted=tuple(tuple(row) for row in connection.execute(counted)),
        condensed=condensed,
        figures=_figures(connection, condensed[0]),
    )


def _figures(connection: Connection, until_ms: int) -> tuple[tuple[Any, ...], ...]:
    """Return the focus figures of days without titles, which nothing could work out again."""
    wanted = select(focus_day).where(focus_day.c.end_ms <= until_ms, focus_day.c.figures.is_not(None))
    return tuple(tuple(row) for row in connection.execute(wanted))


def _naming(connection: Connection, table: Table, number: int, column: str = "category_id") -> frozenset[int]:
    return frozenset(connection.execute(select(table.c.id).where(table.c[column] == number)).scalars())


def _name_again(
    connection: Connection, table: Table, column: str, numbers: frozenset[int], now: int | None, then: int
) -> None:
    """Have rows name a number again that still name what they were left with."""
    still = (table.c.id == bindparam("row"), table.c[column].is_not_distinct_from(now))
    if numbers:
        connection.execute(update(table).where(*still).values({column: then}), [{"row": one} for one in numbers])


def _count_again(connection: Connection, removed: RemovedCategory) -> None:
    """Bring back what no rule decides: looks counted for ever, condensed days, and times corrected by hand."""
    number = removed.category.id
    for *keys, ms in removed.counted:
        moved: dict[str, Any] = {**dict(zip(_OWN_KEYS, keys, strict=True)), "ms": ms}
        if connection.execute(_LESS, moved).rowcount:  # none where that time was erased since
            connection.execute(insert(hour_total), {**moved, "category_id": number})
    kept = select(look).where(look.c.id.in_(removed.kept_looks), look.c.category_id.is_(None))
    labels = [(row.id, number, row.project_id, row.tag_id) for row in connection.execute(kept)]
    recount = Recount(connection, Looks(connection))
    recount.hours_anew(relabel(connection, labels, 0).anew)
    spans = select(correction.c.start_ms, correction.c.end_ms).where(correction.c.category_id == number)
    for row in connection.execute(spans):
        recount.anew(Interval(row.start_ms, row.end_ms))
    recount.settle()
