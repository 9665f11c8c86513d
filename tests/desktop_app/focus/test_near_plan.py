"""Which block a session can be held for."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.focus.near_plan import NearPlan, timing_until
from engine.domain.blocks import About, Block, Occurrence
from engine.domain.intervals import Interval

MINUTE = 60_000


def _planned(number: int, start: int, end: int) -> Occurrence:
    interval = Interval(start * MINUTE, end * MINUTE)
    return Occurrence(interval, Block(About(title=str(number)), interval, "UTC", id=number), interval.start_ms)


def _near(*planned: Occurrence) -> NearPlan:
    plan = NearPlan()
    plan.know(planned, 0)
    return plan


def test_the_block_under_way_or_about_to_start() -> None:
    plan = _near(_planned(1, 0, 60), _planned(2, 70, 90))
    assert plan.at(30 * MINUTE) == _planned(1, 0, 60)
    assert plan.at(60 * MINUTE) == _planned(2, 70, 90)
    assert plan.at(90 * MINUTE) is None
    assert _near(_planned(1, 30, 60)).at(14 * MINUTE) is None


def test_what_leaves_the_time_free_is_not_offered() -> None:
    one = _planned(1, 0, 60)
    assert _near(replace(one, block=replace(one.block, busy=False))).at(0) is None
    assert _near(replace(one, block=replace(one.block, all_day=True))).at(0) is None


def test_a_block_by_its_number_at_its_nearest_time() -> None:
    plan = _near(_planned(1, 0, 10), _planned(1, 100, 110), _planned(2, 50, 60))
    assert plan.of_block(1, 20 * MINUTE) == _planned(1, 100, 110)
    assert plan.of_block(3, 0) is None


def test_it_is_read_anew_when_it_is_old() -> None:
    plan = NearPlan()
    assert plan.is_old(0)
    plan.know((), 0)
    assert not plan.is_old(5_000)
    assert plan.is_old(60_000)
    assert plan.is_old(-1)  # the clock was set back


def test_a_session_lasts_until_the_block_is_over() -> None:
    assert timing_until(50 * MINUTE, 20 * MINUTE).work == 30
    assert timing_until(0, MINUTE).work == 1
    assert timing_until(5_000 * MINUTE, 0).work == 480
