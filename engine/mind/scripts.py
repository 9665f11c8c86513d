"""Which scripts an encoder knows, told from its vocabulary, and which ones a text is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

IDEOGRAPHS = "CJK"
# The English MiniLM has 27,586 pieces of several Latin letters, 8 of Cyrillic ones, 488 ideographs; one that was
# trained on many languages has thousands of each.
_MANY_PIECES, _PIECES_SHARE = 300, 0.02
_MANY_IDEOGRAPHS, _IDEOGRAPHS_SHARE = 2000, 0.2
# An ideograph says about as much as three letters: words have 1.6 of them, English ones 4.7 letters.
_IDEOGRAPH_WEIGHT = 3
_ENOUGH = 4000  # characters that tell the script of a text of any length
_ALIASES = {"FULLWIDTH": "LATIN", "MATHEMATICAL": "LATIN", "DOUBLE-STRUCK": "LATIN", "HALFWIDTH": "KATAKANA"}


@lru_cache(maxsize=20_000)
def script_of(character: str) -> str:
    """Return the script of a letter as Unicode names it ("LATIN", "CJK"), nothing for any other character."""
    if unicodedata.category(character)[0] != "L":
        return ""
    first = unicodedata.name(character, "").partition(" ")[0]
    return _ALIASES.get(first, first)


def known_scripts(vocabulary: Iterable[str]) -> frozenset[str]:
    """Return the scripts the vocabulary has words of: pieces of several letters, or very many ideographs."""
    pieces: Counter[str] = Counter()
    ideographs: set[str] = set()
    total = 0
    for piece in vocabulary:
        total += 1
        letters = [script for script in map(script_of, piece) if script]
        if len(letters) > 1 and len(set(letters)) == 1:
            pieces[letters[0]] += 1
        ideographs.update(character for character in piece if script_of(character) == IDEOGRAPHS)
    enough = min(_MANY_PIECES, total * _PIECES_SHARE)
    known = {script for script, count in pieces.items() if count >= enough} - {IDEOGRAPHS}
    if ideographs and len(ideographs) >= min(_MANY_IDEOGRAPHS, total * _IDEOGRAPHS_SHARE):
        known.add(IDEOGRAPHS)
    return frozenset(known)


def mostly_in(text: str, known: frozenset[str]) -> bool:
    """Return whether more than half of what the text says is in known scripts; False where it has no letters."""
    counts = Counter(map(script_of, text[:_ENOUGH]))
    del counts[""]
    weights = {script: count * (_IDEOGRAPH_WEIGHT if script == IDEOGRAPHS else 1) for script, count in counts.items()}
    return 2 * sum(weight for script, weight in weights.items() if script in known) > sum(weights.values())
