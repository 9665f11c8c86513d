r"""Regular expressions of ActivityWatch, which are Python's or Rust's, in RE2's words, and what changes by that.

Translated: \Z, \uXXXX, {,n}, and the flag u, which means nothing here. What looks around or refers back cannot be.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\(.)|\{,(\d+)\}|\(\?([a-zA-Z]+)\)", re.DOTALL)
_ASCII_ONLY = "wWdDbBsS"


def to_re2(pattern: str) -> tuple[str, str]:
    """Return the pattern in RE2's words, and what it means differently now, empty where nothing is."""
    seen: set[str] = set()
    translated = _TOKEN.sub(lambda token: _word(token, seen), pattern)
    if not seen:
        return translated, ""
    words = ", ".join(f"\\{letter}" for letter in sorted(seen))
    return translated, f"{words} know only ASCII letters, digits and blanks here"


def _word(token: re.Match[str], seen: set[str]) -> str:
    short, long, letter, most, flags = token.groups()
    if short or long:
        return f"\\x{{{short or long}}}"
    if most:
        return f"{{0,{most}}}"
    if flags:
        kept = flags.replace("u", "").replace("a", "")
        return f"(?{kept})" if kept else ""
    if letter in _ASCII_ONLY:
        seen.add(letter)
    return "\\z" if letter == "Z" else token.group()
