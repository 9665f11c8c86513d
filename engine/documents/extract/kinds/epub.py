"""Books: chapters in the order of the spine, under their headings."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from engine.documents.extract.archive import Archive
from engine.documents.extract.kinds import html
from engine.documents.extract.office_parts import FirstText, packed, read_each
from engine.documents.extract.sink import Sink
from engine.documents.extract.troubles import Refused, Trouble
from engine.documents.extract.xml_events import local, parse, parse_beside

_CONTAINER = "META-INF/container.xml"
_LOCKED = "META-INF/encryption.xml"
_MOST_CHAPTERS = 20_000
_READABLE = ("xhtml", "html", "xml")


def read(data: bytes, sink: Sink) -> None:
    """Read an .epub file."""
    archive = Archive(data)
    container = _Container()
    parse(archive.blocks(_CONTAINER), container, sink)
    if container.package not in archive:
        raise Refused(Trouble.DAMAGED, "no package")
    title, package = FirstText("title"), _Package()
    parse_beside(archive.blocks(container.package), title, sink, document_type=True)
    parse_beside(archive.blocks(container.package), package, sink, document_type=True)
    sink.call(title.text)
    locked = _Locked()
    parse_beside(archive.blocks(_LOCKED), locked, sink)
    folder = posixpath.dirname(container.package)

    def read_chapter(chapter: str) -> None:
        name = posixpath.normpath(posixpath.join(folder, unquote(chapter)))
        if name in locked.names:
            raise Refused(Trouble.PASSWORD)
        sink.leave_heading()
        html.read(archive.read(name), sink)

    read_each(package.chapters(), read_chapter, sink)


class _Container:
    def __init__(self) -> None:
        self.package = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "rootfile" and not self.package:
            self.package = attributes.get("full-path", "")

    def end(self, tag: str) -> None:
        """The container is told by its beginnings."""

    def data(self, text: str) -> None:
        """The container has no text."""


class _Package:
    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self._order: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if name == "item" and attributes.get("media-type", "xml").endswith(_READABLE):
            self._files[attributes.get("id", "")] = attributes.get("href", "").partition("#")[0]
        elif name == "itemref":
            self._order.append(attributes.get("idref", ""))

    def end(self, tag: str) -> None:
        """The package is told by its beginnings."""

    def data(self, text: str) -> None:
        """The title is listened to elsewhere."""

    def chapters(self) -> list[str]:
        """Return the files in reading order, each once."""
        named = (self._files.get(key) for key in self._order)
        return list(dict.fromkeys(file for file in named if file))[:_MOST_CHAPTERS]


class _Locked:
    """What a book says is encrypted; fonts often are, chapters where it is protected."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "CipherReference":
            self.names.add(unquote(attributes.get("URI", "")).lstrip("/"))

    def end(self, tag: str) -> None:
        """References are told by their beginnings."""

    def data(self, text: str) -> None:
        """References have no text."""


def sample() -> bytes:
    """Return a small book."""
    return packed(
        {
            _CONTAINER: '<container><rootfiles><rootfile full-path="o/p.opf"/></rootfiles></container>',
            "o/p.opf": '<package><metadata><title>one</title></metadata><manifest><item id="a" href="a.xhtml" '
            'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
            "o/a.xhtml": "<html><body><h1>two</h1><p>words</p></body></html>",
        }
    )
