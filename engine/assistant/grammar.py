"""From a question to a typed query: pure, by rules alone; what is not understood for certain raises Doubtful."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from engine.assistant import times_chinese, times_english, words_chinese, words_english
from engine.assistant.blocks import block_asked
from engine.assistant.follow_up import followed, is_follow_up
from engine.assistant.heard import OF_CALENDAR, Doubtful, Heard, Why, hear
from engine.assistant.mending import mended
from engine.assistant.names import Named
from engine.assistant.reckoning import EVER, Reckoning
from engine.assistant.titles import titled
from engine.assistant.tokens import LONGEST, Rule, Tag, Token, cut, normal
from engine.assistant.untold import refuse_untold
from engine.domain.questions import OF_FOCUS, Days, Group, Kind, Measure, Only, Query, Unit

_WHOLE = frozenset({Group.DAY, Group.WEEK, Group.MONTH})
_TIMES = frozenset({Measure.FIRST, Measure.LAST})
_WITHOUT_DAYS = _TIMES | {Measure.AVERAGE}
_COUNTED = frozenset({Measure.ACTIVE, Measure.OPENED, Measure.DAYS, Measure.AVERAGE})
"""What is told of several names at once."""
_WEIGHED = frozenset({Measure.DEEP, Measure.DISTRACTING})
_ASIDE = frozenset({"呢", "吧", "啊", "呀", "so", "then", "well", "ok", "okay"})
"""Words that ask for nothing by themselves."""
_MOST_TOP = 50
_HOW = ("how", "work", "active", "time", "多", "几", "工作", "时")
_SINGLE = (Measure.SHARE, Measure.DAYS, Measure.AVERAGE, Measure.FIRST, Measure.LAST, Measure.AWAY, Measure.BREAK,
           Measure.LONGEST)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grammar:
    """What can be said today, by one person."""

    now: Reckoning
    named: Named
    words: tuple[Rule, ...]

    @staticmethod
    def of(named: Named, now: Reckoning) -> Grammar:
        """Return the grammar."""
        words = [*times_english.time_rules(now), *times_chinese.time_rules(now)]
        return Grammar(now, named, (*words, *words_english.word_rules(), *words_chinese.word_rules()))

    def understand(self, question: str, before: Query | None = None) -> Query:
        """Return what is asked, with what is left out taken from the query before.

        Raises Doubtful where it is not understood for certain, or may mean several things.
        """
        if len(question) > LONGEST:
            raise Doubtful(Why.TOO_LONG)
        text = normal(question)
        if not text:
            raise Doubtful(Why.EMPTY)
        tokens = self.pieces(text)
        no_day = next((token for token in tokens if token.tag is Tag.NO_DAY), None)
        if no_day is not None:
            raise Doubtful(Why.NO_DAY, no_day)
        if any(token.tag is Tag.BLOCK for token in tokens):
            return block_asked(text, tokens, self.now)
        if any(token.tag is Tag.DOCUMENTS for token in tokens):
            return _documents(text, Heard(tokens))
        _refuse_foreign(tokens)
        return self._figure(hear(tokens, self.now), before)

    def mended(self, question: str) -> str:
        """Return the question with slips of the fingers put right; itself where there are none to be sure of."""
        if len(question) > LONGEST:
            return question
        text = normal(question)
        pieces = self._pieces(text)
        if not any(token.tag is Tag.UNKNOWN for token in pieces) or any(
            token.tag in {Tag.DOCUMENTS, Tag.BLOCK} for token in pieces
        ):
            return question
        right = mended(text, pieces, self.named.called())
        return question if right == text else right

    def pieces(self, text: str) -> list[Token]:
        """Return what a normal text is made of."""
        return titled(text, _parted(self._pieces(text)), self.named.in_titles)

    def _pieces(self, text: str) -> list[Token]:
        return cut(text, (*self.named.rules(text), *self.words))  # names go before other words as long

    def _figure(self, heard: Heard, before: Query | None) -> Query:
        if heard.has(Tag.FORECAST):
            return Query(Kind.FORECAST, days=_coming(heard.days, self.now), clock=heard.clock)
        self._refuse_ahead(heard)
        refuse_untold(heard)
        if is_follow_up(heard, before):
            return checked(followed(heard, before or Query(), self.now), heard)
        against = heard.days.before() if heard.days and heard.earlier and heard.has(Tag.COMPARE) else None
        if against is not None:
            heard.against = against
        elif heard.against is not None and heard.days is None:
            heard.days = self._now_like(heard.against)
        elif heard.has(Tag.IT) or heard.earlier:
            raise Doubtful(Why.WHAT, heard.first(Tag.IT) or heard.first(Tag.EARLIER))
        if not _asks(heard) or (heard.rank is not None and heard.by is None and heard.measure is None):
            raise Doubtful(Why.NOTHING)
        return checked(_fresh(heard), heard)

    def _now_like(self, against: Days) -> Days:
        """Return today's unit of what something is compared with: "than last week" asks of this week."""
        if against.unit in {Unit.DAYS, Unit.ALL}:
            raise Doubtful(Why.WHEN)
        found = self.now.around(against.unit)
        if found == against:
            raise Doubtful(Why.TWO_TIMES)
        return found

    def _refuse_ahead(self, heard: Heard) -> None:
        if heard.has(Tag.FUTURE):
            raise Doubtful(Why.FUTURE, heard.first(Tag.FUTURE))
        if heard.days is not None and heard.days.start > self.now.today:
            raise Doubtful(Why.FUTURE, heard.first(Tag.DAYS))
        vague = heard.first(Tag.VAGUE)
        if vague is not None and heard.days is None:
            raise Doubtful(Why.VAGUE, vague)


