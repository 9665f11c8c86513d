"""A category removed and put back: every row and every total is what it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.categories import Category, Facet
from engine.domain.clock import MS_PER_HOUR
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.errors import UsageError
from engine.domain.goals import Direction, Goal, Measure, Per
from engine.domain.intervals import Interval
from engine.domain.retention import Limits
from engine.domain.rules import Field, How, Rule, Test
from engine.domain.stretches import LabelOverride
from engine.history.labels import CurrentRules
from engine.history.relabelling import relabelling
from engine.storage.activities import ActivityStore
from engine.storage.categories import CategoryStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database
from engine.storage.goals import GoalStore
from engine.storage.looks import LookStore
from engine.storage.retention.store import RetentionParts, RetentionStore
from engine.storage.rules import RuleStore

DAY = 24 * MS_PER_HOUR
FIRST = 20_000 * DAY
WORK, CODE, REVIEW, FUN = 1, 2, 3, 4
ABOUT = "kind, title, category_id, project, note, protected"
SKIPPED = {"rule_book", "history_change", "sqlite_sequence"}  # each removal counts up there, and may


def day_of(moment_ms: int) -> Interval:
    start = moment_ms // DAY * DAY
    return Interval(start, start + DAY)


def condense(database: Database, first_left: int) -> None:
    limits = Limits(FIRST + (first_left + 2) * DAY, FIRST + first_left * DAY)
    assert RetentionStore(database, RetentionParts(pause=lambda _seconds: None)).apply(limits, day_of)


def settle(database: Database) -> None:
    stores = LookStore(database), CurrentRules(RuleStore(database), CategoryStore(database))
    assert list(relabelling(*stores))[-1].complete


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    found = {}
    with database.reading() as connection:
        ask = connection.exec_driver_sql
        for (table,) in ask("SELECT name FROM sqlite_master WHERE type = 'table'").all():
            if table not in SKIPPED and not table.startswith("fts"):
                columns = [row[1] for row in ask(f"PRAGMA table_info({table})") if row[1] != "labelled_by"]
                rows = ask(f"SELECT {', '.join(columns)} FROM {table}")  # noqa: S608
                found[table] = sorted((tuple(row) for row in rows), key=repr)
    return found


@pytest.fixture
def history(database: Database) -> Database:
    """Eight days, the first two condensed, of the next two no titles; all that can name a category names Code."""
    categories, rules = CategoryStore(database), RuleStore(database)
    for name, above in (("Work", None), ("Code", WORK), ("Review", CODE), ("Fun", None)):
        categories.add(name, above, "#123456" if name == "Code" else None, 2 if name == "Code" else None)
    for target, how, text in ((FUN, How.EQUALS, "editor"), (CODE, How.CONTAINS, "edi"), (REVIEW, How.EQUALS, "diff")):
        rules.add(Rule(None, Facet.CATEGORY, target, Test(Field.APP, how, text)))
    rules.change(replace(rules.all()[0], enabled=False, position=7))
    labeller = CurrentRules(rules, categories)
    ActivityStore(database, labeller=labeller).insert_many(
        Activity(start, start + MS_PER_HOUR * 3 // 2, seen(app, f"title {start}"), ZONE)
        for day in range(8)
        for start, app in ((FIRST + day * DAY, "editor"), (FIRST + day * DAY + 7_000_000, ("diff", "player")[day % 2]))
    )
    corrections = CorrectionStore(database, labeller)
    for kind, day, labels in (
        (CorrectionKind.RELABEL, 1, LabelOverride(CODE)),
        (CorrectionKind.RELABEL, 5, LabelOverride(0)),
        (CorrectionKind.RELABEL, 6, LabelOverride(CODE, "kairos")),
        (CorrectionKind.RELABEL, 7, LabelOverride(CODE)),
    ):
        start = FIRST + day * DAY + MS_PER_HOUR // 2
        corrections.apply([Correction(kind, Interval(start, start + 2 * MS_PER_HOUR), 5, labels=labels)])
    corrections.undo()
    goals = GoalStore(database)
    goals.add(Goal(Direction.AT_LEAST, Measure.CATEGORY, CODE, 90, Per.DAY), 77)
    goals.add(Goal(Direction.AT_LEAST, Measure.FOCUS, None, 90, Per.DAY), 78)
    with database.writing() as connection:
        for number in (CODE, FUN, "NULL"):
            connection.exec_driver_sql(
                f"INSERT INTO flexible_block ({ABOUT}, shortest, longest, per_week, window_start, window_end, weekdays,"  # noqa: S608
                f" active) VALUES ('focus', 'x', {number}, '', '', 0, 30, 60, 1, 0, 1440, 127, 1)"
            )
            connection.exec_driver_sql(
                f"INSERT INTO block ({ABOUT}, start_ms, end_ms, zone, all_day, busy, certainty, rule, left_out, added,"  # noqa: S608
                f" source, flexible_id, offer_id, uid, extra, changed) VALUES ('focus', 'x', {number}, '', '', 0, 1, 2,"
                " 'UTC', 0, 1, 'confirmed', '', '', '', 'person', 0, 0, '', '', 0)"
            )
    condense(database, 2)
    settle(database)
    with database.writing() as connection:
        for day in (0, 3):
            bounds = FIRST + day * DAY, FIRST + (day + 1) * DAY
            statement = "INSERT INTO focus_day (start_ms, end_ms, figures, lengths) VALUES (?, ?, '[]', x'00')"
            connection.exec_driver_sql(statement, bounds)
    return database


def test_a_category_put_back_is_what_it_was(history: Database) -> None:
    before = everything(history)
    assert any(CODE in row for row in before["month_total"])
    categories = CategoryStore(history)
    removed = categories.remove(CODE)
    settle(history)
    without = everything(history)
    assert not any(row[2] == CODE for row in without["hour_total"])
    assert (len(before["focus_day"]), without["focus_day"]) == (2, [])
    assert all((removed.counted, removed.kept_looks, removed.corrections, removed.blocks, removed.flexible_blocks))
    categories.put_back(removed)
    settle(history)
    after = everything(history)
    assert {table for table in before if before[table] != after[table]} == set()
    assert history.integrity() == []


def test_a_category_put_back_before_its_removal_was_heeded_is_what_it_was(history: Database) -> None:
    before, categories = everything(history), CategoryStore(history)
    categories.put_back(categories.remove(CODE))
    settle(history)
    assert everything(history) == before


def test_what_was_changed_since_stays_changed(history: Database) -> None:
    categories = CategoryStore(history)
    removed = categories.remove(CODE)
    categories.change(Category(REVIEW, "Review", FUN))
    with history.writing() as connection:
        connection.exec_driver_sql("UPDATE block SET category_id = ? WHERE category_id IS NULL", (FUN,))
    categories.put_back(removed)
    assert [(one.id, one.parent_id) for one in categories.all()] == [(1, None), (CODE, WORK), (REVIEW, FUN), (4, None)]
    assert {row[3] for row in everything(history)["block"]} == {FUN}


def test_what_cannot_be_put_back_is_refused_and_changes_nothing(history: Database) -> None:
    categories = CategoryStore(history)
    removed, fun = categories.remove(CODE), categories.remove(FUN)
    categories.add("Code", WORK)
    before = everything(history)
    with pytest.raises(UsageError, match="already"):
        categories.put_back(removed)
    categories.put_back(fun)
    with pytest.raises(UsageError, match="there already"):
        categories.put_back(fun)
    categories.remove(FUN)
    settle(history)
    assert {table for table, rows in everything(history).items() if rows != before[table]} <= {"look", "focus_day"}
    condense(history, 3)
    with pytest.raises(UsageError, match="condensed"):
        categories.put_back(fun)
    categories.remove(WORK)
    with pytest.raises(UsageError, match="gone"):
        categories.put_back(removed)
