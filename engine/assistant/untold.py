"""What is asked for in words that sound like a figure there is, and is another one nobody can tell. Pure."""

from __future__ import annotations

from itertools import pairwise

from engine.assistant.heard import Doubtful, Heard, Why
from engine.assistant.tokens import Tag, Token
from engine.domain.questions import Group, Measure

_SUMMED = frozenset({None, Measure.ACTIVE, Measure.AVERAGE})
_BESIDE = frozenset({"per", "each", "every"})
_ARTICLES = frozenset({"a", "an"})
_THE = frozenset({"the", "my"})
_AVERAGES = frozenset({"average", "an average"})
_LENGTHS = frozenset({"time", "times", "hours", "hour", "minutes"})
_DAYS = ("day", "天", "日")
_ROWS = frozenset({Group.CATEGORY, Group.APP, Group.PROJECT, Group.HOUR, Group.WEEKDAY})


def refuse_untold(heard: Heard) -> None:
    """Raise Doubtful for what was not done, for how long single ones last, and for two periods row by row."""
    if heard.has(Tag.NOT):
        raise Doubtful(Why.NOT, heard.first(Tag.NOT))
    compared = heard.against is not None or (heard.has(Tag.COMPARE) and bool(heard.earlier))
    if compared and heard.by in _ROWS:
        raise Doubtful(Why.TABLE)
    if heard.only is not None and heard.measure in _SUMMED and _is_of_each(heard):
        raise Doubtful(Why.EACH)


def _is_of_each(heard: Heard) -> bool:
    if any(token.tag is Tag.EACH and token.value for token in heard.tokens):
        return True
    if any(one.text in _BESIDE and token.tag is Tag.NAME for one, token in pairwise(heard.tokens)):
        return True
    if heard.measure is not Measure.AVERAGE or _says_of_what(heard):
        return False
    return any(token.tag is Tag.EACH for token in heard.tokens) or _is_of_one(heard.tokens)


def _says_of_what(heard: Heard) -> bool:
    """Return whether the mean is said to be per day, week or month."""
    measures = [token.text for token in heard.tokens if token.tag is Tag.MEASURE]
    return heard.has(Tag.PER, Tag.GROUP) or any(word in text for text in measures for word in _DAYS)


def _is_of_one(tokens: list[Token]) -> bool:
    """Return whether "a meeting" or "the average meeting" is said."""
    for place, token in enumerate(tokens):
        before = tokens[place - 1].text if place else ""
        if token.tag is not Tag.NAME or (place + 1 < len(tokens) and tokens[place + 1].text in _LENGTHS):
            continue
        article = tokens[place - 2].text if place > 1 else ""
        if before in _ARTICLES or (before in _AVERAGES and (before != "average" or article in _THE)):
            return True
    return False
