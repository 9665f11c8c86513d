"""Questions in both languages into typed queries; what is not certain is refused or asked back."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.counted_history import CATEGORIES

from engine.assistant.grammar import Grammar
from engine.assistant.heard import Doubtful, Why
from engine.assistant.names import Named
from engine.assistant.reckoning import Reckoning
from engine.domain.categories import Category, CategoryTree
from engine.domain.question_json import query_from_json, query_to_json
from engine.domain.questions import Days, Group, Kind, Measure, Query, Unit

TODAY = date(2026, 11, 22)  # a Sunday
_TREE = CategoryTree([*CATEGORIES, Category(5, "Terminal")])
GRAMMAR = Grammar.of(Named(_TREE, {"editor": "Editor", "term": "Terminal", "chat": "Chat"}), Reckoning(TODAY))


def _understood(*questions: str) -> Query:
    query: Query | None = None
    for question in questions:
        query = GRAMMAR.understand(question, query)
    assert query is not None
    return query


def _span(query: Query) -> tuple[str, str]:
    assert query.days is not None
    return query.days.start.isoformat(), query.days.end.isoformat()


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("today", "2026-11-22", "2026-11-23"),
        ("on 3 November", "2026-11-03", "2026-11-04"),
        ("on December 24th", "2025-12-24", "2025-12-25"),
        ("in March", "2026-03-01", "2026-04-01"),
        ("in February 2024", "2024-02-01", "2024-03-01"),
        ("from Monday to Wednesday", "2026-11-16", "2026-11-19"),
        ("since 1 November", "2026-11-01", "2026-11-23"),
        ("last Friday", "2026-11-20", "2026-11-21"),
        ("two weeks ago", "2026-11-02", "2026-11-09"),
        ("in the last 3 months", "2026-08-23", "2026-11-23"),
        ("in the third quarter", "2026-07-01", "2026-10-01"),
        ("last weekend", "2026-11-14", "2026-11-16"),
        ("2026-11-05", "2026-11-05", "2026-11-06"),
        ("上上周", "2026-11-02", "2026-11-09"),
        ("上周三", "2026-11-11", "2026-11-12"),
        ("最近十天", "2026-11-13", "2026-11-23"),
        ("三月", "2026-03-01", "2026-04-01"),
        ("十一月三号", "2026-11-03", "2026-11-04"),
        ("2024年2月", "2024-02-01", "2024-03-01"),
        ("从周一到周三", "2026-11-16", "2026-11-19"),
        ("11月1日以来", "2026-11-01", "2026-11-23"),
        ("第三季度", "2026-07-01", "2026-10-01"),
        ("between 1 and 15 November", "2026-11-01", "2026-11-16"),
        ("11月1日到15日", "2026-11-01", "2026-11-16"),
    ],
)
def test_days_are_told(said: str, start: str, end: str) -> None:
    chinese = any(one >= "\u4e00" for one in said)
    query = _understood(f"{said}我工作了多久？" if chinese else f"How long did I work {said}?")
    assert _span(query) == (start, end)


def test_parts_of_days_and_weekdays() -> None:
    assert _understood("How long did I work before 10 last week").clock == (0, 600)
    assert _understood("time in editor from 9 to 11:30 this week").clock == (540, 690)
    assert _understood("上周下午三点到五点我工作了多久").clock == (900, 1020)
    assert _understood("How long did I work on Mondays this year?").weekdays == frozenset({0})
    assert _understood("今年工作日我用Editor用了多久").weekdays == frozenset(range(5))


def test_questions_go_on() -> None:
    asked = ("How much Talk did I do last week?", "and the week before?", "only mornings", "and Games?")
    query = _understood(*asked)
    assert (_span(query), query.clock, query.only.name) == (("2026-11-02", "2026-11-09"), (360, 720), "Games")
    query = _understood("我本周编码用了多久？", "那上周呢", "只看上午", "Talk 呢？")
    assert (_span(query), query.clock, query.only.name) == (("2026-11-09", "2026-11-16"), (360, 720), "Talk")
    whole = _understood(*asked, "Which apps did I use most yesterday?")
    assert (whole.kind, whole.by, whole.clock) == (Kind.RANK, Group.APP, None)
    assert _span(_understood("How long did I work in March?", "and the month before?")) == ("2026-02-01", "2026-03-01")


def test_other_days_are_compared_with_those_asked_about_before() -> None:
    last, this = (Days(date(2026, 11, day), date(2026, 11, day + 7), Unit.WEEK) for day in (9, 16))
    for question in ("compare with this week", "compare it with this week", "and compared with this week?"):
        query = _understood("How much Talk did I do last week?", question)
        assert (query.kind, query.days, query.against) == (Kind.COMPARE, last, this), question
        assert query.only.name == "Talk"


def test_comparisons_trends_and_plans() -> None:
    compared = _understood("Did I spend more time on Talk this week than last week?")
    assert (compared.kind, compared.against) == (Kind.COMPARE, Days(date(2026, 11, 9), date(2026, 11, 16), Unit.WEEK))
    compared = _understood("Was last week busier than the week before?")
    assert (compared.kind, compared.against) == (Kind.COMPARE, Days(date(2026, 11, 2), date(2026, 11, 9), Unit.WEEK))
    assert _understood("What took most of my time today?").by is Group.CATEGORY
    assert _understood("Show Talk week by week this year").by is Group.WEEK
    assert _understood("When did I last use chat?").measure is Measure.LAST
    assert _understood("Did I keep to my plan last week?").kind is Kind.KEPT
    assert _understood("when should I do deep work tomorrow?").kind is Kind.FORECAST
    assert _understood("In which documents did I read about harbour surveys?").topic == "harbour surveys"
    block = _understood("Block two hours for the tax report on Thursday at 14:00")
    assert (block.kind, block.topic, block.minutes, block.at_minute) == (Kind.BLOCK, "tax report", 120, 840)
    assert _span(block) == ("2026-11-26", "2026-11-27")
    block = _understood("帮我在周四安排两个小时写报告")
    assert (block.kind, block.minutes, _span(block)[0]) == (Kind.BLOCK, 120, "2026-11-26")


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("", Why.EMPTY),
        ("how much " * 2_000, Why.TOO_LONG),
        ("How many steps did I walk today?", Why.UNKNOWN),
        ("How much time will I spend on Talk next week?", Why.FUTURE),
        ("How much Talk did I do?", Why.WHEN),
        ("How long was I in Terminal today?", Why.NAME),
        ("How much Talk did I do recently?", Why.VAGUE),
        ("And it?", Why.WHAT),
        ("What was the focus score of Talk today?", Why.NOT_OF_ONE),
        ("Focus score of Talk and Games today", Why.TWO_NAMES),
        ("Block two hours and 30 minutes on Thursday", Why.DURATION),
        ("前阵子我用Editor用了多久？", Why.VAGUE),
        ("我明年会在Talk上花多久？", Why.FUTURE),
        ("今天我走了多少步？", Why.UNKNOWN),
        ("most time today", Why.NOTHING),
    ],
)
def test_what_is_not_certain_is_not_answered(question: str, why: Why) -> None:
    with pytest.raises(Doubtful) as doubt:
        GRAMMAR.understand(question)
    assert doubt.value.why is why


def test_a_sort_said_beside_a_name_makes_it_clear() -> None:
    assert _understood("How long was I in the app Terminal today?").only.app == "term"
    assert _understood("How long was I in the Terminal category today?").only.category_id == 5
    assert _understood("今天 Terminal 应用用了多久").only.app == "term"


def test_many_names_cost_little() -> None:
    sites = tuple(f"site{number}.example.com" for number in range(2_000))
    grammar = Grammar.of(Named(_TREE, sites=sites), Reckoning(TODAY))
    assert grammar.understand("Time on site1999.example.com today").only.site == "site1999.example.com"
    assert len(grammar.named.rules("time on site1999.example.com today")) < 20


def test_queries_are_kept_as_they_are() -> None:
    for question in ("How much Talk on Mondays before 10 this year than last year?", "Block 30 minutes today at 23:00"):
        query = GRAMMAR.understand(question)
        assert query_from_json(query_to_json(query)) == query


def test_several_names_are_told_together_or_compared() -> None:
    both = _understood("Talk and Games this week")
    assert (both.kind, [both.only.name, *(one.name for one in both.also)]) == (Kind.FIGURE, ["Talk", "Games"])
    for question in ("Compare Talk with Games this week", "本周Talk多还是Games多"):
        compared = _understood(question)
        assert (compared.kind, compared.also[0].name, compared.against) == (Kind.COMPARE, "Games", None), question
    third = _understood("Compare Talk with Games this week", "and editor?")
    assert (third.only.name, third.also[0].name) == ("Talk", "Editor")
    assert query_from_json(query_to_json(third)) == third


def test_what_something_is_compared_with_stands_behind_than() -> None:
    for question in ("Am I working more than last month?", "这个月比上个月忙吗"):
        query = _understood(question)
        assert query.against is not None
        assert (_span(query)[0], query.against.start) == ("2026-11-01", date(2026, 10, 1)), question
    query = _understood("本周Talk多久", "跟上周比呢")
    assert query.against is not None
    assert (_span(query)[0], query.against.start) == ("2026-11-16", date(2026, 11, 9))


@pytest.mark.parametrize(
    ("question", "measure", "by", "per"),
    [
        ("How often did I open chat this week?", Measure.OPENED, None, Group.DAY),
        ("我今天打开了几次Editor", Measure.OPENED, None, Group.DAY),
        ("Average time per weekday this year", Measure.AVERAGE, Group.WEEKDAY, Group.DAY),
        ("How many hours a week do I usually spend on Talk?", Measure.AVERAGE, None, Group.WEEK),
        ("平均每周在Talk上花多久", Measure.AVERAGE, None, Group.WEEK),
        ("What was my most productive day this month?", Measure.SCORE, Group.DAY, Group.DAY),
        ("my busiest week this year", Measure.ACTIVE, Group.WEEK, Group.DAY),
        ("What did I do this morning?", Measure.ACTIVE, Group.CATEGORY, Group.DAY),
    ],
)
def test_more_figures(question: str, measure: Measure, by: Group | None, per: Group) -> None:
    query = _understood(question)
    assert (query.measure, query.by, query.per) == (measure, by, per)


def test_slips_of_the_fingers_are_put_right_where_one_word_is_meant() -> None:
    assert GRAMMAR.mended("how much tiem on talk yesteday") == "how much time on talk yesterday"
    assert GRAMMAR.mended("how much Talk today") == "how much Talk today"
    for question in ("how many words did i write today", "how many steps did i walk", "what was my speed today"):
        assert GRAMMAR.mended(question) == question


def test_words_that_stand_in_titles_are_looked_for_there() -> None:
    named = Named(_TREE, in_titles=lambda words: words in {"harbour survey", "季度报告"})
    grammar = Grammar.of(named, Reckoning(TODAY))
    assert grammar.understand("How many hours on the harbour survey this month?").only.words == "harbour survey"
    assert grammar.understand("这个月在季度报告上花了多少时间").only.words == "季度报告"
    with pytest.raises(Doubtful):
        grammar.understand("How many hours on the moon survey this month?")


def test_a_forecast_is_of_the_coming_days() -> None:
    query = _understood("When is my best time for deep work on Tuesday?")
    assert (query.kind, _span(query)[0]) == (Kind.FORECAST, "2026-11-24")
    query = _understood("今天下午我能专心吗")
    assert (query.kind, query.clock) == (Kind.FORECAST, (720, 1080))


def test_a_whole_question_with_two_names_does_not_go_on_from_the_one_before() -> None:
    query = _understood("Which apps did I use most this week?", "Talk and Games last week")
    assert (query.kind, query.also[0].name) == (Kind.FIGURE, "Games")
    query = _understood("How much Talk did I do last week?", "compared to the week before?")
    assert (query.kind, _span(query)[0]) == (Kind.COMPARE, "2026-11-09")
    assert query.against is not None
    assert query.against.start == date(2026, 11, 2)
