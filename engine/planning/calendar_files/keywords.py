"""Words in an entry's texts that say what its time is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from engine.domain.blocks import BlockKind
from engine.domain.calendar_words import word_kinds


class Words:
    """Finds the kind that a text names. Words that begin with # are looked for in descriptions, too."""

    def __init__(self, kinds: Mapping[str, BlockKind]) -> None:
        self._tags = _Finder({word: kind for word, kind in kinds.items() if word.startswith("#")})
        self._all = _Finder(kinds)

    def kind(self, title: str, categories: Iterable[str], description: str) -> BlockKind | None:
        """Return the kind that title, categories or description name, the tags first; None where they name none."""
        shown = " \n ".join((title, *categories))
        return self._tags.first(f"{shown}\n{description}") or self._all.first(shown)


class _Finder:
    def __init__(self, kinds: Mapping[str, BlockKind]) -> None:
        self._kinds = {word.casefold(): kind for word, kind in kinds.items()}
        words = "|".join(re.escape(word) for word in sorted(self._kinds, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<![\w#-])(?:{words})(?![\w-])") if words else None

    def first(self, text: str) -> BlockKind | None:
        found = None if self._pattern is None else self._pattern.search(text.casefold())
        return None if found is None else self._kinds[found[0]]


def words_of(lines: Iterable[str]) -> Words:
    """Return what finds the words of lines such as "lunch = break"; UsageError names a line that says no kind."""
    return Words(word_kinds(lines))
