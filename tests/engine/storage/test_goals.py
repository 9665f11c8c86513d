"""Goals, as stored: what comes back is what was given."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.domain.errors import UsageError
from engine.domain.goals import Direction, Goal, Measure, Per
from engine.storage.categories import CategoryStore
from engine.storage.database import Database
from engine.storage.goals import GoalStore


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    goal=st.builds(
        Goal,
        st.sampled_from(Direction),
        st.just(Measure.PROJECT),
        st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1),
        st.integers(0, 10_080),
        st.sampled_from(Per),
        st.frozensets(st.integers(0, 6), min_size=1),
    )
)
def test_what_is_stored_comes_back(database: Database, goal: Goal) -> None:
    store = GoalStore(database)
    stored = store.add(goal, 77)
    assert stored == replace(goal, id=stored.id, made_ms=77)
    assert stored in store.all()


@pytest.mark.parametrize(("measure", "target"), [(Measure.FOCUS, None), (Measure.APP, "编辑器"), (Measure.CATEGORY, 1)])
def test_every_measure_has_its_target(database: Database, measure: Measure, target: int | str | None) -> None:
    CategoryStore(database).add("Work")
    stored = GoalStore(database).add(Goal(Direction.AT_MOST, measure, target, 5, Per.WEEK), 1)
    assert (stored.measure, stored.target) == (measure, target)


def test_a_change_keeps_when_it_was_made_and_a_removed_number_is_not_given_again(database: Database) -> None:
    store = GoalStore(database)
    stored = store.add(Goal(Direction.AT_LEAST, Measure.FOCUS, None, 5, Per.DAY), 12)
    changed = store.change(replace(stored, minutes=6, made_ms=99))
    assert changed == replace(stored, minutes=6)
    store.remove(stored.id)
    assert store.all() == []
    with pytest.raises(UsageError, match="gone"):
        store.change(stored)
    assert store.add(stored, 1).id == stored.id + 1
