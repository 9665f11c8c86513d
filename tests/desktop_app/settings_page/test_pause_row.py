"""Pausing from Settings tells what the recorder does, whoever had it do so and however long that takes."""

from __future__ import annotations

from typing import Any

from desktop_app.pages.settings.privacy_pause import PauseRow
from engine.domain.health import RecorderHealth, RecorderState


def test_it_follows_the_recorder_as_the_header_does(open_desk: Any) -> None:
    bench = open_desk()
    bench.desk.window.show_page("settings")
    bench.settle()
    [row] = bench.desk.window.findChildren(PauseRow)
    assert "Recording" in row.state.text()
    for health, words in (
        (RecorderHealth(RecorderState.PAUSED), "Paused"),
        (RecorderHealth(RecorderState.RECORDING), "Recording"),
    ):
        bench.engine.recording.become(health)
        bench.desk.bridge.look()
        bench.qtbot.waitUntil(lambda words=words: words in row.state.text())
        assert row.resume.isVisibleTo(row) is (health.state is RecorderState.PAUSED)
