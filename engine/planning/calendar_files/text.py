"""The bytes of a calendar file as its content lines, whatever program wrote them."""

from __future__ import annotations

import codecs
import io
import quopri
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_PRINTABLE = "ENCODING=QUOTED-PRINTABLE"  # of vCalendar 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """One content line, unfolded. number: of the line in the file that it starts on, from 1."""

    number: int
    text: str


def content_lines(data: bytes) -> Iterator[Line]:
    """Yield the content lines of a file in UTF-8, UTF-16 or else Windows-1252, with any line ends.

    Lines are put together before they are decoded: some programs fold in the middle of a character.
    """
    data, encoding = _plain_bytes(data)
    pieces: list[bytes] = []
    first, soft = 1, False
    for number, raw in enumerate(io.BytesIO(data), 1):
        line = raw.rstrip(b"\n")
        if pieces and (soft or line[:1] in {b" ", b"\t"}):
            pieces.append(line if soft else line[1:])
        else:
            yield from _told(pieces, first, encoding)
            pieces, first = [line], number
        soft = _goes_on(pieces, line)
        if soft:
            pieces[-1] = pieces[-1][:-1]
    yield from _told(pieces, first, encoding)


def _plain_bytes(data: bytes) -> tuple[bytes, str]:
    """Return the bytes with line ends of one kind, in an encoding that keeps ASCII as it is, and that encoding."""
    wide = next((name for mark, name in _MARKS if data.startswith(mark)), _unmarked(data))
    if wide:
        data = data.decode(wide, "replace").lstrip("\ufeff").encode("utf-8", "replace")
    data = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        data.replace(b"\n ", b"").replace(b"\n\t", b"").decode("utf-8")
    except UnicodeDecodeError:
        return data, "cp1252"
    return data, "utf-8"


def _unmarked(data: bytes) -> str:
    """Return the encoding of a file in UTF-16 that does not say so; every calendar begins with ASCII."""
    start = data[:4]
    return {b"B\0E\0": "utf-16-le", b"\0B\0E": "utf-16-be"}.get(start, "")


def _goes_on(pieces: list[bytes], line: bytes) -> bool:
    head = pieces[0].partition(b":")[0].upper() if line.endswith(b"=") else b""
    return _PRINTABLE.encode() in head


def _told(pieces: list[bytes], number: int, encoding: str) -> Iterator[Line]:
    text = b"".join(pieces).decode(encoding, "replace")
    if text.strip():
        yield Line(number, _spelt_out(text, encoding))


def _spelt_out(text: str, encoding: str) -> str:
    """Return the line without quoted-printable, its value escaped as RFC 5545 has it."""
    head, colon, value = text.partition(":")
    if _PRINTABLE not in head.upper():
        return text
    kept = [one for one in head.split(";") if one.upper() != _PRINTABLE and not one.upper().startswith("CHARSET=")]
    plain = quopri.decodestring(value.encode(encoding, "replace")).decode(encoding, "replace")
    plain = plain.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\").replace("\n", "\\n")
    return ";".join(kept) + colon + plain.replace(",", "\\,").replace(";", "\\;")
