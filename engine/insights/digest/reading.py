"""How long a text takes to read, and which words it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import ceil

from engine.domain.stop_words import STOP_WORDS
from engine.domain.word_tokens import tokens

WORDS_A_MINUTE = 230
"""Words of spaced scripts, or pairs of characters, read silently in a minute; see Brysbaert, 2019 (238 in English)."""

_SHORTEST = 2


def words_of(texts: Iterable[str]) -> Counter[str]:
    """Return how often each telling word stands in the texts."""
    return Counter(
        word
        for text in texts
        for word in tokens(text)
        if len(word) >= _SHORTEST and word not in STOP_WORDS and not word.isdigit()
    )


def minutes_of(words: int) -> int:
    """Return the whole minutes that so many words take, at least one."""
    return max(1, ceil(words / WORDS_A_MINUTE))
