"""Another wording of an answer is shown only where it says what the answer says, figure by figure and name by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.assistant.rephrased import faithful, in_other_words, may_be_rephrased
from engine.domain.answers import Answer, Figure, Outcome, Quantity, Row
from engine.domain.questions import Days, Query

WEEK = Query(days=Days(date(2026, 11, 16), date(2026, 11, 23)))
ENGLISH = Answer(
    Outcome.ANSWERED,
    "Northwind: 2 h 05 min of active time.",
    "16 November 2026 to 22 November 2026; only the project “Northwind”",
    WEEK,
    (Figure(7_500_000, Quantity.MS, WEEK),),
)
CHINESE = replace(
    ENGLISH, text="Slack：活动时间 2 小时 05 分钟。", basis="2026年11月16日至2026年11月22日；仅应用“Slack”"
)


@pytest.mark.parametrize(
    "text",
    [
        "You spent 2 hours and 5 minutes on Northwind.",
        "Between 16 November 2026 and 22 November 2026, Northwind took 2 h 05 min of your time.",
        "It was 2 h 5 min on “Northwind” in all.",
    ],
)
def test_the_same_in_other_words_may_be_shown(text: str) -> None:
    assert faithful(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "You spent 3 hours and 5 minutes on Northwind.",  # another number
        "You spent 2 minutes and 5 hours on Northwind.",  # the same numbers of other things
        "You spent 2 hours on Northwind.",  # one lost
        "You spent 2 hours and 5 minutes on Southwind.",
        "You spent 2 hours and 5 minutes on Northwind, twice as much.",
        "You spent two hours, that is 2 h 05 min, on Northwind.",
        "On Monday you spent 2 hours and 5 minutes on Northwind.",
        "You did not spend 2 hours and 5 minutes on Northwind.",
        "You spent 2 hours and 5 minutes on Northwind, more than ever.",
        "You spent 2 hours and 5 minutes on “Project X” and Northwind.",
        "2 h 05 min on Northwind, see http://example.com",
        "2 h 05 min on Northwind.\nNext question:",
        "你在 Northwind 上用了 2 h 05 min。",
        "2 h 05 min on Northwind. " + "So much. " * 60,
    ],
)
def test_whatever_else_it_says_it_is_not_shown(text: str) -> None:
    assert not faithful(text, ENGLISH)


def test_chinese_wordings_are_checked_alike() -> None:
    assert faithful("你在 Slack 上活动了 2 小时 5 分钟。", CHINESE)
    for text in (
        "你在 Slack 上活动了 3 小时 5 分钟。",
        "你在 Slack 上活动了两小时，即 2 小时 5 分钟。",
        "昨天 Slack 用了 2 小时 5 分钟。",
    ):
        assert not faithful(text, CHINESE)


def test_only_answers_of_one_figure_are_worded_anew() -> None:
    assert may_be_rephrased(ENGLISH)
    assert not may_be_rephrased(replace(ENGLISH, figures=ENGLISH.figures * 2))
    assert not may_be_rephrased(replace(ENGLISH, rows=(Row("a", "a", ENGLISH.figures[0]),)))
    assert not may_be_rephrased(replace(ENGLISH, outcome=Outcome.REFUSED))


def test_the_basis_says_whose_words_they_are() -> None:
    told = in_other_words(ENGLISH, " On Northwind it was 2 h 05 min. ")
    assert told.text == "On Northwind it was 2 h 05 min."
    assert told.basis.endswith("worded by your language model")
    assert told.figures == ENGLISH.figures
