"""What a question leaves unsaid: words that the best documents share and others lack, added with little weight.

After V. Lavrenko and W. B. Croft's relevance models (2001): the documents answer for the question.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from engine.documents.search.passage_words import PassageWords
from engine.documents.search.stem import stem
from engine.documents.search.weighing import Frequencies
from engine.domain.stop_words import STOP_WORDS
from engine.domain.word_tokens import WordTerm

DOCUMENTS, WARMTH = 10, 0.5
"""From how many documents words are taken; the surer the first is the one, the less the others say."""

ADDED = 20
"""How many words are added."""

SHARE = 0.4
"""What the added words count beside those of the question."""

_LOOKED_AT = 60


@dataclass(slots=True)
class _Seen:
    """A word among the best documents: how it is written, and how much of their text it is."""

    word: str
    share: float = 0.0


def added_words(
    documents: Iterable[tuple[float, Sequence[PassageWords]]], frequencies: Callable[[Sequence[str]], Frequencies]
) -> tuple[WordTerm, ...]:
    """Return the words that tell most of the documents, their weights adding up to 1.

    documents: what each counts, and its passages. frequencies: tells in how many chunks words are.
    """
    seen: dict[str, _Seen] = {}
    for weight, passages in documents:
        length = sum(one.length for one in passages) or 1
        for passage in passages:
            for word in passage.order:
                if len(word) > 1 and word not in STOP_WORDS and not word.isdigit():
                    seen.setdefault(stem(word), _Seen(word)).share += weight / length
    most = heapq.nlargest(_LOOKED_AT, seen.values(), key=lambda one: (one.share, one.word))
    return _telling(most, frequencies([one.word for one in most]))


def _telling(seen: Sequence[_Seen], known: Frequencies) -> tuple[WordTerm, ...]:
    def worth(one: _Seen) -> float:
        return one.share * math.log(1 + known.chunks / max(known.of.get(one.word, 0), 1))

    kept = heapq.nlargest(ADDED, seen, key=lambda one: (worth(one), one.word))
    total = sum(worth(one) for one in kept) or 1.0
    return tuple(WordTerm((one.word,), weight=worth(one) / total) for one in kept)
