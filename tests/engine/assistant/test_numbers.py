"""Every number in an answer is the report's number for the period and filter the answer cites."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import pytest
from helpers.asked_history import AskedHistory
from helpers.counted_history import CATEGORIES, labelled

from engine.domain.activity import Withheld
from engine.domain.answers import Answer, Figure, Outcome
from engine.domain.categories import Labels
from engine.domain.days import DayRule, day_start_ms
from engine.domain.presence import Presence
from engine.domain.questions import Measure, Query
from engine.domain.report import By, LabelledActivity, Report, Selection

TODAY = date(2026, 3, 18)
MINUTE = 60_000
QUESTIONS = (
    "How long was I active this week?",
    "How much time did I spend on Work last week?",
    "Time in editor yesterday",
    "How much Games did I do in the mornings this month?",
    "Which apps did I use most this month?",
    "Break down my time by category this month",
    "按天看本月的时间",
    "How much Talk by weekday this month?",
    "Show Work by hour this week",
    "What share of my time went to Work this month?",
    "On how many days did I use chat this month?",
    "How much deep work did I do this week?",
    "distracting time this month",
    "What was my focus score this week?",
    "我本周切换了多少次应用？",
    "What was my longest stretch this month?",
    "Compare Work this week with last week",
    "How long was I away from the computer this week?",
    "我本月编码用了多久？",
)


def _days(random: Random, rule: DayRule) -> list[LabelledActivity]:
    """Return three weeks of anything, over midnights too."""
    found = []
    at = day_start_ms(TODAY - timedelta(days=22), rule)
    end = day_start_ms(TODAY, rule) + 12 * 60 * MINUTE
    while at < end:
        ms = random.randint(1, 90 * MINUTE)
        kind = random.random()
        if kind < 0.15:
            found.append(labelled(at, at + ms, presence=random.choice([Presence.IDLE, Presence.LOCKED])))
        elif kind < 0.2:
            found.append(labelled(at, at + ms, withheld=Withheld.PRIVATE))
        elif kind < 0.8:
            category = random.choice([None, *(one.id for one in CATEGORIES)])
            app = random.choice(["editor", "chat", "browser"])
            found.append(labelled(at, at + ms, app, "a title", Labels(category, random.choice(["", "Atlas"]))))
        at += ms + (random.randint(0, 8 * 60 * MINUTE) if kind > 0.7 else 0)
    return found


@pytest.mark.parametrize(
    "rule", [DayRule("Europe/Berlin"), DayRule("Asia/Kolkata", 240)], ids=["Berlin", "Kolkata at 4"]
)
def test_every_number_is_the_reports(rule: DayRule) -> None:
    asked = AskedHistory(_days(Random(5), rule), TODAY, rule)
    assistant = asked.assistant()
    for question in QUESTIONS:
        answer = assistant.answer(question)
        assert answer.outcome is Outcome.ANSWERED, (question, answer.text)
        numbers = [*answer.figures, *(row.figure for row in answer.rows)]
        assert numbers, question
        if answer.query is not None and answer.query.against is not None:
            now, before, between = numbers
            assert between.value == abs((now.value or 0) - (before.value or 0))
            numbers = [now, before]
        keys = [row.key for row in answer.rows] or [""] * len(numbers)
        for key, figure in zip(keys, numbers, strict=True):
            assert figure.value == pytest.approx(_reported(asked, figure, key)), (question, key)


def _reported(asked: AskedHistory, figure: Figure, key: str) -> float:
    query = figure.query
    assert query.days is not None
    report = asked.report(query.days.start, query.days.end)
    if report.focus is not None and query.measure in {Measure.SCORE, Measure.SWITCHES, Measure.LONGEST}:
        longest = report.focus.longest[0].interval.length_ms
        return {Measure.SCORE: report.focus.score or 0, Measure.SWITCHES: report.focus.switches}.get(
            query.measure, longest
        )
    if report.weighed_ms is not None and query.measure in {Measure.DEEP, Measure.DISTRACTING}:
        return report.weighed_ms[query.measure is Measure.DISTRACTING]
    if query.measure is Measure.AWAY:
        return sum(ms for presence, ms in report.presence_ms.items() if presence is not Presence.ACTIVE)
    return _listed(asked, query, report, key)


def _listed(asked: AskedHistory, query: Query, report: Report, key: str) -> float:
    """Count what a report lists for a selection, by the hours and days the report cuts at."""
    by = "" if query.by is None else query.by.value
    hours: Sequence[int | None] = (int(key),) if by == "hour" else (None,)
    if query.clock is not None:
        hours = range(query.clock[0] // 60, query.clock[1] // 60)
    bounds = next((day.bounds for day in report.days if by == "day" and day.day.isoformat() == key), report.bounds)
    app = By.APP if query.only.app else None
    weekday = int(key) if by == "weekday" else None
    chosen = [Selection(bounds, app, query.only.app, hour=hour, weekday=weekday) for hour in hours]
    listed = [one for selection in chosen for one in asked.reports.activities(selection, report.request)]
    if query.only.category_id is not None and by != "category":
        inside = {one.id for one in asked.tree.below(query.only.category_id)}
        listed = [one for one in listed if one.labels.category_id in inside]
    if by == "category":
        listed = [one for one in listed if str(one.labels.category_id or "") == key]
    if by == "app":
        listed = [one for one in listed if one.app == key and not one.withheld]
    if query.measure is Measure.DAYS:
        return sum(1 for day in report.days if any(one.interval.clip(day.bounds) for one in listed))
    whole = sum(one.ms for one in listed)
    return whole / report.active_ms if query.measure is Measure.SHARE else whole


def test_no_number_is_in_an_answer_without_a_figure() -> None:
    def answer(question: str) -> Answer:
        return AskedHistory([], TODAY).assistant().answer(question)

    for question in QUESTIONS:
        told = answer(question)
        assert all(figure.value in {0, None} for figure in told.figures), question
        assert not told.rows
