"""Each notification is given once, by one process, while it is of use; what holds it back does not lose it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from helpers.manual_clock import MONDAY_NOON_MS, ManualClock

from engine.domain.blocks import About, Block, Occurrence
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.days import DayRule
from engine.domain.errors import UsageError
from engine.domain.goals import EVERY_DAY, Direction, Goal, GoalProgress, GoalResult, GoalSpan, Measure, Per, Standing
from engine.domain.intervals import Interval
from engine.domain.notifications import Notification, NotificationAction, NotificationKind
from engine.planning.notify.service import Notifications, NotifyParts
from engine.settings import NotificationSettings
from engine.storage.database import Database
from engine.storage.notifications import NotificationStore

MIN, HOUR = MS_PER_MINUTE, MS_PER_HOUR
NOON = MONDAY_NOON_MS


@dataclass
class Room:
    """A person's day as the facts tell it, and who says what is due of it."""

    database: Database
    clock: ManualClock = field(default_factory=ManualClock)
    settings: NotificationSettings = field(
        default_factory=lambda: NotificationSettings(break_after=0, goals=True, quiet_from=0, quiet_until=0)
    )
    blocks: list[Occurrence] = field(default_factory=list)
    active: list[Interval] = field(default_factory=list)
    goals: list[GoalProgress] = field(default_factory=list)
    session: bool = False
    meeting: bool = False
    goals_asked: int = 0

    def process(self) -> Notifications:
        """Return what a process of its own would have."""
        return Notifications(
            NotifyParts(
                store=NotificationStore(self.database),
                clock=self.clock,
                rule=lambda: DayRule(self.clock.zone),
                settings=lambda: self.settings,
                ahead=lambda start, end: [one for one in self.blocks if one.interval.clip(Interval(start, end))],
                active=lambda start, end: [
                    part for one in self.active if (part := one.clip(Interval(start, end))) is not None
                ],
                goals=self._standing,
                calendars=list,
                in_session=lambda: self.session,
                in_meeting=lambda: self.meeting,
            )
        )

    def _standing(self) -> list[GoalProgress]:
        self.goals_asked += 1
        return self.goals

    def plan(self, start_ms: int, title: str = "Write") -> None:
        """Plan an hour."""
        one = Block(About(title=title), Interval(start_ms, start_ms + HOUR), "UTC", id=len(self.blocks) + 1)
        self.blocks.append(Occurrence(one.interval, one, start_ms))

    def meet(self, goal_id: int) -> None:
        """Reach a goal."""
        day = self._today()
        goal = Goal(Direction.AT_LEAST, Measure.FOCUS, None, 60, Per.DAY, EVERY_DAY, goal_id)
        self.goals.append(GoalProgress(goal, (), (GoalResult(day, HOUR, 2 * HOUR, Standing.MET),)))

    @staticmethod
    def _today() -> GoalSpan:
        return GoalSpan(date(2026, 3, 2), date(2026, 3, 3), (date(2026, 3, 2),))


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    database = Database.open(tmp_path / "kairos.sqlite3")
    yield Room(database)
    database.close()


def subjects(found: list[Notification]) -> list[str]:
    return [one.subject for one in found]


def kinds(found: list[Notification]) -> list[NotificationKind]:
    return [one.kind for one in found]


def test_two_processes_and_a_restart_give_it_once(room: Room) -> None:
    room.plan(NOON + 3 * MIN)
    first, second = room.process(), room.process()
    assert subjects(first.due()) == ["Write"]
    assert second.due() == first.due() == room.process().due() == []


def test_many_at_once_give_it_once(room: Room) -> None:
    room.plan(NOON + 3 * MIN)
    said: list[Notification] = []
    start = threading.Barrier(6)

    def ask() -> None:
        process = room.process()
        start.wait()
        said.extend(process.due())

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(said) == 1


@pytest.mark.parametrize("holds", ["session", "meeting", "quiet", "held", "off"])
def test_what_was_held_comes_once_and_together_where_it_still_matters(room: Room, holds: str) -> None:
    room.plan(NOON + 3 * MIN)
    room.meet(1)
    room.meet(2)
    free, process = room.settings, room.process()
    if holds == "quiet":
        room.settings = replace(free, quiet_from=11 * 60, quiet_until=13 * 60)
    room.settings = replace(room.settings, enabled=holds != "off")
    room.session, room.meeting = holds == "session", holds == "meeting"
    for _ in range(10):
        assert process.due(held=holds == "held") == []
        room.clock.run(MIN)
    room.session = room.meeting = False
    room.settings = free
    found = process.due()
    assert [(one.kind, one.others) for one in found] == [(NotificationKind.GOAL_MET, 1)], "the block began long ago"
    assert process.due() == []


