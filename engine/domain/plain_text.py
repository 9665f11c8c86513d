"""Foreign text made fit to stand on one line of a terminal, a page or a table."""

from __future__ import annotations

import re
import unicodedata

# A whole escape sequence goes: without its first character the rest would be left as litter.
_ESCAPES = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b.")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
JOINERS = frozenset("\u200c\u200d")
"""They shape letters and pictures, and move nothing."""

LONGEST_TOLD = 60
"""So much of what a person typed a message tells back."""


def plain(text: str) -> str:
    """Return the text without escape sequences, control, direction and unassigned characters, on one line."""
    text = _ESCAPES.sub("", text)
    kept = ("\u0020" if character in "\t\n\r" else character for character in text)
    return "".join(c for c in kept if c in JOINERS or unicodedata.category(c) not in _UNSEEN)


def shortened(text: str, most: int) -> str:
    """Return the text made plain, at most so many characters long; what is left out shows as an ellipsis.

    A text far longer than that is looked at only as far as needed.
    """
    seen = plain(text[: most * 4])
    return seen if len(seen) <= most and len(text) <= most * 4 else seen[: most - 1] + "…"
