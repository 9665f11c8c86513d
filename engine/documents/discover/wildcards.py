"""One pattern of an ignore file as a regular expression over bytes, with the meaning git gives it.

RE2 runs them: what somebody else's folder brings along can be as wicked as it likes and still takes linear time.
"""

from __future__ import annotations

import string

NEVER = r"[^\x00-\xff]"
"""An expression that matches nothing."""

_STAR, _SLASH, _BACKSLASH = ord("*"), ord("/"), ord("\\")
_VISIBLE = string.ascii_letters + string.digits + string.punctuation
_CLASSES = {
    b"alnum": string.ascii_letters + string.digits,
    b"alpha": string.ascii_letters,
    b"blank": " \t",
    b"cntrl": "".join(map(chr, [*range(1, 32), 127])),
    b"digit": string.digits,
    b"graph": _VISIBLE,
    b"lower": string.ascii_lowercase,
    b"print": " " + _VISIBLE,
    b"punct": string.punctuation,
    b"space": string.whitespace,
    b"upper": string.ascii_uppercase,
    b"xdigit": string.hexdigits,
}


class _Malformed(Exception):
    """The pattern is broken, so that git matches nothing with it."""


def expression(pattern: bytes) -> str:
    """Return the expression that matches what the pattern matches, whole; Latin-1 stands for bytes."""
    try:
        return "".join(_parts(pattern))
    except _Malformed:
        return NEVER


def _parts(pattern: bytes) -> list[str]:
    parts, position = [], 0
    while position < len(pattern):
        part, position = _part(pattern, position)
        parts.append(part)
    return parts


def _part(pattern: bytes, position: int) -> tuple[str, int]:
    byte = pattern[position]
    if byte == _STAR:
        return _stars(pattern, position)
    if byte == ord("?"):
        return "[^/]", position + 1
    if byte == ord("["):
        return _bracket(pattern, position + 1)
    if byte == _BACKSLASH:
        position += 1
        byte = _at(pattern, position)
    return _escaped(byte), position + 1


def _stars(pattern: bytes, start: int) -> tuple[str, int]:
    end = start
    while end < len(pattern) and pattern[end] == _STAR:
        end += 1
    rest = pattern[end:]
    alone = (start == 0 or pattern[start - 1] == _SLASH) and (not rest or rest.startswith((b"/", b"\\/")))
    if end - start < 2 or not alone:  # noqa: PLR2004  (two stars beside slashes reach over folders)
        return "[^/]*", end
    if not rest:
        return "(?s:.*)", end
    # "a/**/b" is "a/b", too
    return "(?s:(?:.*/)?)", end + (1 if rest.startswith(b"/") else 2)


def _bracket(pattern: bytes, position: int) -> tuple[str, int]:
    """Return the set that begins behind the bracket, and where it ends; a slash is never in it."""
    negated = _at(pattern, position) in b"!^"
    if negated:
        position += 1
    members: set[int] = set()
    previous, first = 0, True
    while first or _at(pattern, position) != ord("]"):
        first = False
        found, previous, position = _member(pattern, position, previous)
        members |= found
    wanted = (set(range(1, 256)) - members if negated else members) - {_SLASH}
    inside = "".join(_escaped(byte) for byte in sorted(wanted))
    return (f"[{inside}]" if wanted else NEVER), position + 1


def _member(pattern: bytes, position: int, previous: int) -> tuple[set[int], int, int]:
    """Return what the next member of a set adds, what a range could begin with afterwards, and where it ends."""
    byte = _at(pattern, position)
    if byte == _BACKSLASH:
        byte = _at(pattern, position + 1)
        return {byte}, byte, position + 2
    following = pattern[position + 1 : position + 2]
    if byte == ord("-") and previous and following not in {b"", b"]"}:
        position += 1
        if following == b"\\":
            position += 1
        return set(range(previous, _at(pattern, position) + 1)), 0, position + 1
    if byte == ord("[") and following == b":":
        return _named(pattern, position)
    return {byte}, byte, position + 1


def _named(pattern: bytes, position: int) -> tuple[set[int], int, int]:
    begin = position + 2
    end = pattern.find(b"]", begin)
    if end < 0:
        raise _Malformed
    if end == begin or pattern[end - 1] != ord(":"):
        return {ord("[")}, ord("["), position + 1  # no such name: the bracket stands for itself
    belongs = _CLASSES.get(pattern[begin : end - 1])
    if belongs is None:
        raise _Malformed
    return set(belongs.encode("ascii")), 0, end + 1


def _escaped(byte: int) -> str:
    return f"\\x{byte:02x}"


def _at(pattern: bytes, position: int) -> int:
    if position >= len(pattern):
        raise _Malformed
    return pattern[position]
