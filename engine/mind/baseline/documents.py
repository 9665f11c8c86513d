"""Which document is wanted now, by counting alone: what the recommender of documents must beat."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.sparse import Sparse

    Values = NDArray[np.float64]

_K1, _B = 1.2, 0.75
_DAY_S = 86_400.0
_WORDS_WHOLE = 12.0  # points of BM25 that count in full
_OFTEN_WHOLE = 3.0  # logarithm of openings that counts in full: some 20


class DocumentRule(StrEnum):
    """A rule that ranks documents."""

    MOST_RECENT = "most recent"
    MOST_FREQUENT = "most frequent"
    TITLE = "BM25 on the title"
    ALL = "recency, frequency and title together"


@dataclass(frozen=True, slots=True)
class Counted:
    """What the rules go by, each (documents,).

    last_s: when last opened, Unix seconds, far in the past for never. often: logarithm of 1 + how often lately.
    title: points of BM25 beside the title in front.
    """

    last_s: Values
    often: Values
    title: Values


def rule_scores(rule: DocumentRule, counted: Counted, now_s: float) -> Values:
    """Return a score of every document at a moment (Unix seconds); higher is better."""
    match rule:
        case DocumentRule.MOST_RECENT:
            return counted.last_s
        case DocumentRule.MOST_FREQUENT:
            return counted.often
        case DocumentRule.TITLE:
            return counted.title
        case DocumentRule.ALL:
            recent = np.exp2(-np.minimum((now_s - counted.last_s) / _DAY_S, 1e3))
            often = np.minimum(counted.often / _OFTEN_WHOLE, 1.0)
            return np.asarray(recent + often + np.minimum(counted.title / _WORDS_WHOLE, 1.0))


class TitleWords:
    """The words of all titles, to be asked by another's.

    Source: Robertson and Zaragoza, 2009, "The Probabilistic Relevance Framework: BM25 and Beyond".
    """

    def __init__(self, words: Sparse) -> None:
        """Take which document has which word, a table (documents, words) of ones."""
        count, kinds = words.shape
        length = np.diff(words.indptr)
        norm = _K1 * (1 - _B + _B * length / max(1.0, float(length.mean()) if count else 1.0))
        among = np.bincount(words.indices, minlength=kinds)
        rare = np.log1p((count - among + 0.5) / (among + 0.5))
        self._across = words.with_data(rare[words.indices] * np.repeat((_K1 + 1) / (1 + norm), length)).T

    def points(self, asked: Sparse) -> Values:
        """Return the points of every document for some words, a table (1, words); each counts once."""
        named = self._across.rows(np.unique(asked.indices))
        return np.bincount(named.indices, named.data, named.shape[1]).astype(np.float64)
