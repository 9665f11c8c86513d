"""Judged test collections in plain files, and how well an order of documents answers their questions."""

from __future__ import annotations

import json
import math
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "retrieval"


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Documents and questions by their names, and how relevant documents are to questions."""

    name: str
    documents: Mapping[str, str]
    questions: Mapping[str, str]
    judgments: Mapping[str, Mapping[str, int]]


def read_set(folder: Path) -> RetrievalSet:
    """Return the collection in the folder: documents.jsonl, queries.jsonl, judgments.tsv."""
    judgments: dict[str, dict[str, int]] = {}
    for line in (folder / "judgments.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        question, document, relevance = line.split("\t")
        if int(relevance) > 0:
            judgments.setdefault(question, {})[document] = int(relevance)
    return RetrievalSet(folder.name, _texts(folder / "documents.jsonl"), _texts(folder / "queries.jsonl"), judgments)


def _texts(file: Path) -> dict[str, str]:
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return {row["id"]: row["text"] for row in rows}


def file_name(number: str) -> str:
    """Return a name for the document that is no word anybody asks for: names of files are searched, too."""
    return f"q{number}x.txt"


def number_of(path: str) -> str:
    """Return which document has the name."""
    return Path(path).stem[1:-1]


def as_words(question: str) -> str:
    """Return a question without what would be signs of the query language: it was asked of people."""
    return re.sub(r'["“”:]|(?<!\S)-', " ", question)


def ndcg_10(order: Sequence[str], relevant: Mapping[str, int]) -> float:
    """Return the discounted gain of the first ten against the best there could be."""
    best = sorted(relevant.values(), reverse=True)[:10]
    return _gain([relevant.get(one, 0) for one in order[:10]]) / _gain(best)


def recall_100(order: Sequence[str], relevant: Mapping[str, int]) -> float:
    """Return which share of the relevant ones are among the first hundred."""
    return len(relevant.keys() & set(order[:100])) / len(relevant)


def reciprocal_10(order: Sequence[str], relevant: Mapping[str, int]) -> float:
    """Return one over the place of the first relevant one among ten, 0 for none."""
    return next((1 / place for place, one in enumerate(order[:10], 1) if one in relevant), 0.0)


MEASURES: Mapping[str, Callable[[Sequence[str], Mapping[str, int]], float]] = {
    "nDCG@10": ndcg_10,
    "R@100": recall_100,
    "MRR@10": reciprocal_10,
}


def mean_with_interval(values: Sequence[float], rounds: int = 1_000) -> tuple[float, float, float]:
    """Return the mean and the ends of its 95 % bootstrap interval over the questions."""
    chance = random.Random(0)
    means = sorted(sum(chance.choices(values, k=len(values))) / len(values) for _ in range(rounds))
    return sum(values) / len(values), means[int(rounds * 0.025)], means[int(rounds * 0.975)]


def _gain(relevances: Sequence[int]) -> float:
    return sum(one / math.log2(place + 1) for place, one in enumerate(relevances, 1))
