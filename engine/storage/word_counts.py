"""In how many chunks words are: what tells a rare word from a frequent one."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.word_tokens import WordTerm
from engine.storage.database import Database
from engine.storage.queries.word_match import Extent, extent_of, sought


class WordCounts:
    """Counts words in the index; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._extent: Extent | None = None

    def of(self, words: Sequence[str]) -> tuple[int, dict[str, int]]:
        """Return how many chunks there are, and in about how many each word is; small numbers are exact."""
        with self._database.reading() as connection:
            extent = self._extent = extent_of(connection, self._extent)
            if extent is None:
                return 0, {}
            found = {word: sought(connection, WordTerm((word,)), extent, 0) for word in dict.fromkeys(words)}
            return extent.count, {word: 0 if one is None else one.chunks for word, one in found.items()}
