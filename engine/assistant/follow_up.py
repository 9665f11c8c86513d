"""Questions that go on from the one before: "and the week before?", "only mornings", "那上周呢". Pure."""

from __future__ import annotations

from dataclasses import replace

from engine.assistant.heard import OF_CALENDAR, Doubtful, Heard, Why
from engine.assistant.reckoning import Reckoning
from engine.assistant.tokens import Tag
from engine.domain.questions import Days, Kind, Measure, Query, Unit, days_around

_EARLY = 2
_RELATIVE = ("previous", "上一")


def is_follow_up(heard: Heard, before: Query | None) -> bool:
    """Return whether the question leaves out what the one before said."""
    if before is None or before.days is None:
        return False
    begun = [token.tag for token in heard.tokens[:_EARLY]]  # "so and Zoom?", but not "Firefox and Zoom?"
    early = begun[:1] == [Tag.AND] or Tag.FOLLOW in begun or begun == [Tag.FILLER, Tag.AND]
    if early or heard.earlier or heard.has(Tag.IT):
        return True
    said = heard.measure is not None or heard.only is not None or heard.by is not None
    return heard.days is None or not (said or len(heard.tokens) > _EARLY + 1)


def followed(heard: Heard, before: Query, now: Reckoning) -> Query:
    """Return the query before with what was said now in the place of what was said then."""
    if not _says(heard):
        raise Doubtful(Why.NOTHING)
    query = before
    days = _days(heard, before, now)
    if heard.earlier and heard.has(Tag.COMPARE):  # "compared with the week before?"
        return replace(query, kind=Kind.COMPARE, days=before.days, against=days, by=None, also=())
    if _compares_with(heard, before):  # "compare with this week"
        return replace(query, kind=Kind.COMPARE, against=heard.days, by=None)
    if before.kind is Kind.COMPARE and (heard.days or heard.earlier) and not heard.against:
        query = replace(query, kind=Kind.COMPARE, against=days.before())
    query = replace(query, days=days)
    if heard.against is not None:
        query = replace(query, kind=Kind.COMPARE, against=heard.against)
    return _narrowed(heard, replace(query, weekdays=heard.weekdays or query.weekdays, clock=heard.clock or query.clock))


def _compares_with(heard: Heard, before: Query) -> bool:
    """Return whether nothing but other days is said, to compare those of the question before with."""
    if before.days is None or heard.days is None or not heard.has(Tag.COMPARE) or before.also:
        return False
    alone = heard.only is None and heard.measure is None and heard.by is None and heard.against is None
    return alone and heard.days != before.days and before.days.unit is not Unit.ALL


def _narrowed(heard: Heard, before: Query) -> Query:
    """Return the query with the names, the figure and the table said now."""
    query = before
    if heard.only is not None:
        among = before.kind is Kind.COMPARE and before.also and not heard.also  # "compare A with B", "and C?"
        query = replace(query, also=(heard.only,)) if among else replace(query, only=heard.only, also=heard.also)
    if heard.measure is not None:
        query = replace(query, measure=heard.measure, kind=Kind.FIGURE, by=None, per=heard.per)
    if heard.by is not None:
        if before.kind is Kind.COMPARE and before.against is not None:
            raise Doubtful(Why.TABLE)
        kind = Kind.TREND if heard.by in OF_CALENDAR and not heard.which else Kind.RANK
        query = replace(query, by=heard.by, kind=kind, measure=query.measure or Measure.ACTIVE)
    if heard.rank is not None:
        query = replace(query, most=heard.rank)
    return replace(query, top=heard.top or query.top)


def _says(heard: Heard) -> bool:
    slots = (heard.days, heard.against, heard.earlier, heard.weekdays, heard.clock, heard.only, heard.measure, heard.by)
    return any(slots) or heard.rank is not None or heard.top is not None


def _days(heard: Heard, before: Query, now: Reckoning) -> Days:
    last = before.days
    if last is None:
        raise Doubtful(Why.WHEN)
    if heard.earlier:
        if last.unit is Unit.ALL:
            raise Doubtful(Why.WHEN)
        return _one_before(last, heard.earlier, now)
    if heard.days is None:
        return last
    alone = heard.only is None and heard.measure is None and heard.by is None
    # "And last week?" after a question about last week means the one before it, as "the previous week" always does.
    token = heard.first(Tag.DAYS)
    relative = token is not None and any(word in token.text for word in _RELATIVE) and heard.days.unit is last.unit
    goes_back = alone and (relative or heard.days == last) and last.unit is not Unit.ALL
    return last.before() if goes_back else heard.days


def _one_before(last: Days, unit: str, now: Reckoning) -> Days:
    if unit in {"same", last.unit.value}:
        return last.before()
    wanted = Unit(unit)
    if wanted is Unit.DAY or last.unit is Unit.DAYS:
        return last.before() if wanted is Unit.DAY and last.count == 1 else _around(last, wanted, now)
    return _around(last, wanted, now)


def _around(last: Days, unit: Unit, now: Reckoning) -> Days:
    return days_around(unit, last.start, now.week_start).before()
