"""What change detection and habits find in histories where there is nothing, and where something was planted.

    python tests/benchmarks/routines.py [--shuffled N] [--people N] [--days N]

People are seeds of the made-up history. Shuffled: for changes, days change places with equal weekdays; for habits, what
was in front changes places among all moments. Planted: a change of stated size from a day on; an app opened in seven
of ten stretches that have another one, an app begun with, an app of Mondays.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

import numpy as np  # noqa: E402  (the path and the threads are set just above)
from helpers.routines import NAMES, day_shuffled, hours_shuffled, plant_change, plant_habits, time_shuffled  # noqa: E402
from helpers.simulated import LAST_DAY, simulated  # noqa: E402

from engine.domain.routines import Change, DayPart, Measure  # noqa: E402
from engine.insights.routines.changes import find_changes  # noqa: E402
from engine.insights.routines.daily import daily_values  # noqa: E402
from engine.insights.routines.habits import find_habits  # noqa: E402
from engine.insights.routines.sessions import sessions_of  # noqa: E402
from engine.insights.routines.shapes import day_shapes  # noqa: E402

PLANTED = (
    ((Measure.SWITCHES, DayPart.MORNING), 1.4),
    ((Measure.SWITCHES, DayPart.MORNING), 1.7),
    ((Measure.ACTIVE, DayPart.DAY), 0.8),
    ((Measure.FOCUS, DayPart.DAY), 0.7),
    ((Measure.START, DayPart.DAY), 1.06),
)
"""By how much each measure is multiplied from two thirds of the days on."""
NEAR_DAYS = 10


def changes(shuffled: int, people: int, days: int) -> None:
    """Print how often anything is found in shuffled days, and what is found of what was planted."""
    each = [daily_values(simulated(seed, days).stream) for seed in range(1, people + 1)]
    false = 0
    for number in range(shuffled):
        daily = day_shuffled(each[number % people], np.random.default_rng(number))
        false += bool(find_changes(daily, np.random.default_rng(10_000 + number)))
    print(f"Changes, {days} days: anything found in {false} of {shuffled} shuffled histories ({false / shuffled:.1%})")
    as_made = sum(bool(find_changes(one, np.random.default_rng(1))) for one in each)
    print(f"  in {as_made} of {people} histories as they are made, without any planted change")
    found = right = 0
    for key, factor in PLANTED:
        hits = 0
        for seed, daily in enumerate(each):
            planted, since = plant_change(daily, key, factor)
            told = find_changes(planted, np.random.default_rng(seed))
            good = [one for one in told if one.measure is key[0] and abs((one.since - since).days) <= NEAR_DAYS]
            hits, found, right = hits + bool(good), found + len(told), right + len(good)
        print(f"  planted {key[0].value} of {key[1].value} x {factor}: recall {hits}/{people}")
    print(f"  precision over all of them {right}/{found}")
    moved = LAST_DAY - timedelta(days=days // 3)
    seeds = range(1, people + 1)
    moves = [find_changes(daily_values(simulated(s, days, moved).stream), np.random.default_rng(s)) for s in seeds]
    near = sum(any(_near(one.since, moved) for one in some) for some in moves)
    print(f"  a new job: found within {NEAR_DAYS} days in {near} of {people}, elsewhere {_elsewhere(moves, moved)}")


def _near(since: date, planted: date) -> bool:
    return abs((since - planted).days) <= NEAR_DAYS


def _elsewhere(told: list[list[Change]], moved: date) -> int:
    return sum(not _near(one.since, moved) for some in told for one in some)


def habits(shuffled: int, people: int, days: int) -> None:
    """Print how often anything is found where everything changed places, and what is found of what was planted."""
    each = [simulated(seed, days).stream for seed in range(1, people + 1)]
    false = 0
    for number in range(shuffled):
        stream = time_shuffled(each[number % people], np.random.default_rng(number))
        false += bool(find_habits(sessions_of(stream, NAMES), np.random.default_rng(number)))
    print(f"Habits, {days} days: anything found in {false} of {shuffled} shuffled histories ({false / shuffled:.1%})")
    hits = wanted = right = found = 0
    for seed, stream in enumerate(each):
        mixed = time_shuffled(stream, np.random.default_rng(seed))
        sessions, planted = plant_habits(sessions_of(mixed, NAMES), np.random.default_rng(seed))
        told = find_habits(sessions, np.random.default_rng(seed))
        hits += sum(any(one.is_in(habit) for habit in told) for one in planted)
        wanted += len(planted)
        found, right = found + len(told), right + sum(any(one.is_in(habit) for one in planted) for habit in told)
    print(f"  planted: recall {hits}/{wanted}, precision {right}/{found}")


def shapes(shuffled: int, people: int, days: int) -> None:
    """Print which kinds of day are found, and how often where each day's hours changed places."""
    clear = 0
    for seed in range(1, people + 1):
        stream = simulated(seed, days).stream
        found = day_shapes(stream, daily_values(stream), NAMES.categories, np.random.default_rng(seed))
        clear += bool(found.shapes)
        sizes = ", ".join(str(len(one.days)) for one in found.shapes)
        print(f"  {found.method} {found.silhouette:.2f} (by chance {found.chance:.2f}): {sizes} days")
    print(f"Kinds of day: clear in {clear} of {people}")
    false = 0
    for number in range(shuffled // 10):
        stream = simulated(number % people + 1, days).stream
        dice = np.random.default_rng(number)
        mixed = hours_shuffled(stream.rows((stream.day - 1) % 7 < 5), dice)
        false += bool(day_shapes(mixed, daily_values(mixed), NAMES.categories, dice).shapes)
    print(f"  with the hours of working days changed places: in {false} of {shuffled // 10}")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shuffled", type=int, default=200)
    parser.add_argument("--people", type=int, default=10)
    parser.add_argument("--days", type=int, default=120)
    wanted = parser.parse_args()
    for part in (changes, habits, shapes):
        part(wanted.shuffled, wanted.people, wanted.days)
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
