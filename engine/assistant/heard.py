"""What was said, slot by slot, before anything is made of it: tokens into slots, and why that may fail."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from engine.assistant.names import sort_of
from engine.assistant.reckoning import Reckoning
from engine.assistant.tokens import Tag, Token
from engine.domain.questions import Days, Group, Measure, Only


class Why(StrEnum):
    """Why a question is refused or asked back."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    UNKNOWN = "unknown"  # words that mean nothing here
    NOTHING = "nothing"  # no word says what is wanted
    FUTURE = "future"
    TWO_TIMES = "two_times"
    TWO_NAMES = "two_names"
    MEASURES = "measures"  # two figures at once
    NOT_OF_ONE = "not_of_one"  # a figure of all time, asked of one app
    CLOCK = "clock"
    NAME = "name"  # asked back: it is the name of several things
    WHEN = "when"  # asked back: which days
    VAGUE = "vague"  # asked back: how long is "recently"
    WHAT = "what"  # asked back: what "it" is
    DURATION = "duration"  # asked back: how long a block
    DAY = "day"  # asked back: on which day
    TOPIC = "topic"
    BEYOND = "beyond"  # no such block can be planned


ASKED_BACK = frozenset({Why.NAME, Why.WHEN, Why.VAGUE, Why.WHAT, Why.DURATION, Why.DAY})


class Doubtful(Exception):
    """The question cannot be answered as it stands. token: what it hangs on."""

    def __init__(self, why: Why, token: Token | None = None) -> None:
        super().__init__(why.value)
        self.why = why
        self.token = token


@dataclass(slots=True)
class Heard:
    """Slots; None or empty where nothing was said of it."""

    tokens: list[Token] = field(default_factory=list)
    days: Days | None = None
    against: Days | None = None
    earlier: str = ""
    weekdays: frozenset[int] = frozenset()
    clock: tuple[int, int] | None = None
    only: Only | None = None
    measure: Measure | None = None
    by: Group | None = None
    which: bool = False
    rank: bool | None = None
    top: int | None = None

    def has(self, *tags: Tag) -> bool:
        """Return whether a piece of one of the kinds was said."""
        return any(token.tag in tags for token in self.tokens)

    def first(self, tag: Tag) -> Token | None:
        """Return the first piece of that kind."""
        return next((token for token in self.tokens if token.tag is tag), None)


def hear(tokens: list[Token], now: Reckoning) -> Heard:
    """Return the slots; Doubtful where two pieces contradict each other or a name may mean several things."""
    heard = Heard(tokens)
    _times(heard, now)
    _names(heard)
    _figures(heard)
    return heard


def _times(heard: Heard, now: Reckoning) -> None:
    days = _joined(heard, now)
    if len(days) > 2 or (len(days) == 2 and not heard.has(Tag.COMPARE, Tag.AND)):  # noqa: PLR2004
        raise Doubtful(Why.TWO_TIMES)
    heard.days = days[0] if days else None
    heard.against = days[1] if len(days) > 1 else None
    earlier = heard.first(Tag.EARLIER)
    heard.earlier = earlier.value if earlier else ""
    weekdays = {token.value for token in heard.tokens if token.tag is Tag.WEEKDAYS}
    clocks = {token.value for token in heard.tokens if token.tag is Tag.CLOCK}
    if len(weekdays) > 1 or len(clocks) > 1:
        raise Doubtful(Why.TWO_TIMES)
    heard.weekdays = next(iter(weekdays), frozenset())
    heard.clock = next(iter(clocks), None)


def _joined(heard: Heard, now: Reckoning) -> list[Days]:
    """Return the days said, "from A to B" as one range and "since A" up to today."""
    tags = [token for token in heard.tokens if token.tag in {Tag.DAYS, Tag.TO, Tag.AND, Tag.FROM, Tag.OPEN_DAYS}]
    found = [token for token in tags if token.tag is Tag.DAYS]
    if any(token.tag is Tag.OPEN_DAYS for token in tags) and len(found) == 1:
        return [Days(found[0].value.start, max(found[0].value.end, now.today + timedelta(days=1)))]
    if len(found) == 2 and not heard.has(Tag.COMPARE):  # noqa: PLR2004
        between = [token.tag for token in tags if found[0].end <= token.start < found[1].start]
        begun = any(token.tag is Tag.FROM for token in tags) or found[0].text.startswith("from ")
        start, end = found[0].value.start, found[1].value.end
        if (Tag.TO in between or (begun and Tag.AND in between)) and start < end:
            return [Days(start, end)]
    return list(dict.fromkeys(token.value for token in found))


def _names(heard: Heard) -> None:
    found: dict[Only, None] = {}
    for place, token in enumerate(heard.tokens):
        if token.tag is Tag.QUOTE:
            found[Only(words=token.value, name=token.value)] = None
        elif token.tag is Tag.NAME:
            found[_meant(heard, place)] = None
    if len(found) > 1:
        raise Doubtful(Why.TWO_NAMES)
    heard.only = next(iter(found), None)


def _meant(heard: Heard, place: int) -> Only:
    token = heard.tokens[place]
    meanings: tuple[Only, ...] = token.value
    beside = [heard.tokens[near] for near in (place - 1, place + 1) if 0 <= near < len(heard.tokens)]
    sorts = {near.value for near in beside if near.tag is Tag.SORT}
    fitting = [only for only in meanings if sort_of(only) in sorts] if sorts else list(meanings)
    if len(fitting) > 1:
        raise Doubtful(Why.NAME, token)
    return (fitting or list(meanings))[0]


_HOLDS = {  # a figure said with these words has those said along with it in it
    Measure.LONGEST: frozenset({Measure.SWITCHES, Measure.DEEP}),
    Measure.BREAK: frozenset({Measure.AWAY}),
    Measure.FIRST: frozenset[Measure](),
}


def _figures(heard: Heard) -> None:
    said = dict.fromkeys(token.value for token in heard.tokens if token.tag is Tag.MEASURE)
    for one, inner in _HOLDS.items():
        if one in said:
            said = {kept: None for kept in said if kept not in inner}
    if len(said) > 1:
        raise Doubtful(Why.MEASURES)
    heard.measure = next(iter(said), None)
    rank, top = heard.first(Tag.RANK), heard.first(Tag.TOP)
    heard.rank = None if rank is None else rank.value
    heard.top = None if top is None else top.value
    which, group = heard.first(Tag.WHICH), heard.first(Tag.GROUP)
    chosen = which or group
    heard.by = None if chosen is None else chosen.value
    heard.which = which is not None
    sort = heard.first(Tag.SORT)
    if heard.by is None and sort is not None and heard.only is None:
        heard.by, heard.which = sort.value, True
