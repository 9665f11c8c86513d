"""How long a question about documents takes: by words, and by words and meaning with a warm encoder.

python tests/benchmarks/document_search.py [--chunks N] [--questions N] [--encoder]
Texts are made up: words as frequent as in real ones (Zipf), one document per ten chunks. Vectors are random; --encoder
encodes the questions with the sentence encoder that is installed, else they are random, too. Prints the machine's load.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

import numpy as np  # noqa: E402  (the path is set just above)
from benchmarks.figures import Figure, show  # noqa: E402
from helpers.document_library import NOW_MS, DocumentLibrary, document_library  # noqa: E402

from engine.documents.search.meaning import Meaning  # noqa: E402
from engine.domain.documents import Chunk, DocumentKind, Identity  # noqa: E402
from engine.mind.encoder import find_encoder  # noqa: E402
from engine.mind.network.matrix import VectorMatrix  # noqa: E402
from engine.storage.vectors import VectorStore  # noqa: E402

if TYPE_CHECKING:
    from engine.domain.encoding import Encoder, Vectors

_VOCABULARY, _PER_CHUNK, _PER_DOCUMENT, _DIMENSIONS = 60_000, 120, 10, 384


class RandomEncoder:
    """Stands in for the encoder where only the search is measured."""

    name, dimensions = "random 000000000000", _DIMENSIONS

    def __init__(self) -> None:
        self._chance = np.random.default_rng(1)

    def reads(self, text: str) -> bool:
        """Everything."""
        return bool(text)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return anything of length 1."""
        return _unit(self._chance, len(texts))


def main() -> int:
    """Build the library, ask, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--chunks", type=int, default=100_000, metavar="N")
    parser.add_argument("--questions", type=int, default=100, metavar="N")
    parser.add_argument("--encoder", action="store_true")
    chosen = parser.parse_args()
    encoder: Encoder = (find_encoder("") if chosen.encoder else None) or RandomEncoder()
    with tempfile.TemporaryDirectory() as place, document_library(Path(place)) as library:
        _fill(library, chosen.chunks, encoder)
        meaning = library.meaning(encoder, VectorMatrix(encoder.dimensions))
        show(_title(chosen.chunks), list(_figures(library, meaning, _questions(chosen.questions), chosen.chunks)))
    return 0


def _title(chunks: int) -> str:
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return f"Search among {chunks:,} chunks, ms per question; load {load:.1f}"


def _figures(library: DocumentLibrary, meaning: Meaning, questions: Sequence[str], chunks: int) -> Iterator[Figure]:
    search = library.search(budget_ms=12.0)
    wanted = ("30", "60") if chunks <= 100_000 else ("", "250")
    for name, ask, most in (
        ("words", lambda text: search.words(text, 20), wanted[0]),
        ("words while typing", lambda text: search.words(text[:-2], 20, typing=True), wanted[0]),
        ("words and meaning", lambda text: search.full(text, 20, meaning), wanted[1]),
    ):
        spent = _spent(ask, questions)
        yield Figure(f"{name}, median", spent[len(spent) // 2])
        yield Figure(f"{name}, p95", spent[int(len(spent) * 0.95)], most)


def _spent(ask: Callable[[str], object], questions: Sequence[str]) -> list[float]:
    for text in questions[:5]:  # warm
        ask(text)
    spent = []
    for text in questions:
        begun = time.perf_counter()
        ask(text)
        spent.append((time.perf_counter() - begun) * 1_000)
    return sorted(spent)


def _words(chance: np.random.Generator, count: int) -> list[str]:
    ranks = np.minimum(chance.zipf(1.2, count), _VOCABULARY)
    return [f"w{_letters(int(rank))}" for rank in ranks]


def _letters(number: int) -> str:
    return (_letters(number // 26) if number >= 26 else "") + chr(ord("a") + number % 26)


def _questions(count: int) -> list[str]:
    chance = np.random.default_rng(2)
    return [" ".join(_words(chance, int(chance.integers(2, 9)))) for _ in range(count)]


def _fill(library: DocumentLibrary, chunks: int, encoder: Encoder) -> None:
    chance = np.random.default_rng(0)
    with library.documents.writing() as writer:
        for number in range(chunks // _PER_DOCUMENT):
            words = _words(chance, _PER_CHUNK * _PER_DOCUMENT)
            parts = [" ".join(words[at : at + _PER_CHUNK]) for at in range(0, len(words), _PER_CHUNK)]
            made = [Chunk(text, position=position) for position, text in enumerate(parts)]
            identity = Identity(f"/shelf/{number}.txt", 1, NOW_MS * 1_000_000, number, 1)
            writer.put(library.folder_id, identity, DocumentKind.TEXT, "", b"0" * 16, made, NOW_MS)
    store = VectorStore(library.database)
    while pending := store.pending(encoder.name, 4_096):
        vectors = _unit(chance, len(pending)).astype(np.float16)
        store.put(encoder.name, [one for one, _ in pending], vectors, pending[-1][0])


def _unit(chance: np.random.Generator, count: int) -> Vectors:
    made = chance.standard_normal((count, _DIMENSIONS), np.float32)
    found: Vectors = made / np.linalg.norm(made, axis=1, keepdims=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
