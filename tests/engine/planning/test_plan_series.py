"""Repeated blocks: edits of one time, of later ones or of all, and what becomes of what was edited before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.stored_plan import BERLIN, HOUR, MINUTE, PlanRoom, at, moved, plan_room, planned

from engine.domain.blocks import About, Block, Recurrence, Scope
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval

DAILY = "FREQ=DAILY;COUNT=5"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[PlanRoom]:
    with plan_room(tmp_path) as opened:
        yield opened


def standup(room: PlanRoom, rule: str = DAILY) -> Block:
    return room.plan.add(planned("2026-11-23 09:00", 30, "Standup", rule=rule))


def test_one_time_is_moved_and_changed_alone_and_stays_so_when_the_series_moves(room: PlanRoom) -> None:
    standup(room)
    second = room.times()[1]
    there = room.plan.move(second, moved(second, 60))
    assert there in room.times()
    assert there.of_ms == second.of_ms
    assert there.block.origin.uid == second.block.origin.uid
    again = room.plan.change_one(there, replace(there.block, about=replace(there.block.about, title="Long one")))
    assert again.series_id == second.block.id
    assert [len(room.tables()[0]), len(room.times())] == [2, 5]
    series = room.plan.get(second.block.id)
    room.plan.change(replace(series, interval=moved(series, 30)))
    assert room.shown() == [
        "11-23 09:30 Standup",
        "11-24 10:00 Long one",
        "11-25 09:30 Standup",
        "11-26 09:30 Standup",
        "11-27 09:30 Standup",
    ]


def test_a_time_that_was_left_out_stays_out_when_the_series_moves(room: PlanRoom) -> None:
    standup(room)
    room.plan.remove(room.times()[2], Scope.ONE)
    series = room.plan.get(1)
    room.plan.change(replace(series, interval=moved(series, 24 * 60 + 15)))
    assert [line[:11] for line in room.shown()] == ["11-24 09:15", "11-25 09:15", "11-27 09:15", "11-28 09:15"]


def test_later_ones_move_along_and_earlier_ones_stay(room: PlanRoom) -> None:
    standup(room)
    fourth = room.times()[3]
    room.plan.move(fourth, moved(fourth, 15))
    third = room.times()[2]
    room.plan.move(
        third, Interval(third.interval.start_ms + HOUR, third.interval.end_ms + HOUR + 10 * MINUTE), Scope.FOLLOWING
    )
    assert room.shown() == [
        "11-23 09:00 Standup",
        "11-24 09:00 Standup",
        "11-25 10:00 Standup",
        "11-26 09:15 Standup",
        "11-27 10:00 Standup",
    ]
    assert [one.interval.length_ms // MINUTE for one in room.times()] == [30, 30, 40, 30, 40]
    first, later = room.plan.get(1), room.times()[2].block
    assert first.recurrence.rule == "FREQ=DAILY;UNTIL=20261125T075959Z"
    assert later.recurrence.rule == "FREQ=DAILY;COUNT=3"
    assert later.origin.uid != first.origin.uid


@pytest.mark.parametrize("scope", [Scope.ALL, Scope.FOLLOWING])
def test_moved_to_another_day_a_weekly_block_repeats_on_that_day(room: PlanRoom, scope: Scope) -> None:
    standup(room, "FREQ=WEEKLY;BYDAY=MO;COUNT=4")
    second = room.times()[1]
    room.plan.move(second, moved(second, 24 * 60), scope)
    first = "11-24" if scope is Scope.ALL else "11-23"
    assert [line[:5] for line in room.shown()] == [first, "12-01", "12-08", "12-15"]


def test_days_named_one_by_one_are_not_moved_by_guessing(room: PlanRoom) -> None:
    standup(room, "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6")
    second = room.times()[1]
    with pytest.raises(UsageError, match="Change its rule, or move this time alone"):
        room.plan.move(second, moved(second, 24 * 60), Scope.ALL)
    room.plan.move(second, moved(second, 60), Scope.ALL)
    assert {line[6:11] for line in room.shown()} == {"10:00"}


def test_following_edits_take_a_rule_of_their_own(room: PlanRoom) -> None:
    standup(room, "FREQ=DAILY")
    third = room.times()[2]
    changed = replace(third.block, interval=third.interval, recurrence=Recurrence("FREQ=WEEKLY"))
    room.plan.change_following(third, changed)
    assert [line[:5] for line in room.shown(last="2026-12-10")] == ["11-23", "11-24", "11-25", "12-02", "12-09"]


def test_an_edit_that_says_nothing_of_the_time_stays_where_it_was(room: PlanRoom) -> None:
    standup(room)
    second, fourth = room.times()[1], room.times()[3]
    room.plan.change_one(second, replace(second.block, about=About(title="Once")))
    room.plan.change_following(fourth, replace(fourth.block, about=About(title="Later")))
    assert [line for line in room.shown() if "Standup" not in line] == [
        "11-24 09:00 Once",
        "11-26 09:00 Later",
        "11-27 09:00 Later",
    ]


def test_one_later_ones_or_all_are_removed(room: PlanRoom) -> None:
    standup(room)
    room.plan.remove(room.times()[0], Scope.ONE)
    assert [line[:5] for line in room.shown()] == ["11-24", "11-25", "11-26", "11-27"]
    third = room.plan.move(room.times()[2], moved(room.times()[2], 15))
    room.plan.remove(third, Scope.FOLLOWING)
    assert [line[:5] for line in room.shown()] == ["11-24", "11-25"]
    assert len(room.tables()[0]) == 1
    room.plan.remove(room.times()[1], Scope.ONE)
    room.plan.remove(room.times()[0], Scope.ONE)
    assert room.tables() == ([], [])
    assert [room.plan.undo() for _ in range(6)] == [
        "Removed “Standup” once",
        "Removed “Standup” once",
        "Removed “Standup” from one day on",
        "Moved “Standup”",
        "Removed “Standup” once",
        "Added “Standup”",
    ]


def test_a_time_of_a_block_that_comes_every_hour_is_removed_alone(room: PlanRoom) -> None:
    room.plan.add(planned("2026-11-23 09:00", 5, "Stretch", rule="FREQ=HOURLY;BYHOUR=9,10,11,12,13,14,15,16,17"))
    room.plan.remove(room.times(last="2026-11-24")[0], Scope.ONE)
    assert room.shown(last="2026-11-24")[0] == "11-23 10:00 Stretch"


def test_whole_days_move_by_days_and_end_with_the_day(room: PlanRoom) -> None:
    start, end = at("2026-10-23"), at("2026-10-24")
    trip = Block(About(title="Trip"), Interval(start, end), BERLIN, all_day=True, recurrence=Recurrence("FREQ=DAILY"))
    room.plan.add(trip)
    fourth = room.times()[3]
    assert room.times()[2].interval.length_ms == 25 * HOUR
    room.plan.remove(fourth, Scope.FOLLOWING)
    assert room.plan.get(1).recurrence.rule == "FREQ=DAILY;UNTIL=20261025"
    assert [line[:5] for line in room.shown()] == ["10-23", "10-24", "10-25"]


def test_whole_days_stay_whole_days_wherever_they_are_moved(room: PlanRoom) -> None:
    start, end = at("2026-11-25"), at("2026-11-27")
    trip = Block(About(title="Trip"), Interval(start, end), BERLIN, all_day=True, recurrence=Recurrence("FREQ=WEEKLY"))
    room.plan.add(trip)
    there = room.plan.move(room.times()[1], Interval(at("2026-12-03 11:00"), at("2026-12-05 11:00")))
    assert there.interval == Interval(at("2026-12-03"), at("2026-12-05"))
    every = room.plan.move(room.times()[0], Interval(at("2026-11-26 15:00"), at("2026-11-28 15:00")), Scope.ALL)
    assert every.interval == Interval(at("2026-11-26"), at("2026-11-28"))
    assert [line[:11] for line in room.shown(last="2026-12-12")] == ["11-26 00:00", "12-03 00:00", "12-10 00:00"]
