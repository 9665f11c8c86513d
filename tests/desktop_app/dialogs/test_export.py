"""The export dialog: what it writes, where, and what it says when that cannot be."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from helpers.counted_history import CountedHistory
from helpers.dressed import dressed, speaking
from helpers.in_place import InPlace
from helpers.manual_clock import MONDAY_NOON_MS
from helpers.report_history import HOUR, weeks
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.export import ExportDialog
from desktop_app.theme import LIGHT
from engine.domain.days import DayRule
from engine.domain.periods import Period
from engine.domain.report import Redaction, ReportFormat

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def british(qapp: QApplication) -> Iterator[None]:
    with speaking("en_GB"):
        yield


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportDialog:
    return dialog_of(qtbot)


def dialog_of(qtbot: QtBot) -> ExportDialog:
    dressed(LIGHT)
    reports = CountedHistory(weeks(MONDAY_NOON_MS - 12 * HOUR)).reports(DayRule("UTC"))
    background: Any = InPlace()
    made = ExportDialog(reports, background, reports.request(*reports.period(Period.WEEK)), "2 – 8 March")
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: ExportDialog, form: ReportFormat) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData(form))


def test_the_file_s_name_says_days_and_format(dialog: ExportDialog) -> None:
    assert Path(dialog.file.text()).name == "kairos-2026-03-02_2026-03-08.html"
    choose(dialog, ReportFormat.XLSX)
    assert Path(dialog.file.text()).name == "kairos-2026-03-02_2026-03-08.xlsx"
    dialog.file.setText("/somewhere/my.report")
    choose(dialog, ReportFormat.PDF)
    assert dialog.file.text() == "/somewhere/my.report", "an ending of one's own stays"


@pytest.mark.parametrize("form", list(ReportFormat))
def test_every_format_is_written(dialog: ExportDialog, tmp_path: Path, form: ReportFormat) -> None:
    choose(dialog, form)
    target = tmp_path / f"report.{form.value}"
    dialog.file.setText(str(target))
    dialog.save_button.click()
    assert dialog.said.text() == f"✓ Written: {target}"
    assert dialog.folder_button.isVisible()
    assert target.stat().st_size > 0
    assert list(tmp_path.iterdir()) == [target]


def test_what_cannot_be_written_here_is_not_offered(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    made = dialog_of(qtbot)
    offered = {made.format.itemData(row) for row in range(made.format.count())}
    assert offered == set(ReportFormat) - {ReportFormat.PARQUET}


@pytest.mark.parametrize("how", list(Redaction))
def test_no_more_is_named_than_was_chosen(dialog: ExportDialog, tmp_path: Path, how: Redaction) -> None:
    choose(dialog, ReportFormat.JSON)
    dialog.redactions[how].setChecked(True)
    dialog.file.setText(str(tmp_path / "x.json"))
    dialog.save_button.click()
    text = (tmp_path / "x.json").read_text(encoding="utf-8")
    json.loads(text)
    assert ("Level 3" in text) == (how is Redaction.FULL)
    assert ("editor" in text) == (how is not Redaction.CATEGORIES_ONLY)
    assert "Games" in text


def test_what_cannot_be_written_is_said_and_can_be_tried_again(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.file.setText(str(tmp_path / "nowhere" / "x.html"))
    dialog.save_button.click()
    assert "cannot be written" in dialog.said.text()
    assert str(tmp_path) in dialog.said.text()
    assert not dialog.folder_button.isVisible()
    assert dialog.save_button.isEnabled()
    dialog.file.setText("  ")
    dialog.save_button.click()
    assert dialog.said.text() == "Name a file to write."
    assert list(tmp_path.iterdir()) == []


def test_a_chosen_file_gets_an_ending(dialog: ExportDialog, tmp_path: Path) -> None:
    choose(dialog, ReportFormat.CSV)
    dialog.choose_file = lambda _proposed: str(tmp_path / "mine")
    dialog.choose_button.click()
    assert dialog.file.text() == str(tmp_path / "mine.csv")
    dialog.choose_file = lambda _proposed: ""
    dialog.choose_button.click()
    assert dialog.file.text() == str(tmp_path / "mine.csv"), "thought better of it"


def test_a_path_with_markup_is_shown_letter_by_letter(dialog: ExportDialog, tmp_path: Path) -> None:
    folder = tmp_path / "<b>x"
    folder.mkdir()
    dialog.file.setText(str(folder / "x.csv"))
    dialog.save_button.click()
    assert "<b>x" in dialog.said.text()
    labels = [one for one in dialog.findChildren(QLabel) if one.text()]
    assert [one.text() for one in labels if one.textFormat() == Qt.TextFormat.RichText] == []
    assert dialog.said.textFormat() == Qt.TextFormat.PlainText


def test_the_request_is_the_page_s_but_for_the_redaction(dialog: ExportDialog, tmp_path: Path) -> None:
    asked: list[Any] = []
    reports: Any = dialog._reports
    write = reports.write

    def watched(request: Any, form: ReportFormat, path: Path) -> Any:
        asked.append(request)
        return write(request, form, path)

    reports.write = watched
    dialog.redactions[Redaction.NO_TITLES].setChecked(True)
    dialog.file.setText(str(tmp_path / "x.html"))
    dialog.save_button.click()
    assert asked == [replace(dialog._request, redact=Redaction.NO_TITLES)]


def test_a_file_speaks_the_language_of_the_window(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.file.setText(str(tmp_path / "week.html"))
    dialog.save_button.click()
    assert "Active time" in (tmp_path / "week.html").read_text(encoding="utf-8")
    with speaking("zh_CN"):
        dialog.save_button.click()
    assert "使用时间" in (tmp_path / "week.html").read_text(encoding="utf-8")
