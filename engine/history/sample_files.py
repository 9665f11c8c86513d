"""The made-up person's documents as files: what each says, and its bytes in the format its name tells."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape  # xml.sax brings networking modules along
from random import Random

from engine.history.sample_person import Person
from engine.history.sample_projects import Project, SampleDocument, projects_of
from engine.history.sample_topics import CHINESE_SENTENCES, SENTENCES

_PARAGRAPHS, _SENTENCES = (3, 6), (3, 6)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the same bytes whenever they are made
_ODT = "application/vnd.oasis.opendocument.text"
_NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"'
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODT}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A document as a file: folder and name, the ordinal of the day it was begun, its title and what it says."""

    folder: str
    name: str
    born: int
    title: str
    paragraphs: tuple[str, ...]

    def data(self) -> bytes:
        """Return the file's bytes."""
        ending = self.name.rpartition(".")[2]
        if ending == "odt":
            return _open_document(self.title, self.paragraphs)
        if ending == "pdf":
            return _pdf(self.title, self.paragraphs)
        return _text(ending, self.title, self.paragraphs).encode()


def sample_files(person: Person, first: date, last: date) -> list[SampleFile]:
    """Return the documents begun by the last day of all projects that ran within the days, in a steady order."""
    days = range(first.toordinal(), last.toordinal() + 1, 7)
    running = (projects_of(person, date.fromordinal(day)) for day in (*days, last.toordinal()))
    projects = {(one.folder, one.first): one for some in running for one in some}
    return [
        _file(person.seed, project, document)
        for _, project in sorted(projects.items())
        for documents in project.documents.values()
        for document in documents
        if document.born <= last.toordinal()
    ]


def begun_ms(file: SampleFile, now_ms: int) -> int:
    """Return a moment of the day the file was begun, UTC milliseconds, not after now."""
    noon = (date.fromordinal(file.born) - date(1970, 1, 1)) // timedelta(milliseconds=1) + 43_200_000
    return min(noon, now_ms)


def _file(seed: int, project: Project, document: SampleDocument) -> SampleFile:
    dice = Random(f"{seed} text {project.folder} {document.name}")  # noqa: S311
    written = tuple(_paragraph(project, document, dice) for _ in range(dice.randint(*_PARAGRAPHS)))
    return SampleFile(project.folder, document.name, document.born, document.stem.replace("_", " "), written)


def _paragraph(project: Project, document: SampleDocument, dice: Random) -> str:
    """Return sentences about the project, mostly about what the document is named after."""
    topic = project.topic
    chinese = topic.chinese and not document.name.endswith(".pdf")
    sentences = CHINESE_SENTENCES if chinese else SENTENCES
    named = [word for word in topic.words if word in document.name] or [dice.choice(topic.words)]
    words = topic.words if chinese or not topic.chinese else ("figures", "annexes", "tables", "sources")
    first = named[0] if chinese or not topic.chinese else "figures"
    told = (dice.choice(sentences).format(first, dice.choice(words)) for _ in range(dice.randint(*_SENTENCES)))
    return ("" if chinese else " ").join(told)


def _text(ending: str, title: str, paragraphs: Sequence[str]) -> str:
    body = "\n\n".join(paragraphs)
    if ending == "py":
        return f'"""{title}.\n\n{body}\n"""\n\n\ndef main() -> None:\n    """Do what stands above."""\n'
    if ending == "md":
        return f"# {title}\n\n{body}\n"
    if ending == "csv":
        return "note,count\n" + "".join(f'"{one}",{len(one)}\n' for one in paragraphs)
    mark = "--" if ending == "sql" else "#"
    return "".join(f"{mark} {line}\n" for line in (title, *body.split("\n")))


def _open_document(title: str, paragraphs: Sequence[str]) -> bytes:
    text = "".join(f"<text:p>{escape(one)}</text:p>" for one in paragraphs)
    heading = f'<text:h text:outline-level="1">{escape(title)}</text:h>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES}>'
        f"<office:body><office:text>{heading}{text}</office:text></office:body></office:document-content>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in (("mimetype", _ODT), ("content.xml", content), ("META-INF/manifest.xml", _MANIFEST)):
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), data)
    return packed.getvalue()


def _pdf(title: str, paragraphs: Sequence[str]) -> bytes:
    """Return a page of text; letters beyond Latin-1 become question marks."""
    lines = [title, "", *(line for one in paragraphs for line in (*_wrapped(one), ""))]
    shown = " T* ".join(f"({_escaped(line)}) Tj" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 60 780 Td {shown} ET".encode("latin-1", "replace")
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    return _numbered(parts)


def _numbered(parts: Sequence[bytes]) -> bytes:
    """Return a PDF file of these objects: each at the place the table at its end tells."""
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _wrapped(text: str, width: int = 90) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
