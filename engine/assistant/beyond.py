"""Answers what is not told from recorded time alone: documents, the plan and what became of it, the forecast."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from engine.assistant.forecast import best_time
from engine.assistant.heard import Why
from engine.assistant.passages import Attended, Near, attended
from engine.assistant.phrases import Phrases, local, shown
from engine.assistant.reckoning import Reckoning
from engine.assistant.spans import pieces
from engine.domain.adherence import Adherence
from engine.domain.answers import Answer, Figure, Link, Outcome, Proposed, Quantity, Quote
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.days import DayRule, day_bounds, day_of, day_start_ms
from engine.domain.documents import SearchHit
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval, subtract
from engine.domain.offers import SlotForecast
from engine.domain.plain_text import shortened
from engine.domain.questions import Days, Kind, Query, Unit
from engine.domain.recommended import Advice

_MOST_DOCUMENTS, _LONGEST_QUOTE = 5, 300
_STEP_MS = 15 * MS_PER_MINUTE
_DAY_BEGINS, _DAY_ENDS = 9 * 60, 20 * 60
"""Where no time is named, blocks are placed between these minutes after midnight."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What other rooms know. find: documents that hold words; busy: taken time within two moments.

    forecasts: of the slots that begin within two moments, in order. texts: the passages of a document. near: how near
    texts are to a question.
    """

    find: Callable[[str, int], Sequence[SearchHit]]
    kept: Callable[[date, date], Adherence]
    advice: Callable[[], Advice]
    busy: Callable[[int, int], Sequence[Interval]]
    rule: Callable[[], DayRule]
    now: Callable[[], int]
    forecasts: Callable[[int, int], Sequence[SlotForecast]] = lambda _start, _end: ()
    texts: Callable[[int], Sequence[str]] = lambda _document: ()
    near: Near = lambda _question, _texts: None

    def __call__(self, query: Query, say: Phrases, now: Reckoning) -> Answer:
        """Return the answer to a query about documents, plans or the time ahead."""
        if query.kind is Kind.DOCUMENTS:
            return self._documents(query, say)
        if query.kind is Kind.FORECAST:
            return self._forecast(query, say)
        return self._block(query, say) if query.kind is Kind.BLOCK else self._kept(query, say, now)

    def _documents(self, query: Query, say: Phrases) -> Answer:
        basis = say.say("documents_basis", topic=shown(query.topic))
        try:
            found = self.find(query.topic, _MOST_DOCUMENTS + 1)
            hits = list(found[:_MOST_DOCUMENTS])
        except UsageError:
            return Answer(Outcome.REFUSED, say.refusal(Why.TOPIC, ""), basis, query, examples=say.examples)
        if not hits:
            return Answer(Outcome.ANSWERED, say.say("no_documents"), basis, query, link=Link.DOCUMENTS)
        quotes = self._quotes(query.topic, hits)
        holding = len({quote.document_id for quote in quotes})
        count = Figure(holding, Quantity.COUNT, query)
        of = say.say("best_documents" if len(found) > len(hits) else "found_documents", count=holding)
        text = say.say("attended" if quotes[0].share is not None else "documents", of=of)
        return Answer(Outcome.ANSWERED, text, basis, query, (count,), quotes=quotes, link=Link.DOCUMENTS)

    def _quotes(self, topic: str, hits: Sequence[SearchHit]) -> tuple[Quote, ...]:
        """Return the sentences that answer best; where none can be told apart, what the search showed of each."""
        rows = attended(topic, [self.texts(hit.document.id) for hit in hits], self.near)
        if not rows:
            return tuple(_quote(hit) for hit in hits)
        return tuple(_attended_quote(hits[one.place], one) for one in rows)

    def _kept(self, query: Query, say: Phrases, now: Reckoning) -> Answer:
        days = query.days
        if days is None:
            return Answer(Outcome.REFUSED, say.refusal(Why.NOTHING, ""), examples=say.examples)
        if days.unit is Unit.ALL:
            days = Days(now.today - timedelta(days=365), now.today + timedelta(days=1), Unit.DAYS)
            query = replace(query, days=days)
        told = self.kept(days.start, days.end - timedelta(days=1))
        basis = say.say("kept_basis", period=say.basis(Query(Kind.KEPT, days=days), days))
        if told.share is None:
            return Answer(Outcome.ANSWERED, say.say("nothing_planned"), basis, query, link=Link.PLAN)
        share = Figure(told.share, Quantity.SHARE, query)
        matching, planned = (Figure(ms, Quantity.MS, query) for ms in (told.matching_ms, told.planned_ms))
        shares = {
            name: say.figure(figure, self.rule())
            for name, figure in (("share", share), ("matching", matching), ("planned", planned))
        }
        text = say.say("kept", **shares)
        return Answer(Outcome.ANSWERED, text, basis, query, (share, matching, planned), link=Link.PLAN)

    def _forecast(self, query: Query, say: Phrases) -> Answer:
        told = None if query.days is None else self._on_days(query, query.days, say)
        if told is not None:
            return told
        block, basis = self.advice().block, say.say("forecast_basis")
        if block is None:
            return Answer(Outcome.ANSWERED, say.say("no_forecast"), basis, query, link=Link.PLAN)
        rule = self.rule()
        wanted = query.days
        on_day = wanted is None or wanted.start <= day_of(block.interval.start_ms, rule) < wanted.end
        text = say.say(
            "forecast" if on_day else "forecast_else",
            start=f"{local(block.interval.start_ms, rule):%Y-%m-%d %H:%M}",
            end=f"{local(block.interval.end_ms, rule):%H:%M}",
            minutes=round(block.focused_minutes),
        )
        edges = (block.interval.start_ms, block.interval.end_ms)
        figures = tuple(Figure(edge, Quantity.MOMENT, query) for edge in edges)
        return Answer(Outcome.ANSWERED, text, basis, query, figures, link=Link.PLAN)

    def _on_days(self, query: Query, days: Days, say: Phrases) -> Answer | None:
        """Return the best time of the days asked for; None where nothing is forecast of them."""
        within = [one.interval for one in pieces(Query(clock=query.clock), days, self.rule())]
        within = [Interval(max(one.start_ms, self.now()), one.end_ms) for one in within if one.end_ms > self.now()]
        if not within:
            return None
        edges = within[0].start_ms, within[-1].end_ms
        best = best_time(self.forecasts(*edges), within, self.busy(*edges))
        if best is None:
            return None
        rule, place = self.rule(), best.interval
        expected = Figure(round(best.focused_minutes) * MS_PER_MINUTE, Quantity.MS, query)
        text = say.say(
            "best_time",
            start=f"{local(place.start_ms, rule):%Y-%m-%d %H:%M}",
            end=f"{local(place.end_ms, rule):%H:%M}",
            minutes=round(best.focused_minutes),
        )
        moments = tuple(Figure(edge, Quantity.MOMENT, query) for edge in (place.start_ms, place.end_ms))
        basis = say.say("best_basis", period=say.basis(Query(days=days, clock=query.clock), days))
        return Answer(Outcome.ANSWERED, text, basis, query, (*moments, expected), link=Link.PLAN)

    def _block(self, query: Query, say: Phrases) -> Answer:
        days = query.days
        place = None if days is None else self._place(query, days)
        if days is None or place is None:
            return Answer(Outcome.REFUSED, say.say("no_room"), query=query, link=Link.PLAN)
        title = shown(query.topic) or say.say("block")
        basis = say.say("plan_basis", period=say.basis(Query(days=days), days))
        proposed = Proposed(title, place.start_ms, place.end_ms)
        return Answer(
            Outcome.PROPOSED, self.said("propose", proposed, say), basis, query, proposed=proposed, link=Link.PLAN
        )

    def said(self, key: str, proposed: Proposed, say: Phrases) -> str:
        """Return the sentence that names planned time."""
        rule = self.rule()
        start, end = local(proposed.start_ms, rule), local(proposed.end_ms, rule)
        return say.say(key, title=proposed.title, start=f"{start:%Y-%m-%d %H:%M}", end=f"{end:%H:%M}")

    def _place(self, query: Query, days: Days) -> Interval | None:
        """Return the first free time long enough on the day, from the minute named where one is."""
        rule, length = self.rule(), query.minutes * MS_PER_MINUTE
        if query.at_minute is not None:
            start = day_start_ms(days.start, DayRule(rule.zone, query.at_minute % 1440))
            free = start >= self.now() and not self.busy(start, start + length)
            return Interval(start, start + length) if free else None
        first, last = query.clock or (_DAY_BEGINS, _DAY_ENDS)
        beginnings = dict.fromkeys((max(first, _DAY_BEGINS), first))  # "in the morning" is first looked for in the day
        return next(filter(None, (self._free(days, (minute, last), length) for minute in beginnings)), None)

    def _free(self, days: Days, clock: tuple[int, int], length: int) -> Interval | None:
        """Return the first free time long enough between two minutes of the day, none that is past."""
        rule, (first, last) = self.rule(), clock
        start = day_start_ms(days.start, DayRule(rule.zone, first % 1440))
        bounds = day_bounds(days.start, rule)
        end = day_start_ms(days.start, DayRule(rule.zone, last)) if last < 1440 else bounds.end_ms  # noqa: PLR2004
        now = -(-self.now() // _STEP_MS) * _STEP_MS
        if max(start, now) >= end:
            return None
        free_time = subtract(Interval(max(start, now), end), self.busy(max(start, now), end))
        return next(
            (Interval(one.start_ms, one.start_ms + length) for one in free_time if one.length_ms >= length), None
        )


def _quote(hit: SearchHit) -> Quote:
    document = hit.document
    return Quote(
        document.id,
        document.identity.path,
        shortened(document.title, 120),
        shortened(hit.snippet.text, _LONGEST_QUOTE),
        hit.page,
    )


def _attended_quote(hit: SearchHit, one: Attended) -> Quote:
    """Return the sentence as a quotation; its page is known where the search showed the same sentence."""
    page = hit.page if one.text.rstrip("…") in hit.snippet.text else None
    return replace(_quote(hit), text=one.text, page=page, share=one.share)
