"""Time away, from the engine through the bridge to the card on Today and back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from helpers.fake_away import FIRST
from helpers.fake_engine import sample_summary
from PySide6.QtWidgets import QDialog

from engine.domain.away import Asking, Part
from engine.domain.corrections import Said
from engine.settings import Language, LookSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def asked(open_desk: Any, *, language: Language = Language.ENGLISH) -> Any:
    bench = open_desk(language=language)
    wanted = bench.engine.away.wanted = Asking((FIRST,))
    bench.desk.away.look_now()
    # What was asked at the start may be on the card for a moment longer.
    bench.qtbot.waitUntil(lambda: bench.desk.away._shown[0] == wanted)
    bench.qtbot.waitUntil(bench.desk.window.page.away.isVisible)
    return bench


def test_the_card_asks_on_today_and_the_answer_is_stored(open_desk: Any) -> None:
    bench = asked(open_desk)
    reads = bench.engine.history.reads
    bench.desk.window.page.away.save_button.click()
    bench.qtbot.waitUntil(lambda: not bench.desk.window.page.away.isVisible())
    assert bench.engine.away.answers == [[(FIRST.interval, (Part(FIRST.interval, Said("offline", "Lunch")),))]]
    bench.qtbot.waitUntil(lambda: bench.engine.history.reads > reads)


def test_a_change_of_the_day_has_the_engine_asked(open_desk: Any) -> None:
    bench = open_desk()
    looks = len(bench.engine.away.put_off)
    bench.desk.away._since.invalidate()
    bench.engine.history.summary = sample_summary("Another")
    bench.engine.touch()
    bench.qtbot.waitUntil(lambda: len(bench.engine.away.put_off) > looks)


def test_no_window_pops_up(open_desk: Any) -> None:
    bench = asked(open_desk)
    assert [dialog for dialog in bench.desk.window.findChildren(QDialog) if dialog.isVisible()] == []


def test_the_question_speaks_the_language_chosen_meanwhile(open_desk: Any) -> None:
    bench = asked(open_desk)
    assert bench.desk.window.page.away.heading.text() == "You were away"
    chinese = LookSettings(language=Language.CHINESE)
    bench.desk.choices.change(lambda settings: replace(settings, look=chinese))
    bench.qtbot.waitUntil(lambda: bench.desk.window.page.away.heading.text() == "你离开过")
    bench.qtbot.waitUntil(bench.desk.window.page.away.isVisible)
