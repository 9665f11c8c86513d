"""Answers questions: understood by the grammar, carried out over the evidence, said in the question's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from engine.assistant.counted import QUANTITY
from engine.assistant.evidence import Evidence, in_order
from engine.assistant.filters import names_of
from engine.assistant.grammar import Grammar
from engine.assistant.guesses import guesses, masked
from engine.assistant.heard import ASKED_BACK, Doubtful, Why
from engine.assistant.names import Named
from engine.assistant.phrases import Phrases, local, shown
from engine.assistant.phrases_chinese import Chinese
from engine.assistant.phrases_english import English
from engine.assistant.reckoning import Reckoning
from engine.assistant.tokens import is_chinese, normal
from engine.domain.answers import Answer, Choice, Figure, Link, Outcome, Row
from engine.domain.days import day_of
from engine.domain.intents import Proposal, Proposer
from engine.domain.intervals import Interval
from engine.domain.questions import Days, Kind, Measure, Query, Unit

_MOST_ROWS = 60
_MAY_BE_GUESSED = frozenset({Why.UNKNOWN, Why.NOTHING, Why.MEASURES})


def nothing_proposed(_masked: str) -> tuple[Proposal, ...]:
    """Propose nothing: where no learned model is at hand."""
    return ()


class Beyond(Protocol):
    """Answers what is not told from recorded time: plans, documents, forecasts."""

    def __call__(self, query: Query, say: Phrases, now: Reckoning) -> Answer:
        """Return the answer to such a query."""
        ...


@dataclass(frozen=True, slots=True)
class Sources:
    """Where answers come from. now: in UTC milliseconds. reach: of what was recorded, None for nothing.

    propose: what an unknown question may ask for. reworded: an answer in other words, or as it was.
    """

    evidence: Evidence
    named: Callable[[], Named]
    now: Callable[[], int]
    reach: Callable[[], Interval | None]
    beyond: Beyond
    propose: Proposer = nothing_proposed
    reworded: Callable[[Answer], Answer] = lambda answer: answer


class Assistant:
    """Answers one question at a time; what was said before is handed in. Raises Storage errors."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def answer(self, question: str, before: Query | None = None) -> Answer:
        """Return the answer. before: the query of the question before, for what this one leaves out."""
        evidence = self._sources.evidence
        today = day_of(self._sources.now(), evidence.rule())
        now = Reckoning(today, evidence.week_start())
        say: Phrases = Chinese() if is_chinese(question) else English()
        grammar = Grammar.of(self._sources.named(), now)
        meant, query = question, _understood(grammar, question, before)
        if isinstance(query, Doubtful) and query.why is Why.UNKNOWN:
            meant = grammar.mended(question)
            query = query if meant == question else _understood(grammar, meant, before)
        if isinstance(query, Doubtful):
            return self._guessed(meant, query, grammar, say) or _doubted(meant, query, say)
        answer = self._sources.reworded(self._told(query, say, now))
        if meant == question:
            return answer
        return replace(answer, basis="; ".join(filter(None, (answer.basis, say.say("read_as", question=shown(meant))))))

    def _guessed(self, question: str, doubt: Doubtful, grammar: Grammar, say: Phrases) -> Answer | None:
        """Return a question back with what the learned model takes an unknown question for; None without a proposal."""
        if doubt.why not in _MAY_BE_GUESSED:
            return None
        text = normal(question)
        pieces = grammar.pieces(text)
        choices = guesses(pieces, text, self._sources.propose(masked(text, pieces)), grammar)
        if not choices:
            return None
        unknown = doubt.token is not None and doubt.why is Why.UNKNOWN
        words = shown(str(doubt.token.value)) if doubt.token is not None else ""
        text = say.say("guessed_unknown", words=words) if unknown else say.say("guessed")
        return Answer(Outcome.ASKED_BACK, text, choices=choices, examples=say.examples)

    def _told(self, query: Query, say: Phrases, now: Reckoning) -> Answer:
        if query.kind in {Kind.DOCUMENTS, Kind.FORECAST, Kind.BLOCK, Kind.KEPT}:
            return self._sources.beyond(query, say, now)
        days = self._days(query.days, now)
        if days is None:
            return Answer(Outcome.ANSWERED, say.nothing(), query=query)
        query = replace(query, days=days)
        basis = say.basis(query, days)
        untold = self._untold(query, days, now, say)
        if untold is not None:
            return untold
        if query.kind is Kind.COMPARE:
            return self._compared(query, days, basis, say)
        if query.kind is Kind.FIGURE:
            return self._figure(query, days, basis, say)
        return self._table(query, days, basis, say)

    def _untold(self, query: Query, days: Days, now: Reckoning, say: Phrases) -> Answer | None:
        """Say that a time lies before the first recording, or has not come yet; None where something may be there."""
        reach, rule = self._sources.reach(), self._sources.evidence.rule()
        if query.clock is not None and days.start == now.today:
            at = local(self._sources.now(), rule)
            if query.clock[0] > at.hour * 60 + at.minute:
                return Answer(Outcome.REFUSED, say.refusal(Why.FUTURE, ""), examples=say.examples)
        first = None if reach is None else day_of(reach.start_ms, rule)
        if first is None or days.end > first:
            return None
        told = say.basis(Query(), Days(first, first + timedelta(days=1), Unit.DAY))
        return Answer(
            Outcome.ANSWERED, say.say("before_first", first=told), say.basis(query, days), query, link=Link.REPORTS
        )

    def _days(self, days: Days | None, now: Reckoning) -> Days | None:
        """Return the days themselves; for all time those since the first recording."""
        if days is None or days.unit is not Unit.ALL:
            return days
        reach, rule = self._sources.reach(), self._sources.evidence.rule()
        if reach is None:
            return None
        return Days(day_of(reach.start_ms, rule), now.today + timedelta(days=1), Unit.ALL)

    def _figure(self, query: Query, days: Days, basis: str, say: Phrases) -> Answer:
        if query.also:
            return self._together(query, days, basis, say)
        figure = self._sources.evidence.figure(query, days)
        if figure.value is None:
            return Answer(Outcome.ANSWERED, say.nothing(), basis, query, link=Link.REPORTS)
        text = say.answer(query, say.figure(figure, self._sources.evidence.rule()))
        link = Link.TIMELINE if query.measure in {Measure.FIRST, Measure.LAST} else Link.REPORTS
        return Answer(Outcome.ANSWERED, text, basis, query, (figure,), link=link)

    def _together(self, query: Query, days: Days, basis: str, say: Phrases) -> Answer:
        """Return what several names come to together, and each of them alone."""
        evidence, rule = self._sources.evidence, self._sources.evidence.rule()
        whole = evidence.figure(query, days)
        alone = [evidence.figure(replace(query, only=one, also=()), days) for one in names_of(query)]
        rows = tuple(Row("", shown(one.query.only.name), one) for one in alone)
        text = say.answer(query, say.figure(whole, rule))
        return Answer(Outcome.ANSWERED, text, basis, query, (whole,), rows, link=Link.REPORTS)

    def _compared(self, query: Query, days: Days, basis: str, say: Phrases) -> Answer:
        evidence, rule = self._sources.evidence, self._sources.evidence.rule()
        plain = replace(query, kind=Kind.FIGURE, against=None, also=())
        against = days if query.also else query.against or days.before()
        other = replace(plain, days=against, only=query.also[0] if query.also else query.only)
        now, before = evidence.figure(plain, days), evidence.figure(other, against)
        if now.value is None or before.value is None:
            return Answer(Outcome.ANSWERED, say.nothing(), basis, query, link=Link.REPORTS)
        difference = now.value - before.value
        between = Figure(abs(difference), QUANTITY.get(query.measure, now.quantity), query)
        told = (say.figure(now, rule), say.figure(before, rule), say.figure(between, rule))
        sign = (difference > 0) - (difference < 0)
        text = say.compared(query, told, sign)
        return Answer(Outcome.ANSWERED, text, basis, query, (now, before, between), link=Link.REPORTS)

    def _table(self, query: Query, days: Days, basis: str, say: Phrases) -> Answer:
        rows = in_order(self._sources.evidence.rows(query, days), query)
        if not rows:
            return Answer(Outcome.ANSWERED, say.nothing(), basis, query, link=Link.REPORTS)
        kept = rows[: query.top] if query.kind is Kind.RANK else rows[-_MOST_ROWS:]
        named = tuple(replace(row, label=say.label(query, row)) for row in kept)
        if query.kind is Kind.RANK:
            text = say.ranked(query, kept[0], say.figure(kept[0].figure, self._sources.evidence.rule()))
        else:
            text = say.listed(query)
        return Answer(Outcome.ANSWERED, text, basis, query, rows=named, link=Link.REPORTS)

    def figures(self, rows: Sequence[Row], language: str) -> list[str]:
        """Return the numbers of rows as a person reads them; language: "zh" or any other for English."""
        say: Phrases = Chinese() if language == "zh" else English()
        rule = self._sources.evidence.rule()
        return [say.figure(row.figure, rule) for row in rows]


def _understood(grammar: Grammar, question: str, before: Query | None) -> Query | Doubtful:
    try:
        return grammar.understand(question, before)
    except Doubtful as doubt:
        return doubt


def _doubted(question: str, doubt: Doubtful, say: Phrases) -> Answer:
    token = doubt.token
    words = "" if token is None else str(token.value if doubt.why in {Why.UNKNOWN, Why.NO_DAY} else token.text)
    if doubt.why not in ASKED_BACK:
        return Answer(Outcome.REFUSED, say.refusal(doubt.why, words), examples=say.examples)
    choices: list[Choice] = []
    asked = normal(question)
    if token is not None and doubt.why is Why.NAME:
        ways = [say.named(only) for only in token.value]
        choices = [Choice(label, asked[: token.start] + said + asked[token.end :]) for label, said in ways]
    elif token is not None and doubt.why is Why.VAGUE:
        ways = list(say.choices(doubt.why))
        choices = [Choice(label, asked[: token.start] + said + asked[token.end :]) for label, said in ways]
    else:
        choices = [Choice(label, say.joined(asked, said)) for label, said in say.choices(doubt.why)]
    return Answer(Outcome.ASKED_BACK, say.asks(doubt.why, words), choices=tuple(choices), examples=say.examples)