def _parted(tokens: list[Token]) -> list[Token]:
    """Return the pieces with "this morning" as its day and its hours."""
    found: list[Token] = []
    for token in tokens:
        if token.tag is Tag.PART:
            days, clock = token.value
            found += [replace(token, tag=Tag.DAYS, value=days), replace(token, tag=Tag.CLOCK, value=clock)]
        else:
            found.append(token)
    return found


def _coming(days: Days | None, now: Reckoning) -> Days | None:
    """Return the days asked about ahead: "on Tuesday" is the coming one."""
    week = timedelta(days=7)
    if days is not None and days.unit is Unit.DAY and now.today - week < days.start < now.today:
        return Days(days.start + week, days.end + week, Unit.DAY)
    return days


def _refuse_foreign(tokens: list[Token]) -> None:
    unknown = [token for token in tokens if token.tag in {Tag.UNKNOWN, Tag.FOREIGN}]
    if unknown:
        words = unknown[0].text
        for before, token in pairwise(unknown):
            together = before.end == token.start and not token.text.isascii()
            words += token.text if together else f" {token.text}"
        raise Doubtful(Why.UNKNOWN, replace(unknown[0], value=words))


def _asks(heard: Heard) -> bool:
    """Return whether some word says what is wanted: a figure, a name, a table."""
    said = heard.measure is not None or heard.only is not None or heard.by is not None
    fillers = [token.text for token in heard.tokens if token.tag is Tag.FILLER]
    how = any(word in text for text in fillers for word in _HOW)
    return said or heard.has(Tag.KEPT, Tag.COMPARE) or how or (bool(set(fillers) - _ASIDE) and heard.days is not None)


def _documents(text: str, heard: Heard) -> Query:
    last = [token for token in heard.tokens if token.tag is Tag.DOCUMENTS][-1]
    _refuse_foreign([token for token in heard.tokens if token.start < last.start])
    after = text[last.end :].strip(" ?？。.!,，、:：")
    for ending in ("的内容", "的文章", "的资料", "的东西", "的吗", "吗", "呢", "的"):
        after = after.removesuffix(ending)
    topic = after.strip(' "“”「」')
    if not topic:
        raise Doubtful(Why.TOPIC)
    return Query(Kind.DOCUMENTS, topic=topic)


def _fresh(heard: Heard) -> Query:
    measure = heard.measure or Measure.ACTIVE
    days = heard.days or (EVER if measure in _WITHOUT_DAYS else None)
    if days is None:
        raise Doubtful(Why.WHEN)
    query = Query(
        kind_of(heard), measure, days, heard.weekdays, heard.clock, heard.only or Only(), heard.by, heard.against
    )
    query = replace(query, also=heard.also, per=heard.per)
    if query.kind is Kind.COMPARE and query.against is None and not query.also:
        query = replace(query, against=days.before())
    return replace(query, most=heard.rank is not False, top=min(heard.top or 5, _MOST_TOP))


def kind_of(heard: Heard) -> Kind:
    """Return what is to be done: the words for plans first, then tables, then comparisons."""
    if heard.has(Tag.KEPT):
        return Kind.KEPT
    if heard.by is not None and not heard.against:
        ordered = heard.by in OF_CALENDAR and not heard.which
        return Kind.TREND if ordered and heard.rank is None else Kind.RANK
    if heard.against is not None or heard.has(Tag.COMPARE):
        return Kind.COMPARE
    return Kind.TREND if heard.has(Tag.TREND) else Kind.FIGURE


def checked(query: Query, heard: Heard) -> Query:
    """Return the query made whole; Doubtful where no report can tell it."""
    if query.clock is not None and query.clock[0] == query.clock[1]:
        raise Doubtful(Why.CLOCK, heard.first(Tag.CLOCK))
    if query.kind is Kind.TREND and query.by is None:
        query = replace(query, by=Group.WEEK if query.days and query.days.count > 31 else Group.DAY)  # noqa: PLR2004
    _check_names(query)
    if query.kind in {Kind.RANK, Kind.TREND}:
        query = _tabled(query)
    elif query.measure in OF_FOCUS and not query.only.anything:
        raise Doubtful(Why.NOT_OF_ONE)
    if query.kind is Kind.COMPARE and query.measure in _TIMES:
        raise Doubtful(Why.MEASURES)
    ends = query.days.end if query.days else None
    if query.against is not None and ends is not None and query.days == query.against:
        raise Doubtful(Why.TWO_TIMES)
    return query


def _check_names(query: Query) -> None:
    """Raise Doubtful where a name is missing, or several cannot be told of together."""
    unnamed = query.only.anything
    if unnamed and (query.measure is Measure.SHARE or (query.measure is Measure.OPENED and query.by is None)):
        raise Doubtful(Why.NOT_OF_ONE)
    if not query.also:
        return
    too_many = query.kind is Kind.COMPARE and (len(query.also) > 1 or query.against is not None)
    if too_many or query.measure not in _COUNTED or query.kind not in {Kind.FIGURE, Kind.COMPARE}:
        raise Doubtful(Why.TWO_NAMES)


def _tabled(query: Query) -> Query:
    if query.measure in _SINGLE:
        query = replace(query, kind=Kind.FIGURE, by=None) if query.measure in _TIMES else query
        averaged = query.measure is Measure.AVERAGE and query.per is Group.DAY and query.by is not None
        if query.kind is not Kind.FIGURE and not (averaged and not query.only.of_text):
            raise Doubtful(Why.MEASURES)
    opened_by_hour = query.measure is Measure.OPENED and query.by is Group.HOUR
    unfit = query.measure in OF_FOCUS - _WEIGHED and query.by not in _WHOLE
    if opened_by_hour or unfit or (query.measure in OF_FOCUS and not query.only.anything):
        raise Doubtful(Why.NOT_OF_ONE)
    return query
