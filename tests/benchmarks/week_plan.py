"""How long the best week takes to find, that it is the best, and what it is worth to people whose rhythm is known.

    python tests/benchmarks/week_plan.py [--people N] [--weeks N] [--known DAYS] [--parts speed crowded exact gain]

Nothing is read; people and weeks are seeds. speed: seven days of 96 slots with thirty flexible blocks and ten hours of
focus beside them, found and proven. crowded: the same in a working week that cannot hold them, where the search may be
cut off. exact: 500 small weeks against trying everything. gain: focused minutes expected by the hidden rhythm in ten
hours a week, against always nine to eleven (what a meeting takes is made up for right after) and the first time free.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

import numpy as np  # noqa: E402  (the path and the threads are set just above)
from helpers.large_weeks import LargeWeek, large_week  # noqa: E402
from helpers.planned_weeks import FIRST, NINE, OURS, RHYTHM, mondays, week_gains  # noqa: E402
from helpers.simulated import simulated  # noqa: E402
from helpers.small_weeks import best_of_all, greedy_week, keeps_limits, small_week  # noqa: E402

from engine.mind.measures.bootstrap import Estimate, resampled  # noqa: E402
from engine.planning.week.optimise import best_week, total  # noqa: E402
from engine.planning.week.slots import Values  # noqa: E402

_INSTANCES, _SMALL = 10, 500


def speed(wanted: argparse.Namespace) -> None:
    """Print how long large weeks take."""
    _timed("7 days x 96 slots, 30 flexible blocks", [large_week(seed) for seed in range(_INSTANCES)])


def crowded(wanted: argparse.Namespace) -> None:
    """Print the same for a working week that is too short for all of it."""
    _timed("9 to 17 on workdays, too short for all", [large_week(seed, (9, 17), 5) for seed in range(_INSTANCES)])


def exact(wanted: argparse.Namespace) -> None:
    """Print how many small weeks are as good as the best of all there are."""
    equal = proven = kept = 0
    for seed in range(_SMALL):
        week = small_week(seed)
        found = best_week(week.wanted, week.day, week.limits, 60.0)
        equal += abs(found.worth - best_of_all(week)) < 1e-6
        proven += found.exact
        kept += keeps_limits(week, found.pieces)
    _say(f"Small weeks: {equal} of {_SMALL} equal to trying everything, {proven} proven, {kept} within all limits")


def gain(wanted: argparse.Namespace) -> None:
    """Print what a suggested week is worth by the hidden rhythm."""
    each: list[dict[str, tuple[float, float]]] = []
    for seed in range(1, wanted.people + 1):
        person = simulated(seed, wanted.known + 7 * (wanted.weeks + 2))
        weeks = [week_gains(person, monday, wanted.known) for monday in mondays(wanted.weeks)]
        each.append({name: _mean([week[name] for week in weeks]) for name in weeks[0]})
    _say(f"Ten hours a week, {wanted.people} people, {wanted.weeks} weeks each, {wanted.known} days known")
    for which, measure in enumerate(("minutes in focused quarters of an hour", "minutes of focused work")):
        _say(f"  {measure}, a week:")
        for name in (OURS, NINE, FIRST, RHYTHM):
            _say(f"    {name:22} {np.mean([one[name][which] for one in each]):6.1f}")
        for name in (OURS, RHYTHM):
            for other in (NINE, FIRST):
                ours, theirs = (np.array([one[key][which] for one in each]) for key in (name, other))
                _say(f"    {name:22} over {other:16} {_more(ours, theirs)}{' (wanted: 0.20)' if name == OURS else ''}")


def _more(ours: Values, theirs: Values) -> Estimate:
    """Return by which share all of ours together are more than theirs, over people."""
    return resampled(lambda at: float(ours[at].sum() / theirs[at].sum() - 1), np.arange(len(ours)))


def _mean(weeks: list[tuple[float, float]]) -> tuple[float, float]:
    first, second = (float(np.mean(one)) for one in zip(*weeks, strict=True))
    return first, second


def _timed(title: str, weeks: list[LargeWeek]) -> None:
    walls, cpus, proven, beyond, short = [], [], 0, [], []
    for week in weeks:
        wall, cpu = perf_counter(), process_time()
        found = best_week(week.wanted, week.day, week.limits)
        walls.append(perf_counter() - wall)
        cpus.append(process_time() - cpu)
        proven += found.exact
        short.append(found.short)
        greedy = greedy_week(week.wanted, week.day, week.limits)
        beyond.append(len(found.pieces) - len(greedy))
        if found.worth < total(week.wanted, greedy) - 1e-6:
            raise SystemExit("worse than greedy")
    _say(
        f"{title}: {np.median(walls):.2f} s median, {max(walls):.2f} s at most ({np.median(cpus):.2f} and "
        f"{max(cpus):.2f} s of processor time); {proven} of {len(weeks)} proven best; "
        f"nothing better by more than {np.median(short):.1f} minutes (median; {max(short):.0f} at most); "
        f"{np.mean(beyond):+.1f} pieces against greedy"
    )


PARTS: dict[str, Callable[[argparse.Namespace], None]] = {
    "speed": speed,
    "crowded": crowded,
    "exact": exact,
    "gain": gain,
}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=12)
    parser.add_argument("--weeks", type=int, default=3)
    parser.add_argument("--known", type=int, default=90)
    parser.add_argument("--parts", nargs="*", choices=PARTS, default=list(PARTS))
    wanted = parser.parse_args()
    for part in wanted.parts:
        PARTS[part](wanted)
    return 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
