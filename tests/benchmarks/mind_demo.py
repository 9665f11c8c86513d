"""What the learned models are worth on simulated people whose hidden rhythms are known, beside the baselines.

    python tests/benchmarks/mind_demo.py [--people N] [--known DAYS] [--parts blocks documents bandit ece drift curve]

Nothing is read; people are seeds. blocks: focused minutes lost by following the recommended block, against the block
that is best by the hidden rhythm, and against the one that turned out best in hindsight. The last row is a person who
knows the rhythm exactly: what the days bring besides (mood, interruptions) nobody knows a day ahead.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

import numpy as np  # noqa: E402  (the path and the threads are set just above)
from helpers import demo_figures as figures  # noqa: E402
from helpers.block_regret import FIRST, OURS, RHYTHM, WEEK, Regret, block_regret  # noqa: E402
from helpers.simulated import simulated  # noqa: E402

from engine.mind.measures.bootstrap import resampled  # noqa: E402
from engine.mind.measures.compared import Compared  # noqa: E402
from engine.mind.next.next_thing import NEXT_APP, NEXT_DOCUMENT  # noqa: E402

DAYS = (1, 3, 7, 14, 28, 90)
_ASKED = 21


def blocks(people: int, known: int) -> None:
    """Print regrets of recommended blocks."""
    each = [block_regret(simulated(seed, known + 40), known, _ASKED, every=2) for seed in range(1, people + 1)]
    _say(f"Blocks, {people} people, {known} days known; focused minutes lost per block (wanted: ours at most half)")
    for title, kind in (("by the rhythm", "by"), ("in hindsight", "in_hindsight")):
        for name in (OURS, WEEK, FIRST, RHYTHM):
            _say(f"  {title:15} {name:20} {_mean(each, kind, name):6.2f}")
        _say(f"  {title:15} ours / hour of week  {_ratio(each, kind)}")
    _say(f"  silent in {sum(one.abstained for one in each)} of {sum(len(one.by[OURS]) for one in each)} cases")


def documents(people: int, known: int) -> None:
    """Print how well the next document and the next app are foretold."""
    _say(f"Next, {people} people, {known} days known, {_ASKED} days asked: MRR and HR@5, ours / most recent")
    for head in (NEXT_DOCUMENT, NEXT_APP):
        told = [figures.next_ranks(simulated(seed, known + 40), head, known, _ASKED) for seed in range(1, people + 1)]
        ours, recent = (float(np.mean([getattr(one, name).mean() for one in told])) for name in ("ours", "baseline"))
        hits = [float(np.mean([figures.hit_rate_5(getattr(one, n)) for one in told])) for n in ("ours", "baseline")]
        gain = resampled(lambda at, told=told: float(np.mean([_gain(told[n]) for n in at])), np.arange(people))  # type: ignore[misc]
        _say(f"  {head.thing.value:10} MRR {ours:.3f} / {recent:.3f}  HR@5 {hits[0]:.3f} / {hits[1]:.3f}  gain {gain}")


def bandit(people: int, known: int) -> None:
    """Print what the bandit misses, and what always showing what is believed best misses."""
    ours, greedy = figures.bandit_regrets(range(4 * people), 200)
    gain = resampled(lambda at: float((greedy - ours)[at].mean()), np.arange(len(ours)))
    _say(f"Bandit, {len(ours)} people, 200 advices: missed {ours.mean():.1f}, greedy {greedy.mean():.1f}, saved {gain}")


def calibrated(people: int, known: int) -> None:
    """Print the expected calibration error of slots told as they begin."""
    told = [figures.promised(simulated(seed, known + 40), known, _ASKED) for seed in range(1, people + 1)]
    ours, week = figures.calibration(told)
    _say(
        f"ECE over {sum(len(one.label) for one in told)} slots: ours {ours:.3f}, hour of week {week:.3f} (wanted: 0.03)"
    )


def drift(people: int, known: int) -> None:
    """Print how models recover from a new job."""
    for head in (NEXT_APP, NEXT_DOCUMENT):
        each = [figures.moved(seed, head, known=known) for seed in range(1, people + 1)]
        before, after = np.mean([one.before for one in each]), np.mean([one.after for one in each], axis=0)
        gained, gains = np.mean([one.gain_before for one in each]), np.mean([one.gains for one in each], axis=0)
        _say(f"New job, {head.thing.value}: MRR {before:.3f} before, weeks after {_list(after)};")
        _say(f"  over most recent {gained:+.3f} before, weeks after {_list(gains)}")


def curve(people: int, known: int) -> None:
    """Print quality against days of data."""
    _say("Days known: blocks lost ours / hour of week; next document MRR ours / most recent; ECE")
    for days in DAYS:
        some = [simulated(seed, max(DAYS) + 40) for seed in range(1, people + 1)]
        lost = [block_regret(one, days, _ASKED, every=3) for one in some]
        told = [figures.next_ranks(one, NEXT_DOCUMENT, days, 7) for one in some]
        ours, recent = (float(np.mean([getattr(one, name).mean() for one in told])) for name in ("ours", "baseline"))
        error = (
            figures.calibration([figures.promised(one, days, _ASKED) for one in some])[0] if days > DAYS[1] else np.nan
        )
        by = f"{_mean(lost, 'by', OURS):5.2f} / {_mean(lost, 'by', WEEK):5.2f}"
        _say(f"  {days:3}  {by}   {ours:.3f} / {recent:.3f}   {error:.3f}")


PARTS: dict[str, Callable[[int, int], None]] = {
    "blocks": blocks,
    "documents": documents,
    "bandit": bandit,
    "ece": calibrated,
    "drift": drift,
    "curve": curve,
}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=8)
    parser.add_argument("--known", type=int, default=90)
    parser.add_argument("--parts", nargs="*", choices=PARTS, default=list(PARTS))
    wanted = parser.parse_args()
    for part in wanted.parts:
        PARTS[part](wanted.people, wanted.known)
    return 0


def _mean(each: list[Regret], kind: str, name: str) -> float:
    return float(np.mean([getattr(one, kind)[name].mean() for one in each]))


def _ratio(each: list[Regret], kind: str) -> str:
    ours, week = (np.array([getattr(one, kind)[name].mean() for one in each]) for name in (OURS, WEEK))
    return str(resampled(lambda at: float(ours[at].sum() / week[at].sum()), np.arange(len(each))))


def _gain(told: Compared) -> float:
    return float((told.ours - told.baseline).mean())


def _list(values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> str:
    return " ".join(f"{value:+.3f}" for value in values)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
