"""Change detection: silent where there is nothing, right where something changed, plain on little history."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from helpers.routines import day_shuffled, plant_change
from helpers.simulated import LAST_DAY, simulated

from engine.domain.routines import DayPart, Measure
from engine.insights.routines.changes import find_changes
from engine.insights.routines.daily import Daily, daily_values
from engine.mind.stream.build import EMPTY


def made_up(days: int, dice: np.random.Generator) -> Daily:
    """Return working days whose Mondays are longer, with nothing else to find."""
    first = date(2026, 1, 5).toordinal()
    numbers = np.array([first + at for at in range(days) if (first + at - 1) % 7 < 5])
    weekday = (numbers - 1) % 7
    keys = [(measure, DayPart.DAY) for measure in (Measure.ACTIVE, Measure.SWITCHES, Measure.START)]
    return Daily(numbers, {key: 400 + 80 * (weekday == 0) + dice.normal(0, 40, len(numbers)) for key in keys})


def test_a_change_is_found_with_its_day_and_figures() -> None:
    key = (Measure.SWITCHES, DayPart.DAY)
    planted, since = plant_change(made_up(120, np.random.default_rng(1)), key, 1.2)
    (found,) = find_changes(planted, np.random.default_rng(2))
    assert (found.measure, found.part) == key
    assert abs((found.since - since).days) <= 5
    assert found.earliest <= found.since <= found.latest + timedelta(days=1)
    values = np.array([value for _, value in found.values])
    assert found.before == values[: found.days_before].mean()
    assert found.after == values[found.days_before :].mean()
    assert found.low < 80 < found.high
    assert found.p <= 0.05


def test_weekdays_alone_are_no_change() -> None:
    daily = made_up(120, np.random.default_rng(3))
    later = daily.days >= daily.days[len(daily.days) // 2]
    kept = ~(later & ((daily.days - 1) % 7 == 0))  # no Mondays in the second half: the mean falls, no weekday does
    without = Daily(daily.days[kept], {key: values[kept] for key, values in daily.series.items()})
    assert find_changes(without, np.random.default_rng(0)) == []


def test_days_that_follow_from_their_weekday_have_no_change() -> None:
    days = made_up(120, np.random.default_rng(4)).days
    values = ((days - 1) % 7).astype(np.float64)
    assert find_changes(Daily(days, {(Measure.ACTIVE, DayPart.DAY): values}), np.random.default_rng(0)) == []


def test_few_of_many_shuffled_histories_give_anything() -> None:
    false = sum(
        bool(find_changes(day_shuffled(made_up(90, np.random.default_rng(n)), np.random.default_rng(n)),
                          np.random.default_rng(100 + n), 199))
        for n in range(40)
    )  # fmt: skip
    assert false <= 6


def test_a_made_up_person_who_changes_jobs() -> None:
    moved = LAST_DAY - timedelta(days=40)
    found = find_changes(daily_values(simulated(1, 90, moved).stream), np.random.default_rng(0))
    assert any(abs((one.since - moved).days) <= 7 for one in found)


def test_little_or_no_history_gives_nothing() -> None:
    assert find_changes(daily_values(EMPTY), np.random.default_rng(0)) == []
    one_day = simulated(1, 90).stream
    assert find_changes(daily_values(one_day.rows(one_day.day == one_day.day[-1])), np.random.default_rng(0)) == []
