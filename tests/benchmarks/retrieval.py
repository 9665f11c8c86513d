"""How well documents are found: words, meaning and both, on judged collections, with 95 % bootstrap intervals.

python tests/benchmarks/retrieval.py PATH... [--vectors FILE] [--questions N]
PATH is a folder with documents.jsonl and queries.jsonl (id, text) and judgments.tsv (query, document, relevance), or a
folder of such folders. Chunks, index, vectors and search are the product's own. --vectors keeps what was encoded in an
.npz file, so that another run need not; --questions asks only the first N. Published figures beside: BM25 (k1 1.2,
b 0.75), FTS5, all-MiniLM-L6-v2, reciprocal rank fusion and the sum of min-max scores, on the full sets; those
asked here may be parts of them.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

import numpy as np  # noqa: E402  (the path is set just above)
from helpers.document_library import DocumentLibrary, document_library  # noqa: E402
from helpers.retrieval_sets import (  # noqa: E402
    MEASURES,
    RetrievalSet,
    as_words,
    file_name,
    mean_with_interval,
    number_of,
    read_set,
)

from engine.documents.search.meaning import Meaning  # noqa: E402
from engine.domain.errors import UsageError  # noqa: E402
from engine.mind.encoder import find_encoder  # noqa: E402

if TYPE_CHECKING:
    from engine.domain.encoding import Encoder, Vectors

PUBLISHED = {
    "cranfield": "BM25 .385  FTS5 .385  MiniLM .397  RRF .436  sum .433  smoothed .475",
    "cisi": "BM25 .381  FTS5 .325  MiniLM .419  RRF .445  sum .454 (best weight .460)",
    "xquad_en": "BM25 .963  FTS5 .968  MiniLM .945  RRF .968  sum .977 (best weight .981)",
    "xquad_zh": "BM25 .963  FTS5 .964 (trigram .882)  MiniLM .245  RRF .569  sum .953",
}
DEPTH = 100

Order = Callable[[str], list[str]]


def main() -> int:
    """Measure every collection named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--vectors", type=Path, metavar="FILE")
    parser.add_argument("--questions", type=int, metavar="N")
    chosen = parser.parse_args()
    found = find_encoder("")
    encoder = None if found is None else KeptVectors(found, chosen.vectors)
    if encoder is None:
        _say("No encoder is installed: words alone.")
    for folder in _folders(chosen.paths):
        measure(read_set(folder), encoder, chosen.questions)
        if encoder is not None:
            encoder.keep()
    return 0


def measure(judged: RetrievalSet, encoder: KeptVectors | None, most: int | None) -> None:
    """Index the collection, ask its questions, print the figures."""
    with tempfile.TemporaryDirectory() as place, document_library(Path(place)) as library:
        begun = time.monotonic()
        library.add_all({file_name(number): text for number, text in judged.documents.items()})
        if encoder is not None:
            library.embed(encoder)
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        took = time.monotonic() - begun
        _say(f"\n{judged.name}: {len(judged.documents):,} documents indexed in {took:.0f} s, load {load:.1f}")
        for name, order in _ways(library, encoder).items():
            _measure_way(judged, name, order, most)
        _say(f"  published: {PUBLISHED.get(judged.name, 'nothing')}")


def _ways(library: DocumentLibrary, encoder: Encoder | None) -> dict[str, Order]:
    search = library.search()
    ways: dict[str, Order] = {"words": lambda text: _names(search.words(text, DEPTH))}
    if encoder is not None:
        from engine.mind.network.matrix import VectorMatrix  # (a second of torch)

        meaning = library.meaning(encoder, VectorMatrix(encoder.dimensions))
        ways["meaning"] = lambda text: _nearest(library, meaning, encoder, text)
        ways["fusion"] = lambda text: _names(search.full(text, DEPTH, meaning))
    return ways


def _measure_way(judged: RetrievalSet, name: str, order: Order, most: int | None) -> None:
    values: dict[str, list[float]] = {measure: [] for measure in MEASURES}
    spent = []
    for number, text in islice(judged.questions.items(), most):
        relevant = judged.judgments.get(number)
        if not relevant:
            continue
        begun = time.perf_counter()
        found: list[str] = []
        with suppress(UsageError):  # a question that is not one for our language finds nothing
            found = order(as_words(text))
        spent.append(time.perf_counter() - begun)
        for measure, of in MEASURES.items():
            values[measure].append(of(found, relevant))
    cells = []
    for measure, some in values.items():
        mean, low, high = mean_with_interval(some)
        cells.append(f"{measure} {mean:.4f} [{low:.3f}, {high:.3f}]")
    middle = sorted(spent)[len(spent) // 2] * 1_000
    _say(f"  {name:8} {'   '.join(cells)}   {middle:.0f} ms")


def _names(hits: Sequence[object]) -> list[str]:
    return [number_of(hit.document.identity.path) for hit in hits]  # type: ignore[attr-defined]


def _nearest(library: DocumentLibrary, meaning: Meaning, encoder: Encoder, text: str) -> list[str]:
    """Return documents by their best chunk's cosine alone, whatever script the question is in."""
    from engine.storage.words import WordStore

    chunks = meaning.top(encoder.encode([text])[0], DEPTH * 4)
    owners = [one.document_id for one in WordStore(library.database).passages(chunks)]
    documents = library.documents.by_id(owners)
    return [number_of(documents[number].identity.path) for number in dict.fromkeys(owners)][:DEPTH]


class KeptVectors:
    """An encoder that need not encode a text twice, even in another run where a file is named."""

    def __init__(self, encoder: Encoder, file: Path | None) -> None:
        self._encoder, self._file = encoder, file
        self._known: dict[str, Vectors] = {}
        if file is not None and file.exists():
            with np.load(file) as held:
                self._known = dict(zip(held["keys"].tolist(), held["vectors"], strict=True))

    @property
    def name(self) -> str:
        """The encoder's."""
        return self._encoder.name

    @property
    def dimensions(self) -> int:
        """The encoder's."""
        return self._encoder.dimensions

    def reads(self, text: str) -> bool:
        """What the encoder says."""
        return self._encoder.reads(text)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode what is not known yet, and return all."""
        keys = [hashlib.blake2b(text.encode(), digest_size=12).hexdigest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if new:
            self._known.update(zip(new, self._encoder.encode(list(new.values())), strict=True))
        return np.stack([self._known[key] for key in keys])

    def keep(self) -> None:
        """Write what is known into the file."""
        if self._file is not None:
            np.savez(self._file, keys=np.array(list(self._known)), vectors=np.stack(list(self._known.values())))


def _folders(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        inside = [one.parent for one in sorted(path.glob("*/judgments.tsv"))]
        found += [path] if (path / "judgments.tsv").exists() else inside
    if not found:
        raise SystemExit("No folder with documents.jsonl, queries.jsonl and judgments.tsv is named.")
    return found


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
