"""The focus sessions of the days shown, on the Reports page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from helpers.fake_focus import report_of
from helpers.report_history import HOUR, choices_over, weeks
from helpers.report_page import MONDAY_MS, lines, opened
from pytestqt.qtbot import QtBot

from desktop_app.pages.reports.day_range import RangeKind
from engine.domain.focus_session import FocusSession, Started, Timing
from engine.domain.report import Selection

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _session(start_ms: int, number: int, **more: Any) -> FocusSession:
    return replace(FocusSession(start_ms, start_ms + HOUR, Timing(), id=number), **more)


def test_started_and_detected_sessions_are_listed_and_lead_to_their_activities(qtbot: QtBot) -> None:
    choices = choices_over(weeks(MONDAY_MS))
    engine: Any = choices.engine
    first = _session(MONDAY_MS + 9 * HOUR, 1, intention="<b>Chapter</b>", rating=4, started=Started.TRAY)
    second = _session(MONDAY_MS + 33 * HOUR, 0, started=Started.DETECTED)
    engine.focus.past = [report_of(first), report_of(second, score=None)]
    page = opened(qtbot, choices)
    card = page.body.sessions
    shown = lines(card.table)
    assert [row[1:] for row in shown] == [
        ["1 h 00 min", "41 min", "–", "–", "Seen afterwards", ""],
        ["1 h 00 min", "41 min", "82", "4", "Started from the tray", "<b>Chapter</b>"],
    ]
    assert card.table.accessibleName() == "Focus sessions"
    chosen: list[Selection] = []
    card.chosen.connect(lambda _name, selection: chosen.append(selection))
    card.table.opened.emit(engine.focus.past[0])
    assert (chosen[0].bounds.start_ms, chosen[0].bounds.length_ms) == (first.start_ms, HOUR)


def test_no_session_is_said_and_many_days_are_read_when_asked_for(qtbot: QtBot) -> None:
    choices = choices_over(weeks(MONDAY_MS))
    engine: Any = choices.engine
    page = opened(qtbot, choices)
    card = page.body.sessions
    assert "No session" in card.note.text()
    assert not card.table.isVisibleTo(card)
    engine.focus.past = [report_of(_session(MONDAY_MS + 9 * HOUR, 1))]
    page.show_kind(RangeKind.YEAR)
    assert card.button.isVisibleTo(card)
    assert not card.table.isVisibleTo(card)
    card.button.click()
    assert len(lines(card.table)) == 1
    assert not card.button.isVisibleTo(card)
