"""The sample: the same for a seed, shaped like real days, and fit for storage."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import timedelta
from statistics import median

import pytest

from engine.domain.activity import Activity
from engine.domain.clock import Instant
from engine.domain.days import DayRule, day_bounds, day_of
from engine.domain.presence import Presence
from engine.history.day import summarise
from engine.history.sample_days import SAMPLE_SOURCE, sample_days

RULE = DayRule("Europe/Berlin")
FRIDAY_AFTERNOON = Instant(1_795_185_000_000, 0, 0, RULE.zone)  # 2026-11-20 15:30 in Berlin
SATURDAY_NIGHT = Instant(1_795_300_200_000, 0, 0, RULE.zone)  # 2026-11-21 23:30 in Berlin
JUST_PAST_MIDNIGHT = Instant(1_795_302_001_000, 0, 0, RULE.zone)


@pytest.fixture(scope="module")
def year() -> list[Activity]:
    return list(sample_days(365, 1, FRIDAY_AFTERNOON))


def test_the_same_seed_gives_the_same_days_and_another_one_others() -> None:
    assert list(sample_days(3, 7, FRIDAY_AFTERNOON)) == list(sample_days(3, 7, FRIDAY_AFTERNOON))
    assert list(sample_days(3, 7, FRIDAY_AFTERNOON)) != list(sample_days(3, 8, FRIDAY_AFTERNOON))


def test_a_longer_sample_ends_with_the_shorter_one(year: list[Activity]) -> None:
    week = list(sample_days(7, 1, FRIDAY_AFTERNOON))
    assert year[-len(week) :] == week


@pytest.mark.parametrize("seed", range(4))
def test_nothing_overlaps_and_everything_has_a_length(seed: int) -> None:
    sample = list(sample_days(120, seed, SATURDAY_NIGHT))
    assert all(before.end_ms <= after.start_ms for before, after in itertools.pairwise(sample))
    assert all(activity.length_ms > 0 for activity in sample)
    assert {activity.source for activity in sample} == {SAMPLE_SOURCE}


@pytest.mark.parametrize("now", [FRIDAY_AFTERNOON, SATURDAY_NIGHT])
def test_the_last_activity_is_active_and_ends_just_before_now(now: Instant) -> None:
    last = list(sample_days(2, 1, now))[-1]
    assert last.what.presence is Presence.ACTIVE
    assert last.end_ms == now.wall_ms - 2_000


def test_a_day_that_has_just_begun_is_no_trouble() -> None:
    sample = list(sample_days(9, 1, JUST_PAST_MIDNIGHT))
    assert sample
    assert max(activity.end_ms for activity in sample) <= JUST_PAST_MIDNIGHT.wall_ms


def test_neighbours_differ_or_they_would_be_one_activity(year: list[Activity]) -> None:
    touching = [(a, b) for a, b in itertools.pairwise(year) if a.end_ms == b.start_ms]
    same = [1 for before, after in touching if before.what == after.what]
    assert len(same) < len(touching) / 200  # only where one stretch of work follows another


def test_dwell_returns_and_days_are_like_real_ones(year: list[Activity]) -> None:
    active = [activity for activity in year if activity.what.presence is Presence.ACTIVE]
    assert 8 <= median(activity.length_ms / 1_000 for activity in active) <= 40
    apps = [active[0].what.app]
    for one in active:
        if one.what.app != apps[-1]:
            apps.append(one.what.app)
    returns = sum(1 for before, after in zip(apps, apps[2:], strict=False) if before == after)
    assert 0.5 <= returns / len(apps) <= 0.8
    assert 60 <= len(apps) / 365 <= 160


def test_few_apps_take_most_time_and_titles_come_in_both_languages(year: list[Activity]) -> None:
    lengths: Counter[str] = Counter()
    for activity in year:
        if activity.what.presence is Presence.ACTIVE:
            lengths[activity.what.app] += activity.length_ms
    assert len(lengths) >= 10
    assert sum(length for _, length in lengths.most_common(5)) > 0.6 * sum(lengths.values())
    chinese = sum(1 for activity in year if any("\u4e00" <= letter <= "\u9fff" for letter in activity.what.title))
    assert 0.05 < chinese / len(year) < 0.3


def test_weekends_are_light_and_nights_asleep(year: list[Activity]) -> None:
    today = day_of(FRIDAY_AFTERNOON.wall_ms, RULE)
    hours: dict[bool, list[float]] = {True: [], False: []}
    for back in range(1, 57):
        day = today - timedelta(days=back)
        bounds = day_bounds(day, RULE)
        near = [one for one in year if one.interval.clip(bounds)]
        hours[day.weekday() >= 5].append(summarise(near, day, RULE, FRIDAY_AFTERNOON).active_ms / 3_600_000)
    assert 5 <= median(hours[False]) <= 10
    assert median(hours[True]) < 2.5
    presences = Counter(activity.what.presence for activity in year)
    assert presences[Presence.SUSPENDED] > 100
    assert presences[Presence.LOCKED] > 200
    assert presences[Presence.IDLE] > 400
