"""Which reader reads what, and which readers live together in one process."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from enum import StrEnum

from engine.documents.extract.sink import Sink
from engine.domain.documents import DocumentKind

Reader = Callable[[bytes, Sink], None]


class Family(StrEnum):
    """Readers that lean on the same parser; each family has a process of its own."""

    PDF = "pdf"  # PDFium, in C++: one locked process per file
    PACKED = "packed"  # zip archives of XML
    PLAIN = "plain"  # text of any kind


FAMILIES: Mapping[Family, Mapping[DocumentKind, str]] = {
    Family.PDF: {DocumentKind.PDF: "pdf"},
    Family.PACKED: {
        DocumentKind.DOCX: "docx",
        DocumentKind.PPTX: "pptx",
        DocumentKind.XLSX: "xlsx",
        DocumentKind.ODT: "open_document",
        DocumentKind.EPUB: "epub",
    },
    Family.PLAIN: {
        DocumentKind.HTML: "html",
        DocumentKind.MARKDOWN: "markdown",
        DocumentKind.RST: "restructured",
        DocumentKind.TEXT: "text",
        DocumentKind.CODE: "code",
        DocumentKind.EMAIL: "mail",
        DocumentKind.MBOX: "mbox",
        DocumentKind.NOTEBOOK: "notebook",
        DocumentKind.SUBTITLES: "subtitles",
        DocumentKind.FEED: "feed",
    },
}
FAMILY_OF = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}
FILES_PER_CHILD = {Family.PDF: 1, Family.PACKED: 16, Family.PLAIN: 32}


def load(family: Family) -> tuple[dict[DocumentKind, Reader], dict[DocumentKind, bytes]]:
    """Return the family's readers and for each a small document to warm it with; loads their libraries."""
    modules = {
        kind: importlib.import_module(f"engine.documents.extract.kinds.{name}")
        for kind, name in FAMILIES[family].items()
    }
    readers = {kind: module.read for kind, module in modules.items()}
    return readers, {kind: module.sample() for kind, module in modules.items()}
