"""Web pages: text as it is read, under its headings; scripts, styles and hidden templates are left out."""

from __future__ import annotations

from html.parser import HTMLParser

from engine.documents.extract.charset import MOST_BYTES, declared_within, decode
from engine.documents.extract.sink import Sink

_UNSEEN = frozenset("script style template svg math noscript head object iframe select datalist".split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup option p pre section summary table
    tbody tfoot thead tr ul""".split()
)
_CELLS = frozenset({"td", "th"})
_NEVER_CLOSED = frozenset({"iframe", "select", "datalist", "object"})  # where the end is missing, the page still counts
_STEP = 65_536
_MOST_TITLE_PARTS = 100


def read(data: bytes, sink: Sink) -> None:
    """Read a web page."""
    read_text(decode(data[:MOST_BYTES], declared=declared_within(data)), sink)


def read_text(text: str, sink: Sink) -> None:
    """Read a web page that is text already."""
    page = _Page(sink)
    for start in range(0, len(text), _STEP):
        page.feed(text[start : start + _STEP])
        sink.check()
    page.close()
    page.paragraph()


class _Page(HTMLParser):
    def __init__(self, sink: Sink) -> None:
        super().__init__(convert_charrefs=True)
        self._sink = sink
        self._text: list[str] = []
        self._unseen = ""
        self._title: list[str] | None = None
        self._heading = False
        self._pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title" and self._unseen in {"", "head"}:
            self._title = []
        elif self._unseen:
            # A page without </head> goes on with its body.
            if self._unseen == "head" and (tag in _BLOCKS):
                self._unseen = ""
        elif tag in _UNSEEN:
            self._unseen = tag
        elif tag == "br":
            self._text.append("\n")
        elif tag == "img":
            self._text.append(f" {dict(attrs).get('alt') or ''} ")
        if tag in _BLOCKS:
            self.paragraph()
            self._heading = tag in _HEADINGS
            self._pre += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag == "title" and self._title is not None:
            self._sink.call("".join(self._title))
            self._title = None
        elif self._unseen:
            if tag == self._unseen or (self._unseen in _NEVER_CLOSED and tag == "body"):
                self._unseen = ""
        elif tag in _CELLS:
            self._text.append("\t")
        elif tag in _BLOCKS:
            self.paragraph()
            self._heading = False
            self._pre = max(0, self._pre - (tag == "pre"))

    def handle_data(self, data: str) -> None:
        if self._title is not None:
            self._title.append(data[:1_000] if len(self._title) < _MOST_TITLE_PARTS else "")
        elif not self._unseen:
            self._text.append(data if self._pre else _one_line(data))

    def paragraph(self) -> None:
        """Close the paragraph that is open."""
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
