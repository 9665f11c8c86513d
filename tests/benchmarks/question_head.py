"""How well unknown questions are proposed for: on ways to ask that were left out, and what is shipped written anew.

python tests/benchmarks/question_head.py [--write]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)

from engine.domain.intents import NONE  # noqa: E402
from engine.mind.questions.learn import learned_head, write_head  # noqa: E402
from engine.mind.questions.paraphrases import FILE, Way, filled, read_ways  # noqa: E402
from engine.mind.questions.proposer import FILE as HEAD  # noqa: E402

_FOLDS, _LEAST = 5, 0.2


def main() -> None:
    """Measure and print; write where asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    ways = read_ways(ROOT / "resources" / FILE)
    told = [one for fold in range(_FOLDS) for one in _left_out(ways, fold)]
    fair = [one for one in told if one[0] != NONE]
    silent = [one for one in told if one[0] == NONE]
    show(
        f"Proposals, {len(ways)} ways to ask for {len({way.intent for way in ways})} things, each fifth left out once",
        [
            Figure("the likeliest is right, %", 100 * sum(wanted in got[:1] for wanted, got in fair) / len(fair)),
            Figure("among the ways offered, %", 100 * sum(wanted in got for wanted, got in fair) / len(fair)),
            Figure("nothing offered for what cannot be told, %", 100 * sum(not got for _, got in silent) / len(silent)),
        ],
    )
    if given.write:
        write_head(learned_head(ways), ROOT / "resources" / HEAD)


def _left_out(ways: list[Way], fold: int) -> list[tuple[str, list[str]]]:
    """Return for each way of a fold what was wanted and what is offered by a head that learned from the others."""
    order = list(range(len(ways)))
    Random(1).shuffle(order)
    apart = set(order[fold::_FOLDS])
    head = learned_head([way for place, way in enumerate(ways) if place not in apart])
    random = Random(2)
    found = []
    for place in sorted(apart):
        told = head(filled(ways[place], random))
        offered = [one.intent for one in told if one.confidence >= _LEAST and one.intent != NONE]
        found.append((ways[place].intent, offered if told and told[0].intent != NONE else []))
    return found


if __name__ == "__main__":
    main()