def test_a_machine_that_sleeps_over_it_wakes_to_nothing_stale_and_loses_nothing(room: Room) -> None:
    room.plan(NOON + 30 * MIN, "slept over")
    room.plan(NOON + 2 * HOUR + 3 * MIN, "ahead")
    process = room.process()
    assert process.due() == []
    room.clock.suspend(2 * HOUR)
    assert subjects(process.due()) == ["ahead"]
    room.clock.suspend(HOUR)
    assert process.due() == []


@pytest.mark.parametrize("step_ms", [HOUR, -HOUR, 10 * MIN, -10 * MIN, 26 * HOUR, -26 * HOUR])
def test_a_clock_set_to_and_fro_gives_nothing_twice(room: Room, step_ms: int) -> None:
    room.plan(NOON + 20 * MIN)
    room.meet(1)
    process, said = room.process(), list[str]()
    for minute in range(60):
        if minute in {5, 35}:
            room.clock.set_back(step_ms if minute == 5 else -step_ms)
        for one in process.due():
            assert one.due_ms <= room.clock.wall_ms < one.stale_ms
            said.append(one.kind)
        room.clock.run(MIN)
    assert len(said) == len(set(said))
    assert NotificationKind.GOAL_MET in said


def test_a_block_put_off_is_said_once_more_at_its_start_at_the_latest(room: Room) -> None:
    room.plan(NOON + 3 * MIN)
    process = room.process()
    key = process.due()[0].key
    process.answer(key, NotificationAction.SNOOZE)
    said = []
    for _ in range(20):
        room.clock.run(MIN // 2)
        said += [(one.key, room.clock.wall_ms) for one in process.due()]
    assert said == [(key, NOON + 3 * MIN)]


def test_a_break_is_said_again_while_none_is_taken_and_rests_once_dismissed(room: Room) -> None:
    room.settings = replace(room.settings, break_after=90)
    room.active = [Interval(NOON - 90 * MIN, NOON + 12 * HOUR)]
    process, said = room.process(), list[int]()
    for minute in range(100):
        found = process.due()
        said += [minute for _ in found]
        if found and minute == 60:
            process.answer(found[0].key, NotificationAction.DISMISS)
        room.clock.run(MIN)
    assert said == [0, 30, 60]


def test_a_break_put_off_comes_when_it_was_said_to(room: Room) -> None:
    room.settings = replace(room.settings, break_after=90)
    room.active = [Interval(NOON - 90 * MIN, NOON + 12 * HOUR)]
    process = room.process()
    process.snooze(process.due()[0].key, 7)
    said = []
    for minute in range(1, 12):
        room.clock.run(MIN)
        said += [minute for _ in process.due()]
    assert said == [7]
    with pytest.raises(UsageError):
        process.snooze("break_due:1", 0)


def test_a_changed_plan_waits_for_whoever_asks_and_for_no_longer_than_the_day(room: Room) -> None:
    process = room.process()
    process.plan_changed(2, "a-b")
    process.plan_changed(2, "a-b")
    found = room.process().due()
    assert [(one.kind, one.amount, one.page) for one in found] == [(NotificationKind.PLAN_CHANGED, 2, "plan")]
    assert found[0].actions == (NotificationAction.OPEN,)
    assert process.due() == []
    process.plan_changed(3, "a-b-c")
    room.clock.suspend(12 * HOUR)
    assert process.due() == []


def test_goals_are_measured_every_two_minutes_at_most(room: Room) -> None:
    process = room.process()
    for _ in range(12):
        process.due()
        room.clock.run(20_000)
    assert room.goals_asked == 2


def test_what_was_given_is_forgotten_in_the_end(room: Room) -> None:
    room.plan(NOON + 3 * MIN)
    process = room.process()
    process.due()
    room.clock.run(100 * 24 * HOUR)
    room.plan(room.clock.wall_ms + MIN)
    process.due()
    assert len(NotificationStore(room.database).given(room.clock.wall_ms)) == 1
