"""A question cut into pieces that mean something; what means nothing known stays as it was written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

SPREAD = "spread"
"""The value of RANK where a table is asked for, of the calendar in its order, of others the largest first."""

LONGEST = 500
"""A longer question is no question: nothing of it is looked at."""


class Tag(StrEnum):
    """What a piece is."""

    DAYS = "days"  # Days
    OPEN_DAYS = "open_days"  # Days since then
    WEEKDAYS = "weekdays"  # frozenset[int]
    CLOCK = "clock"  # (from, to) minutes
    PART = "part"  # (Days, (from, to)): "this morning"
    EARLIER = "earlier"  # Unit or None: the one before the one asked about
    DURATION = "duration"  # minutes
    NAME = "name"  # tuple[Only, ...]: all it may mean
    SORT = "sort"  # "app", "category", "project", "site": said beside a name
    QUOTE = "quote"  # str
    MEASURE = "measure"
    GROUP = "group"  # Group
    WHICH = "which"  # Group: "which app", a ranking of these
    BARE = "bare"  # Group: "day" after "my busiest", else nothing
    PER = "per"  # Group: what an average is of
    EACH = "each"  # of every single one: True; False where only an average beside it makes it so
    NOT = "not"
    RANK = "rank"  # True for most, False for least, SPREAD
    TOP = "top"  # int
    COMPARE = "compare"  # False where what follows is what is compared with: "than"
    TREND = "trend"
    KEPT = "kept"
    DOCUMENTS = "documents"
    FORECAST = "forecast"
    BLOCK = "block"
    VAGUE = "vague"  # a time that says nothing exact
    IT = "it"
    AND = "and"
    FROM = "from"
    TO = "to"
    FOLLOW = "follow"
    FUTURE = "future"
    NO_DAY = "no_day"  # str: a date that no calendar has
    FILLER = "filler"
    FOR = "for"
    FOREIGN = "foreign"  # str: what nobody records here
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the question: what it is, what it stands for, how it was written, where."""

    tag: Tag
    value: Any
    text: str
    start: int
    end: int


Make = Callable[["re.Match[str]"], Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """What matches, and what it stands for; None as value means that it is no such thing after all."""

    pattern: re.Pattern[str]
    tag: Tag
    make: Make


def rule(pattern: str, tag: Tag, make: Make | object) -> Rule:
    """Return a rule; words begin and end at the edges of words, Chinese ones anywhere."""
    value: Make = make if callable(make) else (lambda _match: make)
    return Rule(re.compile(f"{_LEFT}(?:{pattern}){_RIGHT}"), tag, value)


_LEFT = r"(?:(?<![a-z0-9])|(?=[^a-z0-9]))"
_RIGHT = r"(?:(?<![a-z])|(?![a-z]))(?:(?<![0-9])|(?![0-9]))"


_QUOTED = re.compile(r'"([^"]{1,80})"|“([^”]{1,80})”|「([^」]{1,80})」|‘([^’]{2,80})’|《([^》]{1,80})》')
_WORD = re.compile(r"[a-z0-9_.\-'À-ɏ]+", re.IGNORECASE)
_SPACE = re.compile(r"[\s,.!?;:，。！？；：、()（）…]+")


def normal(text: str) -> str:
    """Return the question with one form for each sign, in small letters, on one line."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").casefold()
    return "".join(one if one.isprintable() else " " for one in text).strip()


def is_chinese(text: str) -> bool:
    """Return whether the question is asked in Chinese: names and quotations aside, one sign tells."""
    return any("\u4e00" <= one <= "\u9fff" for one in _QUOTED.sub("", text))


def cut(text: str, rules: Sequence[Rule]) -> list[Token]:
    """Return the pieces of a normal text: the way to cut it that leaves least unknown, of equals the fewest pieces."""
    best: list[tuple[int, Token | None, int]] = [(0, None, len(text))] * (len(text) + 1)
    for place in range(len(text) - 1, -1, -1):
        gap = _SPACE.match(text, place)
        if gap:
            best[place] = (best[gap.end()][0], None, gap.end())
            continue
        ways = [_quoted(text, place)] if _QUOTED.match(text, place) else [*_known(text, place, rules)]
        pieces = [one for one in ways if one is not None] or [_unknown(text, place)]
        if ways and not text[place].isascii():
            pieces.append(_unknown(text, place))
        best[place] = min(((_cost(one) + best[one.end][0], one, one.end) for one in pieces), key=_first)
    return list(_path(best))


_COST_UNKNOWN, _COST_PIECE = 100, 1


def _cost(token: Token) -> int:
    return _COST_UNKNOWN * (token.end - token.start) if token.tag is Tag.UNKNOWN else _COST_PIECE


def _first(way: tuple[int, Token, int]) -> tuple[int, int]:
    return way[0], -way[2]


def _path(best: Sequence[tuple[int, Token | None, int]]) -> Iterator[Token]:
    place = 0
    while place < len(best) - 1:
        _, token, end = best[place]
        if token is not None:
            yield token
        place = end


def _quoted(text: str, place: int) -> Token | None:
    found = _QUOTED.match(text, place)
    if not found:
        return None
    inside = next(group for group in found.groups() if group)
    return Token(Tag.QUOTE, inside.strip(), found.group(), place, found.end())


def _known(text: str, place: int, rules: Sequence[Rule]) -> Iterator[Token]:
    """Yield what matches here; of matches as long only that of the first rule."""
    ends: set[int] = set()
    for one in rules:
        found = one.pattern.match(text, place)
        if found and found.end() > place and found.end() not in ends:
            value = one.make(found)
            if value is not None:
                ends.add(found.end())
                yield Token(one.tag, value, found.group(), place, found.end())


def _unknown(text: str, place: int) -> Token:
    word = _WORD.match(text, place)
    end = word.end() if word else place + 1
    return Token(Tag.UNKNOWN, text[place:end], text[place:end], place, end)
