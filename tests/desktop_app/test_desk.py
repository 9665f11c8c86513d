"""How window, engine and recorder hang together from the first paint to the end."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from typing import Any

import pytest
from helpers.fake_engine import sample_summary
from helpers.launches import Launches
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox

from desktop_app.dialogs.crash import CrashDialog
from desktop_app.dialogs.first_run import FirstRun
from desktop_app.pages.rules.relabelling import label_anew
from desktop_app.theme import DARK, LIGHT
from engine.domain.health import RecorderHealth, RecorderState
from engine.settings import Language, Theme

# The offscreen platform says so of every dialog and of raising a window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _dialogs(bench: Any, kind: type[QDialog]) -> list[Any]:
    return [dialog for dialog in bench.desk.window.findChildren(kind) if dialog.isVisible()]


def test_closing_ends_the_thread_closes_the_engine_and_gives_the_hooks_back(open_desk: Any) -> None:
    before = sys.excepthook
    bench = open_desk()
    assert sys.excepthook is not before
    bench.desk.close()
    assert bench.engine.closed
    assert sys.excepthook == before
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("engine")]


def test_a_dead_recorder_is_started_again_within_three_seconds(open_desk: Any) -> None:
    bench = open_desk()
    launches = Launches()
    bench.desk.keeper._launch = launches
    bench.engine.recording.become(RecorderHealth(RecorderState.STOPPED))
    bench.qtbot.waitUntil(lambda: bool(launches.commands), timeout=3_000)
    assert launches.commands == [("true",)]


def test_labelling_that_was_cut_off_is_finished_when_the_window_opens(open_desk: Any) -> None:
    bench = open_desk()
    bench.engine.rules.undone = 3
    reads = bench.engine.history.reads
    label_anew(bench.engine.rules, bench.desk.background, bench.desk.bridge.refresh, bench.desk)
    bench.qtbot.waitUntil(lambda: bench.engine.rules.undone == 0)
    bench.qtbot.waitUntil(lambda: bench.engine.history.reads > reads)


def test_the_first_run_comes_before_any_recording(open_desk: Any) -> None:
    bench = open_desk(first_run_done=False)
    launches = Launches(look=bench.engine.preferences.load)
    bench.desk.keeper._launch = launches
    [dialog] = _dialogs(bench, FirstRun)
    bench.engine.recording.become(RecorderHealth(RecorderState.STOPPED))
    bench.qtbot.waitUntil(lambda: bench.desk.control.health.state is RecorderState.STOPPED)
    assert launches.commands == []
    dialog.choose.titles.setChecked(False)
    dialog.choose.apps.entry.setText("keepassxc")
    dialog.accept()
    bench.qtbot.waitUntil(lambda: bool(launches.seen))
    [settings] = launches.seen
    # The recorder is started only once what it must leave out is saved.
    assert settings.privacy.excluded_apps == ("keepassxc",)
    assert not settings.tracking.titles
    assert settings.first_run_done
    assert not bench.engine.log_in.on


def test_start_at_log_in_is_off_until_chosen(open_desk: Any) -> None:
    bench = open_desk(first_run_done=False)
    [dialog] = _dialogs(bench, FirstRun)
    assert not dialog.last.box.isChecked()
    dialog.last.box.setChecked(True)
    dialog.accept()
    bench.settle()
    assert bench.engine.log_in.on


def test_the_first_run_is_asked_once(open_desk: Any) -> None:
    assert _dialogs(open_desk(first_run_done=True), FirstRun) == []


def test_a_language_chosen_in_settings_is_spoken_at_once(open_desk: Any) -> None:
    bench = open_desk()
    window = bench.desk.window
    window.show_page("settings")
    box = window.page.look.language
    box.setCurrentIndex(box.findData(Language.CHINESE))
    box.activated.emit(box.currentIndex())
    bench.qtbot.waitUntil(lambda: window.sidebar.accessibleName() == "页面")
    assert window.page_name == "settings"
    assert bench.desk.tray.today.text() == "显示今天"
    assert bench.engine.preferences.load().look.language is Language.CHINESE


def test_a_theme_chosen_in_settings_is_worn(open_desk: Any) -> None:
    bench = open_desk()
    window = bench.desk.window
    window.show_page("settings")
    box = window.page.look.theme
    for theme, palette in ((Theme.DARK, DARK), (Theme.LIGHT, LIGHT)):
        box.setCurrentIndex(box.findData(theme))
        box.activated.emit(box.currentIndex())
        bench.qtbot.waitUntil(lambda palette=palette: bench.desk.look.theme.palette is palette)
        bench.qtbot.waitUntil(lambda palette=palette: window.palette().window().color() == palette.colour("bg"))


def test_a_mistake_shows_a_report_without_titles_and_the_window_goes_on(open_desk: Any) -> None:
    bench = open_desk()
    bench.engine.history.summary = sample_summary("Letter to Ada")
    bench.engine.touch()
    bench.qtbot.waitUntil(lambda: "Letter to Ada" in bench.desk.titles)
    try:
        raise ValueError("cannot draw 'Letter to Ada'")
    except ValueError as error:
        bench.desk.watch._main(ValueError, error, error.__traceback__)
    bench.qtbot.waitUntil(lambda: bool(_dialogs(bench, CrashDialog)))
    [dialog] = _dialogs(bench, CrashDialog)
    report = dialog.report.toPlainText()
    assert "Letter to Ada" not in report
    assert "cannot draw '[title]'" in report
    dialog.accept()
    bench.desk.window.show_page("plan")
    assert bench.desk.window.page_name == "plan"


def test_a_recorder_that_never_stays_is_said_once(open_desk: Any) -> None:
    bench = open_desk()
    bench.desk.keeper.trouble.emit()
    bench.qtbot.waitUntil(lambda: bool(_dialogs(bench, QMessageBox)))
    [box] = _dialogs(bench, QMessageBox)
    assert box.text() == "The recorder does not start"
    assert str(bench.engine.paths.logs) in box.informativeText()
    assert box.textFormat() == Qt.TextFormat.PlainText
    box.accept()


class Loop:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.me = self


def test_garbage_is_collected_on_this_thread_alone(open_desk: Any) -> None:
    bench = open_desk()
    assert not gc.isenabled()
    gone = weakref.ref(Loop())
    assert gone() is not None
    bench.desk._sweeper.timeout.emit()
    assert gone() is None
    bench.desk.close()
    assert gc.isenabled()
