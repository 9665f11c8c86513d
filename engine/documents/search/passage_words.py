"""The words of passages as the index counts them, so that any passage can be weighed, whoever found it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from engine.documents.search.stem import stem
from engine.domain.word_tokens import WordTerm, plain, prepared

TITLE_COUNTS, HEADING_COUNTS = 2.0, 1.5
"""How much more a word counts in a document's title and in a heading than in the text."""

_WORD = re.compile(r"[^\W_]+")
_BEGINNING = 2  # letters that endings never change


@dataclass(frozen=True, slots=True)
class PassageWords:
    """A passage's words: how often each counts, and those of the text in order."""

    counts: dict[str, float] = field(repr=False)
    order: tuple[str, ...] = field(repr=False)

    @property
    def length(self) -> int:
        """How many words the text has; titles do not make it longer."""
        return len(self.order)


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded as the index folds them, in order; pairs of characters of unspaced script."""
    return _WORD.findall(folded(prepared(text)))


def folded(text: str) -> str:
    """Return the text in small letters without accents."""
    text = text.lower()
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(one for one in apart if not unicodedata.combining(one)))


def passage_words(text: str, heading: str = "", title: str = "") -> PassageWords:
    """Return the words of a passage, those of its heading and its document's title counted with them."""
    order = words_of(text)
    counts: dict[str, float] = dict(Counter(order))
    for also, times in ((heading, HEADING_COUNTS), (title, TITLE_COUNTS)):
        for word in words_of(also) if also else ():
            counts[word] = counts.get(word, 0) + times
    return PassageWords(counts, tuple(order))


class TermFinder:
    """Tells which of the terms asked for a word of a text is; remembers what it told."""

    def __init__(self, terms: Iterable[WordTerm]) -> None:
        """terms: of one word each; others are taken by their first word."""
        self._whole: dict[str, int] = {}
        self._begun: list[tuple[str, int]] = []
        self._known: dict[str, int | None] = {}
        for number, term in enumerate(terms):
            word = folded(plain(term.words[0]))
            if term.prefix:
                self._begun.append((word, number))
            else:
                self._whole.setdefault(stem(word), number)
        self._beginnings = {word[:_BEGINNING] for word in self._whole}

    def of(self, word: str) -> int | None:
        """Return the number of the term the word is, None where it is none of them."""
        try:
            return self._known[word]
        except KeyError:
            found = self._known[word] = self._find(word)
            return found

    def counts(self, words: PassageWords) -> dict[int, float]:
        """Return how much each term that is in the passage counts there, by its number."""
        self.learn(words)
        known, found = self._known, dict[int, float]()
        for word, times in words.counts.items():
            number = known[word]
            if number is not None:
                found[number] = found.get(number, 0.0) + times
        return found

    def learn(self, words: PassageWords) -> None:
        """Find out what each word of the passage is, so that in_order need not."""
        known, find = self._known, self._find
        for word in words.counts:
            if word not in known:
                known[word] = find(word)

    def in_order(self, words: PassageWords) -> list[int | None]:
        """Return for each word of a passage that was learnt which term it is, None for none."""
        return list(map(self._known.__getitem__, words.order))

    def _find(self, word: str) -> int | None:
        if word[:_BEGINNING] in self._beginnings:
            number = self._whole.get(stem(word))
            if number is not None:
                return number
        if not self._begun:
            return None
        return next((number for start, number in self._begun if word.startswith(start)), None)


def holds(words: PassageWords, term: WordTerm) -> bool:
    """Whether the words of the term follow one another in the passage's text, or are all in its title or heading."""
    wanted = [stem(folded(word)) for word in term.words]
    if len(wanted) == 1:
        return any(_is(word, wanted[0], prefix=term.prefix) for word in words.counts)
    return any(_follows(words.order, at, wanted, prefix=term.prefix) for at in _places(words.order, wanted[0]))


def _places(order: tuple[str, ...], first: str) -> Iterator[int]:
    return (at for at, word in enumerate(order) if _is(word, first))


def _follows(order: tuple[str, ...], at: int, wanted: list[str], *, prefix: bool) -> bool:
    words = order[at : at + len(wanted)]
    last = len(wanted) - 1
    return len(words) == len(wanted) and all(
        _is(word, other, prefix=prefix and place == last)
        for place, (word, other) in enumerate(zip(words, wanted, strict=True))
    )


def _is(word: str, stemmed: str, *, prefix: bool = False) -> bool:
    if prefix:
        return word.startswith(stemmed)
    return word[:_BEGINNING] == stemmed[:_BEGINNING] and stem(word) == stemmed
