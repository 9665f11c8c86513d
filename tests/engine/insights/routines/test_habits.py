"""Habits: planted ones are found, chance is not sold as one, and nothing is said of little history."""

from __future__ import annotations

import numpy as np
from helpers.routines import NAMES, plant_habits, time_shuffled
from helpers.simulated import simulated

from engine.insights.routines.habits import find_habits
from engine.insights.routines.sessions import sessions_of
from engine.mind.stream.build import EMPTY


def test_planted_habits_are_found_among_things_in_any_order() -> None:
    mixed = time_shuffled(simulated(3, 90).stream, np.random.default_rng(1))
    sessions, planted = plant_habits(sessions_of(mixed, NAMES), np.random.default_rng(2))
    found = find_habits(sessions, np.random.default_rng(3))
    assert sum(any(one.is_in(habit) for habit in found) for one in planted) >= len(planted) - 1
    for habit in found:
        assert any(one.is_in(habit) for one in planted)
        assert habit.lift >= 1.25
        assert 0 < len(habit.days) <= habit.times <= habit.of <= habit.sessions
        assert habit.p <= 0.05


def test_things_in_any_order_rarely_give_anything() -> None:
    stream = simulated(3, 90).stream
    false = 0
    for number in range(8):
        mixed = sessions_of(time_shuffled(stream, np.random.default_rng(number)), NAMES)
        false += bool(find_habits(mixed, np.random.default_rng(number), 99))
    assert false <= 3


def test_an_app_and_its_category_are_no_habit() -> None:
    found = find_habits(sessions_of(simulated(3, 90).stream, NAMES), np.random.default_rng(1))
    assert found
    assert not any({habit.first.name, habit.then.name} == {"thunderbird", "Email"} for habit in found)


def test_little_or_no_history_gives_nothing() -> None:
    assert find_habits(sessions_of(EMPTY, NAMES), np.random.default_rng(0)) == []
    stream = simulated(3, 90).stream
    one_day = stream.rows(stream.day == stream.day[-1])
    assert find_habits(sessions_of(one_day, NAMES), np.random.default_rng(0)) == []
