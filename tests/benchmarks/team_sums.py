"""Team figures: are masked sums exact, whoever drops out, does one file alone tell anything, how far off is the noise?

    python tests/benchmarks/team_sums.py [--people 30] [--profiles 30] [--rounds 300] [--sets 20]

Profiles are real ones with made-up weeks, each with its own database; each step runs in a process of its own, as for a
person. Sets: who drops out, drawn at random, five at a time; all sets of five are tried on the masks themselves.
Rounds: of noise, at epsilon 1 and a cap of 40 hours. TenSEAL is measured where it is installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from math import log, log2
from pathlib import Path
from random import Random
from statistics import pstdev
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import numpy as np  # noqa: E402  (the path is set just above)
from benchmarks.figures import Figure, show  # noqa: E402
from helpers.masked_people import MaskedPeople, masked_people, roster_of  # noqa: E402
from helpers.team_room import MONDAY, TeamRoom  # noqa: E402
from scipy.stats import chi2  # noqa: E402

from engine.api import Engine  # noqa: E402
from engine.api.team import Team  # noqa: E402
from engine.bootstrap import build_engine  # noqa: E402
from engine.domain.sharing import GROUPS  # noqa: E402
from engine.domain.team import CAP_QUARTERS, TeamNeeds, TeamResult, fewest_of, withstood  # noqa: E402
from engine.paths import ProfilePaths  # noqa: E402
from engine.sharing.team.agreement import fresh_key  # noqa: E402
from engine.sharing.team.asking import MaskingProcess  # noqa: E402
from engine.sharing.team.masking import mask, masked, pair_seed, sign  # noqa: E402
from engine.sharing.team.noise_share import deviation, half_width, noise_share  # noqa: E402
from engine.sharing.team.parts import OWN, Keys, Request  # noqa: E402
from engine.sharing.team.shamir import secret_of, weights_of  # noqa: E402
from engine.sharing.team.unmasking import answer  # noqa: E402

OUT = 5
BYTES = 256
LONG, ALONE = 50_000, 20


class Noted(MaskingProcess):
    """The process of its own, with a note of what was contributed and what the sums were."""

    def __init__(self, given: dict[str, tuple[int, ...]], name: str) -> None:
        self.given, self.name = given, name
        self.sums: tuple[int, ...] = ()

    def contribute(self, key: str, roster: bytes, number: int, figures: Sequence[int]) -> bytes:
        self.given[self.name] = tuple(figures)
        return super().contribute(key, roster, number, figures)

    def total(
        self, key: str, roster: bytes, request: bytes, masked: Sequence[Mapping[str, Any]], answers: Sequence[bytes]
    ) -> tuple[int, ...]:
        self.sums = super().total(key, roster, request, masked, answers)
        return self.sums


def profiles(people: int, folder: Path) -> list[Figure]:
    """Go through one round of real profiles, five of which drop out."""
    given: dict[str, tuple[int, ...]] = {}
    engines = [lived(folder / f"profile-{number:02}", number) for number in range(people)]
    names = [f"P{number:02}" for number in range(people)]
    noted = [Noted(given, name) for name in names]
    teams = [Team(replace(engine.team._parts, masks=one)) for engine, one in zip(engines, noted, strict=True)]
    day, begun, lead = engines[0].sharing.last_week(), perf_counter(), teams[0]
    first = lead.begin("Trial", day, people, folder / "round").file
    steps = [[take(team, first, folder / f"join-{name}", name) for team, name in zip(teams, names, strict=True)]]
    roster = lead.close(steps[0], folder / "roster").file
    out = set(Random(0).sample(range(people), OUT))
    there = [number for number in range(people) if number not in out]
    steps.append([take(teams[number], roster, folder / f"given-{names[number]}") for number in there])
    needs = lead.combine(steps[1], folder / "request", without_missing=True)
    assert isinstance(needs, TeamNeeds)
    assert needs.file is not None
    steps.append([take(teams[number], needs.file, folder / f"answer-{names[number]}") for number in there])
    result = lead.combine(steps[2], folder / "result")
    assert isinstance(result, TeamResult)
    plain = tuple(map(sum, zip(*(given[names[number]] for number in there), strict=True)))
    seconds = perf_counter() - begun
    for engine in engines:
        engine.close()
    sizes = [steps[at][1].stat().st_size for at in range(3)]
    return [
        Figure(f"{people} profiles, {OUT} drop out: sums off by", float(gap(noted[0].sums, plain)), "0"),
        Figure("s for the whole round, one process a step", seconds),
        *(
            Figure(f"bytes of {what}", size)
            for what, size in zip(("joining", "a contribution", "an answer"), sizes, strict=True)
        ),
        Figure("bytes of the list", roster.stat().st_size),
        Figure("bytes of the request", needs.file.stat().st_size),
        Figure("epsilon", result.epsilon_millionths / 1e6),
    ]


def lived(folder: Path, seed: int) -> Engine:
    """Return a profile with three weeks of somebody."""
    engine = build_engine(ProfilePaths(folder, encrypts=False))
    engine.rules.install(engine.rules.starter("en"))
    engine.rules.relabel_all()
    engine.demo.fill(21, seed)
    engine.sharing.turn(on=True)
    return engine


def take(team: Team, file: Path, out: Path, name: str = "") -> Path:
    """Take a file."""
    return team.take(team.look(file), out, name).file


def gap(one: Sequence[int], other: Sequence[int]) -> int:
    """Return by how much they differ at the most."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def by_shares(people: int, sets: int) -> list[Figure]:
    """Put the sums together of as few shares as there may be, five dropping out at random."""
    dice, off = Random(1), 0
    figures = [[dice.randrange(0, 160) for _ in GROUPS] for _ in range(people)]
    for number in range(sets):
        there = masked_people(figures)
        out = frozenset(dice.sample(range(1, people + 1), OUT)) if number else frozenset[int]()
        plain = [
            sum(figures[one - 1][at] for one in there.roster.numbers if one not in out) for at in range(len(GROUPS))
        ]
        off = max(off, gap(there.sums(out), plain))
    return [Figure(f"{people} people, {sets} sets of {OUT} who drop out, by shares: off by", off, "0")]


