"""What is said is heeded to its last word: "so far", a name's last part, "by category"; else nothing is answered."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.asked_history import AskedHistory
from helpers.counted_history import CATEGORIES, labelled

from engine.assistant.grammar import Grammar
from engine.assistant.heard import Doubtful, Why
from engine.assistant.names import Named
from engine.assistant.passages import attended
from engine.assistant.reckoning import Reckoning
from engine.domain.categories import CategoryTree, Labels
from engine.domain.documents import Document, DocumentKind, DocumentState, Identity, SearchHit, Snippet
from engine.domain.questions import Measure, Query, Unit

TODAY = date(2026, 11, 22)  # a Sunday
_TREE = CategoryTree(CATEGORIES)
GRAMMAR = Grammar.of(Named(_TREE, {"editor": "Editor"}), Reckoning(TODAY))


def _days(*questions: str) -> tuple[str, Unit]:
    query: Query | None = None
    for question in questions:
        query = GRAMMAR.understand(question, query)
    assert query is not None
    assert query.days is not None
    return query.days.start.isoformat(), query.days.unit


def _why(question: str, grammar: Grammar = GRAMMAR) -> Why:
    with pytest.raises(Doubtful) as doubt:
        grammar.understand(question)
    return doubt.value.why


@pytest.mark.parametrize(
    ("questions", "start", "unit"),
    [
        (("What share of last week was Talk?", "and this week so far?"), "2026-11-16", Unit.WEEK),
        (("How much time in Talk this week so far?",), "2026-11-16", Unit.WEEK),
        (("How much Talk so far this month?",), "2026-11-01", Unit.MONTH),
        (("How much Talk this year to date?",), "2026-01-01", Unit.YEAR),
        (("这周到目前为止Talk用了多久？",), "2026-11-16", Unit.WEEK),
        (("本月至今Talk用了多久？",), "2026-11-01", Unit.MONTH),
        (("上周Talk占多少比例？", "那这周到目前为止呢？"), "2026-11-16", Unit.WEEK),
        (("How much Talk so far?",), "2000-01-01", Unit.ALL),
    ],
)
def test_so_far_is_of_the_days_named_beside_it(questions: tuple[str, ...], start: str, unit: Unit) -> None:
    assert _days(*questions) == (start, unit)


def test_so_far_of_days_that_are_over_is_not_answered() -> None:
    for question in ("How much Talk last week so far?", "上周至今Talk用了多久？"):
        assert _why(question) is Why.TWO_TIMES


def _hit(number: int) -> SearchHit:
    path = Identity(f"/notes/{number}.md")
    return SearchHit(Document(number, 1, path, DocumentKind.TEXT, DocumentState.INDEXED), 1.0, Snippet("onboarding"))


def test_the_best_documents_are_not_called_all_of_them() -> None:
    for many, english, chinese in ((7, "these are the best 5", "最相关的 5 个"), (5, "In 5 documents", "5 个文档里有")):
        hits = [_hit(number) for number in range(many)]
        assistant = AskedHistory([labelled(0, 1, "editor", "", Labels(2))], TODAY, hits=hits).assistant()
        assert english in assistant.answer("Which documents mention onboarding?").text
        assert chinese in assistant.answer("哪些文档提到了 onboarding？").text


def test_the_sign_of_what_is_over_is_not_searched_for() -> None:
    for question in ("哪些文档提到了 onboarding？", "哪些文档里讲到了onboarding？"):
        assert GRAMMAR.understand(question).topic == "onboarding"


def test_sentences_that_hold_the_word_go_before_those_that_are_merely_near() -> None:
    texts = [["New people start on Monday. The onboarding takes a week."], ["Accounts come first."]]
    found = attended("onboarding", texts, lambda _asked, said: [1.0 - len(one) / 100 for one in said])
    assert {one.text for one in found} == {"The onboarding takes a week.", "Accounts come first."}


@pytest.mark.parametrize(
    "question",
    [
        "average length of a Talk last week",
        "What was the average Talk length last week?",
        "How long is a Talk on average?",
        "How long was the average Talk last week?",
        "average time per Talk last week",
        "How long was each Talk last week?",
        "平均一次Talk多久？",
        "周五平均每次Talk多长？",
        "上周平均每场Talk多长？",
    ],
)
def test_how_long_single_ones_last_is_not_told_as_a_mean_per_day(question: str) -> None:
    assert _why(question) is Why.EACH


@pytest.mark.parametrize(
    "question",
    [
        "How long am I in a Talk on average per day?",
        "What is the average Talk time this week?",
        "average length of a day last week",
        "平均每天Talk多久？",
        "平均每周在Talk上花多久",
    ],
)
def test_means_per_day_and_week_are_told_as_before(question: str) -> None:
    assert GRAMMAR.understand(question).measure is Measure.AVERAGE


def test_what_was_not_done_is_not_told_as_what_was() -> None:
    for question in ("last day I did not work", "Which days did I not work last week?", "How long did I not use Talk?"):
        assert _why(question) is Why.NOT
    assert GRAMMAR.understand("How long was I not at the computer today?").measure is Measure.AWAY
    query = GRAMMAR.understand("When was the last day I used Editor?")
    assert (query.measure, query.only.app) == (Measure.LAST, "editor")


def test_two_periods_row_by_row_are_not_told_as_two_sums() -> None:
    for question in ("Compare last week and the week before by category", "按分类比较上周和上上周"):
        assert _why(question) is Why.TABLE
    before = GRAMMAR.understand("Compare last week and the week before")
    with pytest.raises(Doubtful) as doubt:
        GRAMMAR.understand("and by app?", before)
    assert doubt.value.why is Why.TABLE


def test_a_name_is_looked_for_with_all_its_words() -> None:
    asked = "When was I last on the quarterly report?"
    whole, part = (
        Grammar.of(Named(_TREE, in_titles=held.__contains__), Reckoning(TODAY))
        for held in (["quarterly", "quarterly report"], ["quarterly"])
    )
    assert whole.understand(asked).only.words == "quarterly report"
    assert _why(asked, part) is Why.UNKNOWN
