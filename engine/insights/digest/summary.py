"""Sums a text up in two or three of its own sentences, chosen by where they stand and how much of the rest they share.

Nothing is written anew: every sentence is a piece of the text, letter by letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import sqrt

from engine.domain.stop_words import STOP_WORDS
from engine.domain.word_tokens import tokens

MOST_SENTENCES = 3
_LOOKED_AT = 60
_SHORTEST_WORDS, _LONGEST = 5, 320
_LONG_ENOUGH = 400  # characters: from so many on, two sentences do
_ALIKE = 0.7
_PLACE, _EARLIER = 0.3, 0.25  # what the first place is worth, and how soon that is lost further down

# Up to a mark that ends a sentence and what closes behind it; a point within a number or a name goes on.
_SENTENCE = re.compile(r"[^\s].*?(?:[.!?]+[\"'”’)\]]*(?=\s|$)|[。！？]+[”’」』）]*)", re.DOTALL)
_PARAGRAPHS = re.compile(r"\n\s*\n")


def summary_of(texts: Sequence[str]) -> tuple[str, ...]:
    """Return two or three sentences of the texts, in their order; fewer where there are no more, none without any."""
    found = [one for text in texts for one in sentences(text)][:_LOOKED_AT]
    bags = [_bag(one) for one in found]
    order = sorted(range(len(found)), key=lambda at: (-_worth(at, bags), at))
    chosen: list[int] = []
    for at in order:
        if len(chosen) == MOST_SENTENCES or sum(len(found[one]) for one in chosen) >= _LONG_ENOUGH:
            break
        if all(cosine(bags[at], bags[other]) < _ALIKE for other in chosen):
            chosen.append(at)
    return tuple(found[at] for at in sorted(chosen))


def sentences(text: str) -> list[str]:
    """Return the whole sentences of a text that say something, each as it stands there."""
    found: list[str] = []
    for paragraph in _PARAGRAPHS.split(text):
        for match in _SENTENCE.finditer(paragraph):
            one = match[0]
            if len(one) <= _LONGEST and len(tokens(one)) >= _SHORTEST_WORDS:
                found.append(one)
    return found


def cosine(one: Counter[str], other: Counter[str]) -> float:
    """Return how alike two bags of words are, 0 to 1."""
    if not one or not other:
        return 0.0
    shared = sum(count * other[word] for word, count in one.items())
    return shared / (_norm(one) * _norm(other))


def _worth(at: int, bags: Sequence[Counter[str]]) -> float:
    others = [cosine(bags[at], bag) for place, bag in enumerate(bags) if place != at]
    central = sum(others) / len(others) if others else 0.0
    return central + _PLACE / (1.0 + _EARLIER * at)


def _bag(text: str) -> Counter[str]:
    return Counter(word for word in tokens(text) if word not in STOP_WORDS)


def _norm(bag: Counter[str]) -> float:
    return sqrt(sum(count * count for count in bag.values()))
