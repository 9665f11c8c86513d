"""How well topics hold together (NPMI) and come again (stability), beside raw TF-IDF.

    python tests/benchmarks/topics.py [DATA] [--days N] [--people N]

DATA: a folder of collections, each with documents.jsonl (id, text); left out, made-up histories alone. Raw TF-IDF: as
many texts drawn at random, each with the words that weigh most in it and its twenty nearest. Both are judged by eight
words a topic over the same texts; stability is between three seeds.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

import numpy as np  # noqa: E402  (the path and the threads are set just above)
from helpers.simulated import simulated  # noqa: E402

from engine.history.sites import is_browser  # noqa: E402
from engine.insights.topics.coherence import COUNTED, npmi, stability  # noqa: E402
from engine.insights.topics.found import hours_of, read_titles  # noqa: E402
from engine.insights.topics.models import Table, best_topics, table_of  # noqa: E402
from engine.insights.topics.texts import Text, words_of  # noqa: E402

_NEAREST = 20


def measured(name: str, words: Sequence[Sequence[str]]) -> None:
    """Print one collection's figures."""
    begun = time.process_time()
    table = table_of(words)
    model = None if table is None else best_topics(table)
    if table is None or model is None:
        print(f"{name}: too little")
        return
    took = time.process_time() - begun
    base = [_raw(table, len(model.words), seed) for seed in range(3)]
    coherence = float(np.mean([npmi(run, table.held) for run in base]))
    print(
        f"{name}: {len(words)} texts, {len(model.words)} topics by {model.method} in {took:.1f} s of processor time: "
        f"NPMI {model.npmi:.3f}, stability {model.stability:.2f}; raw TF-IDF {coherence:.3f}, {stability(base):.2f}"
    )
    for top in model.words[:4]:
        print(f"    {', '.join(top)}")
    sys.stdout.flush()


def _raw(table: Table, count: int, seed: int) -> list[np.ndarray[tuple[int], np.dtype[np.int64]]]:
    chosen = np.random.default_rng(seed).choice(table.tfidf.shape[0], count, replace=False)
    found = []
    for one in chosen:
        like = (table.tfidf @ table.tfidf[one].T).toarray().ravel()
        near = np.argsort(-like, kind="stable")[:_NEAREST]
        weights = np.asarray(table.tfidf[near].sum(axis=0)).ravel()
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
    for seed in range(1, wanted.people + 1):
        stream = simulated(seed, wanted.days).stream
        titles = read_titles(stream, is_browser)
        measured(f"person {seed}, {wanted.days} days by the hour", hours_of(titles, words_of(titles.texts)))
    for name, texts in collections(wanted.data) if wanted.data else ():
        measured(name, words_of(texts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
