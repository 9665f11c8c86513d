"""How fast documents' words are stored and found, on made-up text whose words are as frequent as in real text.

    python tests/benchmarks/document_words.py [CHUNKS ...] [--folder DIR] [--questions N] [--budget MS]

CHUNKS: how many, 100,000 by default. DIR keeps the databases, so that a second run only asks. Questions are 3 to 12
words of one chunk, stop words and all, as they stand there; beside it stands the plain OR question of the same words.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)

from engine.domain.documents import Chunk, DocumentKind, Folder, Identity  # noqa: E402
from engine.domain.stop_words import STOP_WORDS  # noqa: E402
from engine.domain.word_tokens import terms, tokens  # noqa: E402
from engine.storage.database import Database  # noqa: E402
from engine.storage.documents import DocumentStore  # noqa: E402
from engine.storage.folders import FolderStore  # noqa: E402
from engine.storage.words import WordQuery, WordStore  # noqa: E402

WORDS = 300_000
SHORTEST, LONGEST = 90, 180
CHUNKS_PER_DOCUMENT = 10
TOPICAL = 0.35  # of a chunk's words are of a few it is about
_SYLLABLES = [consonant + vowel for consonant in "bcdfghjklmnprstvwz" for vowel in "aeiou"]
_PLAIN = "SELECT rowid, bm25(chunk_words) FROM chunk_words WHERE chunk_words MATCH ? ORDER BY 2 LIMIT 100"


def _word(number: int) -> str:
    spelled, number = "", number + len(_SYLLABLES)
    while number:
        number, at = divmod(number, len(_SYLLABLES))
        spelled += _SYLLABLES[at]
    return spelled


class Texts:
    """Chunks whose words follow Zipf's law; the most frequent are English stop words."""

    def __init__(self, seed: int) -> None:
        self._random = np.random.default_rng(seed)
        frequent = sorted(STOP_WORDS, key=len)
        self._words = np.array(frequent + [_word(at) for at in range(WORDS - len(frequent))], dtype=object)
        weights = 1 / (np.arange(WORDS) + 2.7) ** 1.05
        self._shares = np.cumsum(weights / weights.sum())

    def chunks(self, count: int) -> list[str]:
        """Return so many chunks."""
        random, shape = self._random, (count, LONGEST)
        common = np.searchsorted(self._shares, random.random(shape))
        topic = np.searchsorted(self._shares, 0.35 + 0.65 * random.random((count, 20)))
        chosen = topic[np.arange(count)[:, None], random.integers(0, 20, shape)]
        numbers = np.where(random.random(shape) < TOPICAL, chosen, common)
        lengths = random.integers(SHORTEST, LONGEST + 1, count)
        return [" ".join(self._words[row[:length]]) for row, length in zip(numbers, lengths, strict=True)]

    def questions(self, count: int) -> Iterator[str]:
        """Yield questions of 3 to 12 words of one chunk."""
        for text in self.chunks(count):
            yield " ".join(self._random.choice(text.split(), int(self._random.integers(3, 13)), replace=False))


def fill(database: Database, chunks: int) -> float:
    """Store documents of so many chunks and return the seconds it took, making them up left out."""
    folder = FolderStore(database).add(Folder(0, "/made/up"))
    texts, took, made = Texts(1), 0.0, 0
    with DocumentStore(database).writing() as writer:
        while made < chunks:
            bodies = texts.chunks(min(1_000, chunks - made))
            begun = time.perf_counter()
            for at in range(0, len(bodies), CHUNKS_PER_DOCUMENT):
                cut = [Chunk(body, "", None, n) for n, body in enumerate(bodies[at : at + CHUNKS_PER_DOCUMENT])]
                identity = Identity(f"/made/up/{made + at}.txt", 9, 9, made + at, 1)
                writer.put(folder, identity, DocumentKind.TEXT, "", b"", cut, 0)
            took += time.perf_counter() - begun
            made += len(bodies)
        begun = time.perf_counter()
    return took + time.perf_counter() - begun


class Spent:
    """How long answers took, in ms: by the clock, and of this process's work, which busy neighbours slow less.

    Figures of both are for half and for 95 of 100 answers.
    """

    def __init__(self, ask: Callable[[str], object], questions: list[str]) -> None:
        gc.collect()
        clock, work = [], []
        for question in questions:
            begun = time.perf_counter(), time.process_time()
            ask(question)
            clock.append((time.perf_counter() - begun[0]) * 1_000)
            work.append((time.process_time() - begun[1]) * 1_000)
        middle, high = len(questions) // 2, int(len(questions) * 0.95)
        clock.sort()
        work.sort()
        self.median, self.high = clock[middle], clock[high]
        self.median_work, self.high_work = work[middle], work[high]


def measure(database: Database, questions: list[str], budget_ms: float) -> list[Figure]:
    """Return how long our answers take, beside plain questions for any of the words."""
    store = WordStore(database)

    def ours(question: str) -> object:
        return store.find(WordQuery(terms(question)), 100, budget_ms)

    def typed(question: str) -> object:
        return store.find(WordQuery(terms(question[: max(4, len(question) - 2)], typing=True)), 100, budget_ms)

    def plain(question: str) -> object:
        with database.reading() as connection:
            match = " OR ".join(f'"{word}"' for word in dict.fromkeys(tokens(question)))
            return connection.exec_driver_sql(_PLAIN, (match,)).all()

    for question in questions[:20]:
        ours(question)
    mine, typing, others = (Spent(ask, questions) for ask in (ours, typed, plain))
    return [
        Figure("found, ms, median", mine.median, "", f"{others.median:.0f} plain OR"),
        Figure("found, ms, 95 of 100", mine.high, "30 at 100,000", f"{others.high:.0f} plain OR"),
        Figure("found, ms of work, median", mine.median_work, "", f"{others.median_work:.0f} plain OR"),
        Figure("found, ms of work, 95 of 100", mine.high_work, "", f"{others.high_work:.0f} plain OR"),
        Figure("found while typing, ms of work, median", typing.median_work),
        Figure("found while typing, ms of work, 95 of 100", typing.high_work),
        Figure("plain OR takes so many times the work, median", others.median_work / mine.median_work),
    ]


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chunks", nargs="*", type=int, default=[100_000])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--budget", type=float, default=15.0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for chunks in asked.chunks:
            path = (asked.folder or Path(temporary)) / f"words_{chunks}.sqlite3"
            stored = path.exists()
            database = Database.open(path)
            figures = []
            if not stored:
                took = fill(database, chunks)
                figures.append(
                    Figure("stored, documents of 10 chunks per s", chunks / CHUNKS_PER_DOCUMENT / took, "150")
                )
                figures.append(Figure("bytes on disk per chunk", path.stat().st_size / chunks))
            figures += measure(database, list(Texts(2).questions(asked.questions)), asked.budget)
            database.close()
            load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
            show(f"{chunks:,} chunks; load of the machine {load} on {os.cpu_count()} cores", figures)
            sys.stdout.write("\n")


if __name__ == "__main__":
    main()
