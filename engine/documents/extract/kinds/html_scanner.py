"""HTML into tags and text in one pass: whatever is missing, no place is looked at twice.

The standard library's parser looks again and again at what is not closed; a page of half a megabyte made for it takes
minutes. As browsers do, a comment or a tag that never ends takes the rest of the page with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAME = re.compile(r"/?([A-Za-z][^\s/>]{0,100})")
_REST = re.compile(r"""(?>[^>"']++|"[^"]*+"|'[^']*+')*+>""")  # attributes, quoted or not, and the end of the tag
_RAW = frozenset({"script", "style", "textarea", "title", "xmp"})
_CLOSERS = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in _RAW}
_OPENER, _DATA = "<!--", "<![CDATA["


def scan(text: str) -> Iterator[tuple[str, str]]:
    """Yield ("text", text), ("title", text), (tag, attributes) for a beginning and ("", tag) for an end, in order."""
    return _Scanner(text).scan()


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0  # -1: what follows is lost
        self._quoted = True

    def scan(self) -> Iterator[tuple[str, str]]:
        """Yield what the page is made of."""
        while self._at >= 0:
            mark = self._text.find("<", self._at)
            yield "text", self._text[self._at : mark if mark >= 0 else None]
            if mark < 0:
                return
            found = _NAME.match(self._text, mark + 1)
            if found is None:
                self._at, data = _no_tag(self._text, mark)
                yield "text", data
            else:
                yield from self._tag(found)

    def _tag(self, found: re.Match[str]) -> Iterator[tuple[str, str]]:
        rest = _REST.match(self._text, found.end()) if self._quoted else None
        # Where a quote is never closed none further on is believed either.
        self._quoted = rest is not None
        self._at = rest.end() if rest else _after(self._text, ">", found.end())
        name = found[1].lower()
        if self._at < 0:
            return
        if found[0].startswith("/"):
            yield "", name
            return
        yield name, self._text[found.end() : self._at - 1]
        if name in _RAW:
            closer = _CLOSERS[name].search(self._text, self._at)
            start, self._at = self._at, closer.start() if closer else -1
            if name == "title" and closer:
                yield "title", self._text[start : self._at]


def _no_tag(text: str, mark: int) -> tuple[int, str]:
    """Return where a comment, a declaration or a lone sign ends, -1 for never, and the text it stands for."""
    if text.startswith(_OPENER, mark):
        return _after(text, "-->", mark + len(_OPENER) - 2), ""
    if text.startswith(_DATA, mark):
        end = _after(text, "]]>", mark)
        return end, text[mark + len(_DATA) : end - 3] if end >= 0 else ""
    if text[mark + 1 : mark + 2] in {"!", "?", "/"}:
        return _after(text, ">", mark), ""
    return mark + 1, "<"


def _after(text: str, end: str, start: int) -> int:
    found = text.find(end, start)
    return found + len(end) if found >= 0 else -1
