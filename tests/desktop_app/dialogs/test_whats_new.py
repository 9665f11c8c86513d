"""What is new: told once after an upgrade, never at the first start, and whenever it is asked for."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.dialogs.first_run import FirstRun
from desktop_app.dialogs.whats_new import WhatsNewDialog
from engine.api.news import News

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _shown(bench: Any) -> str:
    dialogs = bench.desk.window.findChildren(WhatsNewDialog)
    return "\n".join(label.text() for dialog in dialogs for label in dialog.findChildren(QLabel))


def test_a_profile_that_never_noted_a_version_notes_it_and_is_told_nothing(open_desk: Any) -> None:
    bench = open_desk()
    assert _shown(bench) == ""
    assert bench.engine.preferences.load().seen_version == News.version


def test_after_an_upgrade_it_is_told_once(open_desk: Any) -> None:
    bench = open_desk()
    bench.desk.checkup.patience_ms = 0
    bench.desk.choices.note_version("0.0.9")
    bench.settle()
    for _ in range(2):
        bench.desk.checkup.tell_news()
        bench.settle()
    bench.qtbot.waitUntil(lambda: "Kairos 0.1.0" in _shown(bench))
    assert len(bench.desk.window.findChildren(WhatsNewDialog)) == 1
    assert bench.engine.preferences.load().seen_version == News.version


def test_the_first_start_notes_the_version_alone(open_desk: Any) -> None:
    bench = open_desk(first_run_done=False)
    [first] = bench.desk.window.findChildren(FirstRun)
    first.accept()
    bench.settle()
    assert _shown(bench) == ""
    assert bench.engine.preferences.load().seen_version == News.version


def test_it_is_shown_whenever_it_is_asked_for(open_desk: Any) -> None:
    bench = open_desk()
    bench.desk.choices.news_wanted.emit()
    bench.settle()
    assert "Kairos 0.1.0" in _shown(bench)
