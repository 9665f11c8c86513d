"""Every text encoding Python knows, loaded beforehand: a locked process can load nothing any more."""

from __future__ import annotations

import codecs
import contextlib
from encodings.aliases import aliases


def load_all() -> None:
    """Load all encodings of text."""
    for name in {*aliases.values(), "utf-8-sig", "idna", "punycode", "raw_unicode_escape", "unicode_escape"}:
        with contextlib.suppress(LookupError):
            codecs.lookup(name)
