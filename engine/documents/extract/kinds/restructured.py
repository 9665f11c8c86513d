"""reStructuredText: sections by their underlines; comments and settings are left out, contents of directives stay."""

from __future__ import annotations

import re

from engine.documents.extract.charset import decode
from engine.documents.extract.sink import Sink

_ADORNMENT = re.compile(r"""([!-/:-@\[-`{-~])\1{2,}\s*$""")
_DIRECTIVE = re.compile(r"\s*\.\. +([A-Za-z0-9_:+.-]+)::[ \t]*(.*)$")
_COMMENT = re.compile(r"\s*\.\.(?:\s|$)")
_OPTION = re.compile(r"\s+:[A-Za-z0-9_-]+:")
_ROLE = re.compile(r":[A-Za-z0-9_:+.-]{1,60}:`([^`\n]{1,500})`")
_LINK = re.compile(r"`([^`<\n]{1,500}?)\s*<[^`>\n]{1,1000}>`__?")


def read(data: bytes, sink: Sink) -> None:
    """Read a reStructuredText file."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    _Sections(sink).read(text.split("\n"))


class _Sections:
    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._lines: list[str] = []

    def read(self, lines: list[str]) -> None:
        """Hand over all lines."""
        for line in lines:
            self._line(line)
        self._paragraph()

    def _line(self, line: str) -> None:
        if _ADORNMENT.match(line):
            self._adornment(line.rstrip())
        elif not line.strip():
            self._paragraph()
        elif found := _DIRECTIVE.match(line):
            self._paragraph()
            self._lines.append(found[2])
        elif not (_COMMENT.match(line) or (_OPTION.match(line) and not self._lines)):
            self._lines.append(line)

    def _adornment(self, line: str) -> None:
        """An underline makes a heading of the one line before it; any other is a border."""
        if len(self._lines) == 1 and len(line) + 2 >= len(self._lines[0].strip()):
            text = _plain(self._lines.pop())
            self._sink.call(text)
            self._sink.heading(text)
        else:
            self._paragraph()

    def _paragraph(self) -> None:
        lines, self._lines = self._lines, []
        if lines:
            self._sink.paragraph(_plain("\n".join(lines)))


def _plain(text: str) -> str:
    return _LINK.sub(r"\1", _ROLE.sub(r"\1", text)) if "`" in text else text


def sample() -> bytes:
    """Return a small text."""
    return b"One\n===\n\n.. note:: words\n\n   :ref:`more` `words <there>`_\n"
