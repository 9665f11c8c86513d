"""Words of unspaced script, found by the texts themselves: what stands together more often than its parts let expect.

No dictionary is shipped: the usual segmenter, jieba, takes 42 MB and has had no release since 2020.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

_RUN = re.compile("[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_LONGEST = 5
_LEAST_TIMES = 3
_LEAST_BOND = 2.5  # log of how much more often than by chance its parts meet
_LEAST_FREEDOM = 0.6  # entropy of what stands beside it, in nats
_EDGE = ""


def runs(text: str) -> list[str]:
    """Return the stretches of unspaced script in a text."""
    return _RUN.findall(text)


def without_runs(text: str) -> str:
    """Return the text without them."""
    return _RUN.sub("\u0020", text)


def learned_words(texts: Iterable[str]) -> dict[str, float]:
    """Return the words of two and more signs found in the texts, with the logs of their shares."""
    pieces = [run for text in texts for run in runs(text)]
    counts: Counter[str] = Counter()
    for piece in pieces:
        for length in range(1, _LONGEST + 1):
            counts.update(piece[at : at + length] for at in range(len(piece) - length + 1))
    total = sum(counts[one] for one in counts if len(one) == 1) or 1
    likely = {one for one, times in counts.items() if len(one) > 1 and times >= _LEAST_TIMES}
    bound = {one for one in likely if _bond(one, counts, total) >= _LEAST_BOND}
    free = _free(pieces, bound)
    return {one: log(counts[one] / total) for one in bound & free}


def _bond(word: str, counts: Mapping[str, int], total: int) -> float:
    """Return how much its two parts, cut where they hold least, stand together beyond chance."""
    share = counts[word] / total
    return min(log(share * total * total / (counts[word[:at]] * counts[word[at:]])) for at in range(1, len(word)))


def _free(pieces: Sequence[str], words: set[str]) -> set[str]:
    """Return the words that stand beside different things on both sides, so that they are no part of a longer one."""
    left: dict[str, Counter[str]] = {}
    right: dict[str, Counter[str]] = {}
    for number, piece in enumerate(pieces):
        for at in range(len(piece)):
            for end in range(at + 2, min(at + _LONGEST, len(piece)) + 1):
                word = piece[at:end]
                if word in words:
                    # Every edge is another neighbour: who begins or ends a text stands free.
                    left.setdefault(word, Counter())[piece[at - 1] if at else f"{_EDGE}{number}"] += 1
                    right.setdefault(word, Counter())[piece[end] if end < len(piece) else f"{_EDGE}{number}"] += 1
    return {one for one in left if min(_entropy(left[one]), _entropy(right[one])) >= _LEAST_FREEDOM}


def _entropy(counts: Counter[str]) -> float:
    total = sum(counts.values())
    return -sum(n / total * log(n / total) for n in counts.values())


def cut(run: str, words: Mapping[str, float]) -> list[str]:
    """Return the run as its likeliest words; signs that are in none stand alone."""
    unknown = min(words.values(), default=0.0) - 3.0
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(run) + 1):
        best.append(
            max(
                (best[at][0] + (words.get(run[at:end], unknown) if end - at > 1 else unknown), at)
                for at in range(max(0, end - _LONGEST), end)
                if end - at == 1 or run[at:end] in words
            )
        )
    found, end = [], len(run)
    while end:
        at = best[end][1]
        found.append(run[at:end])
        end = at
    return found[::-1]
