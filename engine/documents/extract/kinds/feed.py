"""Feeds and outlines saved on this machine: RSS, Atom and OPML, each entry under its title."""

from __future__ import annotations

import re

from engine.documents.extract.kinds import html
from engine.documents.extract.sink import Sink
from engine.documents.extract.troubles import Refused, Trouble
from engine.documents.extract.xml_events import local, parse

_ROOTS = frozenset({"rss", "RDF", "feed", "opml"})
_ENTRIES = frozenset({"item", "entry"})
_TEXTS = frozenset({"title", "description", "summary", "content", "encoded", "subtitle", "name"})
_LONGEST = 2_000_000  # characters of one text
_MARKUP = re.compile(r"<[A-Za-z/!]|&[#A-Za-z]")


def read(data: bytes, sink: Sink) -> None:
    """Read a feed or an outline."""
    parse([data.lstrip()], _Feed(sink), sink, document_type=True)


class _Feed:
    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._path: list[str] = []
        self._text: list[str] = []
        self._length = 0
        self._listening = 0  # depth of the text's element, 0 while there is none

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if not self._path and name not in _ROOTS:
            raise Refused(Trouble.DAMAGED, "no feed")
        self._path.append(name)
        if name in _ENTRIES:
            self._sink.leave_heading()
        elif name == "outline":
            self._outline(attributes)
        elif name in _TEXTS and not self._listening:
            self._listening, self._text, self._length = len(self._path), [], 0
        elif self._listening:
            self._text.append(" ")  # XHTML within Atom

    def end(self, tag: str) -> None:
        if self._listening == len(self._path):
            self._listening = 0
            self._told(local(tag), "".join(self._text).strip())
        self._path.pop()

    def data(self, text: str) -> None:
        if self._listening and self._length < _LONGEST:
            self._length += len(text)
            self._text.append(text)

    def _told(self, name: str, text: str) -> None:
        entry = any(part in _ENTRIES for part in self._path)
        if not text:
            return
        if name == "title" and not entry:
            self._sink.call(text)
            self._sink.paragraph(text)
        elif name == "title":
            self._sink.heading(text)
        elif _MARKUP.search(text):
            html.read_text(text, self._sink)
        else:
            self._sink.paragraph(text)

    def _outline(self, attributes: dict[str, str]) -> None:
        names = ("text", "title", "description", "htmlUrl", "xmlUrl")
        told = dict.fromkeys(filter(None, (attributes.get(name, "").strip() for name in names)))
        self._sink.paragraph("\n".join(told))


def sample() -> bytes:
    """Return a small feed."""
    item = b"<item><title>two</title><description>words</description></item>"
    return b"<rss><channel><title>one</title>" + item + b"</channel></rss>"
