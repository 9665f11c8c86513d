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
_SEEN, _NAME = 2_000, 80  # characters of a text without a title that are looked at, and that name it
_TAG = re.compile(r"<[^>]*>")
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
        self._entry = 0  # depth of the entry, 0 outside of any
        self._title, self._texts = "", list[str]()  # of the entry

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if not self._path and name not in _ROOTS:
            raise Refused(Trouble.DAMAGED, "no feed")
        self._path.append(name)
        if name in _ENTRIES and not self._entry:
            self._entry, self._title, self._texts = len(self._path), "", []
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
        if self._entry == len(self._path):
            self._entry = 0
            self._tell_entry()
        self._path.pop()

    def data(self, text: str) -> None:
        if self._listening and self._length < _LONGEST:
            self._length += len(text)
            self._text.append(text)

    def _told(self, name: str, text: str) -> None:
        if not text:
            return
        if self._entry and name == "title":
            self._title = self._title or text
        elif self._entry:
            self._texts.append(text)
        elif name == "title":
            self._sink.call(text)
            self._sink.paragraph(text)
        else:
            self._tell(text)

    def _tell_entry(self) -> None:
        """Put the entry under its title; one without is called by its first words."""
        self._sink.leave_heading()
        plain = " ".join(_TAG.sub(" ", self._texts[0][:_SEEN]).split()) if self._texts else ""
        self._sink.heading(self._title or plain[:_NAME])
        self._sink.hold_heading(stays=True)
        for text in self._texts:
            self._tell(text)
        self._sink.hold_heading(stays=False)
        self._sink.leave_heading()
        self._texts = []

    def _tell(self, text: str) -> None:
        if _MARKUP.search(text):
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
