"""A file somebody else wrote, read in pieces and never trusted."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import stat
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from engine.domain.errors import ImportFailed
from engine.domain.imports import Doubt
from engine.importers.findings import Findings

BLOCK_BYTES = 1 << 20
LONGEST_LINE = 16 << 20
HEAD_BYTES = 1 << 16
_SQLITE = b"SQLite format 3\0"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class ForeignFile:
    """A regular file that can be read, from its beginning, as often as wanted.

    head: its first bytes. mark: how many of them are a byte-order mark. encoding: what the mark says, else UTF-8.
    watch: told the bytes read so far, over all readings; it may raise to end the reading.
    Raises ImportFailed where it is missing, empty, no file, or cannot be read.
    """

    def __init__(self, path: Path, watch: Callable[[int], None] = lambda _: None) -> None:
        self.path = path
        self._watch = watch
        self._read = 0
        with self.opened() as file:
            self.head = file.read(HEAD_BYTES)
            self.size = max(len(self.head), path.stat().st_size)
        if not self.head.strip(b"\0\t\n\r "):
            raise ImportFailed(f"{path.name} is empty. Export it again and choose the new file.")
        found = next(((mark, name) for mark, name in _MARKS if self.head.startswith(mark)), (b"", "utf-8"))
        self.mark, self.encoding = len(found[0]), found[1]

    @property
    def is_database(self) -> bool:
        """Whether it is a SQLite database."""
        return self.head.startswith(_SQLITE)

    @property
    def start_of_text(self) -> str:
        """Its first characters; raises ImportFailed for a file that is no text."""
        if b"\0" in self.head and not self.encoding.startswith(("utf-16", "utf-32")):
            raise ImportFailed(f"{self.path.name} is not a text file that another program exported.")
        return self.head[self.mark :].decode(self.encoding, "replace")

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Give the file, open for reading bytes; ImportFailed where that cannot be done or fails on the way."""
        try:
            if not stat.S_ISREG(self.path.stat().st_mode):  # a pipe or a device could keep us waiting for ever
                raise ImportFailed(f"{self.path} is not a file. Choose the file that the other program exported.")
            with self.path.open("rb") as file:
                yield file
        except OSError as cause:
            raise ImportFailed(f"{self.path} cannot be read: {cause.strerror or cause}.") from cause

    def blocks(self, start: int = 0) -> Generator[bytes]:
        """Yield its bytes from start on, a block at a time."""
        with self.opened() as file:
            file.seek(start)
            while block := file.read(BLOCK_BYTES):
                self._count(len(block))
                yield block

    def part(self, start: int, end: int) -> bytes:
        """Return its bytes [start, end)."""
        with self.opened() as file:
            file.seek(start)
            part = file.read(end - start)
        self._count(len(part))
        return part

    def sha256(self) -> str:
        """Return the fingerprint of its bytes, in hexadecimal."""
        digest = hashlib.sha256()
        for block in self.blocks():
            digest.update(block)
        return digest.hexdigest()

    def lines(self, findings: Findings) -> Iterator[str]:
        """Yield its lines with their endings; what is not UTF-8 in a file that should be is read as Windows-1252."""
        self.start_of_text  # noqa: B018  (refuses what is no text)
        if self.encoding != "utf-8":
            yield from self._wide_lines()
            return
        with self.opened() as file:
            file.seek(self.mark)
            number = 0
            while line := file.readline(LONGEST_LINE):
                number += 1
                self._count(len(line))
                yield self._decoded(line, number, findings)

    def _decoded(self, line: bytes, number: int, findings: Findings) -> str:
        if len(line) >= LONGEST_LINE:
            raise ImportFailed(f"Line {number} of {self.path.name} is too long to be an entry of an export.")
        try:
            return line.decode()
        except UnicodeDecodeError:
            findings.note(Doubt.OTHER_ENCODING, f"line {number}")
            return line.decode("cp1252", "replace")

    def _wide_lines(self) -> Iterator[str]:
        with self.opened() as file:
            file.seek(self.mark)
            text = io.TextIOWrapper(file, self.encoding, errors="replace", newline="")
            while line := text.readline(LONGEST_LINE):
                self._count(len(line) * 2)
                yield line
            text.detach()

    def rows(self, findings: Findings, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
        """Yield the number of each row's last line and its fields; empty rows are passed over.

        Raises ImportFailed for quotes that are not closed, as in a file that was cut off.
        """
        csv.field_size_limit(LONGEST_LINE)
        reader = csv.reader((line.replace("\0", "") for line in self.lines(findings)), delimiter=delimiter, strict=True)
        try:
            for row in reader:
                if any(row):
                    yield reader.line_num, row
        except csv.Error as cause:
            raise ImportFailed(
                f"{self.path.name} cannot be read from line {reader.line_num} on: it was cut off or is damaged. "
                "Export it again."
            ) from cause

    def _count(self, size: int) -> None:
        self._read += size
        self._watch(self._read)


def wrong_kind(file: ForeignFile, wanted: str) -> ImportFailed:
    """Return the error for a file that is something else; wanted says what was looked for."""
    return ImportFailed(f"{file.path.name} is not {wanted}. Check which program wrote it and choose that kind.")


def cut_off(file: ForeignFile) -> ImportFailed:
    """Return the error for a file that ends in the middle."""
    return ImportFailed(f"{file.path.name} ends in the middle: it was cut off. Export it again.")
