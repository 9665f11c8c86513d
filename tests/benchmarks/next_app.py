"""How well the next app is foretold, beside most recent, most frequent, Markov and boosted trees.

    python tests/benchmarks/next_app.py PATH [--seeds N] [--quick]

PATH is an `events.csv` or the folder it lies in. Shell processes are dropped, repeats collapsed, what is in front is
no candidate; counts are kept up turn by turn, everything is learned from the first 80 % of each person's turns and
measured on the rest. Macro: the mean over people. --quick leaves the boosted trees and the held-out people out.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from helpers import next_figures as figures  # noqa: E402  (the path is set just above)

from engine.mind.baseline.next_thing import NextRule  # noqa: E402
from engine.mind.next.next_thing import NEXT_APP  # noqa: E402

PUBLISHED = "7 people: most frequent .503/.649, most recent .700/.803, Markov-2 + recency .694/.803, boosted .709/.815"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--quick", action="store_true")
    wanted = parser.parse_args()
    people = figures.people_of(figures.events_in(wanted.path), NEXT_APP)
    figures.say(f"Next app, {len(people)} people; HR@1 / MRR. Wanted on the full set: .725/.830. {PUBLISHED}")
    rules = [figures.ranked(rule.value, people, figures.by_rule(rule)) for rule in NextRule]
    ours = figures.ours(people, wanted.seeds)
    ways = [*rules, *ours]
    if not wanted.quick:
        ways += figures.both_boosted(people)
        ways.append(figures.ranked("ours, learned from others only", people, figures.by_others(people, 0)))
    figures.table(ways, people, k=1)
    recent = next(way for way in rules if way.name == NextRule.MOST_RECENT.value)
    figures.compare(ours, [recent, *(way for way in ways if way.name.startswith("boosted"))], people, k=1)
    if not wanted.quick:
        figures.held_out(ways[-1], recent, people)
    return 0


if __name__ == "__main__":
    sys.exit(main())
