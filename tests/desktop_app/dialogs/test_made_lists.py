"""The lists of corrections and imports: everything made is there, and can be taken back from there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers.dressed import dressed, speaking
from helpers.in_place import InPlace
from helpers.morning import history, store
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.corrections_made import CorrectionsMade
from desktop_app.dialogs.imports_made import ImportsMade
from desktop_app.dialogs.made_list import MadeList
from desktop_app.theme import LIGHT
from desktop_app.widgets.format import Wording
from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.corrections import Said
from engine.domain.errors import StorageBusy
from engine.domain.imports import ImportRequest
from engine.domain.stretches import NO_CATEGORY, LabelOverride
from engine.paths import profile_at

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BACKGROUND: Any = InPlace()
TOGGL = """Email,Project,Description,Start date,Start time,End date,End time,Duration
a@b.c,Atlas,Plan,2026-01-05,09:00:00,2026-01-05,10:30:00,01:30:00
"""


@pytest.fixture(autouse=True)
def british(qapp: QApplication) -> Iterator[None]:
    with speaking("en_GB"):
        dressed(LIGHT)
        yield


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A profile with a morning in it."""
    store(tmp_path / "profile", history())
    opened = build_engine(profile_at(tmp_path / "profile"))
    yield opened
    opened.close()


def _lines(dialog: MadeList) -> list[list[str]]:
    model = dialog.table.item_model
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _shown(qtbot: QtBot, dialog: Any) -> Any:
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_corrections_are_listed_undone_redone_and_reverted(qtbot: QtBot, engine: Engine) -> None:
    first = history()[0]
    span = (first.start_ms, first.end_ms)
    engine.corrections.change(*span, Said(title="Plan", note="by hand"))
    engine.corrections.change(*span, Said(labels=LabelOverride(NO_CATEGORY, "Atlas")))
    dialog = _shown(qtbot, CorrectionsMade(engine.corrections, BACKGROUND, Wording("UTC")))
    assert [(line[1], line[3], line[4]) for line in _lines(dialog)] == [
        ("Labels changed", "\u2068no category\u2069 · \u2068Atlas\u2069", "In force"),
        ("Title changed", "\u2068Plan\u2069 · \u2068by hand\u2069", "In force"),
    ]
    assert not dialog.redo_button.isEnabled()
    assert not dialog.revert_button.isEnabled()
    with qtbot.waitSignal(dialog.changed):
        dialog.undo_button.click()
    assert [line[4] for line in _lines(dialog)] == ["Undone", "In force"]
    dialog.redo_button.click()
    assert [line[4] for line in _lines(dialog)] == ["In force", "In force"]
    dialog.table.selectRow(1)
    assert dialog.revert_button.isEnabled()
    dialog.revert_button.click()
    assert _lines(dialog)[0][1] == "Back to the record"
    raw = {one.what.title for one in engine.corrections.stretches(*span)}
    assert raw == {first.what.title}
    dialog.undo_button.click()
    assert {one.what.title for one in engine.corrections.stretches(*span)} == {"Plan"}


def test_any_import_is_taken_back_and_can_be_made_again(qtbot: QtBot, engine: Engine, tmp_path: Path) -> None:
    files = [tmp_path / "first.csv", tmp_path / "second.csv"]
    files[0].write_text(TOGGL, encoding="utf-8")
    files[1].write_text(TOGGL.replace("2026-01-05", "2026-01-06"), encoding="utf-8")
    for file in files:
        engine.imports.run(ImportRequest(file, zone="UTC"))
    dialog = _shown(qtbot, ImportsMade(engine.imports, BACKGROUND, Wording("UTC")))
    assert [line[1:] for line in _lines(dialog)] == [
        ["Toggl Track", "second.csv", "1", "In the history"],
        ["Toggl Track", "first.csv", "1", "In the history"],
    ]
    assert not dialog.undo_button.isEnabled()
    dialog.table.selectRow(1)
    dialog.undo_button.click()
    assert [line[4] for line in _lines(dialog)] == ["In the history", "Taken back"]
    dialog.table.selectRow(1)
    assert not dialog.undo_button.isEnabled()
    assert engine.imports.run(ImportRequest(files[0], zone="UTC")).added == 1


def test_what_cannot_be_read_is_said(qtbot: QtBot, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_limit: int) -> None:
        raise StorageBusy("Try again.")

    monkeypatch.setattr(engine.corrections, "actions", busy)
    dialog = _shown(qtbot, CorrectionsMade(engine.corrections, BACKGROUND, Wording("UTC")))
    assert dialog.error.text() == "⚠ The database is busy. Try again."
    assert not dialog.undo_button.isEnabled()
