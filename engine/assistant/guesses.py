"""What a question that is not understood may mean: proposals of the learned model said as questions that are. Pure.

A proposal is never carried out: it is offered, in words that the grammar understands, with the times and names that
the question itself holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.assistant.grammar import Grammar
from engine.assistant.heard import Doubtful, Why
from engine.assistant.tokens import Tag, Token, is_chinese
from engine.domain.answers import Choice
from engine.domain.intents import NAME, NONE, TIME, Proposal
from engine.domain.questions import Query

MOST, LEAST, SILENT = 3, 0.12, 0.5
"""So many are offered at most, each with at least this confidence; none where it is more likely than SILENT that what
is asked cannot be told. Chosen on ways to ask that were left out: offered to 7 of 10, a third of these rightly."""

_TIMES = frozenset({Tag.DAYS, Tag.WEEKDAYS, Tag.CLOCK, Tag.PART})
_NAMES = frozenset({Tag.NAME, Tag.QUOTE})
_STILL_OPEN = frozenset({Why.WHEN, Why.VAGUE, Why.NAME})

_ENGLISH: dict[str, str | tuple[str, str]] = {
    "active": ("How much time did I spend on {name} {time}?", "How long did I work {time}?"),
    "deep": "How much deep work did I do {time}?",
    "distracting": "How much distracting time was there {time}?",
    "score": "What was my focus score {time}?",
    "switches": "How many times did I switch apps {time}?",
    "longest": "What was my longest stretch {time}?",
    "share": ("What share of my time went to {name} {time}?", ""),
    "days": ("On how many days did I use {name} {time}?", "On how many days did I work {time}?"),
    "average": (
        "How much {name} did I do per day on average {time}?",
        "How long did I work per day on average {time}?",
    ),
    "first": ("When did I first use {name} {time}?", "When did I start work {time}?"),
    "last": ("When did I last use {name} {time}?", "When did I stop work {time}?"),
    "away": "How long was I away from the computer {time}?",
    "break": "How long was my longest break {time}?",
    "opened": ("How often did I open {name} {time}?", ""),
    "rank_app": "Which apps did I use most {time}?",
    "rank_category": "What did I spend my time on {time}?",
    "rank_project": "Which projects did I use most {time}?",
    "rank_day": "On which day did I work the most {time}?",
    "rank_week": "In which week did I work the most {time}?",
    "rank_hour": "At which hour of the day did I work the most {time}?",
    "compare": ("Compare {name} {time} with the week before", "Compare {time} with the week before"),
    "trend": ("Show {name} day by day {time}", "Show my time day by day {time}"),
    "forecast": "When should I do deep work {time}?",
    "kept": "Did I keep to my plan {time}?",
}
_CHINESE: dict[str, str | tuple[str, str]] = {
    "active": ("{time}在{name}上花了多少时间？", "{time}工作了多久？"),
    "deep": "{time}深度工作了多久？",
    "distracting": "{time}分心时间有多少？",
    "score": "{time}专注分数是多少？",
    "switches": "{time}切换了多少次应用？",
    "longest": "{time}最长的一段连续时间是多少？",
    "share": ("{time}{name}占多大比例？", ""),
    "days": ("{time}有多少天用了{name}？", "{time}有多少天工作？"),
    "average": ("{time}平均每天用{name}多久？", "{time}平均每天工作多久？"),
    "first": ("{time}第一次用{name}是什么时候？", "{time}几点开始工作？"),
    "last": ("{time}最后一次用{name}是什么时候？", "{time}几点结束工作？"),
    "away": "{time}离开电脑多久？",
    "break": "{time}最长的一次休息是多久？",
    "opened": ("{time}打开了几次{name}？", ""),
    "rank_app": "{time}用得最多的应用是什么？",
    "rank_category": "{time}时间都花在哪里了？",
    "rank_project": "{time}哪个项目用得最多？",
    "rank_day": "{time}哪天工作最多？",
    "rank_week": "{time}哪一周工作最多？",
    "rank_hour": "{time}哪个时段工作最多？",
    "compare": ("比较{time}和前一周的{name}", "比较{time}和前一周"),
    "trend": ("按天看{time}的{name}", "按天看{time}的时间"),
    "forecast": "{time}什么时候适合深度工作？",
    "kept": "{time}按计划完成得怎么样？",
}
"""Of two questions the first is for one with a name, the second for one without; an empty one cannot be asked."""


def masked(text: str, tokens: Sequence[Token]) -> str:
    """Return a normal question with marks in the place of its times and names."""
    for token in sorted(tokens, key=lambda one: -one.start):
        mark = TIME if token.tag in _TIMES else NAME if token.tag in _NAMES else ""
        if mark:
            text = text[: token.start] + mark + text[token.end :]
    return text


def guesses(tokens: Sequence[Token], text: str, told: Sequence[Proposal], grammar: Grammar) -> tuple[Choice, ...]:
    """Return questions the proposals come to, those alone that are understood; none where nothing can be meant."""
    if any(one.intent == NONE and one.confidence > SILENT for one in told):
        return ()
    chinese = is_chinese(text)
    times = ("" if chinese else " ").join(dict.fromkeys(token.text for token in tokens if token.tag in _TIMES))
    name = " ".join(list(dict.fromkeys(token.text for token in tokens if token.tag in _NAMES))[:1])
    said = [
        _said(_CHINESE if chinese else _ENGLISH, one.intent, times, name)
        for one in told
        if one.confidence >= LEAST and one.intent != NONE
    ]
    return tuple(Choice(one, one) for one in dict.fromkeys(said) if one and _understood(grammar, one) is not None)[
        :MOST
    ]


def _said(ways: dict[str, str | tuple[str, str]], intent: str, times: str, name: str) -> str:
    way = ways.get(intent, "")
    chosen = way if isinstance(way, str) else way[not name]
    return " ".join(chosen.format(time=times, name=name).replace(" ?", "?").split())


def _understood(grammar: Grammar, question: str) -> Query | None:
    try:
        return grammar.understand(question)
    except Doubtful as doubt:
        return Query() if doubt.why in _STILL_OPEN else None
