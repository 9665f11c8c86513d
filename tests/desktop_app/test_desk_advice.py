"""Advice through the whole window: from the engine to Today and back, in both languages, over a month of days."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from helpers import fake_mind
from helpers.fake_engine import sample_summary
from PySide6.QtCore import Qt

from engine.domain.activity import Observed
from engine.domain.presence import Presence
from engine.domain.recommended import Verdict
from engine.settings import Language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

AHEAD_MS = 4_102_444_800_000  # 2100: the desk goes by the real clock


def advised(open_desk: Any, **how: Any) -> Any:
    """Return a desk whose Today shows advice."""
    bench = open_desk(**how)
    bench.engine.mind.wanted = replace(fake_mind.advice(), block=fake_mind.block(AHEAD_MS))
    bench.desk.adviser.look_now()
    settle(bench)
    bench.qtbot.waitUntil(bench.desk.window.page.advice.isVisible)
    return bench


def settle(bench: Any) -> None:
    bench.qtbot.waitUntil(lambda: bench.desk.background.waiting + bench.desk.adviser.waiting == 0)


def titles(bench: Any) -> list[str]:
    return [row.title.text() for row in bench.desk.window.page.advice.picks.rows if row.isVisible()]


@pytest.mark.parametrize(
    ("language", "title", "plan"),
    [(Language.ENGLISH, "Next focus block", "Add to plan"), (Language.CHINESE, "下一个专注时段", "加入计划")],
)
def test_the_cards_are_on_today(open_desk: Any, language: Language, title: str, plan: str) -> None:
    bench = advised(open_desk, language=language)
    card = bench.desk.window.page.advice.block
    assert (card.heading.text(), card.plan_button.text()) == (title, plan)
    assert len(titles(bench)) == 5


def test_a_verdict_reaches_the_engine_and_the_next_day_differs(open_desk: Any) -> None:
    bench = advised(open_desk)
    panel = bench.desk.window.page.advice
    gone = titles(bench)[0]
    panel.picks.said.emit(panel.picks.picks[0], Verdict.LESS)
    panel.block.plan_button.click()
    settle(bench)
    assert bench.engine.mind.said == [(1, Verdict.LESS), (fake_mind.BLOCK_OFFER, Verdict.ACCEPTED)]
    tomorrow = fake_mind.block(AHEAD_MS + fake_mind.DAY_MS, offer=101)
    bench.engine.mind.wanted = replace(bench.engine.mind.wanted, block=tomorrow)
    bench.desk.adviser.look_now()
    settle(bench)
    assert gone not in titles(bench)
    assert panel.block.block == tomorrow


def test_another_window_in_front_is_heeded_through_the_bridge(open_desk: Any) -> None:
    bench = advised(open_desk)
    bench.desk.adviser._rested.setInterval(5)
    asked = bench.engine.mind.asked
    bench.engine.history.summary = replace(
        sample_summary(), current=Observed(Presence.ACTIVE, "writer", "Plan of next year")
    )
    bench.engine.touch()
    bench.qtbot.waitUntil(lambda: bench.engine.mind.asked > asked)
    settle(bench)


def test_another_language_keeps_the_advice(open_desk: Any) -> None:
    bench = advised(open_desk)
    before = titles(bench)
    bench.desk.window.page.advice.block.plan_button.click()
    settle(bench)
    bench.desk.window.speak()
    settle(bench)
    bench.qtbot.waitUntil(lambda: titles(bench) == before)
    assert bench.desk.window.page.advice.block.note.isVisible()
    bench.qtbot.wait(1)  # the page before has gone by now
    asked = bench.engine.mind.asked
    bench.desk.adviser.look_now()
    bench.qtbot.waitUntil(lambda: bench.engine.mind.asked == asked + 1)
    settle(bench)


def test_insights_lead_back_to_today(open_desk: Any) -> None:
    bench = advised(open_desk)
    bench.desk.window.show_page("insights")
    settle(bench)
    page = bench.desk.window.page
    assert page.empty.isVisible()
    bench.qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert bench.desk.window.page_name == "today"


def test_naming_a_folder_leads_to_the_documents(open_desk: Any) -> None:
    bench = advised(open_desk)
    bench.desk.window.page.advice.folders_wanted.emit()
    assert bench.desk.window.page_name == "documents"


def test_closing_ends_what_the_mind_started(open_desk: Any) -> None:
    bench = advised(open_desk)
    bench.desk.close()
    assert bench.engine.mind.closed
