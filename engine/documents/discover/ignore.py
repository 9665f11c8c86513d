"""What an ignore file leaves out, as git reads it: the last pattern that matches decides, "!" takes back in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.documents.discover.wildcards import NEVER, expression

if TYPE_CHECKING:
    import re2

LARGEST_FILE = 256 * 1024  # bytes of an ignore file that are read
_MOST_RULES = 4_000
_LONGEST_RULE = 1_000  # bytes
_MEMORY = 16 << 20  # bytes of one set
_PROGRAM = 20_000  # instructions of one set; one that outgrows its memory would find nothing and say nothing
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class _Rule:
    """One line of an ignore file. anchored: it names a path, not just a name."""

    expression: str
    negated: bool
    folders_only: bool
    anchored: bool


class IgnoreRules:
    """The patterns of one ignore file, or those a person wrote, matched all at once."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        rules = [rule for line in lines if (rule := _parsed(line)) is not None][:_MOST_RULES]
        self._names = _Matcher([(place, rule) for place, rule in enumerate(rules) if not rule.anchored])
        self._paths = _Matcher([(place, rule) for place, rule in enumerate(rules) if rule.anchored])
        self._rules = rules

    def __bool__(self) -> bool:
        """Tell whether there is any pattern."""
        return bool(self._rules)

    def verdict(self, path: bytes, *, folder: bool) -> bool | None:
        """Return True where the path is left out, False where it is taken back in, None where nothing is said.

        path: from the folder of the ignore file down, parts split by "/"; folder: whether it is one.
        """
        hits = self._names.hits(path.rpartition(b"/")[2]) + self._paths.hits(path)
        for place in sorted(hits, reverse=True):
            rule = self._rules[place]
            if folder or not rule.folders_only:
                return not rule.negated
        return None


def rules_of_file(data: bytes) -> IgnoreRules:
    """Return the rules of an ignore file's content."""
    lines = data.removeprefix(_BYTE_ORDER_MARK).split(b"\n")
    return IgnoreRules(line.removesuffix(b"\r") for line in lines)


def matches_nothing(pattern: bytes) -> bool:
    """Return whether a pattern can match no path at all: empty, a comment, or broken."""
    rule = _parsed(pattern)
    return rule is None or not rule.expression or NEVER in rule.expression


def _parsed(line: bytes) -> _Rule | None:
    if not line or line.startswith(b"#") or len(line) > _LONGEST_RULE:
        return None
    line = _without_spaces_at_the_end(line)
    negated = line.startswith(b"!")
    if negated:
        line = line[1:]
    folders_only = line.endswith(b"/")
    if folders_only:
        line = line[:-1]
    if not line:
        return None
    anchored = b"/" in line
    return _Rule(expression(line.removeprefix(b"/")), negated, folders_only, anchored)


def _without_spaces_at_the_end(line: bytes) -> bytes:
    """Return the line without its last spaces but for those a backslash guards."""
    end, position = len(line), 0
    last: int | None = None
    while position < end:
        if line[position : position + 1] == b" ":
            last = position if last is None else last
        else:
            if line[position : position + 1] == b"\\":
                position += 1
                if position >= end:
                    return line
            last = None
        position += 1
    return line if last is None else line[:last]


class _Matcher:
    """Expressions matched whole, in one pass or few."""

    def __init__(self, placed: Sequence[tuple[int, _Rule]]) -> None:
        self._sets: list[tuple[re2.Set, list[int]]] = []
        part: list[tuple[int, _Rule]] = []
        size = 0
        for place, rule in placed:
            program = _program(rule.expression)
            if program is None:
                continue
            if part and size + program > _PROGRAM:
                self._sets.append(_set(part))
                part, size = [], 0
            part.append((place, rule))
            size += program
        if part:
            self._sets.append(_set(part))

    def hits(self, text: bytes) -> list[int]:
        """Return the places of the rules that match the text, in no order."""
        return [places[hit] for patterns, places in self._sets for hit in patterns.Match(text) or ()]


def _set(part: Sequence[tuple[int, _Rule]]) -> tuple[re2.Set, list[int]]:
    import re2  # noqa: PLC0415  (megabytes that nobody without a pattern need carry)

    made = re2.Set.FullMatchSet(_options())
    for _, rule in part:
        made.Add(rule.expression.encode("ascii"))
    made.Compile()
    return made, [place for place, _ in part]


def _program(text: str) -> int | None:
    """Return how long the compiled expression is, None where it is too large for one set."""
    import re2  # noqa: PLC0415

    try:
        size = int(re2.compile(text.encode("ascii"), _options()).programsize)
    except re2.error:
        return None
    return size if size <= _PROGRAM else None


def _options() -> re2.Options:
    import re2  # noqa: PLC0415

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1  # patterns and paths are bytes, as on the disk
    options.log_errors = False
    options.never_capture = True
    options.max_mem = _MEMORY
    return options
