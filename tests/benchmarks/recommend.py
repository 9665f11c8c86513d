"""Which documents are recommended: papers people saved, never-seen papers, and how long it takes at the sizes wanted.

    python tests/benchmarks/recommend.py FOLDER [--part saves|cold|speed]

FOLDER holds users.dat and item-tag.dat (citeulike-a). Of every person 80 % of the saves are known, drawn by seed 0,
and all papers not among them are ranked. The arms are the product's, with a row per person instead of one per session;
how much each counts is learned on a further split of the known saves. Cold: a tenth of the papers is known by nobody.
Speed is measured on made-up readers and prints the machine's load. All of it takes some 15 minutes of two cores.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the worker does it; before NumPy is loaded

import numpy as np  # noqa: E402  (the path is set just above)
from benchmarks.recommend_baselines import ease, popularity, simple_blend  # noqa: E402
from benchmarks.recommend_speed import speed  # noqa: E402
from helpers.citeulike import Judged, Saves, halves, in_turn, judged, read_saves  # noqa: E402

from engine.mind.measures.bootstrap import mean  # noqa: E402
from engine.mind.recommend.arms import Arms, content_arms, fit_arms  # noqa: E402
from engine.mind.recommend.cases import held_cases  # noqa: E402
from engine.mind.recommend.factors import FactorSettings, fit_factors  # noqa: E402
from engine.mind.recommend.ranker import joined, learned  # noqa: E402
from engine.mind.recommend.tables import Dense, Table, table  # noqa: E402
from engine.sparse import stacked  # noqa: E402

SETTINGS = FactorSettings()
SEED = 0
_COLD = 0.1


@dataclass(frozen=True)
class Fused:
    """The product's arms added up, each counting as much as was learned."""

    arms: Arms
    counts: dict[str, float]

    def scores(self, contexts: Table) -> Dense:
        """Return the score of every paper for each person's known saves."""
        total = np.zeros(contexts.shape, np.float32)
        for name, one in self.arms.scores(contexts).items():
            total += np.float32(self.counts[name]) * one
        return total


def main() -> int:
    """Read, compare, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", choices=["saves", "cold", "speed"], action="append")
    chosen = parser.parse_args()
    parts = chosen.part or ["saves", "cold", "speed"]
    saves = read_saves(chosen.folder)
    known, held = halves(saves.table, SEED)
    if {"saves", "cold"} & set(parts):
        counts = weights(known, saves)
        if "saves" in parts:
            compare(known, held, saves, counts)
        if "cold" in parts:
            cold(known, held, saves, counts)
    if "speed" in parts:
        say(f"\nSpeed (load {os.getloadavg()[0]:.1f})")
        for line in speed():
            say(line)
    return 0


def weights(known: Table, saves: Saves) -> dict[str, float]:
    """Return how much each arm counts, learned on a split of what is known."""
    began = time.perf_counter()
    inner, apart = halves(known, SEED + 1)
    arms = fit(inner, saves)
    counts = learned(joined([held_cases(arms, inner.rows(rows), apart.rows(rows)) for rows in in_turn(inner.shape[0])]))
    told = ", ".join(f"{name} {value:.2f}" for name, value in counts.items())
    say(f"learned on a split of the known part ({time.perf_counter() - began:.0f} s): {told}")
    own = judged(Fused(arms, counts).scores, inner, apart)
    say(f"there R@20 {own.recall.mean():.4f}, nDCG@20 {own.ndcg.mean():.4f}")
    return counts


def fit(known: Table, saves: Saves) -> Arms:
    """Return the product's arms of a table of saves."""
    return fit_arms(known, saves.facts.words, content_arms(saves.facts), SETTINGS, SEED, lambda: False)


def compare(known: Table, held: Table, saves: Saves, counts: dict[str, float]) -> None:
    """Print ours beside every baseline, and the difference to the best of them."""
    people, papers = known.shape
    say(f"\nSaves: {people:,} people, {papers:,} papers, {len(known.data):,} known, {len(held.data):,} held back")
    arms = fit(known, saves)
    alone = fit_factors(known, None, SETTINGS, SEED, lambda: False)
    together, tags = arms.by_name["together"].scores, arms.by_name["words"].scores
    rows: dict[str, Callable[[Table], Dense]] = {
        "popularity": popularity(known),
        "item-kNN": together,
        "people-kNN": arms.by_name["peers"].scores,
        "iALS": alone.scores,
        "EASE": ease(known),
        "tags only (TF-IDF)": tags,
        "best simple blend (iALS + .5 item-kNN + .6 tags)": simple_blend(alone.scores, together, tags),
        "iALS with tags": arms.by_name["factors"].scores,
        "ours": Fused(arms, counts).scores,
    }
    found = {}
    for name, score in rows.items():
        found[name] = judged(score, known, held)
        tell(name, found[name])
    best = max(
        (name for name in found if name not in {"ours", "iALS with tags"}), key=lambda name: found[name].ndcg.mean()
    )
    tell_gain(found["ours"], found[best], best)


def cold(known: Table, held: Table, saves: Saves, counts: dict[str, float]) -> None:
    """Print how papers nobody is known to have saved are ranked among themselves, beside their tags alone."""
    hidden = np.random.default_rng(SEED).random(known.shape[1]) < _COLD
    rest = known.kept(~hidden[known.indices])
    both = stacked([known.T, held.T])  # (papers, people), twice
    wanted = table(both.indices, both.row % known.shape[1], both.data, known.shape)
    wanted = wanted.kept(hidden[wanted.indices])
    arms = fit(rest, saves)
    say(f"\nCold: {int(hidden.sum()):,} papers known by nobody, ranked among themselves")
    found = {
        name: judged(score, rest, wanted, hidden)
        for name, score in (("tags only (TF-IDF)", arms.by_name["words"].scores), ("ours", Fused(arms, counts).scores))
    }
    for name, one in found.items():
        tell(name, one)
    tell_gain(found["ours"], found["tags only (TF-IDF)"], "tags only")


def tell(name: str, one: Judged) -> None:
    """Print figures with their intervals; people are drawn."""
    recall, gain = mean(one.recall, one.person), mean(one.ndcg, one.person)
    say(
        f"{name:50}R@20 {recall.value:.4f} [{recall.low:.4f}, {recall.high:.4f}]   "
        f"nDCG@20 {gain.value:.4f} [{gain.low:.4f}, {gain.high:.4f}]"
    )


def tell_gain(ours: Judged, other: Judged, name: str) -> None:
    """Print the paired difference."""
    recall, gain = mean(ours.recall - other.recall, ours.person), mean(ours.ndcg - other.ndcg, ours.person)
    say(f"{f'ours less {name}':50}R@20 {recall}   nDCG@20 {gain}")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
