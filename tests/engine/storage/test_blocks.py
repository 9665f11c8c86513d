"""Blocks and flexible blocks, as stored: what comes back is what was given, and what hangs together goes together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select

from engine.domain.blocks import (
    About,
    Block,
    BlockKind,
    BlockSource,
    Certainty,
    FlexibleBlock,
    Origin,
    Recurrence,
)
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.storage.blocks import BlockStore
from engine.storage.database import Database
from engine.storage.flexible_blocks import FlexibleBlockStore
from engine.storage.plan_changes import PlanChange, PlanChanges
from engine.storage.tables import block, calendar, plan_change, plan_change_row

PLAIN = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)
MOMENTS = st.lists(st.integers(-(10**13), 10**13), max_size=3).map(lambda found: tuple(sorted(set(found))))
ABOUTS = st.builds(About, st.sampled_from(BlockKind), TEXT, st.none(), TEXT, TEXT, st.booleans())
BLOCKS = st.builds(
    Block,
    ABOUTS,
    st.tuples(st.integers(-(10**13), 10**13), st.integers(1, 10**9)).map(lambda at: Interval(at[0], at[0] + at[1])),
    TEXT,
    all_day=st.booleans(),
    busy=st.booleans(),
    certainty=st.sampled_from(Certainty),
    recurrence=st.builds(Recurrence, TEXT, MOMENTS, MOMENTS),
    origin=st.builds(
        Origin, st.sampled_from(BlockSource), st.integers(0, 99), st.integers(0, 99), st.just(0), TEXT, TEXT
    ),
    changed=st.integers(0, 99),
)
FLEXIBLE = st.builds(
    FlexibleBlock,
    ABOUTS,
    st.integers(5, 60),
    st.integers(60, 300),
    st.integers(0, 50),
    st.integers(0, 700),
    st.integers(701, 1_440),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.none() | st.dates(),
    st.booleans(),
)


def single(start_ms: int, **of: object) -> Block:
    return replace(Block(About(), Interval(start_ms, start_ms + 10), "UTC"), **of)  # type: ignore[arg-type]


@PLAIN
@given(given_block=BLOCKS, flexible=FLEXIBLE)
def test_what_is_stored_comes_back(database: Database, given_block: Block, flexible: FlexibleBlock) -> None:
    with PlanChanges(database).changing("both", 1) as change:
        stored, kept = change.add(given_block), change.add_flexible(flexible)
    assert stored == replace(given_block, id=stored.id)
    assert BlockStore(database).get(stored.id) == stored
    assert kept == replace(flexible, id=kept.id)
    assert FlexibleBlockStore(database).get(kept.id) == kept
    assert kept in FlexibleBlockStore(database).all()


def test_a_text_that_utf_8_cannot_hold_is_stored_without_its_halves(database: Database) -> None:
    with PlanChanges(database).changing("odd", 1) as change:
        assert change.add(single(5, about=About(title="a\ud800b"))).about.title == "a?b"


def test_blocks_within_some_time_are_those_that_share_it_and_repeated_ones_begun_before_its_end(
    database: Database,
) -> None:
    with PlanChanges(database).changing("some", 1) as change:
        before, within, after = (change.add(single(start)).id for start in (90, 95, 110))
        repeated = change.add(single(1, recurrence=Recurrence("FREQ=DAILY"))).id
        added = change.add(single(2, recurrence=Recurrence(added=(105,)), about=About(protected=True))).id
        later = change.add(single(110, recurrence=Recurrence("FREQ=DAILY"))).id
        change.add(single(500, series_id=repeated, replaces_ms=100))
    found = BlockStore(database).within(100, 110)
    assert [one.id for one in found.blocks] == [within, repeated, added]
    assert found.replaced == {repeated: frozenset({100})}
    assert {before, after, later}.isdisjoint(one.id for one in found.blocks)
    assert [one.id for one in BlockStore(database).within(100, 110, protected=True).blocks] == [added]


def test_what_is_refused_leaves_no_trace(database: Database) -> None:
    def bad(last: Callable[[PlanChange], object]) -> None:
        with PlanChanges(database).changing("bad", 1) as change:
            change.add(single(5))
            last(change)

    with pytest.raises(UsageError, match="category"):
        bad(lambda change: change.add(single(5, about=About(category_id=5))))
    with pytest.raises(UsageError, match="This block is gone"):
        bad(lambda change: change.replace(single(5, id=99)))
    with PlanChanges(database).changing("nothing", 1):
        pass
    with database.reading() as connection:
        for table in (block, plan_change, plan_change_row):
            assert connection.execute(select(table)).all() == []


def test_blocks_go_with_their_calendar_and_those_of_the_person_are_undone_past_them(database: Database) -> None:
    row = {"id": 1, "path": "/a.ics", "kind": "file", "name": "a", "watched": 1, "seen": "", "trouble": ""}
    with database.writing() as connection:
        connection.execute(insert(calendar), row)
    changes = PlanChanges(database)
    with changes.changing("own", 1) as change:
        own = change.add(single(5))
    with changes.changing("imported", 2) as change:
        change.add(single(7, origin=Origin(BlockSource.CALENDAR, calendar_id=1)))
    with database.writing() as connection:
        connection.execute(delete(calendar))
    assert [one.id for one in BlockStore(database).within(0, 100).blocks] == [own.id]
    with pytest.raises(UsageError, match="“imported” cannot be undone"):
        changes.undo()
    assert changes.undo() == "own"
    assert BlockStore(database).within(0, 100).blocks == ()
    assert database.integrity() == []
