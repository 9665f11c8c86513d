"""How well the next document is foretold without a question, beside most recent, Markov and boosted trees.

    python tests/benchmarks/next_document.py PATH [--seeds N] [--quick]

PATH is an `events.csv` or the folder it lies in; people with at least 1,000 turns between titles count, a title being
a document. Otherwise as next_app.py. What was never seen before cannot be foretold and counts as missed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from helpers import next_figures as figures  # noqa: E402  (the path is set just above)

from engine.mind.baseline.next_thing import NextRule  # noqa: E402
from engine.mind.next.next_thing import NEXT_DOCUMENT  # noqa: E402

PUBLISHED = "Full set, MRR/HR@5: most recent .521/.660, Markov-2 + recency .523/.673, boosted .549/.694"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--quick", action="store_true")
    wanted = parser.parse_args()
    people = figures.people_of(figures.events_in(wanted.path), NEXT_DOCUMENT)
    figures.say(f"Next document, {len(people)} people; HR@5 / MRR. Wanted on the full set: .72/.575. {PUBLISHED}")
    rules = [figures.ranked(rule.value, people, figures.by_rule(rule)) for rule in NextRule]
    ours = figures.ours(people, wanted.seeds)
    trees = [] if wanted.quick else figures.both_boosted(people)
    figures.table([*rules, *ours, *trees], people, k=5)
    recent = next(way for way in rules if way.name == NextRule.MOST_RECENT.value)
    figures.compare(ours, [recent, *trees], people, k=5)
    return 0


if __name__ == "__main__":
    sys.exit(main())
