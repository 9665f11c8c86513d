"""Shared weeks: is the noise exact, how far off are figures, does the budget hold, what does an attacker gain?

    python tests/benchmarks/share_week.py [--draws 1000000] [--days 365] [--sequences 200] [--trials 20000]

Draws come from `secrets`, at the scale of a report of epsilon 1. Weeks are those of a made-up year, labelled by the
starter rules, 30 to 50 hours each; an error is what a noisy figure differs by from the time recorded for its group. The
whole day: the noise that would hide a day instead of a quarter-hour, for several ways to bound what a day can hold.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from functools import partial
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import opendp.prelude as opendp  # noqa: E402  (the path is set just above)
from benchmarks.figures import Figure, show  # noqa: E402
from helpers.chi_square import against_sample, against_theory  # noqa: E402
from helpers.share_attack import bound, success  # noqa: E402
from helpers.share_misuse import Misuse, most_spent  # noqa: E402
from helpers.share_room import ShareRoom  # noqa: E402

from engine.bootstrap import build_engine  # noqa: E402
from engine.bootstrap.sharing import group_now  # noqa: E402
from engine.domain.days import day_start_ms  # noqa: E402
from engine.domain.presence import Presence  # noqa: E402
from engine.domain.sharing import BLOCK_MS, MILLION  # noqa: E402
from engine.paths import ProfilePaths  # noqa: E402
from engine.sharing.noise.laplace import beyond, discrete_laplace, half_width  # noqa: E402
from engine.sharing.week.amounts import BLOCK_SECONDS, amounts_of, in_all  # noqa: E402
from engine.sharing.week.counting import block_range  # noqa: E402
from engine.sharing.week.figures import noise_scale  # noqa: E402
from engine.storage.database import Database  # noqa: E402
from engine.storage.stream import StreamReader  # noqa: E402

SCALE = noise_scale(MILLION)
WEEK_HOURS = (30, 50)
REACH = 20_000
DAYS = {"8 hours, added or removed": 8, "8 hours, replaced": 16, "24 hours, replaced": 48}
EIGHT_HOURS = 8 * 3_600
Week = tuple[dict[str, int], dict[str, int]]  # seconds as shared before noise, and milliseconds recorded


def chance(value: int, scale: Fraction) -> float:
    """Return the chance of a value by the theory."""
    return math.tanh(1 / (2 * float(scale))) * math.exp(-abs(value) / float(scale))


def sampler(draws: int, scale: Fraction) -> list[Figure]:
    """Compare our draws with the theory and with another library's, value by value."""
    ours = [discrete_laplace(scale) for _ in range(draws)]
    opendp.enable_features("contrib")
    space = opendp.vector_domain(opendp.atom_domain(T=int)), opendp.l1_distance(T=int)
    measurement = opendp.m.make_laplace(*space, scale=float(scale))
    theirs = measurement([0] * draws)
    width = half_width(scale)
    theory = partial(chance, scale=scale)
    wanted = 1 - float(beyond(width, scale))
    return [
        Figure(f"chi-square p against theory, {draws:,} draws", against_theory(ours, theory, REACH), "above 0.01"),
        Figure("chi-square p against OpenDP's draws", against_sample(ours, theirs), "above 0.01"),
        Figure("OpenDP's draws against theory", against_theory(theirs, theory, REACH)),
        Figure("share within the 95 % interval", sum(abs(one) <= width for one in ours) / draws, f"{wanted:.4f}"),
    ]


def reckoned() -> list[Figure]:
    """Return what epsilon OpenDP reckons for a quarter-hour of one group that becomes another's."""
    opendp.enable_features("contrib")
    space = opendp.vector_domain(opendp.atom_domain(T=int)), opendp.l1_distance(T=int)
    measurement = opendp.m.make_laplace(*space, scale=float(SCALE))
    epsilon = measurement.map(2 * BLOCK_SECONDS)  # type: ignore[no-untyped-call]
    return [Figure("epsilon of a report by OpenDP's reckoning", epsilon, "1")]


