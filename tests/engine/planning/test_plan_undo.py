"""Undo and redo of the plan are exact, whatever was done, and never lose what another program did."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from helpers.stored_plan import PlanRoom, at, moved, plan_on, plan_room, planned
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update

from engine.domain.blocks import About, FlexibleBlock, Recurrence, Scope
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.proposals import Proposal
from engine.domain.recommended import Scored
from engine.storage.database import Database
from engine.storage.tables import block

RULES = ["", "FREQ=DAILY", "FREQ=DAILY;COUNT=6", "FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261220"]
START = at("2026-10-19 09:00")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[PlanRoom]:
    with plan_room(tmp_path) as opened:
        yield opened


class Person:
    """Does something to the plan, chosen by numbers."""

    def __init__(self, room: PlanRoom, dice: list[int]) -> None:
        self.plan = room.plan
        self._room = room
        self._dice = dice

    def act(self) -> None:
        """Do one thing; raises UsageError where the plan refuses it or nothing is there."""
        deeds: list[Callable[[], Any]] = [
            self.add, self.add, self.change, self.move, self.move, self.remove, self.accept, self.flexible, self.edit,
        ]  # fmt: skip
        deeds[self.roll(len(deeds))]()

    def roll(self, many: int) -> int:
        """Return a number below many."""
        return self._dice.pop() % many if self._dice else 0

    def add(self) -> None:
        start = START + self.roll(40 * 24 * 12) * 300_000
        about = About(title=f"T{self.roll(5)}", protected=self.roll(3) == 0)
        made = replace(planned("2026-10-19 09:00", rule=RULES[self.roll(len(RULES))]), about=about)
        self.plan.add(replace(made, interval=Interval(start, start + (1 + self.roll(9)) * 900_000)))

    def change(self) -> None:
        one = self.some().block
        rule = one.recurrence if self.roll(2) else Recurrence(RULES[self.roll(len(RULES))], one.recurrence.left_out)
        rule = Recurrence() if one.series_id else rule
        shifted = moved(one, self.roll(5) * 30)
        self.plan.change(replace(one, interval=shifted, recurrence=rule, busy=self.roll(2) == 0))

    def move(self) -> None:
        one = self.some()
        self.plan.move(one, moved(one, (self.roll(9) - 4) * 360), self.scope())

    def edit(self) -> None:
        one = self.some()
        edited = replace(one.block, about=About(title="edited"), interval=moved(one, self.roll(3) * 15))
        edit = self.plan.change_one if self.roll(2) else self.plan.change_following
        edit(one, edited)

    def remove(self) -> None:
        self.plan.remove(self.some(), self.scope())

    def accept(self) -> None:
        start = START + self.roll(40 * 24) * 3_600_000
        single = [one.block.id for one in self._room.times() if not one.block.recurrence.repeats]
        moves = single[self.roll(len(single))] if single and self.roll(2) else 0
        place = Interval(start, start + 3_600_000)
        self.plan.accept([Proposal("k", 1, About(title="P"), place, 30.0, Scored(0.0, 0.0), moves_id=moves)])

    def flexible(self) -> None:
        held = self.plan.flexible()
        if not held or self.roll(3) == 0:
            self.plan.add_flexible(FlexibleBlock(About(title=f"F{self.roll(9)}")))
        elif self.roll(2):
            self.plan.change_flexible(replace(held[self.roll(len(held))], per_week=self.roll(9)))
        else:
            self.plan.remove_flexible(held[self.roll(len(held))].id)

    def some(self) -> Any:
        times = self._room.times("2026-10-01", "2026-12-24")
        if not times:
            raise UsageError("nothing is planned")
        return times[self.roll(len(times))]

    def scope(self) -> Scope:
        return list(Scope)[self.roll(3)]


class Shadow:
    """What the tables were before and after every change, kept beside the plan."""

    def __init__(self, room: PlanRoom) -> None:
        self._room = room
        self._states = [room.tables()]
        self._undone: list[Any] = []

    def act(self, dice: list[int]) -> None:
        """Do one thing; what is refused leaves everything as it was."""
        try:
            Person(self._room, dice).act()
        except UsageError:
            assert self._room.tables() == self._states[-1]
            return
        if (tables := self._room.tables()) != self._states[-1]:
            self._states.append(tables)
            self._undone.clear()

    def undo(self) -> bool:
        """Undo one change and compare; False where there is none."""
        said = self._room.plan.undo()
        assert (said is None) == (len(self._states) == 1)
        if said is not None:
            self._undone.append(self._states.pop())
        assert self._room.tables() == self._states[-1]
        return said is not None

    def redo(self) -> bool:
        """Redo one change and compare; False where there is none."""
        said = self._room.plan.redo()
        assert (said is None) == (not self._undone)
        if said is not None:
            self._states.append(self._undone.pop())
        assert self._room.tables() == self._states[-1]
        return said is not None


STEPS = st.lists(
    st.tuples(st.sampled_from("aaaaur"), st.lists(st.integers(0, 99_999), min_size=6, max_size=12)), max_size=25
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_every_undo_and_redo_gives_the_very_tables_back(steps: list[tuple[str, list[int]]]) -> None:
    with tempfile.TemporaryDirectory() as folder, plan_room(Path(folder)) as room:
        shadow = Shadow(room)
        for step, dice in steps:
            if step == "a":
                shadow.act(dice)
            else:
                (shadow.undo if step == "u" else shadow.redo)()
        while shadow.undo():
            pass
        while shadow.redo():
            pass
        assert room.database.integrity() == []


def test_undo_reaches_over_a_restart_and_into_what_another_program_did(tmp_path: Path) -> None:
    with plan_room(tmp_path) as room:
        room.plan.add(planned("2026-11-23 09:00", title="Here", rule="FREQ=DAILY"))
        one = room.times()[1]
        room.plan.move(one, moved(one, 30))
        there = Database.open(tmp_path / "kairos.sqlite3")
        plan_on(there, room.clock).add(planned("2026-11-23 15:00", title="There"))
        there.close()
    with plan_room(tmp_path) as room:
        assert [room.plan.undo() for _ in range(4)] == ["Added “There”", "Moved “Here”", "Added “Here”", None]
        assert room.tables() == ([], [])
        assert [room.plan.redo() for _ in range(4)] == ["Added “Here”", "Moved “Here”", "Added “There”", None]
        assert len(room.tables()[0]) == 3


def test_a_series_comes_back_with_the_times_that_were_changed_alone(room: PlanRoom) -> None:
    room.plan.add(planned("2026-11-23 09:00", rule="FREQ=DAILY;COUNT=4"))
    for number in (1, 2):
        one = room.times()[number]
        room.plan.move(one, moved(one, 30))
    held = room.tables()
    room.plan.remove(room.times()[0], Scope.ALL)
    assert room.tables() == ([], [])
    assert room.plan.undo() == "Removed “Report”"
    assert room.tables() == held


def test_a_new_change_ends_what_could_be_redone(room: PlanRoom) -> None:
    room.plan.add(planned("2026-11-23 09:00", title="One"))
    room.plan.undo()
    room.plan.add(planned("2026-11-23 10:00", title="Two"))
    assert room.plan.redo() is None
    assert room.plan.undo() == "Added “Two”"
    assert room.plan.undo() is None


def test_what_was_changed_behind_the_plan_is_not_overwritten(room: PlanRoom) -> None:
    first = room.plan.add(planned("2026-11-23 09:00", title="Kept"))
    room.plan.change(replace(first, busy=False))
    with room.database.writing() as connection:
        connection.execute(update(block).where(block.c.id == first.id).values(title="Other hand"))
    held = room.tables()
    for what in ("Changed “Kept”", "Added “Kept”"):
        with pytest.raises(UsageError, match=f"“{what}” cannot be undone: it was changed elsewhere since"):
            room.plan.undo()
        assert room.tables() == held
    assert room.plan.undo() is None


def test_what_was_removed_behind_the_plan_does_not_come_back(room: PlanRoom) -> None:
    room.plan.add(planned("2026-11-22 09:00", title="Before"))
    gone = room.plan.add(planned("2026-11-23 09:00", title="Gone"))
    room.plan.change(replace(gone, busy=False))
    room.plan.undo()
    with room.database.writing() as connection:
        connection.execute(delete(block).where(block.c.id == gone.id))
    with pytest.raises(UsageError, match="cannot be redone"):
        room.plan.redo()
    with pytest.raises(UsageError, match="“Added “Gone”” cannot be undone"):
        room.plan.undo()
    assert room.shown() == ["11-22 09:00 Before"]
    assert room.plan.undo() == "Added “Before”"


def test_a_block_others_stand_on_is_not_taken_from_under_them(room: PlanRoom) -> None:
    series = room.plan.add(planned("2026-11-23 09:00", title="Series", rule="FREQ=DAILY"))
    stranger = {"series_id": series.id, "replaces_ms": series.interval.start_ms, "id": 99}
    with room.database.writing() as connection:
        row = dict(connection.execute(block.select()).mappings().one())
        connection.execute(block.insert(), {**row, **stranger, "rule": ""})
    held = room.tables()
    with pytest.raises(UsageError, match="cannot be undone"):
        room.plan.undo()
    assert room.tables() == held
