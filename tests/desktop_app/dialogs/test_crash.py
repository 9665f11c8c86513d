"""Our own mistakes: a report a person can read, copy and save, without their titles."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.crash import CrashDialog
from desktop_app.dialogs.crash_report import compose, redacted
from desktop_app.dialogs.crash_watch import CrashWatch

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _raised(message: str) -> ValueError:
    try:
        raise ValueError(message)
    except ValueError as error:
        return error


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[tuple[CrashWatch, list[str]]]:
    reports: list[str] = []
    watch = CrashWatch(reports.append, lambda: ["Letter to Ada"])
    watch.install()
    yield watch, reports
    watch.uninstall()
    watch.deleteLater()
    qtbot.wait(1)


def test_a_report_names_versions_place_and_kind_of_error_without_its_words() -> None:
    error = _raised("Letter to " + "Ada")
    report = compose(ValueError, error, error.__traceback__, "window")
    for part in ("Kairos", "Python", "Qt", "Where: window", "test_crash.py", "ValueError"):
        assert part in report
    assert "Letter to Ada" not in report
    assert compose(KeyError, None, None, "window").endswith("KeyError")


def test_titles_and_home_are_taken_out() -> None:
    report = redacted("'Tax — ü' in /home/ada/x, also 'Tax', 'a'", ["Tax", "Tax — ü", "a", ""], Path("/home/ada"))
    assert report == "'[title]' in ~/x, also '[title]', 'a'"


def test_an_error_on_another_thread_is_shown_on_this_one(shown: tuple[CrashWatch, list[str]], qtbot: QtBot) -> None:
    _, reports = shown
    error = _raised("Letter to Ada")
    threading.excepthook(threading.ExceptHookArgs((ValueError, error, error.__traceback__, None)))
    assert reports == []  # not from within the error
    qtbot.waitUntil(lambda: len(reports) == 1)
    assert "Letter to Ada" not in reports[0]


def test_the_same_mistake_is_shown_once(shown: tuple[CrashWatch, list[str]], qtbot: QtBot) -> None:
    watch, reports = shown
    for number in range(5):
        error = _raised(str(number))
        watch._main(ValueError, error, error.__traceback__)
    watch._main(KeyError, KeyError("another"), None)
    qtbot.waitUntil(lambda: len(reports) == 2)


def test_what_the_interpreter_cannot_raise_is_shown_too(shown: tuple[CrashWatch, list[str]], qtbot: QtBot) -> None:
    watch, reports = shown
    error = _raised("in __del__")
    sys.unraisablehook(_Unraisable(error))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: len(reports) == 1)
    assert "clean-up" in reports[0]
    assert watch is not None


class _Unraisable:
    def __init__(self, error: BaseException) -> None:
        self.exc_type, self.exc_value, self.exc_traceback = type(error), error, error.__traceback__
        self.err_msg, self.object = None, None


def test_the_report_can_be_read_copied_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CrashDialog("<b>line one</b>\nline two")
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.report.toPlainText() == "<b>line one</b>\nline two"
    assert dialog.report.isReadOnly()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "<b>line one</b>\nline two"
    dialog.save(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text() == "<b>line one</b>\nline two\n"
    dialog.save(tmp_path)
    assert "could not be saved" in dialog.notice.text()
    dialog.go_on_button.click()
    assert not dialog.isVisible()
