"""Presentations: slides in their order, each a page under its title, with the speaker's notes."""

from __future__ import annotations

from collections.abc import Iterator

from engine.documents.extract.archive import Archive
from engine.documents.extract.office_parts import main_part, packed, read_each, relations, title
from engine.documents.extract.sink import Sink
from engine.documents.extract.troubles import Refused, Trouble
from engine.documents.extract.xml_events import local, parse, parse_beside

_MOST_SLIDES = 5_000
_TITLES = frozenset({"title", "ctrTitle"})
_NUMBERS = frozenset({"sldNum", "dt", "ftr", "hdr"})  # placeholders that repeat on every slide
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/relationships"


def read(data: bytes, sink: Sink) -> None:
    """Read a .pptx file."""
    archive = Archive(data)
    part = main_part(archive, "ppt/presentation.xml", sink)
    if part not in archive:
        raise Refused(Trouble.DAMAGED, "no presentation part")
    sink.call(title(archive, sink))
    numbers = {name: number for number, name in enumerate(_slides(archive, part, sink), start=1)}

    def read_slide(name: str) -> None:
        sink.page(numbers[name])
        sink.leave_heading()
        parse(archive.blocks(name), _Shapes(sink), sink)
        for kind, notes in relations(archive, name, sink).values():
            if kind == "notesSlide":
                parse_beside(archive.blocks(notes), _Shapes(sink), sink)
                break

    read_each(numbers, read_slide, sink)


def _slides(archive: Archive, part: str, sink: Sink) -> Iterator[str]:
    """Yield the members that are slides, each once however the relations run."""
    order = _Order()
    parse(archive.blocks(part), order, sink)
    related = relations(archive, part, sink)
    names = [related[key][1] for key in order.ids if key in related and related[key][0] == "slide"]
    yield from list(dict.fromkeys(name for name in names if name in archive))[:_MOST_SLIDES]


class _Order:
    def __init__(self) -> None:
        self.ids: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "sldId":
            self.ids += [value for key, value in attributes.items() if key.endswith("}id")]

    def end(self, tag: str) -> None:
        """The order is in the beginnings."""

    def data(self, text: str) -> None:
        """The order has no text."""


class _Shapes:
    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._text: list[str] = []
        self._cells: list[str] = []
        self._placeholder = ""
        self._in_text = False
        self._row = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if name == "sp":
            self._placeholder = ""
        elif name == "ph":
            self._placeholder = attributes.get("type", "body")
        elif name == "t":
            self._in_text = True
        elif name == "br":
            self._text.append("\n")
        elif name == "tr":
            self._row = True

    def end(self, tag: str) -> None:
        name = local(tag)
        if name == "t":
            self._in_text = False
        elif name == "p":
            self._paragraph()
        elif name == "tr":
            self._row = False
            cells, self._cells = self._cells, []
            self._sink.paragraph("\t".join(cells))

    def data(self, text: str) -> None:
        if self._in_text:
            self._text.append(text)

    def _paragraph(self) -> None:
        text, self._text = "".join(self._text).strip(), []
        if not text or self._placeholder in _NUMBERS:
            return
        if self._row:
            self._cells.append(text)
        elif self._placeholder in _TITLES:
            self._sink.call(text)
            self._sink.heading(text)
        else:
            self._sink.paragraph(text)


def sample() -> bytes:
    """Return a small presentation."""
    order = '<p:sldIdLst><p:sldId r:id="a"/></p:sldIdLst>'
    relation = f'<Relationship Id="a" Type="{_R}/slide" Target="slides/slide1.xml"/>'
    words = "<a:p><a:r><a:t>words</a:t></a:r></a:p>"
    return packed(
        {
            "ppt/presentation.xml": f'<p:presentation xmlns:p="{_P}" xmlns:r="{_R}">{order}</p:presentation>',
            "ppt/_rels/presentation.xml.rels": f'<Relationships xmlns="{_TYPES}">{relation}</Relationships>',
            "ppt/slides/slide1.xml": f'<p:sld xmlns:p="{_P}" xmlns:a="{_A}">{words}</p:sld>',
        }
    )
