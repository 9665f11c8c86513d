"""Pausing and resuming from the pill and from the tray."""

from __future__ import annotations

from typing import Any

from helpers.fake_engine import DAY_START_MS, HOUR_MS
from PySide6.QtCore import QLocale

from desktop_app.recorder.state_icon import state_icon
from desktop_app.recorder.words import state_sentence, state_word
from desktop_app.theme import LIGHT
from desktop_app.tray import _became_wrong
from engine.domain.health import RecorderHealth, RecorderState


def test_the_pill_pauses_for_15_minutes_and_resumes(open_desk: Any) -> None:
    bench = open_desk()
    pill, control = bench.desk.window.header.pill, bench.desk.control
    assert control.pause_15 in pill.menu().actions()
    control.pause_15.trigger()
    bench.qtbot.waitUntil(lambda: "Paused" in pill.text())
    assert bench.engine.recording.asked == [("pause", bench.engine.recording.now_ms + 15 * 60_000)]
    control.resume.trigger()
    bench.qtbot.waitUntil(lambda: "Recording" in pill.text())


def test_the_tray_pauses_for_an_hour_and_until_tomorrow(open_desk: Any) -> None:
    bench = open_desk()
    actions = {action.text(): action for action in bench.desk.tray.menu.actions()}
    actions["Pause for 1 hour"].trigger()
    bench.settle()
    actions["Pause until tomorrow"].trigger()
    bench.settle()
    hour = bench.engine.recording.now_ms + HOUR_MS
    assert bench.engine.recording.asked == [("pause", hour), ("pause", DAY_START_MS + 24 * HOUR_MS)]


def test_what_makes_no_sense_cannot_be_chosen(open_desk: Any) -> None:
    bench = open_desk()
    control = bench.desk.control
    assert control.pause_15.isEnabled()
    assert not control.resume.isVisible()
    assert not control.start.isVisible()
    bench.desk.keeper.want(False)
    bench.engine.recording.become(RecorderHealth(RecorderState.STOPPED))
    bench.qtbot.waitUntil(control.start.isVisible)
    assert not control.pause_15.isEnabled()


def test_the_tray_says_what_the_recorder_does(open_desk: Any) -> None:
    bench = open_desk()
    bench.engine.recording.become(RecorderHealth(RecorderState.NOT_SAVING, message="no space left"))
    bench.qtbot.waitUntil(lambda: "no space left" in bench.desk.tray.icon.toolTip())
    assert bench.desk.tray.menu.actions()[0].text().endswith("no space left")


def test_every_state_has_a_word_a_sentence_and_a_picture_of_its_own(qapp: object) -> None:
    words = {state_word(state) for state in RecorderState}
    sentences = {state_sentence(RecorderHealth(state)) for state in RecorderState}
    shapes = {
        bytes(state_icon(state, LIGHT.colour("text")).pixmap(64, 64).toImage().constBits())
        for state in (RecorderState.RECORDING, RecorderState.PAUSED, RecorderState.BLIND, RecorderState.STOPPED)
    }
    assert len(words) == len(sentences) == len(RecorderState)
    assert len(shapes) == 4


def test_a_pause_names_the_day_it_ends_on_where_that_is_not_today(qapp: object) -> None:
    QLocale.setDefault(QLocale("en_GB"))
    sentence = state_sentence(RecorderHealth(RecorderState.PAUSED, paused_until_ms=DAY_START_MS + 9 * HOUR_MS))
    assert sentence in {"Paused until 21/11/2026 09:00", "Paused until 09:00"}


def test_the_tray_warns_of_what_is_lost_but_not_of_a_start() -> None:
    states = RecorderState
    assert _became_wrong(states.RECORDING, states.NOT_SAVING)
    assert _became_wrong(states.RECORDING, states.BLIND)
    assert not _became_wrong(states.NOT_SAVING, states.NOT_SAVING)
    assert not _became_wrong(states.STOPPED, states.BLIND)
    assert not _became_wrong(None, states.BLIND)
