"""How well unknown questions are proposed for: on ways to ask that were left out, and what is shipped written anew.

python tests/benchmarks/question_head.py [--write]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)

from engine.assistant.guesses import LEAST, MOST, SILENT  # noqa: E402
from engine.domain.intents import NONE  # noqa: E402
from engine.mind.questions.learn import learned_head, write_head  # noqa: E402
from engine.mind.questions.paraphrases import FILE, Way, filled, read_ways  # noqa: E402
from engine.mind.questions.proposer import FILE as HEAD  # noqa: E402

_FOLDS = 5
Told = tuple[str, str, float, list[str]]
"""What was wanted, what is likeliest with its confidence, and what is offered."""


def main() -> None:
    """Measure and print; write where asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    ways = read_ways(ROOT / "resources" / FILE)
    told = [one for fold in range(_FOLDS) for one in _left_out(ways, fold)]
    fair = [one for one in told if one[0] != NONE]
    unfair = [one for one in told if one[0] == NONE]
    offered = [one for one in fair if one[3]]
    show(
        f"Proposals, {len(ways)} ways to ask for {len({way.intent for way in ways})} things, each fifth left out once",
        [
            Figure("the likeliest of all is right, %", _share(told, lambda one: one[0] == one[1])),
            Figure("something offered for what can be told, %", _share(fair, lambda one: bool(one[3]))),
            Figure("the right one among what is offered, %", _share(offered, lambda one: one[0] in one[3])),
            Figure("something offered for what cannot be told, %", _share(unfair, lambda one: bool(one[3]))),
            Figure("right where surer than 0.5, %", _share(_sure(told, 0.5), lambda one: one[0] == one[1])),
            Figure("  these of all, %", 100 * len(_sure(told, 0.5)) / len(told)),
            Figure("right where surer than 0.8, %", _share(_sure(told, 0.8), lambda one: one[0] == one[1])),
            Figure("  these of all, %", 100 * len(_sure(told, 0.8)) / len(told)),
        ],
    )
    if given.write:
        write_head(learned_head(ways), ROOT / "resources" / HEAD)


def _share(told: list[Told], holds: Callable[[Told], bool]) -> float:
    return 100 * sum(holds(one) for one in told) / max(1, len(told))


def _sure(told: list[Told], bar: float) -> list[Told]:
    return [one for one in told if one[1] != NONE and one[2] > bar]


def _left_out(ways: list[Way], fold: int) -> list[Told]:
    """Return for each way of a fold what was wanted and what is offered by a head that learned from the others."""
    order = list(range(len(ways)))
    Random(1).shuffle(order)
    apart = set(order[fold::_FOLDS])
    head = learned_head([way for place, way in enumerate(ways) if place not in apart])
    random = Random(2)
    found = []
    for place in sorted(apart):
        told = head(filled(ways[place], random))
        silent = any(one.intent == NONE and one.confidence > SILENT for one in told)
        offered = [one.intent for one in told if one.confidence >= LEAST and one.intent != NONE][:MOST]
        found.append((ways[place].intent, told[0].intent, told[0].confidence, [] if silent else offered))
    return found


if __name__ == "__main__":
    main()
