"""Plain text: its paragraphs."""

from __future__ import annotations

import re

from engine.documents.extract.charset import decode
from engine.documents.extract.sink import Sink

_PARAGRAPH = re.compile(r"\n[ \t]*\n")


def read(data: bytes, sink: Sink) -> None:
    """Read a text."""
    paragraphs(decode(data), sink)


def paragraphs(text: str, sink: Sink) -> None:
    """Hand over a text paragraph by paragraph."""
    start = 0
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for gap in _PARAGRAPH.finditer(text):
        sink.paragraph(text[start : gap.start()])
        start = gap.end()
    sink.paragraph(text[start:])


def sample() -> bytes:
    """Return a small text, one that needs a guess at its encoding."""
    return "Le garçon a mangé des crêpes à la fête, près de l'église.\n\nDéjà vu.".encode("cp1252")
