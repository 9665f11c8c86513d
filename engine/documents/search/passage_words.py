"""The words of passages as the index counts them, so that any passage can be weighed, whoever found it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from engine.documents.search.stem import stem
from engine.domain.word_tokens import WordTerm, compatible, prepared

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


def passage_words(text: str, heading: str = "", title: Sequence[str] = ()) -> PassageWords:
    """Return the words of a passage, those of its heading and its document's title counted with them.

    title: the title's words, as words_of tells them.
    """
    order = words_of(text)
    counts = dict[str, float](Counter(order))
    for also, times in ((words_of(heading) if heading else (), HEADING_COUNTS), (title, TITLE_COUNTS)):
        for word in also:
            counts[word] = counts.get(word, 0) + times
    return PassageWords(counts, tuple(order))


class TermFinder:
    """Tells which of the terms asked for a word of a text is; remembers what it told."""

    def __init__(self, terms: Iterable[WordTerm]) -> None:
        """terms: of one word each; others are taken by their first word."""
        self._whole: dict[str, int] = {}
        self._begun: list[tuple[str, int]] = []
        self._known: set[str] = set()
        self._terms: dict[str, int] = {}
        for number, term in enumerate(terms):
            word = folded(compatible(term.words[0]))
            if term.prefix:
                self._begun.append((word, number))
            else:
                self._whole.setdefault(stem(word), number)
        self._beginnings = {word[:_BEGINNING] for word in self._whole}

    def of(self, word: str) -> int | None:
        """Return the number of the term the word is, None where it is none of them."""
        if word not in self._known:
            self._known.add(word)
            number = self._find(word)
            if number is not None:
                self._terms[word] = number
        return self._terms.get(word)

    def counts(self, words: PassageWords) -> dict[int, float]:
        """Return how much each term that is in the passage counts there, by its number."""
        found = dict[int, float]()
        for word in self.there(words):
            number = self._terms[word]
            found[number] = found.get(number, 0.0) + words.counts[word]
        return found

    def there(self, words: PassageWords) -> set[str]:
        """Return which of the passage's words are terms; sets are compared whole, since most words are none."""
        unknown = words.counts.keys() - self._known
        if unknown:
            for word in unknown if self._begun else [one for one in unknown if one[:_BEGINNING] in self._beginnings]:
                self.of(word)
            self._known |= unknown
        return words.counts.keys() & self._terms.keys()

    def in_order(self, words: PassageWords) -> list[tuple[int, int]]:
        """Return where in a passage whose words are known terms stand, in order: the place and the term's number."""
        terms = self._terms
        return [(place, terms[word]) for place, word in enumerate(words.order) if word in terms]

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
