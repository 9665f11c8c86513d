"""What is planned reaches the adviser: it avoids what fills time, knows what time is for, and tells the planner."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from helpers.advised_person import DAY, HOUR, MONDAY, WEIGHTS, AdvisedPerson, at, worked_days
from helpers.streams import stream

from engine.bootstrap.mind_advice import build_adviser, local_clock
from engine.bootstrap.planning import build_plan
from engine.domain.advice_sources import Meant
from engine.domain.blocks import About, Block, BlockKind
from engine.domain.intervals import Interval
from engine.domain.offers import Offered
from engine.domain.proposals import WEEK_POLICY, Basis, week_context
from engine.domain.recommended import Kind, Offer, ReasonKind, Scored, Verdict
from engine.mind.advise.focus_time import Ahead
from engine.mind.advise.learned_time import LearnedForesight
from engine.mind.advise.usual_hours import usual_hours
from engine.mind.advise.week_ahead import NOTHING_KNOWN, week_ahead
from engine.mind.blocks.chances import SLOT_S, Chances, Part
from engine.mind.focus.forecaster import Forecaster
from engine.paths import ProfilePaths
from engine.storage.database import Database

NOW = MONDAY + 42 * DAY + 11.5 * HOUR


@pytest.fixture
def room() -> AdvisedPerson:
    found = AdvisedPerson()
    found.rows.all = [one for one in worked_days(43) if one.end_ms <= NOW * 1000]
    return found


def test_a_meeting_in_the_plan_changes_the_advice_of_a_profile(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path).ensure()
    database = Database.open(paths.database)
    plan, adviser = build_plan(database, local_clock()), build_adviser(database, paths)
    start_ms = round(NOW * 1000)
    assert adviser._sources.meant(start_ms, start_ms + 3_600_000) == []
    plan.add(Block(About(BlockKind.MEETING, "Board"), Interval(start_ms, start_ms + 3_600_000), "UTC"))
    assert adviser._sources.meant(start_ms, start_ms + 1) == [
        Meant(Interval(start_ms, start_ms + 3_600_000), "Board", fills=True)
    ]
    database.close()


def offered(room: AdvisedPerson, interval: Interval, context: str, verdict: Verdict) -> None:
    offer = Offer(0, round((NOW - 60) * 1000), WEEK_POLICY, 1.0, 1)
    [number] = room.offers.add([Offered(offer, Kind.BLOCK, Scored(1.0, 1.0), interval=interval, context=context)])
    room.offers.say(number, verdict, NOW - 30)


def test_a_place_refused_in_the_week_is_not_advised_and_its_day_is_not_spoiled(room: AdvisedPerson) -> None:
    first = room.adviser().advise(at(NOW)).block
    assert first is not None
    offered(room, first.interval, week_context(0), Verdict.NOT_NOW)
    second = room.adviser().advise(at(NOW)).block
    assert second is not None
    assert second.interval.clip(first.interval) is None
    later = Interval(second.interval.end_ms, second.interval.end_ms + 1_800_000)
    offered(room, later, week_context(0), Verdict.NOT_NOW)
    assert room.adviser().advise(at(NOW)).block.interval == second.interval  # type: ignore[union-attr]


def test_what_is_said_of_other_places_in_the_week_says_nothing_of_focus(room: AdvisedPerson) -> None:
    first = room.adviser().advise(at(NOW)).block
    assert first is not None
    offered(room, first.interval, week_context(3), Verdict.NOT_NOW)  # of somebody's chores
    offered(room, first.interval, week_context(0), Verdict.ACCEPTED)  # the plan says whether it still stands
    again = room.adviser().advise(at(NOW)).block
    assert again is not None
    assert again.interval == first.interval


def test_a_learned_forecast_knows_what_came_of_a_purpose() -> None:
    rows = [one for one in worked_days(43) if one.end_ms <= NOW * 1000]
    history = stream(rows, WEIGHTS)
    good = [Meant(_span(day, 9, 11), "Writing") for day in range(42)]
    poor = [Meant(_span(day, 13, 16), "Chores") for day in range(42)]
    start_s = NOW + 2 * DAY + SLOT_S * np.arange(4, dtype=np.float64)
    ahead = Ahead(start_s, start_s)
    foresight = LearnedForesight(Forecaster())
    told = {
        purpose: foresight(history, NOW, ahead, [purpose] * 4, sorted([*good, *poor])).minutes.mean()
        for purpose in ("Writing", "Chores")
    }
    assert told["Writing"] > told["Chores"] + 1
    unknown = [foresight(history, NOW, ahead, [purpose] * 4).minutes.mean() for purpose in ("Writing", "Chores")]
    assert unknown[0] == unknown[1]


def _span(day: int, start: float, end: float) -> Interval:
    midnight = MONDAY + day * DAY
    return Interval(round((midnight + start * HOUR) * 1000), round((midnight + end * HOUR) * 1000))


# ---------------------------------------------------------------- what the planner is told


def test_the_week_is_told_by_the_persons_hours_where_nothing_is_learned(room: AdvisedPerson) -> None:
    start_ms = round((MONDAY + 43 * DAY) * 1000)
    told = room.adviser().week(at(NOW), start_ms, 96)
    assert set(told.basis) == {Basis.HOURS}
    assert told.minutes[9 * 4] > told.minutes[14 * 4] + 1
    [part] = told.parts
    assert part.kind is ReasonKind.HOURS
    assert np.allclose(np.array(told.minutes) - np.array(part.minutes), told.minutes[0] - part.minutes[0])


def test_without_any_history_every_slot_counts_the_same() -> None:
    told = AdvisedPerson().adviser().week(at(NOW), round(NOW * 1000), 8)
    assert set(told.basis) == {Basis.EVEN}
    assert len(set(told.minutes)) == 1
    assert (told.parts, told.run) == ((), 0)


def test_who_never_did_anything_that_counts_as_focused_is_somebody_of_whom_nothing_is_known() -> None:
    found = AdvisedPerson()
    found.rows.all = [one._replace(category=0) for one in worked_days(43) if one.end_ms <= NOW * 1000]
    told = found.adviser().week(at(NOW), round(NOW * 1000), 8)
    assert (set(told.basis), set(told.minutes)) == ({Basis.EVEN}, {NOTHING_KNOWN})


def test_where_the_learned_forecast_is_silent_the_hours_speak_from_the_same_mean(room: AdvisedPerson) -> None:
    start_s = MONDAY + 43 * DAY + SLOT_S * np.arange(96, dtype=np.float64)
    adds = np.full(96, 2.0)
    nothing = np.zeros(96)
    silent = np.arange(96) >= 48
    learned = Chances(
        start_s, nothing, nothing, nothing, 11.0 + adds, silent, (Part(ReasonKind.LATELY, adds, nothing),)
    )
    usual = usual_hours(stream(room.rows.all, WEIGHTS))
    assert usual is not None
    told = week_ahead(Ahead(start_s, start_s), learned, usual, 7)
    assert told.basis[:48] == (Basis.LEARNED,) * 48
    assert told.basis[48:] == (Basis.HOURS,) * 48
    assert told.run == 7
    assert told.minutes[0] == pytest.approx(13.0)
    hours = usual.minutes - usual.mean_minutes
    assert told.minutes[60] == pytest.approx(np.clip(11.0 + hours[24 + 15], 0, 15))  # a Tuesday, 15:00
