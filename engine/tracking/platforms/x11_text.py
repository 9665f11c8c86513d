"""Turns the text of X11 window properties into Unicode, whatever encoding the program chose."""

from __future__ import annotations

import codecs
import re

_SHIFT = re.compile(rb"\x1b(?:%G|%@|[ -/]{1,3}[0-~])")
_NAMED = re.compile(rb"\x1b%/[0-4][\x80-\xff]{2}")  # a segment in an encoding of the program's own
_SETS = {
    b"$)A": "gb2312",
    b"$(A": "gb2312",
    b"$)B": "euc_jp",
    b"$(B": "euc_jp",
    b"$)C": "euc_kr",
    b"$(C": "euc_kr",
    b"%G": "utf-8",
    b"-B": "iso8859-2",
    b"-F": "iso8859-7",
    b"-L": "iso8859-5",
    b"-M": "iso8859-9",
}


def utf8_text(data: bytes, *, cut: bool) -> str:
    """Return UTF-8 text; bytes that are none become U+FFFD, half a character at a cut is left out."""
    return codecs.getincrementaldecoder("utf-8")("replace").decode(data, not cut)


def latin_text(data: bytes) -> str:
    """Return text declared as Latin-1; programs that put UTF-8 there all the same are understood."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def compound_text(data: bytes) -> str:
    """Return COMPOUND_TEXT; character sets seen in titles are decoded, escape sequences never shown."""
    parts: list[str] = []
    encoding, start = "latin-1", 0
    plain = _NAMED.sub(b"", data)
    for shift in _SHIFT.finditer(plain):
        parts.append(_segment(plain[start : shift.start()], encoding))
        encoding, start = _SETS.get(shift.group()[1:], "latin-1"), shift.end()
    parts.append(_segment(plain[start:], encoding))
    return "".join(parts)


def _segment(data: bytes, encoding: str) -> str:
    if encoding in {"gb2312", "euc_jp", "euc_kr"} and data.isascii() and len(data) % 2 == 0:
        data = bytes(byte | 0x80 for byte in data)  # a two-byte set put into the lower half
    return data.decode(encoding, "replace")
