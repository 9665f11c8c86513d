"""What a word on the command line should have been, said without the words of programmers."""

from __future__ import annotations

import re

_SAID = (
    (re.compile(r"(.+) is not a valid int(?:eger)?(?: range)?\.?"), r"\1 is not a whole number."),
    (re.compile(r"(.+) is not a valid float(?: range)?\.?"), r"\1 is not a number."),
    (re.compile(r"(.+) is not in the range (\S+?)<=x<=(\S+?)\.?"), r"\1 is not from \2 to \3."),
    (re.compile(r"(.+) is not in the range x>=(\S+?)\.?"), r"\1 is less than \2."),
    (re.compile(r"(.+) is not in the range x<=(\S+?)\.?"), r"\1 is more than \2."),
)


def in_plain_words(message: str) -> str:
    """Return what is wrong with a value in plain words; what is said in them already stays."""
    for said, plainly in _SAID:
        if (found := said.fullmatch(message)) is not None:
            return found.expand(plainly)
    return message
