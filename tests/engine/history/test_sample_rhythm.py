"""The hidden truth behind sample days: the same for a seed, told for every slot, and really lived by."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from engine.domain.activity import Activity
from engine.domain.clock import Instant
from engine.domain.days import DayRule, day_of
from engine.domain.presence import Presence
from engine.history.sample_days import hidden_truth, sample_days
from engine.history.sample_person import FOCUS_WORK, Person
from engine.history.sample_rhythm import SLOT_MS, HiddenSlot

ZONE = "Europe/Berlin"
NOW = Instant(1_795_185_000_000, 0, 0, ZONE)  # 2026-11-20 15:30 in Berlin
TODAY = day_of(NOW.wall_ms, DayRule(ZONE))


@pytest.fixture(scope="module")
def truth() -> list[HiddenSlot]:
    return hidden_truth(90, 1, NOW)


@pytest.fixture(scope="module")
def days() -> list[Activity]:
    return list(sample_days(90, 1, NOW))


def test_the_truth_is_told_of_every_slot_in_order(truth: list[HiddenSlot]) -> None:
    assert len(truth) == 90 * 96
    starts = [slot.start_ms for slot in truth]
    assert starts == sorted(set(starts))
    assert all(start % SLOT_MS == 0 for start in starts)
    assert all(0 < slot.chance < 1 and 0 < slot.usual < 1 and 0 <= slot.there < 1 for slot in truth)


def test_the_truth_is_the_same_for_a_seed_and_whatever_the_number_of_days(truth: list[HiddenSlot]) -> None:
    assert hidden_truth(7, 1, NOW) == truth[-7 * 96 :]
    assert hidden_truth(7, 2, NOW) != truth[-7 * 96 :]


def test_slots_are_focused_as_often_as_their_chances_say(truth: list[HiddenSlot]) -> None:
    worked = [slot for slot in truth if slot.work in FOCUS_WORK]
    for low, high in ((0.0, 0.35), (0.35, 0.6), (0.6, 1.0)):
        some = [slot for slot in worked if low <= slot.there < high]
        assert len(some) > 50
        expected = sum(slot.there for slot in some) / len(some)
        assert sum(slot.focused for slot in some) / len(some) == pytest.approx(expected, abs=0.12)


def test_what_makes_focus_harder_lowers_the_chance(truth: list[HiddenSlot]) -> None:
    hectic = [slot.chance / slot.usual for slot in truth if slot.hectic]
    calm = [slot.chance / slot.usual for slot in truth if not slot.hectic]
    assert sum(hectic) / len(hectic) < 0.7 * sum(calm) / len(calm)


def test_focused_slots_look_focused(truth: list[HiddenSlot], days: list[Activity]) -> None:
    switches: Counter[int] = Counter()
    for before, after in pairwise(days):
        if before.end_ms == after.start_ms and before.what.app != after.what.app:
            switches[after.start_ms // SLOT_MS] += 1
    worked = [slot for slot in truth if slot.work in FOCUS_WORK]
    rates = {
        focused: [switches[slot.start_ms // SLOT_MS] for slot in worked if slot.focused == focused]
        for focused in (True, False)
    }
    assert sum(rates[True]) / len(rates[True]) < 0.5 * sum(rates[False]) / len(rates[False])


def test_people_differ_in_their_good_hours() -> None:
    rhythms = [Person(seed).job(TODAY).rhythm.hours for seed in range(12)]
    best = {max(range(8, 19), key=lambda hour, one=rhythm: one[24 + hour]) for rhythm in rhythms}  # type: ignore[misc]
    assert len(best) >= 3


def test_a_new_job_changes_apps_hours_and_documents_from_its_day_on() -> None:
    new_job = date(2026, 10, 20)
    moved = list(sample_days(60, 1, NOW, new_job=new_job))
    stayed = list(sample_days(60, 1, NOW))
    before_ms = (new_job - timedelta(days=1) - date(1970, 1, 1)) // timedelta(milliseconds=1)
    assert [one for one in moved if one.end_ms < before_ms] == [one for one in stayed if one.end_ms < before_ms]

    def used(activities: list[Activity], what: str) -> set[str]:
        later = (one for one in activities if one.start_ms > before_ms + 2 * 86_400_000)
        return {getattr(one.what, what) for one in later if one.what.presence is Presence.ACTIVE}

    assert len(used(moved, "app") - used(stayed, "app")) >= 5
    assert "code" not in used(moved, "app")
    assert len(used(moved, "title") & used(stayed, "title")) < 0.1 * len(used(moved, "title"))
    assert hidden_truth(3, 1, NOW, new_job=new_job) != hidden_truth(3, 1, NOW)
