"""From a text to the numbers of its tokens: normalised, split into words, each word into known pieces."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

# Far more than 256 tokens of any language; what lies behind it cannot count.
_MOST_CHARACTERS = 20_000
_MOST_REMEMBERED = 100_000
_LONGEST_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class AddedToken:
    """A token that stands for itself wherever its text occurs, such as [SEP]; lstrip, rstrip: takes spaces along."""

    text: str
    number: int
    lstrip: bool = False
    rstrip: bool = False


@dataclass(slots=True)
class Tokenizer:
    """A tokenizer made of its parts.

    words: a text's words, normalised. pieces: a word's numbers. before and after: what stands around every text.
    vocabulary: every piece, for what must know which scripts it holds.
    """

    words: Callable[[str], list[str]]
    pieces: Callable[[str], list[int]]
    before: tuple[int, ...]
    after: tuple[int, ...]
    vocabulary: Mapping[str, int]
    added: tuple[AddedToken, ...] = ()
    _known: dict[str, list[int]] = field(default_factory=dict, init=False)
    _added_pattern: re.Pattern[str] | None = field(default=None, init=False)
    _added_tokens: dict[str, AddedToken] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        if self.added:
            longest_first = sorted((token.text for token in self.added), key=len, reverse=True)
            self._added_pattern = re.compile("|".join(map(re.escape, longest_first)))
            self._added_tokens = {token.text: token for token in self.added}

    def tokens(self, text: str, most: int) -> list[int]:
        """Return the text's numbers, at most so many with what stands around them (as ids below the vocabulary)."""
        room = most - len(self.before) - len(self.after)
        found: list[int] = []
        for numbers in self._numbers(text.strip()[:_MOST_CHARACTERS]):
            found += numbers
            if len(found) >= room:
                break
        return [*self.before, *found[:room], *self.after]

    def _numbers(self, text: str) -> Iterator[list[int]]:
        for part, number in self._parts(text):
            if number is not None:
                yield [number]
                continue
            for word in self.words(part):
                known = self._known.get(word)
                yield self._learn(word) if known is None else known

    def _parts(self, text: str) -> Iterator[tuple[str, int | None]]:
        """Cut the text at the added tokens in it. No pattern looks for spaces: long runs of them would hang it."""
        end, last = 0, None
        for match in self._added_pattern.finditer(text) if self._added_pattern else ():
            token = self._added_tokens[match[0]]
            yield _between(text[end : match.start()], last, token), None
            yield "", token.number
            end, last = match.end(), token
        yield _between(text[end:], last, None), None

    def _learn(self, word: str) -> list[int]:
        numbers = self.pieces(word)
        if len(word) <= _LONGEST_REMEMBERED:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[word] = numbers
        return numbers


def _between(text: str, before: AddedToken | None, after: AddedToken | None) -> str:
    """Return what is left of the text when the tokens around it have taken their spaces."""
    text = text.lstrip() if before and before.rstrip else text
    return text.rstrip() if after and after.lstrip else text
