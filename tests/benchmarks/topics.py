"""How well topics hold together (NPMI) and come again (stability), beside raw TF-IDF and scikit-learn's.

    python tests/benchmarks/topics.py [DATA] [--days N] [--people N]

DATA: a folder of collections, each with documents.jsonl (id, text); left out, made-up histories alone. Raw TF-IDF: as
many texts drawn at random, each with the words that weigh most in it and its twenty nearest. Both are judged by eight
words a topic over the same texts; stability is between three seeds. scikit-learn finds topics by the same rules, after
ours, so that the peak of memory before it is ours alone.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

import numpy as np  # noqa: E402  (the path and the threads are set just above)
from helpers.simulated import simulated  # noqa: E402

from engine.history.sites import is_browser  # noqa: E402
from engine.insights.topics.coherence import COUNTED, npmi, stability  # noqa: E402
from engine.insights.topics.counts import Table, table_of  # noqa: E402
from engine.insights.topics.found import hours_of, read_titles  # noqa: E402
from engine.insights.topics.models import TopicModel, best_topics  # noqa: E402
from engine.insights.topics.texts import Text, words_of  # noqa: E402

_NEAREST = 20


def ours(words: Sequence[Sequence[str]]) -> TopicModel | None:
    """Find topics as Kairos does."""
    table = table_of(words)
    return None if table is None else best_topics(table)


def theirs(words: Sequence[Sequence[str]]) -> TopicModel | None:
    """Find topics by the same rules with scikit-learn's tables and factorisations."""
    peer = importlib.import_module("helpers.peer_topics")
    return best_topics(peer.peer_table(words), nmf=peer.peer_by_nmf, lda=peer.peer_by_lda)


def measured(
    name: str, words: Sequence[Sequence[str]], find: Callable[[Sequence[Sequence[str]]], TopicModel | None]
) -> float:
    """Print one collection's figures; return the seconds of processor time."""
    begun = time.process_time()
    model = find(words)
    took = time.process_time() - begun
    if model is None:
        print(f"{name}: too little")
        return took
    print(
        f"{name}: {len(words)} texts, {len(model.words)} topics by {model.method} in {took:.1f} s of processor time: "
        f"NPMI {model.npmi:.3f}, stability {model.stability:.2f}"
    )
    for top in model.words[:2]:
        print(f"    {', '.join(top)}")
    if find is ours and (table := table_of(words)):
        base = [_raw(table, len(model.words), seed) for seed in range(3)]
        coherence = float(np.mean([npmi(run, table.held) for run in base]))
        print(f"    raw TF-IDF: {coherence:.3f}, {stability(base):.2f}")
    sys.stdout.flush()
    return took


def peak_mb() -> float:
    """Return the most memory that the process had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _raw(table: Table, count: int, seed: int) -> list[np.ndarray[tuple[int], np.dtype[np.int64]]]:
    chosen = np.random.default_rng(seed).choice(table.tfidf.shape[0], count, replace=False)
    found = []
    for one in chosen:
        like = table.tfidf @ table.tfidf.rows(slice(one, one + 1)).toarray()[0]
        near = np.argsort(-like, kind="stable")[:_NEAREST]
        weights = table.tfidf.rows(near).T.sums()
        found.append(np.argsort(-weights, kind="stable")[:COUNTED])
    return found


def collections(folder: Path) -> Iterator[tuple[str, list[Text]]]:
    """Yield the collections in a folder."""
    for path in sorted(folder.glob("*/documents.jsonl")):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield path.parent.name, [Text(one["id"], "", one["text"]) for one in map(json.loads, lines)]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--days", type=int, default=180)
    parser.add_argument("--people", type=int, default=2)
    wanted = parser.parse_args()
    texts: list[tuple[str, Sequence[Sequence[str]]]] = []
    for seed in range(1, wanted.people + 1):
        titles = read_titles(simulated(seed, wanted.days).stream, is_browser)
        texts.append((f"person {seed}, {wanted.days} days by the hour", hours_of(titles, words_of(titles.texts))))
    texts += [(name, words_of(each)) for name, each in (collections(wanted.data) if wanted.data else ())]
    before = peak_mb()
    took = [measured(name, words, ours) for name, words in texts]
    print(f"ours: {sum(took):.1f} s, {peak_mb() - before:.0f} MB at most above the texts' {before:.0f}\n")
    importlib.import_module("helpers.peer_topics")
    peer = [measured(f"scikit-learn, {name}", words, theirs) for name, words in texts]
    ratios = ", ".join(f"{one / other:.2f}" for one, other in zip(took, peer, strict=True))
    print(f"scikit-learn: {sum(peer):.1f} s, {peak_mb():.0f} MB in all; ours takes so much of its time: {ratios}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
