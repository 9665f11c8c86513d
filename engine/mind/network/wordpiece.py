"""WordPiece as BERT uses it: text normalised per character, split at spaces and marks, words into longest pieces."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST_WORD = 100
_CONTROLS = ("Cc", "Cf", "Co", "Cs")  # not Cn: what Unicode has no character for yet stays, and is unknown
# Where ideographs stand each for itself; the gap before 2B920 is the reference's own.
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


class BertWords:
    """Splits a text into normalised words the way an uncased (or cased) BERT was trained to see them."""

    def __init__(
        self, *, clean: bool = True, ideographs: bool = True, accents: bool = False, lower: bool = True
    ) -> None:
        self._first = _Cleaned(clean=clean, ideographs=ideographs)
        self._second = _Folded(accents=accents, lower=lower)
        self._accents = accents

    def __call__(self, text: str) -> list[str]:
        """Return the words; a mark of punctuation is a word."""
        text = text.translate(self._first)
        if not (self._accents or text.isascii()):
            text = unicodedata.normalize("NFD", text)
        return text.translate(self._second).split()


class _Cleaned(dict[int, str | None]):
    """What a raw character becomes: nothing for control characters, a space for spaces, ideographs stand alone.

    Filled as characters are met.
    """

    def __init__(self, *, clean: bool, ideographs: bool) -> None:
        super().__init__()
        self._clean, self._ideographs = clean, ideographs

    def __missing__(self, code: int) -> str | None:
        self[code] = made = self._made(code, chr(code))
        return made

    def _made(self, code: int, character: str) -> str | None:
        if self._clean:
            if character in "\t\n\r":
                return " "
            if code in (0, 0xFFFD) or unicodedata.category(character) in _CONTROLS:
                return None
            if character.isspace():
                return " "
        if self._ideographs and any(low <= code <= high for low, high in _IDEOGRAPHS):
            return f" {character} "
        return character


class _Folded(dict[int, str | None]):
    """What a cleaned, decomposed character becomes: no accents, lower case, punctuation stands alone."""

    def __init__(self, *, accents: bool, lower: bool) -> None:
        super().__init__()
        self._accents, self._lower = accents, lower

    def __missing__(self, code: int) -> str | None:
        self[code] = made = self._made(chr(code))
        return made

    def _made(self, character: str) -> str | None:
        category = unicodedata.category(character)
        if category == "Mn" and not self._accents:
            return None
        if category[0] == "P" or (character.isascii() and category[0] == "S"):
            return f" {character} "
        return character.lower() if self._lower else character


class WordPieces:
    """Splits a word into the longest pieces the vocabulary knows, from the left; whole or not at all."""

    def __init__(self, vocabulary: Mapping[str, int], unknown: int, mark: str = "##") -> None:
        self._vocabulary, self._unknown, self._mark = vocabulary, unknown, mark
        self._longest = max(map(len, vocabulary), default=0)

    def __call__(self, word: str) -> list[int]:
        """Return the pieces' numbers, the one number of the unknown where no pieces make up the word."""
        if len(word) > _LONGEST_WORD:
            return [self._unknown]
        found: list[int] = []
        start = 0
        while start < len(word):
            end, number = self._longest_from(word, start)
            if number is None:
                return [self._unknown]
            found.append(number)
            start = end
        return found

    def _longest_from(self, word: str, start: int) -> tuple[int, int | None]:
        mark = self._mark if start else ""
        for end in range(min(len(word), start + self._longest), start, -1):
            number = self._vocabulary.get(mark + word[start:end])
            if number is not None:
                return end, number
        return start, None
