"""The person's own patterns for titles that are never recorded, in RE2: no pattern can make the recorder slow.

Patterns are searched anywhere in the title and take no notice of case, since leaving out too much is the lesser
harm; (?-i) in front makes one exact. RE2 is loaded only when there is a pattern.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

from engine.domain.errors import PatternError

if TYPE_CHECKING:
    import re2

LONGEST = 512
MOST = 500
_SHOWN = 40
_MEMORY = 2 << 20  # bytes, of each compiled pattern
# Four titles that share no character and no word: what finds something in all of them finds it everywhere.
_UNLIKE = ("quarterly report", "2026-11-21/07", "会议记录与预算表", "Привет, ЁЖ!")
_REASONS = {
    "missing )": "a “(” is not closed",
    "unexpected )": "a “)” closes nothing",
    "missing ]": "a “[” is not closed",
    "invalid character class range": "a range inside “[…]” runs backwards",
    "invalid character class": "the “[…]” cannot be understood",
    "invalid repetition size": "the count in “{…}” is too large (at most 1,000)",
    "bad repetition operator": "two repetition signs follow each other",
    "no argument for repetition operator": "there is nothing to repeat before the repetition sign",
    "trailing \\": "it ends in a single “\\”",
    "invalid escape sequence": "this “\\” sequence does not exist (to find a backslash write “\\\\”)",
    "invalid perl operator": "this “(?…” form does not exist here (looking ahead or behind cannot be used)",
    "invalid named capture group": "the name of a group is not right",
    "invalid UTF-8": "it holds characters that are no text",
    "pattern too large": "it is too complicated",
}


class TitlePatterns:
    """Some patterns, ready to be searched in titles; a bad one raises PatternError.

    May be used from one thread at a time.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        wanted = tuple(dict.fromkeys(patterns))
        if len(wanted) > MOST:
            raise PatternError(f"There are {len(wanted)} title patterns; {MOST} can be used at most. Join some by “|”.")
        self._compiled = tuple(_checked(pattern) for pattern in wanted)

    def __bool__(self) -> bool:
        return bool(self._compiled)

    def found_in(self, *texts: str) -> bool:
        """Say whether any pattern is found in any of the texts, which may be of any length and hold anything."""
        encoded = {text.encode("utf-8", "replace") for text in texts}
        return any(pattern.search(text) for text in encoded for pattern in self._compiled)


def check_pattern(pattern: str) -> None:
    """Raise PatternError, saying what is wrong and where, for a pattern that cannot be used."""
    _checked(pattern)


def _checked(pattern: str) -> re2._Regexp[str]:
    if not pattern.strip():
        raise PatternError("The pattern is empty. Write a word of the titles to leave out, or remove it.")
    if len(pattern) > LONGEST:
        raise PatternError(f"The pattern has {len(pattern)} characters; at most {LONGEST} can be used.")
    compiled = _compiled(pattern)
    if all(compiled.search(title.encode()) for title in _UNLIKE):
        raise PatternError(
            f"The pattern “{_shown(pattern)}” matches every title. To record no titles at all, "
            "switch window titles off instead."
        )
    return compiled


def _compiled(pattern: str) -> re2._Regexp[str]:
    import re2  # noqa: PLC0415  (megabytes that a recorder without patterns need not carry)

    options = re2.Options()
    options.log_errors = False  # the library would write the pattern to standard error
    options.case_sensitive = False
    options.never_capture = True
    options.max_mem = _MEMORY
    try:
        return re2.compile(unicodedata.normalize("NFC", pattern), options)
    except (re2.error, UnicodeEncodeError) as cause:
        raise PatternError(f"The pattern “{_shown(pattern)}” cannot be used: {_reason(pattern, cause)}.") from None


def _reason(pattern: str, cause: Exception) -> str:
    if isinstance(cause, UnicodeEncodeError):
        return f"{_REASONS['invalid UTF-8']} (character {cause.start + 1})"
    said = cause.args[0] if cause.args else ""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    kind, _, piece = text.partition(": ")
    reason = next((words for start, words in _REASONS.items() if kind.startswith(start)), kind or "it is not a pattern")
    place = pattern.rfind(piece) if piece else -1
    return f"{reason} (character {place + 1}: “{_shown(piece)}”)" if place >= 0 else reason


def _shown(pattern: str) -> str:
    text = pattern.encode("utf-8", "replace").decode()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
