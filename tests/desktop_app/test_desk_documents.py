"""The window keeps the index going where folders are named, and ends what it started."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.pages.documents.part_bar import Part
from engine.domain.documents import Folder
from engine.settings import DocumentSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _opened(open_desk: Any, *, sample: bool = False) -> Any:
    """Return a desk whose engine has a folder named."""
    bench = open_desk(sample=sample)
    bench.engine.documents.held = [Folder(1, "/home/ann/work")]
    bench.desk.library.start_indexing()
    bench.settle()
    return bench


def test_folders_are_read_while_the_window_is_open(open_desk: Any) -> None:
    bench = _opened(open_desk)
    assert bench.engine.documents.reads


def test_without_a_folder_nothing_is_started(open_desk: Any) -> None:
    bench = open_desk()
    bench.settle()
    assert bench.engine.documents.started == 0


def test_a_sample_starts_nothing(open_desk: Any) -> None:
    assert _opened(open_desk, sample=True).engine.documents.started == 0


def test_reading_by_itself_is_switched_off_and_on(open_desk: Any) -> None:
    bench = _opened(open_desk)
    documents = bench.engine.documents
    for on in (False, True):
        bench.desk.choices.change(lambda settings, on=on: replace(settings, documents=DocumentSettings(automatic=on)))
        bench.qtbot.waitUntil(lambda on=on: documents.reads is on)


def test_another_encoder_answers_from_then_on(open_desk: Any) -> None:
    bench = _opened(open_desk)
    worker = bench.engine.documents.worker
    answers: list[object] = []
    worker.whole = []
    library = bench.desk.library
    assert library.ask_meaning(library, "budget", 5, answers.append, answers.append)
    bench.qtbot.waitUntil(lambda: len(answers) == 1)
    bench.desk.choices.change(
        lambda settings: replace(settings, documents=DocumentSettings(encoder_folder="/models/other"))
    )
    bench.qtbot.waitUntil(lambda: worker.closed)
    assert library.ask_meaning(library, "budget", 5, answers.append, answers.append)
    bench.qtbot.waitUntil(lambda: len(answers) == 2)


def test_progress_reaches_the_page_by_itself(open_desk: Any) -> None:
    bench = _opened(open_desk)
    documents = bench.engine.documents
    bench.desk.window.show_page("documents")
    bench.settle()
    documents.state = replace(documents.state, total=7, done=3, phase=documents.state.phase.WORDS)
    bench.engine.touch()
    bench.qtbot.waitUntil(lambda: bench.desk.window.page.bar.strip.told.text() == "3 of 7")


def test_keys_that_open_the_page_lead_to_its_search(open_desk: Any) -> None:
    bench = _opened(open_desk)
    window = bench.desk.window

    def press(number: Qt.Key) -> None:
        bench.qtbot.keyClick(window, number, Qt.KeyboardModifier.ControlModifier)

    press(Qt.Key.Key_5)
    field = window.page.search.field
    bench.qtbot.waitUntil(lambda: window.focusWidget() is field)
    for number in (Qt.Key.Key_1, Qt.Key.Key_5):
        press(number)
    assert window.focusWidget() is field
    window.page.show_part(Part.FOLDERS)
    window.sidebar.setFocus()
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_5)
    assert window.page.folders.isVisible()  # the part somebody chose stays


def test_keys_pressed_again_before_the_folders_are_known_take_nothing_from_another_page(open_desk: Any) -> None:
    bench = _opened(open_desk)
    window = bench.desk.window
    for number in (Qt.Key.Key_5, Qt.Key.Key_1):
        bench.qtbot.keyClick(window, number, Qt.KeyboardModifier.ControlModifier)
    bench.settle()
    assert window.page_name == "today"
    assert not isinstance(window.focusWidget(), QLineEdit)
