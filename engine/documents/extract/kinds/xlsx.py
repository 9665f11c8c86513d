"""Spreadsheets: each sheet under its name, a line for each row that says something, cells parted by tabs."""

from __future__ import annotations

from engine.documents.extract.archive import Archive
from engine.documents.extract.office_parts import main_part, packed, read_each, relations, title
from engine.documents.extract.sink import Full, Sink
from engine.documents.extract.troubles import Refused, Trouble
from engine.documents.extract.xml_events import local, parse, parse_beside

_MOST_SHEETS = 1_000
_MOST_STRINGS = 2_000_000
_MOST_SHARED = 100_000_000  # characters of shared strings
_LONGEST_CELL = 32_767  # as the format has it
_MOST_DIGITS = 10  # of the number of a shared string
_LINES = 50  # rows that make one paragraph
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/relationships"


def read(data: bytes, sink: Sink) -> None:
    """Read a .xlsx file."""
    archive = Archive(data)
    part = main_part(archive, "xl/workbook.xml", sink)
    if part not in archive:
        raise Refused(Trouble.DAMAGED, "no workbook part")
    sink.call(title(archive, sink))
    related = relations(archive, part, sink)
    shared = _Shared()
    for kind, name in related.values():
        if kind == "sharedStrings":
            parse_beside(archive.blocks(name), shared, sink)
            break
    sheets = _Sheets()
    parse(archive.blocks(part), sheets, sink)
    members = {related[key][1]: name for name, key in sheets.found[:_MOST_SHEETS] if key in related}

    def read_sheet(member: str) -> None:
        sink.leave_heading()
        sink.heading(members[member])
        rows = _Rows(sink, shared.texts)
        try:
            parse(archive.blocks(member), rows, sink)
        finally:
            rows.flush()

    read_each(members, read_sheet, sink)


class _Sheets:
    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "sheet":
            key = next((value for name, value in attributes.items() if name.endswith("}id")), "")
            self.found.append((attributes.get("name", ""), key))

    def end(self, tag: str) -> None:
        """Sheets are told by their beginnings."""

    def data(self, text: str) -> None:
        """The workbook has no text."""


class _Shared:
    """The texts that cells name by number; phonetic readings are left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._in_text = False
        self._phonetic = False
        self._left = _MOST_SHARED

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        name = local(tag)
        self._in_text = name == "t" and not self._phonetic
        self._phonetic = self._phonetic or name == "rPh"

    def end(self, tag: str) -> None:
        name = local(tag)
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            text = "".join(self._parts)[:_LONGEST_CELL]
            self._parts = []
            self._left -= len(text)
            if self._left < 0 or len(self.texts) >= _MOST_STRINGS:
                raise Full
            self.texts.append(text)

    def data(self, text: str) -> None:
        if self._in_text:
            self._parts.append(text)


class _Rows:
    def __init__(self, sink: Sink, shared: list[str]) -> None:
        self._sink = sink
        self._shared = shared
        self._kind = ""
        self._value: list[str] = []
        self._listening = False
        self._cells: list[str] = []
        self._lines: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if name == "c":
            self._kind, self._value = attributes.get("t", "n"), []
        elif name in {"v", "t"}:
            self._listening = True

    def end(self, tag: str) -> None:
        name = local(tag)
        if name in {"v", "t"}:
            self._listening = False
        elif name == "c" and self._value:
            self._cell("".join(self._value)[:_LONGEST_CELL].strip())
        elif name == "row" and self._cells:
            self._lines.append("\t".join(self._cells))
            self._cells = []
            if len(self._lines) >= _LINES:
                self.flush()

    def data(self, text: str) -> None:
        if self._listening:
            self._value.append(text)

    def flush(self) -> None:
        """Hand over the rows that are held."""
        lines, self._lines = self._lines, []
        self._sink.paragraph("\n".join(lines))

    def _cell(self, value: str) -> None:
        if self._kind == "s":
            number = int(value) if value.isascii() and value.isdigit() and len(value) < _MOST_DIGITS else -1
            value = self._shared[number].strip() if 0 <= number < len(self._shared) else ""
        elif self._kind in {"e", "b"}:
            return
        if value:
            self._cells.append(value)


def sample() -> bytes:
    """Return a small workbook."""
    sheet = '<sheets><sheet name="one" r:id="a"/></sheets>'
    relation = f'<Relationship Id="a" Type="{_R}/worksheet" Target="worksheets/sheet1.xml"/>'
    cell = "<sheetData><row><c><v>1</v></c></row></sheetData>"
    return packed(
        {
            "xl/workbook.xml": f'<workbook xmlns="{_S}" xmlns:r="{_R}">{sheet}</workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_TYPES}">{relation}</Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_S}">{cell}</worksheet>',
        }
    )
