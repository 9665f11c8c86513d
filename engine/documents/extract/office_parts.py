"""What the three Office formats share: properties, relations between parts, samples to warm with."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterable, Mapping

from engine.documents.extract.archive import Archive
from engine.documents.extract.sink import Sink
from engine.documents.extract.troubles import Refused
from engine.documents.extract.xml_events import local, parse_beside

_LONGEST_TITLE = 1_000


class _Relations:
    def __init__(self) -> None:
        self.targets: dict[str, tuple[str, str]] = {}  # id: kind, target

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.targets[attributes.get("Id", "")] = (kind, attributes.get("Target", ""))

    def end(self, tag: str) -> None:
        """Relations have no content."""

    def data(self, text: str) -> None:
        """Relations have no content."""


class FirstText:
    """Keeps the text of the first element of a name."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open = False
        self._done = False
        self.text = ""

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        """Begin to listen at the element."""
        self._open = self._open or (not self._done and local(tag) == self._name)

    def end(self, tag: str) -> None:
        """Stop listening at its end."""
        if self._open and local(tag) == self._name:
            self._open, self._done = False, True

    def data(self, text: str) -> None:
        """Take text while listening."""
        if self._open and len(self.text) < _LONGEST_TITLE:
            self.text += text


def relations(archive: Archive, part: str, sink: Sink) -> Mapping[str, tuple[str, str]]:
    """Return the parts that a part names, by the id it uses: what kind of relation, and the name of the member."""
    folder, name = posixpath.split(part)
    found = _Relations()
    parse_beside(archive.blocks(posixpath.join(folder, "_rels", f"{name}.rels")), found, sink)
    return {
        key: (kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
        for key, (kind, target) in found.targets.items()
    }


def main_part(archive: Archive, otherwise: str, sink: Sink) -> str:
    """Return the name of the member the document begins with."""
    for kind, target in relations(archive, "", sink).values():
        if kind == "officeDocument" and target in archive:
            return target
    return otherwise


def title(archive: Archive, sink: Sink) -> str:
    """Return the title among the document's properties."""
    found = FirstText("title")
    parse_beside(archive.blocks("docProps/core.xml"), found, sink)
    return found.text


def read_each(names: Iterable[str], read: Callable[[str], None], sink: Sink) -> None:
    """Read parts that stand for themselves; a damaged one costs itself only, unless nothing at all was read."""
    first: Refused | None = None
    for name in names:
        try:
            read(name)
        except Refused as refusal:
            first = first or refusal
    sink.flush()
    if first is not None and not sink.pieces:
        raise first


def packed(members: Mapping[str, str]) -> bytes:
    """Return a small archive of texts, to warm a reader with."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return file.getvalue()
