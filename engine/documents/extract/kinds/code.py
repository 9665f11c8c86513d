"""Source code: as it stands, parted where something begins at the left edge, under that thing's name."""

from __future__ import annotations

import re

from engine.documents.extract.charset import decode
from engine.documents.extract.sink import Sink

_BEGINS = re.compile(
    r"(?:(?:export|default|public|private|protected|static|final|abstract|async|pub(?:\([^)\n]{0,40}\))?|unsafe|sealed"
    r"|internal|open|data|partial|virtual|inline|local)[ \t]+){0,6}"
    r"(?:def|class|function\*?|func|fn|struct|interface|trait|enum|impl|module|namespace|record|object|type|sub|procedure)"
    r"[ \t]+([A-Za-z_$][\w$.:]{0,200})"
)
_GAP = re.compile(r"\n[ \t]*\n")


def read(data: bytes, sink: Sink) -> None:
    """Read a source file."""
    block: list[str] = []
    for line in decode(data).replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        found = _BEGINS.match(line) if line[:1].isalpha() else None
        if found:
            _hand_over(block, sink)
            block = []
            sink.heading(found[1])
        block.append(line)
    _hand_over(block, sink)


def _hand_over(block: list[str], sink: Sink) -> None:
    for part in _GAP.split("\n".join(block)):
        sink.paragraph(part)


def sample() -> bytes:
    """Return a small source."""
    return b"def one():\n    return 2\n"
