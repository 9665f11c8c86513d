"""How many documents a second are read through the locked processes, by kind, and how long one PDF file takes.

    .venv/bin/python tests/benchmarks/extract_speed.py [--files 600] [FOLDER]

Makes documents of ordinary size (some 1,500 words; PDF files of four pages) and reads each kind alone, then text kinds
together, cold start excluded; with FOLDER also each PDF file of it, all from the page cache. Allowed: 12.3 ms a PDF
file, at least 150 texts, pages and sources a second. Prints the load of the machine.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent
for _place in (_TESTS, _TESTS.parent):
    if str(_place) not in sys.path:
        sys.path.insert(0, str(_place))

from helpers import sample_documents as samples  # noqa: E402  (the path is set just above)

from engine.documents.extract.extractor import Extractor  # noqa: E402
from engine.domain.documents import DocumentKind  # noqa: E402
from engine.domain.extraction import ExtractionRequest  # noqa: E402

_WORDS = (
    "heron water lake bird reed river morning fish wind still shallow long legs wait stand fly nest grey white".split()
)
_CHANCE = random.Random(1)
_TEXTS = (DocumentKind.TEXT, DocumentKind.MARKDOWN, DocumentKind.HTML, DocumentKind.CODE, DocumentKind.RST)


def _paragraphs(count: int = 15) -> list[str]:
    return [" ".join(_CHANCE.choices(_WORDS, k=100)) for _ in range(count)]


def _pdf() -> bytes:
    pages = ["\n".join(" ".join(_CHANCE.choices(_WORDS, k=12)) for _ in range(40)) for _ in range(4)]
    return samples.pdf(tuple(pages))


MADE: dict[DocumentKind, Callable[[], bytes]] = {
    DocumentKind.PDF: _pdf,
    DocumentKind.DOCX: lambda: samples.docx("".join(samples.paragraph(text) for text in _paragraphs())),
    DocumentKind.EPUB: lambda: samples.epub("".join(f"<p>{text}</p>" for text in _paragraphs())),
    DocumentKind.ODT: lambda: samples.odt("".join(f"<text:p>{text}</text:p>" for text in _paragraphs())),
    DocumentKind.XLSX: samples.xlsx,
    DocumentKind.PPTX: samples.pptx,
    DocumentKind.TEXT: lambda: "\n\n".join(_paragraphs()).encode(),
    DocumentKind.MARKDOWN: lambda: "\n\n## part\n\n".join(_paragraphs()).encode(),
    DocumentKind.RST: lambda: "\n\nPart\n----\n\n".join(_paragraphs()).encode(),
    DocumentKind.HTML: lambda: "".join(f"<h2>part</h2><p>{text}</p>" for text in _paragraphs()).encode(),
    DocumentKind.CODE: lambda: "\n\n".join(f"def part():\n    {text}" for text in _paragraphs()).encode(),
    DocumentKind.EMAIL: samples.message,
    DocumentKind.MBOX: samples.mbox,
    DocumentKind.NOTEBOOK: lambda: json.dumps(
        {"cells": [{"cell_type": "markdown", "source": text} for text in _paragraphs()]}
    ).encode(),
    DocumentKind.SUBTITLES: lambda: samples.DOCUMENTS[DocumentKind.SUBTITLES],
    DocumentKind.FEED: lambda: samples.DOCUMENTS[DocumentKind.FEED],
}


def requests(folder: Path, kind: DocumentKind, count: int) -> list[ExtractionRequest]:
    """Write so many documents of the kind, twenty different ones."""
    different = [MADE[kind]() for _ in range(20)]
    made = []
    for number in range(count):
        file = folder / f"{number}.{kind}"
        file.write_bytes(different[number % len(different)])
        made.append(ExtractionRequest(str(file), kind, 1 << 26))
    return made


def timed(extractor: Extractor, wanted: list[ExtractionRequest]) -> float:
    """Read all and return the seconds it took; the processes run already."""
    list(extractor.extract_many(wanted[:1]))
    began = time.perf_counter()
    told = list(extractor.extract_many(wanted))
    took = time.perf_counter() - began
    failed = [one.reason for one in told if one.extracted is None]
    if len(told) != len(wanted) or failed:
        print(f"    {len(told)} of {len(wanted)} told, {len(failed)} refused: {failed[:1]}")
    return took


def _folder(extractor: Extractor, folder: Path) -> None:
    files = sorted(folder.rglob("*.pdf"))
    took = []
    for file in files:
        began = time.perf_counter()
        list(extractor.extract_many([ExtractionRequest(str(file), DocumentKind.PDF, 1 << 28)]))
        took.append((time.perf_counter() - began) * 1_000)
    print(
        f"{len(files)} PDF files of {folder.name}, ms each: median {statistics.median(took):.1f}, worst {max(took):.1f}"
    )


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("folder", nargs="?", type=Path)
    words.add_argument("--files", type=int, default=600)
    told = words.parse_args()
    with tempfile.TemporaryDirectory() as folder, Extractor() as extractor:
        print(f"protection: {extractor.protection()}")
        all_texts: list[ExtractionRequest] = []
        for kind in DocumentKind:
            wanted = requests(Path(folder), kind, told.files)
            took = timed(extractor, wanted)
            print(f"{kind:10} {told.files / took:8.0f} a second {took / told.files * 1_000:7.2f} ms each")
            all_texts += wanted if kind in _TEXTS else []
        took = timed(extractor, all_texts)
        print(f"{'texts':10} {len(all_texts) / took:8.0f} a second {took / len(all_texts) * 1_000:7.2f} ms each")
        if told.folder:
            _folder(extractor, told.folder)
    load = Path("/proc/loadavg")
    print(f"load {load.read_text(encoding='ascii').split()[0] if load.exists() else 'unknown'}")


if __name__ == "__main__":
    main()
