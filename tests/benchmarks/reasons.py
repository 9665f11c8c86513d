"""Are reasons true? Over many moments of a made-up person, takes away what each cites and asks for the score again.

    reasons.py [MOMENTS [DOCUMENTS A MOMENT]]

Prints, by kind of reason and for both ways of ranking, how often the score moved the way the reason says, and of how
many. Allowed are 5 % that do not.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is loaded
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from helpers.advised_person import WEIGHTS, worked_days  # noqa: E402  (the path is set just above)
from helpers.evidence import learned_scores, moves, plain_scores, scenes  # noqa: E402
from helpers.streams import stream  # noqa: E402


def main(arguments: list[str]) -> None:
    """Try and print."""
    count, most = ([int(one) for one in arguments] + [20, 4][len(arguments) :])[:2]
    history = stream(worked_days(42, seed=3), WEIGHTS)
    for name, scores in (("by counting", plain_scores), ("learned", learned_scores)):
        tried = [one for scene in scenes(history, count) for one in moves(scene, scores, most)]
        right = sum(one.as_told for one in tried)
        print(f"{name}: {right} of {len(tried)} ({right / len(tried):.1%})")
        told, kinds = Counter(one.kind for one in tried if one.as_told), Counter(one.kind for one in tried)
        for kind, many in kinds.most_common():
            print(f"  {kind.value:12} {told[kind]} of {many}")


if __name__ == "__main__":
    main(sys.argv[1:])
