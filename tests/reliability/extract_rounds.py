"""Reads damaged documents by the thousand, through the product's own extractor, and says what became of them.

    .venv/bin/python tests/reliability/extract_rounds.py [--count 2000] [--seed 1] [--pdf] [--light] [FOLDER]

Damages one document of every kind and every file of FOLDER that the product reads (--pdf: PDF files only; --light: only
a few bytes changed, so that most can still be read), always the same way for the same seed. Prints how many were read,
how many were refused with which reason, crashes of readers (each costs its own file only), the milliseconds per file,
and the most memory this process had. Ends with status 1 if a file was lost, a reader crashed on what is not a PDF file,
or this process did not get through.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent
for _folder in (_TESTS, _TESTS.parent):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))

from helpers import sample_documents  # noqa: E402  (the path is set just above)
from helpers.mutations import mutants  # noqa: E402

from engine.documents.extract.extractor import Extractor  # noqa: E402
from engine.documents.extract.troubles import SENTENCES, Trouble  # noqa: E402
from engine.domain.documents import DocumentKind  # noqa: E402
from engine.domain.extraction import Extraction, ExtractionRequest  # noqa: E402

LARGEST = 64_000_000
_SUFFIXES = {f".{kind}": kind for kind in DocumentKind} | {
    ".htm": DocumentKind.HTML, ".md": DocumentKind.MARKDOWN, ".txt": DocumentKind.TEXT, ".py": DocumentKind.CODE,
    ".eml": DocumentKind.EMAIL, ".ipynb": DocumentKind.NOTEBOOK, ".srt": DocumentKind.SUBTITLES,
    ".ods": DocumentKind.ODT, ".odp": DocumentKind.ODT, ".xml": DocumentKind.FEED,
}  # fmt: skip


@dataclass
class Outcome:
    """What became of a number of files of one kind."""

    files: int = 0
    read: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def crashes(self) -> int:
        return self.reasons[SENTENCES[Trouble.CRASHED]]

    @property
    def not_understood(self) -> int:
        return self.reasons[SENTENCES[Trouble.UNREADABLE]]


def documents(folder: Path | None, *, pdf_only: bool) -> dict[str, tuple[DocumentKind, bytes]]:
    """Return what is damaged, by name."""
    given = {f"sample.{kind}": (kind, data) for kind, data in sample_documents.DOCUMENTS.items()}
    for file in sorted(folder.rglob("*")) if folder else ():
        kind = _SUFFIXES.get(file.suffix.lower())
        if kind and file.is_file() and file.stat().st_size:
            given[str(file)] = (kind, file.read_bytes())
    return {name: told for name, told in given.items() if not pdf_only or told[0] is DocumentKind.PDF}


def rounds(
    given: dict[str, tuple[DocumentKind, bytes]], count: int, seed: int, *, light: bool = False
) -> dict[DocumentKind, Outcome]:
    """Read so many damaged documents and return what became of them, by kind."""
    outcomes: dict[DocumentKind, Outcome] = {}
    with tempfile.TemporaryDirectory() as folder, Extractor() as extractor:
        for extraction in extractor.extract_many(_written(mutants(given, count, seed, light=light), Path(folder))):
            Path(extraction.request.path).unlink()
            _count(outcomes.setdefault(extraction.request.kind, Outcome()), extraction)
    return outcomes


def _written(documents: Iterator[tuple[DocumentKind, bytes]], folder: Path) -> Iterator[ExtractionRequest]:
    for number, (kind, data) in enumerate(documents):
        file = folder / f"{number}.{kind}"
        file.write_bytes(data)
        yield ExtractionRequest(str(file), kind, LARGEST)


def _count(outcome: Outcome, extraction: Extraction) -> None:
    outcome.files += 1
    if extraction.extracted is None:
        outcome.reasons[extraction.reason] += 1
    else:
        outcome.read += 1


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("folder", nargs="?", type=Path)
    words.add_argument("--count", type=int, default=2_000)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--pdf", action="store_true")
    words.add_argument("--light", action="store_true")
    told = words.parse_args()
    given = documents(told.folder, pdf_only=told.pdf)
    began = time.perf_counter()
    outcomes = rounds(given, told.count, told.seed, light=told.light)
    took = time.perf_counter() - began
    for kind in sorted(outcomes):
        outcome = outcomes[kind]
        print(f"{kind:10} {outcome.files:6} files {outcome.read:6} read {outcome.crashes:4} crashed readers")
        for reason, number in outcome.reasons.most_common():
            print(f"{'':10} {number:6} {reason}")
    files = sum(outcome.files for outcome in outcomes.values())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_024
    load = Path("/proc/loadavg").read_text(encoding="ascii").split()[0] if Path("/proc/loadavg").exists() else "?"
    print(
        f"{files} of {told.count} files, {took / max(files, 1) * 1_000:.1f} ms each, "
        f"at most {memory} MB here, load {load}"
    )
    crashed = any(outcome.crashes for kind, outcome in outcomes.items() if kind is not DocumentKind.PDF)
    return int(files != told.count or crashed)


if __name__ == "__main__":
    sys.exit(main())
