"""Sentences of documents that answer, each with the share of attention it gets. Pure.

Of the documents found, the sentences nearest to the question share its attention by a softmax over how near each is:
by the sentence encoder where it reads both, by shared words else. What they say is quoted and never read as anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import exp

from engine.domain.plain_text import shortened
from engine.domain.stop_words import STOP_WORDS
from engine.domain.word_tokens import tokens

MOST_SENTENCES, MOST_OF_ONE, MOST_QUOTED, QUOTED_OF_ONE = 24, 5, 5, 2
LONGEST = 300
_READ, _READ_OF_PASSAGE = 40_000, 4_000  # characters of one document
_SHARPNESS = 10.0  # what nearness counts in the softmax: a tenth nearer gets 2.7 times the attention
_LEAST_SHARE = 0.02
_SENTENCE = re.compile(r"\S.*?(?:[.!?]+[\"'”’)\]]*(?=\s|$)|[。！？]+[”’」』）]*|$)", re.DOTALL)
_LINES = re.compile(r"\n\s*\n")

Near = Callable[[str, Sequence[str]], Sequence[float] | None]
"""Tells how near texts are to a question, -1 to 1 each; None where it cannot be told."""


@dataclass(frozen=True, slots=True)
class Attended:
    """A sentence of the document at that place among those found. share: of the attention, 0 to 1."""

    place: int
    text: str = field(repr=False)
    share: float


def attended(question: str, documents: Sequence[Sequence[str]], near: Near) -> list[Attended]:
    """Return the sentences that get most attention, the most first; documents: the passages of each.

    Nothing is returned where only words can be compared and no sentence shares one.
    """
    asked = frozenset(_words(question))
    found = [
        (place, one, overlap) for place, texts in enumerate(documents) for one, overlap in _candidates(texts, asked)
    ]
    found = sorted(found, key=lambda one: -one[2])[:MOST_SENTENCES]
    if not found:
        return []
    told = near(question, [text for _, text, _ in found])
    if told is None or len(told) != len(found):
        found = [one for one in found if one[2] > 0]
        told = [overlap for _, _, overlap in found]
    return _weighed(found, told)


def _weighed(found: Sequence[tuple[int, str, float]], nearness: Sequence[float]) -> list[Attended]:
    if not found:
        return []
    top = max(nearness)
    weights = [exp(_SHARPNESS * (one - top)) for one in nearness]
    whole = sum(weights)
    rows = [Attended(place, text, weight / whole) for (place, text, _), weight in zip(found, weights, strict=True)]
    return _chosen(sorted(rows, key=lambda one: (-one.share, one.place)))


def _chosen(rows: Iterable[Attended]) -> list[Attended]:
    kept: list[Attended] = []
    for one in rows:
        of_same = sum(1 for other in kept if other.place == one.place)
        if len(kept) < MOST_QUOTED and of_same < QUOTED_OF_ONE and (one.share >= _LEAST_SHARE or not kept):
            kept.append(one)
    return kept


def _candidates(texts: Sequence[str], asked: frozenset[str]) -> list[tuple[str, float]]:
    """Return the sentences of one document that share most words with the question, with the share they hold.

    Also some that share none, which a document found by its title may answer with.
    """
    whole = "\n\n".join(text[:_READ_OF_PASSAGE] for text in texts)[:_READ]
    said = dict.fromkeys(match[0].strip() for part in _LINES.split(whole) for match in _SENTENCE.finditer(part))
    held = [(shortened(one, LONGEST), len(asked & set(_words(one))) / max(1, len(asked))) for one in said]
    if any(overlap for _, overlap in held):  # what holds a word asked for is what the person looks for
        held = [one for one in held if one[1]]
    return sorted(held, key=lambda one: -one[1])[:MOST_OF_ONE]


def _words(text: str) -> list[str]:
    return [word for word in tokens(text) if word not in STOP_WORDS]
