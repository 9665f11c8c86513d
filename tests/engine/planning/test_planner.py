"""The planner suggests, remembers what was refused, plans what is accepted, and moves what is overlapped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from helpers.counted_history import CountedHistory
from helpers.manual_clock import ManualClock
from helpers.week_room import SETTINGS, ZONE, at, forecast, span

from engine.bootstrap.planning import build_plan
from engine.domain.adherence import Adherence
from engine.domain.blocks import About, Block, BlockKind, BlockSource, FlexibleBlock, Scope
from engine.domain.categories import CategoryTree
from engine.domain.clock import Instant
from engine.domain.days import DayRule
from engine.domain.errors import StorageBusy, UsageError
from engine.domain.intervals import Interval
from engine.domain.proposal_json import week_from_json, week_to_json
from engine.domain.proposals import WEEK_POLICY, WeekProposal
from engine.domain.recommended import Kind, Verdict
from engine.domain.week_forecast import WeekForecast
from engine.planning.adherence import adherence_of
from engine.planning.plan import Plan
from engine.planning.planner import Planner, PlannerParts
from engine.planning.week_maker import WeekMaker, WeekSources
from engine.planning.week_offers import WeekOffers
from engine.storage.database import Database
from engine.storage.feedback import FeedbackStore
from engine.storage.offers import OfferStore
from engine.talking import Asker, NoAnswer, Silence


class PlayedAsker:
    """Answers as the process that advises would, or does not."""

    def __init__(self, maker: WeekMaker) -> None:
        self.maker = maker
        self.silent = False
        self.told: dict[str, Any] | None = None
        self.asked: list[dict[str, Any]] = []

    def ask(self, question: dict[str, Any], *, seconds: float) -> dict[str, Any]:
        self.asked.append(question)
        if self.silent:
            raise NoAnswer(Silence.LATE)
        return self.told or {"week": week_to_json(_made(self.maker, question["what"], question["days"]))}


@dataclass
class Room:
    database: Database
    clock: ManualClock
    plan: Plan
    planner: Planner
    asker: PlayedAsker
    offers: OfferStore
    here: list[str]


def _made(maker: WeekMaker, what: str, days: int) -> WeekProposal:
    return maker.check(days) if what == "check" else maker.suggest(days)


def good_wednesday(now: Instant, start_ms: int, slots: int) -> WeekForecast:
    whole = Interval(start_ms, start_ms + slots * 900_000)
    return forecast(whole, lambda day, hour: 12.0 if day == 2 and 14 <= hour < 16 else 4.0)


def room_on(database: Database) -> Room:
    clock, history = ManualClock(at(0, 7), ZONE), CountedHistory([])
    plan, offers = build_plan(database, clock), OfferStore(database)

    def kept(start_ms: int, end_ms: int) -> Adherence:
        planned = plan.occurrences(start_ms, end_ms)
        return adherence_of(planned, history, CategoryTree([]), Interval(start_ms, end_ms), clock.now().wall_ms)

    week_offers = WeekOffers(offers, FeedbackStore(database))
    sources = WeekSources(plan, week_offers, good_wednesday, kept, lambda: replace(SETTINGS, focus_wanted=120))
    maker, here = WeekMaker(sources, clock), []
    asker = PlayedAsker(maker)

    def in_process(what: str, days: int) -> WeekProposal:
        here.append(what)
        return _made(maker, what, days)

    parts = PlannerParts(plan, week_offers, cast("Asker", asker), in_process, kept, lambda: DayRule(ZONE))
    return Room(database, clock, plan, Planner(parts, clock), asker, offers, here)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    database = Database.open(tmp_path / "kairos.sqlite3")
    yield room_on(database)
    database.close()


def test_what_is_suggested_is_stored_as_offers_that_were_seen(room: Room) -> None:
    week = room.planner.suggest()
    [one] = week.proposals
    assert one.interval == span(2, 14, 16)
    [shown] = room.offers.history(0, Kind.BLOCK)
    assert (shown.offered.offer.policy, shown.offered.offer.propensity) == (WEEK_POLICY, 1.0)
    assert shown.offered.offer.id == one.offer_id
    assert shown.offered.why.score == pytest.approx(one.why.score)
    [again] = room.planner.suggest().proposals
    assert (again.key, again.offer_id) == (one.key, one.offer_id)
    assert len(room.offers.history(0, Kind.BLOCK)) == 1


def test_what_is_accepted_is_planned_in_one_change_that_can_be_undone(room: Room) -> None:
    room.plan.add_flexible(FlexibleBlock(About(BlockKind.SHALLOW, "Chores"), 30, 30))
    week = room.planner.suggest()
    blocks = room.planner.accept([one.key for one in week.proposals])
    assert {(one.about.kind, one.about.title) for one in blocks} == {
        (BlockKind.FOCUS, ""),
        (BlockKind.SHALLOW, "Chores"),
    }
    assert all(one.origin.source is BlockSource.RECOMMENDED and one.origin.offer_id for one in blocks)
    assert {said.verdict for one in room.offers.history(0) for said in one.said} == {Verdict.ACCEPTED}
    assert not room.planner.suggest().proposals
    room.plan.undo()
    assert {one.key for one in room.planner.suggest().proposals} == {one.key for one in week.proposals}


def test_a_key_means_the_same_to_another_program(room: Room) -> None:
    [one] = room.planner.suggest().proposals
    [block] = room_on(room.database).planner.accept([one.key])
    assert block.interval == one.interval


def test_a_place_is_planned_once_however_often_it_is_accepted(room: Room) -> None:
    [one] = room.planner.suggest().proposals
    assert len(room.planner.accept([one.key, one.key])) == 1
    for program in (room, room_on(room.database)):
        with pytest.raises(UsageError, match="planned already"):
            program.planner.accept([one.key])
    with pytest.raises(UsageError, match="planned already"):  # offered by two programs at once, under two numbers
        room.plan.accept([replace(one, offer_id=one.offer_id + 1)])
    assert len(room.plan.occurrences(at(0, 0), at(7, 0))) == 1
    room.plan.undo()
    assert room.planner.accept([one.key])


def test_a_refused_place_is_not_suggested_again_and_the_answer_is_kept(room: Room) -> None:
    [one] = room.planner.suggest().proposals
    room.planner.refuse(one.key)
    [other] = room.planner.suggest().proposals
    assert other.interval.clip(one.interval) is None
    [refused] = [shown for shown in room.offers.history(0, Kind.BLOCK) if shown.said]
    assert (refused.offered.interval, refused.said[0].verdict) == (one.interval, Verdict.NOT_NOW)


@pytest.mark.parametrize("key", ["", "0-1125-1400-60", "nonsense", "m1-1125-1400-60"])
def test_an_unknown_key_is_refused_with_what_to_do(room: Room, key: str) -> None:
    room.planner.suggest()
    for do in (lambda: room.planner.accept([key]), lambda: room.planner.refuse(key)):
        with pytest.raises(UsageError, match="kairos plan suggest"):
            do()
    assert not room.plan.occurrences(at(0, 0), at(7, 0))


def test_nothing_is_planned_where_one_of_several_cannot_be(room: Room) -> None:
    [one] = room.planner.suggest().proposals
    with pytest.raises(UsageError):
        room.planner.accept([one.key, "0-1125-0900-60"])
    assert not room.plan.occurrences(at(0, 0), at(7, 0))
    room.clock.wall_ms = at(2, 14.5)
    with pytest.raises(UsageError, match="begun"):
        room.planner.accept([one.key])


def test_what_was_accepted_gives_way_to_a_meeting(room: Room) -> None:
    [focus] = room.planner.accept([one.key for one in room.planner.suggest().proposals])
    assert not room.planner.check().proposals
    room.plan.add(Block(About(BlockKind.MEETING), span(2, 15, 15.5), ZONE))
    [moved] = room.planner.check().proposals
    assert (moved.moves_id, moved.interval.length_ms) == (focus.id, focus.interval.length_ms)
    [block] = room.planner.accept([moved.key])
    assert (block.id, block.interval) == (focus.id, moved.interval)
    assert not room.plan.conflicts(at(0, 0), at(7, 0))
    assert not room.planner.check().proposals


def test_what_is_wanted_once_is_not_suggested_twice(room: Room) -> None:
    once = room.plan.add_flexible(FlexibleBlock(About(BlockKind.SHALLOW, "Taxes"), 60, 60, per_week=0))

    def wanted() -> list[int]:
        return [one.flexible_id for one in room.planner.suggest().proposals if one.flexible_id]

    assert wanted() == [once.id]
    [block] = room.planner.accept([one.key for one in room.planner.suggest().proposals if one.flexible_id])
    [there] = [one for one in room.plan.occurrences(at(0, 0), at(7, 0)) if one.block.id == block.id]
    room.plan.move(there, span(20, 9, 10))
    assert wanted() == []  # though it lies beyond the days that are suggested
    room.plan.remove(next(one for one in room.plan.occurrences(at(20, 0), at(21, 0))), Scope.ALL)
    assert wanted() == [once.id]


def test_without_an_answer_the_week_is_made_here(room: Room) -> None:
    room.asker.silent = True
    assert room.planner.suggest().proposals
    assert room.here == ["suggest"]
    room.asker.silent, room.asker.told = False, {"week": {"made_ms": 1}}
    room.planner.check(3)
    assert room.here == ["suggest", "check"]
    assert room.asker.asked[-1] == {"ask": "week", "what": "check", "days": 3}


def test_an_error_told_by_the_process_is_raised_here(room: Room) -> None:
    room.asker.told = {"error": {"kind": "StorageBusy", "title": "Busy", "message": "Try again."}}
    with pytest.raises(StorageBusy):
        room.planner.suggest()


def test_a_week_survives_the_way_between_processes(room: Room) -> None:
    room.plan.add_flexible(FlexibleBlock(About(BlockKind.SHALLOW, "Chores"), 30, 30, deadline=date(2026, 11, 1)))
    week = room.planner.suggest()
    assert week.unplaced
    assert week_from_json(week_to_json(week)) == week


def test_adherence_has_both_its_days(room: Room) -> None:
    room.plan.add_all([Block(About(BlockKind.FOCUS), span(day, 9, 10), ZONE) for day in range(4)])
    found = room.planner.adherence(date(2026, 11, 24), date(2026, 11, 25))
    assert [one.occurrence.interval for one in found.kept] == [span(1, 9, 10), span(2, 9, 10)]
