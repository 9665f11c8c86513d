"""What was said, slot by slot, before anything is made of it: tokens into slots, and why that may fail."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum

from engine.assistant.names import sort_of
from engine.assistant.reckoning import EVER, SO_FAR, Reckoning
from engine.assistant.tokens import SPREAD, Tag, Token
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
    EACH = "each"  # the length of single meetings is nowhere told
    NOT = "not"  # what was not done
    TABLE = "table"  # two periods, row by row
    NO_DAY = "no_day"  # 31 February
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
    also: tuple[Only, ...] = ()
    measure: Measure | None = None
    per: Group = Group.DAY
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


OF_CALENDAR = frozenset({Group.DAY, Group.WEEK, Group.MONTH, Group.HOUR, Group.WEEKDAY})

MOST_NAMES = 5
"""So many names can be told of at once."""


def hear(tokens: list[Token], now: Reckoning) -> Heard:
    """Return the slots; Doubtful where two pieces contradict each other or a name may mean several things."""
    heard = Heard(tokens)
    _times(heard, now)
    _names(heard)
    _figures(heard)
    return heard


def _times(heard: Heard, now: Reckoning) -> None:
    days = _joined(heard, now)
    heard.against = _than(heard) if len(days) == 1 else None
    if heard.against is not None:
        days = []
    if len(days) > 2 or (len(days) == 2 and not heard.has(Tag.COMPARE, Tag.AND)):  # noqa: PLR2004
        raise Doubtful(Why.TWO_TIMES)
    heard.days = days[0] if days else None
    heard.against = days[1] if len(days) > 1 else heard.against
    earlier = heard.first(Tag.EARLIER)
    heard.earlier = earlier.value if earlier else ""
    weekdays = {token.value for token in heard.tokens if token.tag is Tag.WEEKDAYS}
    clocks = {token.value for token in heard.tokens if token.tag is Tag.CLOCK}
    if len(weekdays) > 1 or len(clocks) > 1:
        raise Doubtful(Why.TWO_TIMES)
    heard.weekdays = next(iter(weekdays), frozenset())
    heard.clock = next(iter(clocks), None)


def _than(heard: Heard) -> Days | None:
    """Return the days right after "than", which something is compared with; None for one day that is named alone."""
    for place, token in enumerate(heard.tokens[1:], start=1):
        before = heard.tokens[place - 1]
        if token.tag is Tag.DAYS and before.tag is Tag.COMPARE and before.value is False:
            days: Days = token.value
            return days
    return None


def _joined(heard: Heard, now: Reckoning) -> list[Days]:
    """Return the days said, "from A to B" as one range and "since A" up to today."""
    tags = [token for token in heard.tokens if token.tag in {Tag.DAYS, Tag.TO, Tag.AND, Tag.FROM, Tag.OPEN_DAYS}]
    tags = _so_far(tags, now)
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


def _so_far(tags: list[Token], now: Reckoning) -> list[Token]:
    """Return the pieces without the "so far" of "this week so far"; alone it is all that was recorded.

    Beside days that are over already it stays: then it is not certain how they belong together.
    """
    others = [token for token in tags if token.tag is Tag.DAYS and token.value != SO_FAR]
    going_on = any(token.value.start <= now.today < token.value.end for token in others)
    begun = any(token.tag in {Tag.FROM, Tag.TO} or token.text.startswith("from ") for token in tags)
    since = any(token.tag is Tag.OPEN_DAYS for token in tags)
    if len(others) == 1 and (since or (going_on and not begun)):
        return [token for token in tags if token.value != SO_FAR]
    return [replace(token, value=EVER) if token.value == SO_FAR else token for token in tags]


def _names(heard: Heard) -> None:
    found: dict[Only, None] = {}
    for place, token in enumerate(heard.tokens):
        if token.tag is Tag.QUOTE:
            found[Only(words=token.value, name=token.value)] = None
        elif token.tag is Tag.NAME:
            found[_meant(heard, place)] = None
    if len(found) > MOST_NAMES:
        raise Doubtful(Why.TWO_NAMES)
    heard.only, heard.also = next(iter(found), None), tuple(found)[1:]


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
    per = heard.first(Tag.PER)
    if per is not None and heard.measure in {None, Measure.ACTIVE, Measure.AVERAGE}:
        heard.measure, heard.per = Measure.AVERAGE, per.value
    rank, top = heard.first(Tag.RANK), heard.first(Tag.TOP)
    heard.top = None if top is None else top.value
    which, group = heard.first(Tag.WHICH), heard.first(Tag.GROUP)
    chosen = which or group
    heard.by = None if chosen is None else chosen.value
    heard.which = which is not None
    heard.rank = None if rank is None else _order(rank, heard)
    _average(heard)
    if heard.by is None and heard.rank is not None:
        heard.by = _ranked(heard)
        heard.which = heard.by is not None
    sort = heard.first(Tag.SORT)
    if heard.by is None and sort is not None and heard.only is None:
        heard.by, heard.which = sort.value, True


def _order(rank: Token, heard: Heard) -> bool | None:
    """Return whether the most or the least comes first; None for "the distribution by hour", which the clock orders."""
    if rank.value == SPREAD:
        return None if heard.by in OF_CALENDAR else True
    return bool(rank.value)


def _average(heard: Heard) -> None:
    """Take "per week" beside "on average" for what the average is of; per day it always is."""
    if heard.measure is Measure.AVERAGE and not heard.which and heard.by in {Group.DAY, Group.WEEK, Group.MONTH}:
        heard.per = heard.by if heard.per is Group.DAY else heard.per
        heard.by = None


def _ranked(heard: Heard) -> Group | None:
    """Return what "my busiest week" ranks: the unit right behind the superlative or its figure."""
    for before, token in zip(heard.tokens, heard.tokens[1:], strict=False):
        if token.tag is Tag.BARE and before.tag in {Tag.RANK, Tag.MEASURE}:
            group: Group = token.value
            return group
    return None
