"""The plan: what takes place when, and what is refused and why."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest
from helpers.stored_plan import DAY, HOUR, PlanRoom, at, moved, plan_on, plan_room, planned

from engine.domain.blocks import (
    About,
    Block,
    BlockKind,
    BlockSource,
    Certainty,
    FlexibleBlock,
    Origin,
    Recurrence,
    Scope,
)
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.proposals import Proposal
from engine.domain.recommended import Scored
from engine.storage.categories import CategoryStore
from engine.storage.database import Database

DAILY = "FREQ=DAILY;COUNT=5"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[PlanRoom]:
    with plan_room(tmp_path) as opened:
        yield opened


def standup(room: PlanRoom, rule: str = DAILY) -> Block:
    return room.plan.add(planned("2026-11-23 09:00", 30, "Standup", rule=rule))


def proposal(start: str, offer_id: int, title: str = "Deep", moves_id: int = 0) -> Proposal:
    begin = at(start)
    about, interval = About(title=title), Interval(begin, begin + HOUR)
    return Proposal("key", 7, about, interval, 40.0, Scored(0.0, 0.0), offer_id=offer_id, moves_id=moves_id)


def test_a_block_comes_back_as_it_was_given_with_a_number_and_a_name_for_calendars(room: PlanRoom) -> None:
    given = planned("2026-11-23 09:00", title="  写报告 ", protected=True)
    stored = room.plan.add(given)
    tidy = replace(given.about, title="写报告")
    assert stored == replace(given, about=tidy, id=stored.id, origin=Origin(uid="block-0@test"))
    assert room.plan.get(stored.id) == stored
    with pytest.raises(UsageError, match="There is no block 99"):
        room.plan.get(99)


def test_a_repeated_block_keeps_its_hour_over_both_changes_of_the_clocks(room: PlanRoom) -> None:
    room.plan.add(planned("2026-03-27 09:00", rule="FREQ=DAILY", title="Early"))
    for first, last in (("2026-03-28", "2026-03-31"), ("2026-10-24", "2026-10-27")):
        assert {line.split()[1] for line in room.shown(first, last)} == {"09:00"}
        assert len(room.shown(first, last)) == 3


def test_what_is_free_tentative_or_cancelled_counts_as_it_should(room: PlanRoom) -> None:
    room.plan.add_all(
        [
            planned("2026-11-23 09:00", title="Report"),
            planned("2026-11-23 09:30", title="Mail"),
            planned("2026-11-23 10:30", title="Free", busy=False, kind=BlockKind.BREAK),
            planned("2026-11-23 10:30", title="Off", certainty=Certainty.CANCELLED),
        ]
    )
    start, end = at("2026-11-23"), at("2026-11-24")
    assert room.shown() == ["11-23 09:00 Report", "11-23 09:30 Mail", "11-23 10:30 Free"]
    assert room.plan.busy(start, end) == [Interval(at("2026-11-23 09:00"), at("2026-11-23 10:30"))]
    assert room.plan.busy(at("2026-11-23 10:00"), at("2026-11-23 10:15")) == [
        Interval(at("2026-11-23 10:00"), at("2026-11-23 10:15"))
    ]
    clashes = room.plan.conflicts(start, end)
    assert [(one.first.block.about.title, one.second.block.about.title) for one in clashes] == [("Report", "Mail")]
    meant = room.plan.meant(start, end)
    assert [(one.subject, one.fills) for one in meant] == [("Report", True), ("Mail", True), ("Free", False)]
    assert room.plan.occurrences(end, start) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (planned("2026-11-23 09:00", 24 * 60 + 1), "24 hours at most"),
        (planned("2026-11-23 09:00", 0), "a minute or more"),
        (planned("1960-11-23 09:00"), "between 1970 and 2499"),
        (planned("2026-11-23 09:00", title="x" * 501), "at most 500 characters"),
        (replace(planned("2026-11-23 09:00"), zone="Mars/Olympus"), "is not known"),
        (replace(planned("2026-11-23 09:00"), about=About(category_id=77)), "category of this block is gone"),
        (planned("2026-11-23 09:00", rule="FREQ=SECONDLY"), "every minute or second"),
        (planned("2026-11-23 09:00", rule="FREQ=HOURLY"), "more than 5,000 times a year"),
        (planned("2026-11-23 09:00", rule="FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"), "never comes true"),
        (planned("2026-11-23 09:00", rule="FREQ=DAILY;UNTIL=20261122"), "end before it begins"),
        (planned("2026-11-23 09:00", recurrence=Recurrence(added=(0,))), "before the first time"),
    ],
)
def test_a_block_that_cannot_be_meant_is_refused_and_nothing_is_stored(room: PlanRoom, wrong: Block, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        room.plan.add_all([planned("2026-11-25 09:00"), wrong])
    assert room.shown() == []
    assert room.plan.undo() is None


def test_nothing_is_placed_over_a_protected_block_and_anything_over_a_soft_one(room: PlanRoom) -> None:
    kept = room.plan.add(planned("2026-11-23 09:00", title="Deep", protected=True, rule="FREQ=WEEKLY"))
    soft = room.plan.add(planned("2026-11-23 14:00", title="Mail"))
    said = "“Deep” is protected, 2026-12-07 09:00 to 10:00. Choose another time, or take its protection off first."
    with pytest.raises(UsageError, match=said):
        room.plan.add(planned("2026-12-07 09:30"))
    with pytest.raises(UsageError, match=said):
        room.plan.add(planned("2026-12-04 09:30", rule="FREQ=DAILY"))
    with pytest.raises(UsageError, match="“Deep” is protected"):
        room.plan.move(room.times()[1], moved(soft, -5 * 60 + 30))
    with pytest.raises(UsageError, match="“Deep” is protected"):
        room.plan.accept([proposal("2026-11-24 09:00", 9), proposal("2026-11-30 09:00", 10)])
    assert len(room.tables()[0]) == 2
    room.plan.add(planned("2026-11-23 10:00", title="right after"))
    room.plan.add(planned("2026-11-23 09:00", title="birthday", busy=False))
    room.plan.add(planned("2026-11-23 14:30", title="over a soft one", protected=True))
    loosened = room.plan.change(replace(kept, about=replace(kept.about, protected=False)))
    room.plan.add(planned("2026-12-07 09:30"))
    # What overlaps already may be given another title, and may be protected.
    room.plan.change(replace(loosened, about=replace(kept.about, title="Deep work")))


def test_what_is_gone_or_changed_meanwhile_is_said(room: PlanRoom) -> None:
    stored = standup(room)
    stale = room.times()[4]
    room.plan.change(replace(stored, recurrence=Recurrence("FREQ=DAILY;COUNT=3")))
    with pytest.raises(UsageError, match="changed meanwhile"):
        room.plan.change(replace(stored, busy=False))
    with pytest.raises(UsageError, match="This time of “Standup” is gone"):
        room.plan.move(stale, moved(stale, 5))
    room.plan.remove(room.times()[0], Scope.ALL)
    with pytest.raises(UsageError, match="This block is gone"):
        room.plan.remove(stale, Scope.ALL)


def test_what_has_repeated_for_years_is_compared_with_the_time_to_come(room: PlanRoom) -> None:
    old = room.plan.add(planned("2020-01-06 09:00", title="Standup", rule="FREQ=DAILY"))
    room.plan.add(planned("2026-11-30 11:00", title="Deep", protected=True))
    room.plan.add(planned("2021-11-29 11:00", title="Past", protected=True))
    with pytest.raises(UsageError, match="“Deep” is protected"):
        room.plan.change(replace(old, interval=moved(old, 150)))
    room.plan.remove(room.times("2026-11-30 10:30", "2026-12-01")[0], Scope.ALL)
    room.plan.change(replace(old, interval=moved(old, 150)))


def test_of_two_programs_at_once_one_gets_the_protected_time(room: PlanRoom) -> None:
    other = Database.open(room.database.path)
    plans = room.plan, plan_on(other, room.clock)
    together = Barrier(2)

    def take(number: int) -> str:
        together.wait(30)
        try:
            return plans[number].add(planned("2026-11-23 09:00", title=f"{number}", protected=True)).about.title
        except UsageError as refused:
            return refused.message

    with ThreadPoolExecutor(2) as programs:
        said = sorted(programs.map(take, range(2)), key=len)
    other.close()
    (kept,) = room.times()
    assert said[0] == kept.block.about.title
    assert said[1].startswith(f"“{said[0]}” is protected")


def test_blocks_of_a_calendar_are_changed_there(room: PlanRoom) -> None:
    room.plan.add(planned("2026-11-23 09:00", origin=Origin(BlockSource.CALENDAR, uid="a@b")))
    only = room.times()[0]
    for attempt in (
        lambda: room.plan.change(only.block),
        lambda: room.plan.move(only, moved(only, 5)),
        lambda: room.plan.remove(only, Scope.ALL),
    ):
        with pytest.raises(UsageError, match="comes from a calendar"):
            attempt()


def test_accepted_proposals_become_blocks_in_one_change(room: PlanRoom) -> None:
    flexible = room.plan.add_flexible(FlexibleBlock(About(title="Deep")))
    taken = room.plan.accept([proposal("2026-11-23 09:00", 9), proposal("2026-11-24 09:00", 10)])
    origins = [(one.origin.source, one.origin.flexible_id, one.origin.offer_id) for one in taken]
    assert origins == [(BlockSource.RECOMMENDED, 7, 9), (BlockSource.RECOMMENDED, 7, 10)]
    room.plan.accept([proposal("2026-11-25 11:00", 11, moves_id=taken[0].id)])
    assert room.shown() == ["11-24 09:00 Deep", "11-25 11:00 Deep"]
    assert room.plan.undo() == "Planned “Deep”"
    assert room.plan.undo() == "Planned “Deep” and 1 more"
    assert room.times() == []
    assert room.plan.flexible() == [flexible]


def test_flexible_blocks_are_kept_checked_and_undone(room: PlanRoom) -> None:
    wanted = FlexibleBlock(
        About(BlockKind.LEARNING, "Chinese"),
        30,
        60,
        3,
        8 * 60,
        20 * 60,
        frozenset({0, 2}),
        date(2026, 12, 24),
        active=False,
    )
    stored = room.plan.add_flexible(wanted)
    assert stored == replace(wanted, id=stored.id)
    changed = room.plan.change_flexible(replace(stored, per_week=0, weekdays=frozenset(range(7)), deadline=None))
    assert room.plan.flexible() == [changed]
    for wrong in (
        replace(stored, shortest=4),
        replace(stored, longest=20),
        replace(stored, per_week=51),
        replace(stored, window_end=8 * 60),
        replace(stored, window_end=8 * 60 + 20),
        replace(stored, weekdays=frozenset()),
    ):
        with pytest.raises(UsageError, match=r"\w{4,}.*\."):
            room.plan.change_flexible(wrong)
    room.plan.remove_flexible(stored.id)
    with pytest.raises(UsageError, match="There is no flexible block"):
        room.plan.remove_flexible(stored.id)
    assert room.plan.undo() == "Removed flexible “Chinese”"
    assert room.plan.undo() == "Changed flexible “Chinese”"
    assert room.plan.flexible() == [stored]


def test_a_category_that_goes_leaves_its_blocks_and_undo_goes_on_without_it(room: PlanRoom) -> None:
    categories = CategoryStore(room.database)
    number = categories.add("Work")
    stored = room.plan.add(replace(planned("2026-11-23 09:00"), about=About(title="Report", category_id=number)))
    room.plan.change(replace(stored, busy=False))
    room.plan.remove(room.times()[0], Scope.ALL)
    room.plan.undo()
    categories.remove(number)
    assert room.plan.get(stored.id).about == About(title="Report")
    assert room.plan.undo() == "Changed “Report”"
    assert room.plan.get(stored.id) == replace(stored, about=About(title="Report"))
    room.plan.undo()
    assert room.plan.redo() == "Added “Report”"
    assert room.plan.get(stored.id).about.category_id is None


def test_a_span_of_more_than_a_plan_holds_is_refused(room: PlanRoom) -> None:
    with pytest.raises(UsageError, match="eleven years at most"):
        room.plan.occurrences(0, 12 * 366 * DAY)
    room.plan.add_all(
        [planned("2026-01-01 08:00", 5, rule=f"FREQ=HOURLY;BYHOUR={hour},{hour + 1}") for hour in range(6)]
    )
    with pytest.raises(UsageError, match="Ask for a shorter"):
        room.times(last="2034-01-01")