def weeks_of(days: int) -> Iterator[Week]:
    """Yield the weeks of a made-up year."""
    with tempfile.TemporaryDirectory() as folder:
        paths = ProfilePaths(Path(folder) / "profile", encrypts=False)
        engine = build_engine(paths)
        engine.rules.install(engine.rules.starter("en"))
        engine.demo.fill(days, 1)
        engine.rules.relabel_all()
        first, rule = engine.sharing.last_week(), engine.history.rule()
        engine.close()
        database = Database.open(paths.database)
        for number in range(days // 7 - 1):
            monday = first - timedelta(weeks=number)
            yield _week(database, day_start_ms(monday, rule), day_start_ms(monday + timedelta(weeks=1), rule))
        database.close()


def _week(database: Database, start_ms: int, end_ms: int) -> Week:
    blocks, group = block_range(start_ms, end_ms), group_now(database)
    rows = StreamReader(database).rows(blocks.start * BLOCK_MS, blocks.stop * BLOCK_MS)
    true: Counter[str] = Counter()
    for row in rows:
        if row.presence is Presence.ACTIVE:
            true[group(row.category)] += row.end_ms - row.start_ms
    return in_all(amounts_of(rows, blocks, group)), dict(true)


def errors(weeks: list[Week], scale: Fraction, repeats: int, least_ms: int = 1) -> list[float]:
    """Return by how much figures of groups with so much time are off as drawn, as shares of that time."""
    below = random.Random(9).randrange
    return [
        abs((seconds[name] + discrete_laplace(scale, below)) * 1_000 - length) / length
        for seconds, true in weeks
        for name, length in true.items()
        if length >= least_ms
        for _ in range(repeats)
    ]


def accuracy(days: int) -> list[Figure]:
    """Measure how far off figures are, and what hiding a whole day would cost."""
    weeks = [one for one in weeks_of(days) if WEEK_HOURS[0] * 3.6e6 <= sum(one[1].values()) <= WEEK_HOURS[1] * 3.6e6]
    hours = median(sum(true.values()) / 3.6e6 for _, true in weeks)
    found = [
        Figure("weeks measured", len(weeks)),
        Figure("median hours of a week", hours, "40"),
        Figure("groups of a week, on average", sum(len(true) for _, true in weeks) / len(weeks), "6"),
        Figure("median error of a figure, %", 100 * median(errors(weeks, SCALE, 20)), "10 or less"),
        Figure("... of figures over 2 hours, %", 100 * median(errors(weeks, SCALE, 20, 7_200_000))),
        Figure("... before noise is added, %", 100 * median(_without_noise(weeks))),
        Figure("... of six like figures of 40 hours, %", 100 * median(errors([_even()], SCALE, 4_000)), "10 or less"),
    ]
    for name, hours_changed in DAYS.items():
        scale = Fraction(hours_changed * 3_600)
        found += [
            Figure(f"hiding a day ({name}), %", 100 * median(errors(weeks, scale, 5))),
            Figure("... of six like figures, %", 100 * median(errors([_even()], scale, 4_000))),
        ]
    eight = {"a": EIGHT_HOURS}, {"a": EIGHT_HOURS * 1_000}
    replaced = 100 * median(errors([eight], Fraction(2 * EIGHT_HOURS), 20_000))
    return [*found, Figure("... a day of 8 hours replaced, of a figure of 8 hours, %", replaced, "139: 2 ln 2")]


def _without_noise(weeks: list[Week]) -> list[float]:
    return [
        abs(seconds[name] * 1_000 - length) / length
        for seconds, true in weeks
        for name, length in true.items()
        if length
    ]


def _even() -> Week:
    each = 40 * 3_600 // 6
    names = [str(number) for number in range(6)]
    return dict.fromkeys(names, each), dict.fromkeys(names, each * 1_000)


def ledger(sequences: int) -> list[Figure]:
    """Misuse profiles at random, and count what got out."""
    chances, worst, files = random.Random(2), 0, 0
    ways = sorted(name for name in vars(Misuse) if not name.startswith("_"))
    for _ in range(sequences):
        with tempfile.TemporaryDirectory() as folder:
            misuse = Misuse(ShareRoom(Path(folder) / "profile", chances.randrange(1 << 30)))
            misuse.room.record()
            for _ in range(30):
                getattr(misuse, chances.choice(ways))(chances.randrange(6))
            misuse.room.close()
        worst, files = max(worst, most_spent(misuse.got_out)), files + len(misuse.got_out)
    return [
        Figure(f"{sequences} sequences of 30 misuses: files that got out", files),
        Figure("most epsilon on one month of data", worst, "4 or less"),
    ]


def attack(trials: int) -> list[Figure]:
    """Guess one quarter-hour from all files, knowing all else."""
    return [
        Figure(
            f"guessed right with {files} file{'s' * (files > 1)}, %",
            100 * success(files, trials, files),
            f"{100 * bound(files):.1f} or less (epsilon {files})",
        )
        for files in (1, 2, 3, 4)
    ]


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--draws", type=int, default=1_000_000)
    options.add_argument("--days", type=int, default=365)
    options.add_argument("--sequences", type=int, default=200)
    options.add_argument("--trials", type=int, default=20_000)
    given = options.parse_args()
    show("Noise of scale 2", sampler(given.draws, Fraction(2)))
    show("\nNoise of a report of epsilon 1, scale 1,800 seconds", [*sampler(given.draws, SCALE), *reckoned()])
    show("\nFigures of a week, epsilon 1", accuracy(given.days))
    show("\nBudget", ledger(given.sequences))
    show("\nAttack on one quarter-hour, half and half beforehand", attack(given.trials))


if __name__ == "__main__":
    main()
