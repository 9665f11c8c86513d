"""OpenDocument texts, presentations, spreadsheets: headings, paragraphs, rows; slides are pages, sheets headings."""

from __future__ import annotations

from engine.documents.extract.archive import Archive
from engine.documents.extract.office_parts import FirstText, packed
from engine.documents.extract.sink import Sink
from engine.documents.extract.troubles import Refused, Trouble
from engine.documents.extract.xml_events import local, parse, parse_beside

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_MOST_SPACES, _MOST_DIGITS = 100, 6
_UNSEEN = frozenset({"tracked-changes", "annotation", "note-citation", "ruby-text"})
_SHEET = "application/vnd.oasis.opendocument.spreadsheet"


def read(data: bytes, sink: Sink) -> None:
    """Read an .odt, .odp or .ods file."""
    archive = Archive(data)
    if "content.xml" not in archive:
        raise Refused(Trouble.DAMAGED, "no content")
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Refused(Trouble.PASSWORD)
    found = FirstText("title")
    parse_beside(archive.blocks("meta.xml"), found, sink)
    sink.call(found.text)
    sheets = archive.read("mimetype").startswith(_SHEET.encode())
    parse(archive.blocks("content.xml"), _Content(sink, sheets=sheets), sink)


class _Content:
    def __init__(self, sink: Sink, *, sheets: bool) -> None:
        self._sink = sink
        self._sheets = sheets
        self._text: list[str] = []
        self._cells: list[str] = []
        self._depth = 0  # of paragraphs: notes stand within them
        self._rows = 0
        self._unseen = 0
        self._pages = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if name in _UNSEEN:
            self._unseen += 1
        elif name in {"p", "h"}:
            self._depth += 1
        elif name == "s":
            self._text.append(" " * _count(attributes))
        elif name in {"tab", "line-break"}:
            self._text.append("\t" if name == "tab" else "\n")
        elif name == "table-row":
            self._rows += 1
        elif name == "page":
            self._pages += 1
            self._sink.page(self._pages)
        elif name == "table" and self._sheets:
            self._sink.leave_heading()
            self._sink.heading(next((value for key, value in attributes.items() if local(key) == "name"), ""))

    def end(self, tag: str) -> None:
        name = local(tag)
        if name in _UNSEEN:
            self._unseen -= 1
        elif name in {"p", "h"}:
            self._depth -= 1
            self._paragraph(heading=name == "h")
        elif name == "table-row":
            self._rows -= 1
            if not self._rows:
                cells, self._cells = self._cells, []
                self._sink.paragraph("\t".join(cells))

    def data(self, text: str) -> None:
        if self._depth and not self._unseen:
            self._text.append(text)

    def _paragraph(self, *, heading: bool) -> None:
        text, self._text = "".join(self._text).strip(), []
        if not text:
            return
        if self._rows:
            self._cells.append(text)
        elif heading:
            self._sink.heading(text)
        else:
            self._sink.paragraph(text)


def _count(attributes: dict[str, str]) -> int:
    told = next((value for key, value in attributes.items() if local(key) == "c"), "1")
    return min(int(told), _MOST_SPACES) if told.isascii() and told.isdigit() and len(told) < _MOST_DIGITS else 1


def sample() -> bytes:
    """Return a small document."""
    content = (
        f'<office:document-content xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}"><office:body><office:text>'
        "<text:p>words</text:p></office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})