def every_set(people: int) -> list[Figure]:
    """Take the masks off for every set of five there is, by numbers alone."""
    dice = np.random.default_rng(2)
    figures = dice.integers(0, 160, (people, len(GROUPS))).astype(np.uint64)
    there = masked_people([[int(one) for one in row] for row in figures])
    bare, pairs = _bare(there, people), _pairs(there, people)
    begun, off, count = perf_counter(), 0, 0
    with np.errstate(over="ignore"):
        for out in combinations(range(people), OUT):
            gone = list(out)
            inside = pairs[np.ix_(gone, gone)].sum(axis=(0, 1))  # cancels, as each pair is added and taken away
            left = (bare.sum(axis=0) - bare[gone].sum(axis=0)) - (pairs[:, gone].sum(axis=(0, 1)) - inside)
            plain = figures.sum(axis=0) - figures[gone].sum(axis=0)
            off += int((left != plain).any())
            count += 1
    return [
        Figure(f"sets of {OUT} tried of {people}, all there are", count),
        Figure("sets whose sums were off", off, "0"),
        Figure("s for them", perf_counter() - begun),
        Figure("colluding members withstood beside a lead who lies", withstood(people)),
    ]


def _bare(there: MaskedPeople, people: int) -> np.ndarray[tuple[int, int], np.dtype[np.uint64]]:
    """Return what each contributed with the own mask taken off, by shares of the seed."""
    request: Request = there.request()
    enough = request.there[-fewest_of(people) :]
    answers = {one: answer(request, one, there.keys[one], there.roster) for one in enough}
    weights, rows = weights_of(enough), []
    for number in there.roster.numbers:
        seed = secret_of({one: answers[one].shares[number][OWN] for one in enough}, weights)
        own = np.array(list(mask(seed, len(GROUPS))), dtype=np.uint64)
        rows.append(np.array(there.masked[number].figures, dtype=np.uint64) - own)
    return np.array(rows)


def _pairs(there: MaskedPeople, people: int) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint64]]:
    """Return what each added for each other."""
    found = np.zeros((people, people, len(GROUPS)), dtype=np.uint64)
    for one in there.roster.numbers:
        for other in there.roster.numbers:
            if one != other:
                seed = pair_seed(there.keys[one].mask, one, other, there.roster)
                words = np.array(list(mask(seed, len(GROUPS))), dtype=np.uint64)
                found[one - 1, other - 1] = words if sign(one, other) > 0 else np.uint64(0) - words
    return found


