"""Lines of a calendar file (RFC 5545): how texts and moments are written, and how long lines are folded."""

from __future__ import annotations

import re
from collections.abc import Iterable

from engine.domain.clock import utc

OWN_SUFFIX = "@kairos.invalid"
"""What the names end with that Kairos gives to entries of calendars."""

_LINE_OCTETS = 75
_LINE_ENDS = re.compile("\r\n|\r|\n")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_BROKEN = re.compile("[\ud800-\udfff]")
_QUOTED = re.compile('[\x00-\x1f\x7f"]')


def moment_text(moment_ms: int) -> str:
    """Return UTC milliseconds as a DATE-TIME in UTC, cut to the second."""
    return f"{utc(moment_ms):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """Return a text as a TEXT value: one line, no character that no file can hold or that means something else."""
    shown = _BROKEN.sub("\ufffd", text).replace("\\", "\\\\")
    for character in ";,":
        shown = shown.replace(character, "\\" + character)
    return _UNWRITABLE.sub("", _LINE_ENDS.sub(r"\\n", shown))


def quoted(text: str) -> str:
    """Return a text as the value of a parameter, in quotes; what can stand in none is left out."""
    return f'"{_BROKEN.sub("", _QUOTED.sub("", text))}"'


def folded_lines(lines: Iterable[str]) -> bytes:
    """Return the lines in UTF-8, each with its CRLF and in pieces of at most 75 octets that cut no character."""
    return b"".join(_folded(line.encode("utf-8")) for line in lines)


def _folded(line: bytes) -> bytes:
    pieces = []
    room = _LINE_OCTETS
    while len(line) > room:
        end = room
        while line[end] & 0xC0 == 0x80:  # noqa: PLR2004  (the middle of a UTF-8 character)
            end -= 1
        pieces.append(line[:end])
        line = line[end:]
        room = _LINE_OCTETS - 1  # the space that marks a continued line
    return b"\r\n ".join([*pieces, line]) + b"\r\n"
