"""Foreign text made safe for files that other programs read."""

from __future__ import annotations

import json
import re

from engine.domain.plain_text import shortened

LONGEST_CELL = 32_000
"""A spreadsheet's cell holds 32,767 characters."""

_START = r"((?:^|;)[\s\"]*)"
_BEFORE_FORMULA = re.compile(_START + "(?=[-=+@＝＋－＠'])")
_SURROGATE = re.compile("[\ud800-\udfff]")
# JSON may hold them as they are, a terminal that shows it would obey them; written as \uXXXX they say the same.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def storable(text: str) -> str:
    """Return the text with halves of broken characters, which no UTF-8 can hold, replaced by U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def json_text(value: object, indent: int | None = None) -> str:
    """Return the value as JSON that keeps all text and steers no terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", storable(text))


def cell(text: str) -> str:
    """Return the text as one cell of a CSV file that no spreadsheet takes for a formula.

    What a screen does not show (control, direction and unassigned characters) is left out and line ends become
    spaces. Then, as OWASP's page on CSV injection has it, a text that starts with = + - @ (also in full width) gets
    a ' before that; so does one that follows a ; in the text, where some spreadsheets would start the next cell. A '
    in such a place gets another, so nothing is lost: the shown text comes back where one is taken away again. The
    text with nothing left out is in the JSON and Parquet files.
    """
    return _BEFORE_FORMULA.sub(r"\1'", shortened(text, LONGEST_CELL))
