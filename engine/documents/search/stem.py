"""English endings taken off as the index takes them off, so that what it found can be shown and weighed.

The algorithm is M. F. Porter's ("An algorithm for suffix stripping", 1980) as SQLite's FTS5 carries it out.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

_SHORTEST, _LONGEST = 3, 64  # letters; FTS5 leaves other words as they are
_VOWELS = frozenset("aeiou")

_STEP_2 = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("logi", "log"),
    ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"),
    ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
    ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
)  # fmt: skip
_STEP_3 = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
)  # fmt: skip
_STEP_4 = (  # the longer before what they end in
    "ement", "ment", "ent", "ance", "ence", "able", "ible", "ant", "ion", "ism", "ate", "iti", "ous", "ive", "ize",
    "al", "er", "ic", "ou",
)  # fmt: skip


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the word, in small letters, without its English endings; words of other scripts stay as they are."""
    if not _SHORTEST <= len(word) <= _LONGEST:
        return word
    word = _past_and_gerund(_plural(word))
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    word = _replaced(word, _STEP_2, 0)
    word = _replaced(word, _STEP_3, 0)
    return _without_last(_without_suffix(word))


def _plural(word: str) -> str:
    if not word.endswith("s"):
        return word
    if _ends(word, "sses") or _ends(word, "ies"):
        return word[:-2]
    return word if word.endswith("ss") else word[:-1]


def _past_and_gerund(word: str) -> str:
    if _ends(word, "eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for ending in ("ed", "ing"):
        if _ends(word, ending):
            kept = word[: -len(ending)]
            return _mended(kept) if _has_vowel(kept) else word
    return word


def _ends(word: str, ending: str) -> bool:
    """Whether the word ends so and has letters before."""
    return len(word) > len(ending) and word.endswith(ending)


def _mended(word: str) -> str:
    """Return what is left of a word once -ed or -ing is gone, made a word again."""
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if len(word) > 1 and word[-1] == word[-2] and _consonant(word, len(word) - 1) and word[-1] not in "lsz":
        return word[:-1]
    return word + "e" if _measure(word) == 1 and _short_end(word) else word


def _replaced(word: str, endings: tuple[tuple[str, str], ...], least: int) -> str:
    for ending, other in endings:
        if _ends(word, ending):
            kept = word[: -len(ending)]
            return kept + other if _measure(kept) > least else word
    return word


def _without_suffix(word: str) -> str:
    for ending in _STEP_4:
        if _ends(word, ending):
            kept = word[: -len(ending)]
            whole = _measure(kept) > 1 and (ending != "ion" or kept.endswith(("s", "t")))
            return kept if whole else word
    return word


def _without_last(word: str) -> str:
    if word.endswith("e"):
        kept = word[:-1]
        measure = _measure(kept)
        if measure > 1 or (measure == 1 and not _short_end(kept)):
            word = kept
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word


def _consonant(word: str, at: int) -> bool:
    letter = word[at]
    if letter in _VOWELS:
        return False
    return letter != "y" or at == 0 or not _consonant(word, at - 1)


def _has_vowel(word: str) -> bool:
    return any(not _consonant(word, at) for at in range(len(word)))


def _measure(word: str) -> int:
    """Return how often a vowel is followed by a consonant."""
    kinds = [_consonant(word, at) for at in range(len(word))]
    return sum(late and not early for early, late in pairwise(kinds))


def _short_end(word: str) -> bool:
    """Whether it ends consonant, vowel, consonant, the last not w, x or y."""
    end = len(word) - 1
    return (
        len(word) > 2  # noqa: PLR2004  (three letters)
        and _consonant(word, end) and not _consonant(word, end - 1) and _consonant(word, end - 2)
        and word[-1] not in "wxy"
    )  # fmt: skip
