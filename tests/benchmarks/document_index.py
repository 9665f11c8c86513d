"""How fast documents are indexed by words, through the product's own walk, readers, chunks and store.

    python tests/benchmarks/document_index.py [DOCUMENTS] [--folder DIR] [--profile-to FILE]

DOCUMENTS: how many are made up, 10,000 by default; DIR keeps them for a second run. Of 20 documents 6 are Markdown of
about 4 KB, 4 plain text of 6 KB, 4 web pages of 8 KB of text in 20 KB, 3 DOCX of 8 KB of text (four pages), and 3 PDF
of six pages with 2.5 KB each; their words are as frequent as in real text. The floor reads every file once and does
nothing with it. FILE: what a profiler saw of the main thread.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)
from helpers.sample_documents import docx, paragraph, pdf  # noqa: E402

from engine.bootstrap.documents import indexing  # noqa: E402
from engine.documents.index import Outcome  # noqa: E402
from engine.domain.documents import Folder  # noqa: E402
from engine.paths import ProfilePaths  # noqa: E402
from engine.storage.database import Database  # noqa: E402
from engine.storage.documents import DocumentStore  # noqa: E402
from engine.storage.folders import FolderStore  # noqa: E402

WORDS = 40_000
PER_FOLDER = 200
_SYLLABLES = [consonant + vowel for consonant in "bcdfghjklmnprstvwz" for vowel in "aeiou"]


class Texts:
    """Sentences whose words follow Zipf's law."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = ["".join(self._random.choices(_SYLLABLES, k=self._random.randint(1, 4))) for _ in range(WORDS)]
        total, self._sums = 0.0, []
        for rank in range(WORDS):
            total += 1 / (rank + 2.7) ** 1.05
            self._sums.append(total)

    def paragraphs(self, characters: int) -> list[str]:
        """Return paragraphs of about so many characters together."""
        made: list[str] = []
        while sum(map(len, made)) < characters:
            made.append(" ".join(self._sentence() for _ in range(self._random.randint(3, 7))))
        return made

    def _sentence(self) -> str:
        words = self._random.choices(self._words, cum_weights=self._sums, k=self._random.randint(8, 24))
        return " ".join(words).capitalize() + "."


def _markdown(texts: Texts) -> bytes:
    parts = [f"## Part {number}\n\n{text}" for number, text in enumerate(texts.paragraphs(4_000))]
    return ("# Notes\n\n" + "\n\n".join(parts) + "\n").encode()


def _text(texts: Texts) -> bytes:
    return "\n\n".join(texts.paragraphs(6_000)).encode()


def _page(texts: Texts) -> bytes:
    menu = "".join(f'<li class="entry"><a href="/section/{number}">Section {number}</a></li>' for number in range(150))
    body = "".join(f'<h2>Part</h2><p class="body">{text}</p>\n' for text in texts.paragraphs(8_000))
    return f"<!DOCTYPE html><html><head><title>Page</title></head><body><ul>{menu}</ul>{body}</body></html>".encode()


def _docx(texts: Texts) -> bytes:
    return docx("".join(paragraph("Part", "u1") + paragraph(text) for text in texts.paragraphs(8_000)))


def _pdf(texts: Texts) -> bytes:
    return pdf(tuple(" ".join(texts.paragraphs(2_500)) for _ in range(6)))


MIX: tuple[tuple[str, int, Callable[[Texts], bytes]], ...] = (
    ("md", 6, _markdown),
    ("txt", 4, _text),
    ("html", 4, _page),
    ("docx", 3, _docx),
    ("pdf", 3, _pdf),
)


def make(folder: Path, count: int) -> None:
    """Write the documents, unless they are there."""
    texts, turn = Texts(4), [(suffix, written) for suffix, share, written in MIX for _ in range(share)]
    for number in range(count):
        suffix, written = turn[number % len(turn)]
        path = folder / f"part-{number // PER_FOLDER:03}" / f"document-{number:05}.{suffix}"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(written(texts))


def timed(work: Callable[[], Outcome | None]) -> tuple[float, Outcome | None]:
    """Return the seconds it took by the wall, and what it gave."""
    begun = time.perf_counter()
    outcome = work()
    return time.perf_counter() - begun, outcome


def files(folder: Path) -> Iterator[Path]:
    """Yield every file."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield path


def floor(folder: Path) -> None:
    """Read every file and do nothing with it."""
    for path in files(folder):
        path.read_bytes()


def index(paths: ProfilePaths, profile_to: str | None = None) -> Outcome:
    """Look at the folder as `kairos documents index` does."""
    with indexing(paths, patient=False) as work:
        if profile_to is None:
            return work.resident.once()
        profiler = cProfile.Profile()
        outcome = profiler.runcall(work.resident.once)
        profiler.dump_stats(profile_to)
        return outcome


def measure(folder: Path, home: Path, profile_to: str | None) -> list[Figure]:
    """Index everything, look again twice, read everything."""
    paths = ProfilePaths(home / "profile").ensure()
    database = Database.open(paths.database)
    FolderStore(database).add(Folder(0, str(folder)))
    cpu = os.times()
    first_s, first = timed(lambda: index(paths, profile_to))
    spent = os.times()
    again_s = min(timed(lambda: index(paths))[0] for _ in range(2))
    floor_s, _ = timed(lambda: floor(folder))
    chunks = DocumentStore(database).chunks()
    database.close()
    assert first is not None
    used = sum(spent[:4]) - sum(cpu[:4])
    return [
        Figure("documents", first.stored),
        Figure("failed", first.failed),
        Figure("chunks", chunks),
        Figure("documents per second", first.stored / first_s, ">= 150"),
        Figure("documents per CPU second, readers counted", first.stored / used),
        Figure("looking again at all of them unchanged, s", again_s, "<= 3"),
        Figure("reading every file and no more, s", floor_s),
        Figure("indexing, times that", first_s / floor_s),
        Figure("looking again, times that", again_s / floor_s),
        Figure("database, MB", sum(path.stat().st_size for path in paths.folder.glob("*.sqlite3*")) / 1e6),
        Figure("processes waiting for a processor, last minute", os.getloadavg()[0]),
    ]


def main() -> None:
    """Make, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("documents", type=int, nargs="?", default=10_000)
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--profile-to", default=None)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folder = chosen.folder or Path(home) / "documents"
        make(folder, chosen.documents)
        show("indexing documents by words", measure(folder.resolve(), Path(home), chosen.profile_to))


if __name__ == "__main__":
    main()
