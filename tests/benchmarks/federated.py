"""Learns together with 20 made-up people, and tells what a 21st begins with, and what can be told of who took part.

    python tests/benchmarks/federated.py make [FILE]    finds the directions from 16 other made-up people, two minutes
    python tests/benchmarks/federated.py quality        cold start after 1, 3, 7 days: federated, shipped, none
    python tests/benchmarks/federated.py members        how well members are told from others, by who knows everything
    python tests/benchmarks/federated.py server PYTHON  rounds over Flower, traced, killed and gone on with
    python tests/benchmarks/federated.py epsilon        our accountant beside dp-accounting, where that is installed

server: PYTHON is one with the extra `team`; strace has to be there. People are seeds; nobody's history is in it.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import numpy as np  # noqa: E402
from helpers import federated_people as people  # noqa: E402
from helpers.federated_server import server_figures  # noqa: E402
from helpers.prior_directions import found_directions  # noqa: E402
from helpers.reference_epsilon import reference_epsilon  # noqa: E402

from engine.domain.together import DELTA, FILE_NOISE, HEADS, MASKED_NOISE, STEPS  # noqa: E402
from engine.domain.whole_file import whole_file  # noqa: E402
from engine.mind.checkpoint.tensors import pack  # noqa: E402
from engine.mind.train import directions  # noqa: E402
from engine.mind.train.population import FILE, population_prior  # noqa: E402
from engine.paths import resource  # noqa: E402
from engine.sharing.noise.accountant import epsilon  # noqa: E402

_FOUND_FROM = range(1_101, 1_117)
_DAYS = 35


def make(path: Path) -> None:
    """Write the directions."""
    prior = population_prior(resource(FILE))
    found = {head.value: found_directions(head, prior[head], _FOUND_FROM, _DAYS, STEPS) for head in HEADS}
    content = pack(found)
    with whole_file(path) as file:
        file.write(content)
    path.chmod(0o644)
    print(f"{path}: {len(content)} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}")


def quality() -> None:
    """Print what a 21st person's models are worth, by what they begin with."""
    team = people.team()
    for rounds in (1, 3):
        spent = epsilon([MASKED_NOISE] * rounds, DELTA)
        print(f"masked, {len(team)} people, {rounds} round(s), epsilon {spent:.2f} at delta {DELTA:g}")
        _cold(people.learned(team, rounds, masked=True))
    for few in (20, 8):
        spent = epsilon([FILE_NOISE], DELTA)
        print(f"by files, {few} people, 1 round, epsilon {spent:.2f} against who merges")
        _cold(people.learned(team[:few], 1, masked=False))


def _cold(numbers: Sequence[int]) -> None:
    for line in people.cold_start(numbers):
        print(line)
    kept = people.golden(numbers)
    print("  own last 7 days of 8 others, used / kept from use: " + ", ".join(kept), flush=True)


def members() -> None:
    """Print how often somebody who knows all others' numbers and a person's own tells whether they took part."""
    for rounds in (1, 3):
        told, bound = people.membership(rounds, seed=rounds)
        print(f"{rounds} round(s): AUC {told:.3f}, by theory at most {bound:.3f}; without noise 1.000 (wanted .55)")


def epsilons() -> None:
    """Print our accountant's figures beside the reference's."""
    for noise in (FILE_NOISE, MASKED_NOISE):
        for rounds in (1, 3, 10):
            each = [noise] * rounds
            told = reference_epsilon(each, DELTA)
            theirs = "not installed" if told is None else f"{told:.4f}"
            print(f"noise {noise}, {rounds} round(s): {epsilon(each, DELTA):.4f}, reference {theirs}")


def main(arguments: Sequence[str]) -> None:
    """Do what is asked."""
    np.seterr(over="ignore")
    what, *rest = arguments or ["quality"]
    if what == "make":
        make(Path(rest[0]) if rest else resource(directions.FILE))
    elif what == "server":
        server_figures(Path(rest[0]))
    else:
        {"quality": quality, "members": members, "epsilon": epsilons}[what]()


if __name__ == "__main__":
    main(sys.argv[1:])