def alone() -> list[Figure]:
    """Look at contributions of the plainest figures there are, long enough to tell."""
    keys = {number: Keys(fresh_key(), fresh_key()) for number in (1, 2)}
    roster = roster_of(keys, LONG)
    drawn = [
        b"".join(word.to_bytes(8, "little") for word in masked([0] * LONG, 1, keys[1], roster, 2).figures)
        for _ in range(ALONE)
    ]
    size, statistic = len(drawn[0]), 0.0
    for one in drawn:
        statistic += sum((found - size / BYTES) ** 2 / (size / BYTES) for found in Counter(one).values())
    counts = Counter(drawn[0])
    short = 8 + sum(count / size * log2(count / size) for count in counts.values())
    same = sum(one == other for one, other in zip(drawn[0], drawn[1], strict=True)) / size
    p = float(chi2.sf(statistic, ALONE * (BYTES - 1)))
    return [
        Figure(f"chi-square p of {ALONE} contributions of noughts, {size:,} bytes each", p, "above 0.01"),
        Figure("millionths of a bit short of 8 bits of entropy a byte", short * 1e6, _short(size)),
        Figure("bytes alike in two of the same figures", same, f"{1 / BYTES:.5f}"),
    ]


def _short(size: int) -> str:
    return f"{(BYTES - 1) / (2 * size * log(2)) * 1e6:.0f} in so many random bytes"


def noise(people: int, rounds: int) -> list[Figure]:
    """Compare the noise of sums with the theory, with everybody there and with five who drop out."""
    whole = fewest_of(people)
    drawn = [[noise_share(CAP_QUARTERS, whole) for _ in range(people)] for _ in range(rounds)]
    found = []
    for there in (people, people - OUT, whole):
        totals = [sum(one[:there]) for one in drawn]
        width = half_width(CAP_QUARTERS, whole, there)
        within = sum(abs(one) <= width for one in totals) / rounds
        expected = deviation(CAP_QUARTERS, whole, there)
        found += [
            Figure(
                f"h of deviation, {there} of {people} there", pstdev(totals) / 4, f"{expected / 4:.1f} by the theory"
            ),
            Figure(f"within ±{width / 4:.0f} h, the 95 % interval", within, "0.95"),
        ]
    return found


def encrypted(people: int, folder: Path) -> list[Figure]:
    """Measure the encrypted variant."""
    if importlib.util.find_spec("tenseal") is None:
        sys.stdout.write("The extra encrypted-sums (TenSEAL) is not installed: not measured.\n")
        return []
    room = TeamRoom(folder, people, 3)
    begun = room.lead.team.encrypted.keys("Team", MONDAY, folder / "secret", folder / "keys")
    made = [one.team.encrypted.contribute(folder / "keys", folder / f"encrypted-{one.name}") for one in room.people]
    total = room.lead.team.encrypted.add(folder / "keys", [one.file for one in made], folder / "sum")
    found = room.lead.team.encrypted.open(folder / "secret", folder / "sum")
    plain = [sum((one.quarters[group] + 2) // 4 for one in room.people) * 60 for group in GROUPS]
    return [
        Figure("sums off by, minutes", gap([line.minutes for line in found.lines], plain), "0"),
        Figure("error before rounding, h", found.error),
        Figure("bytes of the public keys", begun.size),
        Figure("bytes of one person's", made[0].size),
        Figure("bytes of the sum", total.size),
        Figure("ms to make keys", begun.seconds * 1000),
        Figure("ms to encrypt, each", sum(one.seconds for one in made) * 1000 / people),
        Figure(f"ms to add {people}", total.seconds * 1000),
        Figure("ms to open", found.seconds * 1000),
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option, usual in (("--people", 30), ("--profiles", 30), ("--rounds", 300), ("--sets", 20)):
        parser.add_argument(option, type=int, default=usual)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("profiles", "encrypted"):
            (folder / part).mkdir()
        show("Masks", by_shares(chosen.people, chosen.sets) + every_set(chosen.people))
        show("One file alone", alone())
        show("Noise at epsilon 1, cap 40 h", noise(chosen.people, chosen.rounds))
        show("Encrypted (TenSEAL, CKKS)", encrypted(chosen.people, folder / "encrypted"))
        show("Real profiles", profiles(chosen.profiles, folder / "profiles"))


if __name__ == "__main__":
    main()
