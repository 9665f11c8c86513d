"""Which words in an entry of a calendar say its kind, as a person writes them down: "lunch = break"."""

from __future__ import annotations

from collections.abc import Iterable

from engine.domain.blocks import BlockKind
from engine.domain.errors import UsageError


def word_kinds(lines: Iterable[str]) -> dict[str, BlockKind]:
    """Return the kind of each word; UsageError names a line that does not say a word and a kind."""
    return dict(_word_kind(line) for line in lines if line.strip())


def _word_kind(line: str) -> tuple[str, BlockKind]:
    word, _, told = line.rpartition("=")
    kind = next((one for one in BlockKind if one.value == told.strip().casefold()), None)
    if kind is None or not word.strip():
        kinds = ", ".join(BlockKind)
        raise UsageError(f"“{line.strip()}” does not say a word and a kind. Write “lunch = break”; kinds are {kinds}.")
    return word.strip(), kind
