"""Twelve weeks of a simulated learner with hidden returns: the learning plan against simple ways to divide minutes.

Six skills, 300 minutes a week; only levels by the learner's own word, with an error of 0.3 and in halves, are seen.
Printed is what was gained in levels times weight, and the difference on the same learners with its 95 % interval, for
returns of the shape that is fitted and for others (a power of the minutes).

    .venv/bin/python tests/benchmarks/learning_plan.py [learners]
"""

from __future__ import annotations

import math
import sys
import time
from pathlib import Path
from statistics import fmean, stdev

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]

from helpers.simulated_learner import equal, gained, greedy, planned, told_everything, weightiest  # noqa: E402

POLICIES = {
    "equal split": equal,
    "by weight": weightiest,
    "greedy": greedy,
    "told everything": told_everything,
}


def main() -> None:
    """Print the figures."""
    learners = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    for bent in (False, True):
        began = time.process_time()
        ours = [gained(planned, seed, bent=bent) for seed in range(learners)]
        spent = time.process_time() - began
        print("returns of another shape" if bent else "returns of the fitted shape")
        print(f"  learning plan    {fmean(ours):6.2f}   ({1000 * spent / learners / 12:.1f} ms a week)")
        for name, policy in POLICIES.items():
            theirs = [gained(policy, seed, bent=bent) for seed in range(learners)]
            more = [own - other for own, other in zip(ours, theirs, strict=True)]
            within = 1.96 * stdev(more) / math.sqrt(learners)
            won = sum(one > 0 for one in more) / learners
            print(
                f"  {name:15}  {fmean(theirs):6.2f}   plan {fmean(more):+6.2f} "
                f"[{fmean(more) - within:+.2f}, {fmean(more) + within:+.2f}], better for {won:.0%}"
            )


if __name__ == "__main__":
    main()
