"""What crosses the pipe from the process that reads: a strict form, checked to the last byte.

A frame is a head (number of the file, trouble, whether cut, hash, length) and a body: for a document its title and
pieces, each with lengths before them; for trouble a few letters for the log.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from engine.documents.extract.sink import Allowance, Sink
from engine.documents.extract.troubles import Trouble
from engine.domain.documents import Extracted, Piece
from engine.egress import MOST_AT_ONCE

HASH_BYTES = 16
_HEAD = struct.Struct("<IBBB16sI")  # file, trouble, cut, hash known, hash, length of the body
_TITLE = struct.Struct("<II")  # length of the title, number of pieces
_PIECE = struct.Struct("<iII")  # page or -1, length of the heading, length of the text
_LONGEST_LABEL = 1_600  # bytes of a title or heading
_LONGEST_DETAIL = 200
_MOST_PAGES = 10_000_000
_NO_FILE = 0xFFFFFFFF  # a frame that tells of no file, but how often a connection was refused
_ATTEMPTS = struct.Struct("<H")


class FrameError(Exception):
    """What came is no frame: whoever wrote it is not to be listened to any more."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What was told of one file; extracted is None where there is trouble."""

    file: int
    trouble: Trouble
    content_hash: bytes = b""
    extracted: Extracted | None = None
    detail: str = ""


def document_frame(file: int, content_hash: bytes, sink: Sink, *, cut: bool) -> bytes:
    """Return the frame of a document that was read."""
    title = sink.title.encode()
    parts = [_TITLE.pack(len(title), len(sink.pieces)), title]
    for page, heading, text in sink.pieces:
        parts += (_PIECE.pack(-1 if page is None else page, len(heading), len(text)), heading, text)
    body = b"".join(parts)
    return _HEAD.pack(file, Trouble.NONE, cut, 1, content_hash, len(body)) + body


def trouble_frame(file: int, content_hash: bytes, trouble: Trouble, detail: str = "") -> bytes:
    """Return the frame of a document that could not be read; content_hash may be empty."""
    body = detail.encode("ascii", "replace")[:_LONGEST_DETAIL]
    return _HEAD.pack(file, trouble, 0, bool(content_hash), content_hash.ljust(HASH_BYTES), len(body)) + body


def attempts_frame(attempts: int) -> bytes:
    """Return the frame that tells how many connections the process was refused since the last such frame."""
    return _HEAD.pack(_NO_FILE, 0, 0, 0, b"", _ATTEMPTS.size) + _ATTEMPTS.pack(min(attempts, MOST_AT_ONCE))


class FrameReader:
    """Puts frames together from what arrives, and refuses whatever is not one. attempts: told of so far."""

    def __init__(self, allowance: Allowance, files: int) -> None:
        self._allowance = allowance
        self._files = files
        self._longest = allowance.text_bytes + (allowance.pieces + 1) * (_PIECE.size + _LONGEST_LABEL)
        self._held = bytearray()
        self.attempts = 0

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Take what arrived and yield the frames that are whole; raises FrameError."""
        self._held += data
        while len(self._held) >= _HEAD.size:
            head = _HEAD.unpack_from(self._held)
            length = head[5]
            if length > self._longest:
                raise FrameError("too long")
            if len(self._held) < _HEAD.size + length:
                return
            body = bytes(self._held[_HEAD.size : _HEAD.size + length])
            del self._held[: _HEAD.size + length]
            if head[0] == _NO_FILE:
                self._attempted(head, body)
            else:
                yield self._frame(head, body)

    def _attempted(self, head: tuple[int, int, int, int, bytes, int], body: bytes) -> None:
        if any(head[1:4]) or any(head[4]) or len(body) != _ATTEMPTS.size:
            raise FrameError("attempts that cannot be")
        self.attempts = min(self.attempts + int(_ATTEMPTS.unpack(body)[0]), MOST_AT_ONCE)

    def _frame(self, head: tuple[int, int, int, int, bytes, int], body: bytes) -> Frame:
        file, number, cut, known, content_hash, _ = head
        if file >= self._files or cut > 1 or known > 1:
            raise FrameError("a head that cannot be")
        try:
            trouble = Trouble(number)
        except ValueError:
            raise FrameError("an unknown trouble") from None
        if trouble is Trouble.NONE:
            return Frame(file, trouble, content_hash, _extracted(body, self._allowance, cut=bool(cut)))
        if len(body) > _LONGEST_DETAIL:
            raise FrameError("a detail that is too long")
        return Frame(file, trouble, content_hash if known else b"", detail=ascii(body.decode("ascii", "replace")))


def _extracted(body: bytes, allowance: Allowance, *, cut: bool) -> Extracted:
    try:
        title_length, count = _TITLE.unpack_from(body)
        if title_length > _LONGEST_LABEL or count > allowance.pieces:
            raise FrameError("more than is allowed")
        at = _TITLE.size + title_length
        title = body[_TITLE.size : at].decode()
        pieces = []
        for _ in range(count):
            piece, at = _piece(body, at)
            pieces.append(piece)
    except (struct.error, UnicodeDecodeError) as error:
        raise FrameError(type(error).__name__) from None
    if at != len(body):
        raise FrameError("lengths that do not add up")
    return Extracted(title, tuple(pieces), cut)


def _piece(body: bytes, at: int) -> tuple[Piece, int]:
    page, heading_length, text_length = _PIECE.unpack_from(body, at)
    middle = at + _PIECE.size + heading_length
    end = middle + text_length
    if heading_length > _LONGEST_LABEL or end > len(body) or not (page == -1 or 0 < page <= _MOST_PAGES):
        raise FrameError("a piece that cannot be")
    heading = body[at + _PIECE.size : middle].decode()
    return Piece(body[middle:end].decode(), heading, None if page == -1 else page), end
