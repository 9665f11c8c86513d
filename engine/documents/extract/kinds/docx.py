"""Word documents: paragraphs in order, headings by their style's outline level, tables row by row, notes at the end."""

from __future__ import annotations

from engine.documents.extract.archive import Archive
from engine.documents.extract.office_parts import main_part, packed, relations, title
from engine.documents.extract.sink import Sink
from engine.documents.extract.troubles import Refused, Trouble
from engine.documents.extract.xml_events import local, parse, parse_beside

_NOTES = ("footnotes", "endnotes")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_UNSEEN = frozenset({"Fallback", "delText", "instrText", "del"})  # written twice, deleted, or a field's code
_BLANKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(data: bytes, sink: Sink) -> None:
    """Read a .docx file."""
    archive = Archive(data)
    part = main_part(archive, "word/document.xml", sink)
    if part not in archive:
        raise Refused(Trouble.DAMAGED, "no document part")
    sink.call(title(archive, sink))
    related = relations(archive, part, sink).values()
    styles = _Styles()
    for kind, name in related:
        if kind == "styles":
            parse_beside(archive.blocks(name), styles, sink)
    parse(archive.blocks(part), _Body(sink, styles), sink)
    for kind, name in related:
        if kind in _NOTES:
            sink.leave_heading()
            parse_beside(archive.blocks(name), _Body(sink, styles), sink)


def _value(attributes: dict[str, str], name: str = "val") -> str:
    return next((value for key, value in attributes.items() if local(key) == name), "")


class _Styles:
    """Which styles are headings, and which is the title."""

    def __init__(self) -> None:
        self.headings: set[str] = {f"Heading{level}" for level in range(1, 10)}
        self.titles: set[str] = {"Title"}
        self._style = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if name == "style":
            self._style = _value(attributes, "styleId")
        elif name == "name" and _value(attributes).lower().startswith("heading "):
            self.headings.add(self._style)
        elif name == "name" and _value(attributes).lower() == "title":
            self.titles.add(self._style)
        elif name == "outlineLvl" and _value(attributes) < "9":
            self.headings.add(self._style)

    def end(self, tag: str) -> None:
        """A style's end says nothing."""

    def data(self, text: str) -> None:
        """Styles have no text."""


class _Body:
    def __init__(self, sink: Sink, styles: _Styles) -> None:
        self._sink = sink
        self._styles = styles
        self._text: list[str] = []
        self._cells: list[str] = []
        self._style = ""
        self._outline = False
        self._in_text = False
        self._unseen = 0
        self._rows = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if name in _UNSEEN:
            self._unseen += 1
        elif name == "t":
            self._in_text = True
        elif name in _BLANKS:
            self._text.append(_BLANKS[name])
        elif name == "pStyle":
            self._style = _value(attributes)
        elif name == "outlineLvl":
            self._outline = _value(attributes) < "9"
        elif name == "tr":
            self._rows += 1

    def end(self, tag: str) -> None:
        name = local(tag)
        if name in _UNSEEN:
            self._unseen -= 1
        elif name == "t":
            self._in_text = False
        elif name == "p":
            self._paragraph()
        elif name == "tr":
            self._rows -= 1
            if not self._rows:
                cells, self._cells = self._cells, []
                self._sink.paragraph("\t".join(cells))

    def data(self, text: str) -> None:
        if self._in_text and not self._unseen:
            self._text.append(text)

    def _paragraph(self) -> None:
        text = "".join(self._text)
        style, heading = self._style, self._outline or self._style in self._styles.headings
        self._text, self._style, self._outline = [], "", False
        if not text.strip():
            return
        if self._rows:
            self._cells.append(text.strip())
        elif style in self._styles.titles:
            self._sink.call(text)
            self._sink.paragraph(text)
        elif heading:
            self._sink.heading(text)
        else:
            self._sink.paragraph(text)


def sample() -> bytes:
    """Return a small document."""
    body = f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>words</w:t></w:r></w:p></w:body></w:document>'
    return packed({"word/document.xml": body})
