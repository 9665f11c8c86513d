"""Which actions a few typed letters mean: words in any order, parts of words, and letters left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

T = TypeVar("T")

_START, _INSIDE, _SCATTERED = 0, 1, 2
_SHORTEST_SCATTERED: Final = 3  # two letters are found scattered in almost everything


def best_first(typed: str, things: Iterable[T], texts: Callable[[T], tuple[str, ...]]) -> list[T]:
    """Return the things meant, best first; all of them, as they came, where nothing was typed.

    texts: what a thing is called, the best name first. Every word typed must be found in one of them, with letters
    left out where nothing else is found.
    """
    words = _folded(typed).split()
    scored = ((_rank(words, texts(thing)), place, thing) for place, thing in enumerate(things))
    found = [(rank, place, thing) for rank, place, thing in scored if rank is not None]
    found.sort(key=lambda one: one[:2])
    clear = [one for one in found if one[0][0] < _SCATTERED]  # letters left out are a last resort
    return [thing for _, _, thing in clear or found]


def _rank(words: list[str], texts: tuple[str, ...]) -> tuple[int, int, int] | None:
    """Return how badly all words fit: worst kind of fit, worst name, then whether the title says more."""
    folded = [_folded(text) for text in texts]
    worst = (_START, 0)
    for word in words:
        fits = [(kind, place) for place, text in enumerate(folded) if (kind := fit(word, text)) is not None]
        if not fits:
            return None
        worst = max(worst, min(fits))
    return (*worst, int(" ".join(words) != folded[0]))  # among equals the order of the actions counts: 15 minutes first


def _folded(text: str) -> str:
    """Return text as it is compared; without apostrophes, straight or curly, "what's" finds "what is"."""
    return text.casefold().replace("’", "").replace("'", "")


def fit(word: str, text: str) -> int | None:
    """Return how well a word fits a text, 0 at the start of a word and 2 with letters left out; None where it is not.

    Chinese has no spaces between words: there every place is as good as the start of one.
    """
    place = text.find(word)
    while place > 0 and text[place - 1].isalnum() and text[place].isascii():
        place = text.find(word, place + 1)
    if place >= 0:
        return _START
    if word in text:
        return _INSIDE
    scattered = len(word) >= _SHORTEST_SCATTERED and _is_scattered(word, text)
    return _SCATTERED if scattered else None


def _is_scattered(word: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in word)
