"""A folder of files and an extractor that is started before a test and gone after it."""

from __future__ import annotations

from pathlib import Path

from engine.documents.extract.extractor import Extractor
from engine.domain.documents import DocumentKind
from engine.domain.extraction import Extraction, ExtractionRequest

LARGEST = 200_000_000


def request(path: Path, kind: DocumentKind = DocumentKind.TEXT, largest_bytes: int = LARGEST) -> ExtractionRequest:
    return ExtractionRequest(str(path), kind, largest_bytes)


def written(folder: Path, *contents: bytes | str, kind: DocumentKind = DocumentKind.TEXT) -> list[ExtractionRequest]:
    """Write the contents into files of their own and return the requests to read them."""
    requests = []
    for number, content in enumerate(contents):
        path = folder / f"{number}.{kind}"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        requests.append(request(path, kind))
    return requests


def by_file(extractor: Extractor, requests: list[ExtractionRequest]) -> list[Extraction]:
    """Return what came of the requests, in their order."""
    told = {extraction.request.path: extraction for extraction in extractor.extract_many(requests)}
    return [told[wanted.path] for wanted in requests]


def text(extraction: Extraction) -> str:
    """Return all that was read, or the reason why nothing was."""
    if extraction.extracted is None:
        return extraction.reason
    return "\n".join(piece.text for piece in extraction.extracted.pieces)
