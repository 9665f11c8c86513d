"""Regular expressions of rules, in RE2: linear in the length of the text, so that none can make Kairos slow.

The library is loaded only where a rule has such a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from engine.domain.errors import PatternError

if TYPE_CHECKING:
    import re2

LONGEST = 8_000
_MEMORY_OF_ONE, _MEMORY_OF_SET = 2 << 20, 32 << 20  # bytes
_PROGRAM_OF_SET = 40_000  # instructions; a set that outgrows its memory would find nothing and say nothing
_SHOWN = 60
_LOOKING_AROUND = re.compile(r"\(\?<?[=!]")
_ONLY_PYTHON = re.compile(r"\(\?(?:P=|\(|>|#)|\\[1-9]|\\Z|[*+?}]\+")


class PatternSet:
    """Patterns searched all at once in one pass over the text; a bad one raises PatternError."""

    def __init__(self, patterns: Sequence[tuple[str, bool]]) -> None:
        """Take patterns with whether case counts; hits are told by their place in this order."""
        self._sets: list[tuple[re2.Set, int]] = []
        part: list[str] = []
        size = 0
        for place, (pattern, case) in enumerate(patterns):
            program = compiled(pattern, case=case).programsize
            if part and size + program > _PROGRAM_OF_SET:
                self._sets.append((_set(part), place - len(part)))
                part, size = [], 0
            part.append(pattern if case else f"(?i:{pattern})")
            size += program
        if part:
            self._sets.append((_set(part), len(patterns) - len(part)))

    def found_in(self, text: str) -> list[int]:
        """Return the places of the patterns found anywhere in the text, in no order."""
        data = text.encode("utf-8", "replace")
        if len(self._sets) == 1:
            return self._sets[0][0].Match(data) or []  # it answers None where nothing is found
        return [first + hit for patterns, first in self._sets for hit in patterns.Match(data) or ()]


def compiled(pattern: str, *, case: bool = True) -> re2._Regexp[str]:
    """Return the pattern compiled by itself; PatternError says what is wrong with it."""
    import re2  # noqa: PLC0415  (megabytes that nobody without such a rule need carry)

    if not pattern:
        raise PatternError("The pattern is empty. Write what to look for.")
    if len(pattern) > LONGEST:
        raise PatternError(f"The pattern has {len(pattern)} characters; at most {LONGEST:,} can be used.")
    try:
        return re2.compile(pattern, _options(_MEMORY_OF_ONE, case=case))
    except (re2.error, UnicodeEncodeError) as cause:
        raise PatternError(f"The pattern “{_shown(pattern)}” cannot be used: {_reason(pattern, cause)}.") from None


def _set(patterns: Sequence[str]) -> re2.Set:
    import re2  # noqa: PLC0415

    made = re2.Set.SearchSet(_options(_MEMORY_OF_SET, case=True))
    for pattern in patterns:
        made.Add(pattern)
    made.Compile()
    return made


def _options(memory: int, *, case: bool) -> re2.Options:
    import re2  # noqa: PLC0415

    options = re2.Options()
    options.log_errors = False  # the library would write the pattern to standard error
    options.never_capture = True
    options.case_sensitive = case
    options.max_mem = memory
    return options


def _reason(pattern: str, cause: Exception) -> str:
    if isinstance(cause, UnicodeEncodeError):
        return f"character {cause.start + 1} is no text"
    if _LOOKING_AROUND.search(pattern):
        return "it looks ahead or behind, “(?=…)”, “(?!…)”, “(?<=…)” or “(?<!…)”, which no linear-time engine can do"
    if _ONLY_PYTHON.search(pattern):
        return "it refers back to a group or uses a form that only other engines know"
    said = cause.args[0] if cause.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


def _shown(pattern: str) -> str:
    text = "".join(char if char.isprintable() else "�" for char in pattern)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
