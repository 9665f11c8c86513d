"""What is to be planned ("block two hours for the report on Thursday"), read off the pieces of the question. Pure."""

from __future__ import annotations

from datetime import timedelta

from engine.assistant.heard import Doubtful, Why
from engine.assistant.reckoning import Reckoning
from engine.assistant.tokens import Tag, Token
from engine.domain.questions import Days, Kind, Query, Unit

LONGEST_MINUTES = 12 * 60
_TIMES = {Tag.DAYS, Tag.CLOCK, Tag.DURATION}
_STRIPPED = '\u0020"“”「」,，。.!?？！的做写完成'


def block_asked(text: str, tokens: list[Token], now: Reckoning) -> Query:
    """Return the block wanted; Doubtful where its length or its day is not said."""
    lengths = [token for token in tokens if token.tag is Tag.DURATION]
    if len(lengths) != 1:
        raise Doubtful(Why.DURATION)
    minutes = int(lengths[0].value)
    if not 0 < minutes <= LONGEST_MINUTES:
        raise Doubtful(Why.BEYOND)
    days = _day(tokens, now)
    clocks = [token.value for token in tokens if token.tag is Tag.CLOCK]
    start = clocks[0][0] if clocks else None
    window = clocks[0] if clocks and clocks[0][0] < clocks[0][1] else None
    return Query(
        Kind.BLOCK,
        days=days,
        clock=window,
        topic=_title(text, tokens),
        minutes=minutes,
        at_minute=None if window else start,
    )


def _day(tokens: list[Token], now: Reckoning) -> Days:
    found = [token.value for token in tokens if token.tag is Tag.DAYS]
    if len(found) != 1 or found[0].unit is not Unit.DAY:
        raise Doubtful(Why.DAY)
    day: Days = found[0]
    week = timedelta(days=7)
    if now.today - week < day.start < now.today:  # "on Thursday" is the coming one
        day = Days(day.start + week, day.end + week, Unit.DAY)
    if day.start < now.today:
        raise Doubtful(Why.BEYOND)
    return day


def _title(text: str, tokens: list[Token]) -> str:
    """Return the longest run of the question that says neither when nor how long nor that it is to be planned."""
    runs: list[str] = []
    begin: int | None = None
    named = False  # whether what follows is said to be what the block is for
    for token in [*tokens, Token(Tag.DAYS, None, "", len(text), len(text))]:
        if token.tag in _TIMES or token.tag in {Tag.BLOCK, Tag.FOR}:
            if begin is not None:
                runs.append(text[begin : token.start])
            begin = None
        elif begin is None and (token.tag is not Tag.FILLER or named):
            begin = token.start
        named = token.tag is Tag.FOR
    best = max((run.strip(_STRIPPED) for run in runs), key=len, default="")
    return best.removeprefix("the ")[:120]
