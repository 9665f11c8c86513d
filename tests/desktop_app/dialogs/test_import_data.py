"""Import: look first, nothing stored before it is wanted, stopped or taken back without a trace."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.foreign_files import SAMPLES
from helpers.import_room import ImportRoom, import_room
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.import_data import ImportData
from desktop_app.dialogs.import_words import doubt_sentence, order_name, presence_name
from engine.domain.imports import DateOrder, Doubt, Finding, ForeignKind
from engine.domain.presence import Presence

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ImportRoom]:
    with import_room(tmp_path) as made:
        yield made


@pytest.fixture
def dialog(room: ImportRoom, qtbot: QtBot) -> Iterator[ImportData]:
    made = ImportData(room.imports)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()


def settle(qtbot: QtBot, dialog: ImportData) -> None:
    qtbot.waitUntil(lambda: dialog.background.waiting == 0)


def look(qtbot: QtBot, dialog: ImportData, path: Path) -> str:
    dialog.form.take_file(path)
    settle(qtbot, dialog)
    return dialog.told.toPlainText()


def test_a_look_shows_what_the_file_holds_and_stores_nothing(
    dialog: ImportData, room: ImportRoom, qtbot: QtBot
) -> None:
    assert not dialog.import_button.isEnabled()
    dialog.form.zone.setText("Europe/Berlin")
    told = look(qtbot, dialog, SAMPLES / "activitywatch_python.json")
    assert told.startswith("ActivityWatch, stretches of time: 11\n")
    assert "firefox: 30 min" in told
    assert "Parts of the file that hold nothing recorded here: 1. First: aw-stopwatch." in told
    assert dialog.import_button.isEnabled()
    assert not dialog.bar.isVisible()
    assert room.store.count() == 0


def test_import_and_back(dialog: ImportData, room: ImportRoom, qtbot: QtBot) -> None:
    look(qtbot, dialog, SAMPLES / "toggl.csv")
    heard: list[object] = []
    dialog.imported.connect(heard.append)
    dialog.import_button.click()
    assert not dialog.form.isEnabled()
    settle(qtbot, dialog)
    assert dialog.told.toPlainText().startswith("Stored: 2 activities.")
    assert room.store.count() == 2
    assert dialog.form.isEnabled()
    dialog.undo_button.click()
    settle(qtbot, dialog)
    assert dialog.told.toPlainText() == "Taken back: 2 activities removed."
    assert room.store.count() == 0
    assert not dialog.undo_button.isVisible()
    assert len(heard) == 2


def test_a_file_imported_before_is_not_offered_again(dialog: ImportData, qtbot: QtBot) -> None:
    look(qtbot, dialog, SAMPLES / "toggl.csv")
    dialog.import_button.click()
    settle(qtbot, dialog)
    dialog.look()
    settle(qtbot, dialog)
    assert dialog.told.toPlainText().startswith("This very file was imported before")
    assert not dialog.import_button.isEnabled()


def test_what_cannot_be_imported_is_said(dialog: ImportData, tmp_path: Path, qtbot: QtBot) -> None:
    look(qtbot, dialog, SAMPLES / "toggl.csv")
    assert look(qtbot, dialog, tmp_path) == ""
    assert dialog.error.isVisible()
    assert "is not a file" in dialog.error.text()
    assert not dialog.import_button.isEnabled()
    look(qtbot, dialog, SAMPLES / "manictime_tags.csv")
    assert "more than one way" in dialog.error.text()
    dialog.form.order.setCurrentIndex(dialog.form.order.findData(DateOrder.DAY_FIRST))
    dialog.form.order.activated.emit(2)
    settle(qtbot, dialog)
    assert not dialog.error.isVisible()
    assert dialog.import_button.isEnabled()


def large(folder: Path) -> Path:
    events = [
        {"timestamp": f"2024-03-{day:02}T{hour:02}:{minute:02}:00Z", "duration": 59, "data": {"app": "a", "title": "t"}}
        for day in range(1, 29) for hour in range(24) for minute in range(60)
    ]  # fmt: skip
    window = {"id": "w", "type": "currentwindow", "client": "c", "hostname": "h", "events": events}
    file = folder / "large.json"
    file.write_text(json.dumps({"buckets": {"w": window}}))
    return file


def test_an_import_can_be_stopped(dialog: ImportData, room: ImportRoom, tmp_path: Path, qtbot: QtBot) -> None:
    look(qtbot, dialog, large(tmp_path))
    dialog.import_button.click()
    assert dialog.stop_button.isVisible()
    qtbot.waitUntil(lambda: dialog.bar.value() > 0)
    dialog.stop_button.click()
    settle(qtbot, dialog)
    assert dialog.error.text() == "Stopped; nothing of it was stored."
    assert room.store.count() == 0


def test_closing_it_stops_what_it_reads(dialog: ImportData, room: ImportRoom, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.form.take_file(large(tmp_path))
    dialog.reject()
    assert not dialog.isVisible()
    assert room.store.count() == 0


def test_the_last_of_two_files_is_shown(dialog: ImportData, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.form.take_file(large(tmp_path))
    assert look(qtbot, dialog, SAMPLES / "gtimelog.txt").startswith("GTimeLog, stretches of time: 4")


def test_every_kind_and_order_can_be_chosen(dialog: ImportData) -> None:
    kinds = {dialog.form.kind.itemData(place) for place in range(dialog.form.kind.count())}
    assert kinds == {None, *ForeignKind}
    assert dialog.form.request() is None
    assert all(order_name(order) for order in DateOrder)
    assert {presence_name(one) for one in Presence} == {"Active", "Locked", "Away"}


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_has_words(doubt: Doubt) -> None:
    told = doubt_sentence(Finding(doubt, 3, "line 12"))
    assert "%" not in told
    assert "line 12" in told
    assert "%" not in doubt_sentence(Finding(doubt, 3))
