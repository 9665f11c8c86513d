"""Markdown: sections under their headings, code as it stands, the title from the front matter or the first heading."""

from __future__ import annotations

import re

from engine.documents.extract.charset import decode
from engine.documents.extract.sink import Sink

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_TITLE = re.compile(r"""title[ \t]*[:=][ \t]*["']?(.*?)["']?[ \t]*$""", re.IGNORECASE)
_MARKS = ("---", "+++")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\((?:[^()\n]{0,2000})\)")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>")
_LONGEST_MATTER = 200  # lines of front matter


def read(data: bytes, sink: Sink) -> None:
    """Read a Markdown file."""
    read_text(decode(data), sink)


def read_text(text: str, sink: Sink) -> None:
    """Read Markdown that is text already."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    _Sections(sink).read(lines[_front_matter(lines, sink) :])


def _front_matter(lines: list[str], sink: Sink) -> int:
    """Return how many lines tell about the text; takes the title from them."""
    mark = lines[0].strip()
    if mark not in _MARKS:
        return 0
    for number, line in enumerate(lines[1:_LONGEST_MATTER], start=1):
        if line.strip() == mark:
            for told in filter(None, map(_TITLE.match, lines[1:number])):
                sink.call(told[1])
            return number + 1
    return 0


class _Sections:
    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._lines: list[str] = []
        self._fence = ""

    def read(self, lines: list[str]) -> None:
        """Hand over all lines."""
        for line in lines:
            self._line(line)
        self._paragraph()

    def _line(self, line: str) -> None:
        fence = _FENCE.match(line)
        if fence:
            self._fenced(line, fence[1])
        elif self._fence:
            self._lines.append(line)
        elif not line.strip():
            self._paragraph()
        elif found := _HEADING.match(line):
            self._paragraph()
            self._heading(found[2] or "")
        elif self._lines and len(self._lines) == 1 and _UNDERLINE.match(line):
            text = self._lines.pop()
            self._heading(text)
        else:
            self._lines.append(line)

    def _fenced(self, line: str, mark: str) -> None:
        if not self._fence:
            self._paragraph()
            self._fence = mark
        elif mark.startswith(self._fence) and line.strip() == mark:
            self._sink.paragraph("\n".join(self._lines))
            self._lines, self._fence = [], ""
        else:
            self._lines.append(line)

    def _heading(self, text: str) -> None:
        told = _plain(text)
        self._sink.call(told)
        self._sink.heading(told)

    def _paragraph(self) -> None:
        lines, self._lines = self._lines, []
        if lines:
            self._sink.paragraph("\n".join(lines) if self._fence else _plain("\n".join(lines)))


def _plain(text: str) -> str:
    """Return text without the addresses of links and without tags."""
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    return _TAG.sub("", text) if "<" in text else text


def sample() -> bytes:
    """Return a small text."""
    return b"---\ntitle: one\n---\n# two\n\n[words](there) <b>more</b>\n\n```\ncode\n```\n"
