"""Words that name nothing the person has, and yet stand in recorded titles: "time on the harbour survey". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from engine.assistant.tokens import Tag, Token

_PLACED = re.compile(
    r"(?:^|.* )(?:(?:on|in|about|with|reading|watching|for|at)(?: the| my| a| that| this)?|did (?:the|that|my|this))$"
)
_CHINESE = re.compile(r"在(?P<what>[^在上里]{2,20}?)(?:上面|上|里|方面|这件事)")
_INSIDE = {Tag.UNKNOWN, Tag.FILLER, Tag.SORT, Tag.AND, Tag.FOR, Tag.BARE, Tag.RANK, Tag.TO}
_SHORTEST, _LONGEST = 3, 80
_NOUNS = frozenset("report reports summary overview statistics stats list plan figures numbers".split())
"""Words of a question that belong to the name behind which they stand."""


def titled(text: str, tokens: list[Token], in_titles: Callable[[str], bool]) -> list[Token]:
    """Return the pieces with words behind "on" or "in" taken for what titles hold, where some title does hold them."""
    if not any(token.tag is Tag.UNKNOWN for token in tokens):
        return tokens
    found = _english(text, tokens) or _chinese(text, tokens) or _foreign(text, tokens)
    if found is None:
        return tokens
    first, last = found
    while last + 1 < len(tokens) and tokens[last + 1].text in _NOUNS:  # "the quarterly report" is not "quarterly"
        last += 1
    words = text[tokens[first].start : tokens[last].end].strip()
    long_enough = (_SHORTEST if words.isascii() else 2) <= len(words) <= _LONGEST
    if not long_enough or not in_titles(words):
        return tokens
    whole = replace(tokens[first], tag=Tag.QUOTE, value=words, text=words, end=tokens[last].end)
    return [*tokens[:first], whole, *tokens[last + 1 :]]


def _english(text: str, tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Return the places of the first and last piece: from the first unknown word on, with nothing but words between."""
    unknown = [place for place, token in enumerate(tokens) if token.tag is Tag.UNKNOWN]
    first, last = unknown[0], unknown[-1]
    if not _PLACED.match(text[: tokens[first].start].strip()) or not text[tokens[first].start].isascii():
        return None
    return (first, last) if all(token.tag in _INSIDE for token in tokens[first : last + 1]) else None


def _chinese(text: str, tokens: Sequence[Token]) -> tuple[int, int] | None:
    found = _CHINESE.search(text)
    if found is None:
        return None
    start, end = found.span("what")
    inside = [place for place, token in enumerate(tokens) if start <= token.start and token.end <= end]
    unknown = [place for place, token in enumerate(tokens) if token.tag is Tag.UNKNOWN]
    whole = bool(inside) and tokens[inside[0]].start == start and tokens[inside[-1]].end == end
    return (inside[0], inside[-1]) if whole and set(unknown) <= set(inside) else None


def _foreign(text: str, tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Return the one run of Latin words that a Chinese question does not know: it can only be a name."""
    unknown = [place for place, token in enumerate(tokens) if token.tag is Tag.UNKNOWN]
    run = unknown == list(range(unknown[0], unknown[-1] + 1)) and all(tokens[place].text.isascii() for place in unknown)
    return (unknown[0], unknown[-1]) if run and not text.isascii() else None
