"""Web pages: text as it is read, under its headings; scripts, styles and hidden templates are left out."""

from __future__ import annotations

import re
from html import unescape

from engine.documents.extract.charset import declared_within, decode
from engine.documents.extract.kinds.html_scanner import scan
from engine.documents.extract.sink import Sink

_UNSEEN = frozenset("template svg math noscript head object iframe select datalist".split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup option p pre section summary table
    tbody tfoot thead tr ul""".split()
)
_CELLS = frozenset({"td", "th"})
_ALT = re.compile(r"""\salt\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_LONGEST_ALT = 1_000


def read(data: bytes, sink: Sink) -> None:
    """Read a web page."""
    read_text(decode(data, declared=declared_within(data)), sink)


def read_text(text: str, sink: Sink) -> None:
    """Read a web page that is text already."""
    page = _Page(sink)
    for kind, told in scan(text):
        if kind == "text":
            page.text(told)
        elif kind == "title":
            page.title(told)
        elif kind:
            page.begin(kind, told)
        else:
            page.end(told)
    page.paragraph()


class _Page:
    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._text: list[str] = []
        self._unseen = ""
        self._heading = False
        self._pre = 0

    def text(self, data: str) -> None:
        """Take text between tags."""
        if not self._unseen:
            data = unescape(data) if "&" in data else data
            self._text.append(data if self._pre else _one_line(data))

    def title(self, data: str) -> None:
        """Take the page's title; pictures have titles as well."""
        if self._unseen in {"", "head"}:
            self._sink.call(unescape(data))

    def begin(self, tag: str, attributes: str) -> None:
        """Take the beginning of an element."""
        # A page without </head> goes on with its body; of the others a missing end must not hide the rest.
        if self._unseen == "head" and tag in _BLOCKS:
            self._unseen = ""
        if self._unseen:
            return
        if tag in _UNSEEN:
            self._unseen = tag
        elif tag == "br":
            self._text.append("\n")
        elif tag == "img":
            found = _ALT.search(attributes)
            self._text.append(f" {unescape((found[1] or found[2] or '')[:_LONGEST_ALT])} " if found else " ")
        elif tag in _BLOCKS:
            self.paragraph()
            self._heading = tag in _HEADINGS
            self._pre += tag == "pre"

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self._unseen:
            if tag in {self._unseen, "body"}:
                self._unseen = ""
        elif tag in _CELLS:
            self._text.append("\t")
        elif tag in _BLOCKS:
            self.paragraph()
            self._heading = False
            self._pre = max(0, self._pre - (tag == "pre"))

    def paragraph(self) -> None:
        """Close the paragraph that is open."""
        self._sink.check()
        text, self._text = "".join(self._text), []
        if not text or text.isspace():
            return
        if self._heading:
            self._sink.heading(text)
        else:
            self._sink.paragraph(text)


def _one_line(data: str) -> str:
    """Return text with every run of blanks as one space, those at its ends included."""
    told = " ".join(data.split())
    if not told:
        return " " if data else ""
    return (" " if data[0].isspace() else "") + told + (" " if data[-1].isspace() else "")


def sample() -> bytes:
    """Return a small page."""
    return b"<html><head><title>one</title></head><body><h1>two</h1><p>words &amp; &eacute;</p></body></html>"
