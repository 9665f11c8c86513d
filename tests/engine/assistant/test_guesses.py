"""What is not understood is offered as questions that are, with its own times and names, and never answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from helpers.asked_history import AskedHistory
from helpers.counted_history import labelled

from engine.assistant.service import Assistant
from engine.bootstrap.questions import build_proposer
from engine.domain.answers import Outcome
from engine.domain.clock import MS_PER_HOUR
from engine.domain.days import DayRule, day_start_ms
from engine.domain.intents import NAME, NONE, TIME, Proposal, Proposer

TODAY = date(2026, 3, 18)
NINE = day_start_ms(TODAY, DayRule("UTC")) + 9 * MS_PER_HOUR


def _assistant(propose: Proposer) -> Assistant:
    rows = [labelled(NINE, NINE + MS_PER_HOUR, "editor"), labelled(NINE + MS_PER_HOUR, NINE + 2 * MS_PER_HOUR, "chat")]
    sources = AskedHistory(rows, TODAY).sources()
    return Assistant(replace(sources, propose=propose))


def test_proposals_become_questions_that_are_understood() -> None:
    heard: list[str] = []

    def propose(masked: str, /) -> list[Proposal]:
        heard.append(masked)
        return [Proposal("opened", 0.5), Proposal("rank_app", 0.3), Proposal("share", 0.05)]

    answer = _assistant(propose).answer("How frequently I glimpsed editor today?")
    assert heard == [f"how frequently i glimpsed {NAME} {TIME}?"]
    assert answer.outcome is Outcome.ASKED_BACK
    assert [one.question for one in answer.choices] == [
        "How often did I open editor today?",
        "Which apps did I use most today?",
    ]
    assert "frequently glimpsed" in answer.text
    for choice in answer.choices:
        assert _assistant(propose).answer(choice.question).outcome is Outcome.ANSWERED


def test_what_cannot_be_told_stays_refused() -> None:
    for told in ([Proposal(NONE, 0.7), Proposal("active", 0.2)], [Proposal("active", 0.05)], []):
        answer = _assistant(lambda _masked, told=told: told).answer("How many steps did I walk today?")
        assert answer.outcome is Outcome.REFUSED


def test_the_shipped_head_asks_back_in_both_languages() -> None:
    propose = build_proposer()
    english = _assistant(propose).answer("which software devoured my hours today?")
    assert "Which apps did I use most today?" in [one.question for one in english.choices]
    chinese = _assistant(propose).answer("今天哪款软件最占用时间")
    assert "今天用得最多的应用是什么？" in [one.question for one in chinese.choices]
    assert _assistant(propose).answer("tell me another joke").outcome is Outcome.REFUSED
