"""Calendars are followed, read again, removed and written in the settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def bench(open_desk: Any) -> Any:
    opened = open_desk()
    opened.desk.window.show_page("settings")
    opened.settle()
    return opened


def rows(section: Any) -> list[str]:
    return [section.list.item(row).text() for row in range(section.list.count())]


def test_a_calendar_is_followed_read_again_and_removed(bench: Any) -> None:
    section = bench.desk.window.page.calendar
    assert section.empty.isVisibleTo(section)
    assert not section.remove_button.isVisibleTo(section)
    section.follow("/home/me/work.ics", watched=True)
    bench.settle()
    assert section.result.text() == "work: 3 new\nLeft out: Odd: it ends before it begins"
    (row,) = rows(section)
    assert row.startswith("work\n3 events · read ")
    assert not section.empty.isVisibleTo(section)
    section.list.setCurrentRow(0)
    section.again_button.click()
    bench.settle()
    assert rows(section) == ["work\n⚠ work.ics is empty. Export it again."]
    section.remove_button.click()
    assert isinstance(section.box, QMessageBox)
    section.box.reject()
    bench.settle()
    assert len(rows(section)) == 1
    section.remove_button.click()
    next(one for one in section.box.buttons() if one.text() == "Remove").click()
    bench.settle()
    assert rows(section) == []
    assert bench.engine.calendars.known == []
    toast = bench.desk.window.page.toast
    assert "work" in toast.text
    toast.button.click()
    bench.settle()
    assert [(one.path, one.watched) for one in bench.engine.calendars.known] == [("/home/me/work.ics", True)]
    assert len(rows(section)) == 1


def test_what_cannot_be_read_is_said_in_place_of_the_result(bench: Any) -> None:
    section = bench.desk.window.page.calendar
    section.follow("/home/me/broken.ics", watched=False)
    bench.settle()
    assert "broken.ics is not a calendar" in section.error.text()
    assert not section.result.isVisibleTo(section)
    section.follow("/home/me/once.ics", watched=False)
    bench.settle()
    assert not section.error.isVisibleTo(section)
    assert rows(section) == []  # imported once, not followed


def test_files_are_chosen_without_stopping_the_window(bench: Any, tmp_path: Path) -> None:
    section = bench.desk.window.page.calendar
    for button in (section.file_button, section.folder_button, section.once_button, section.export_button):
        button.click()
        assert isinstance(section.dialog, QFileDialog)
        section.dialog.reject()
    section.private.setChecked(True)
    section.export(tmp_path / "plan.ics")
    bench.settle()
    ((path, start, end, private),) = bench.engine.calendars.written
    assert (path, private, (end - start).days) == (tmp_path / "plan.ics", True, 397)
    assert section.result.text() == "7 events written to plan.ics."


def test_words_that_say_no_kind_are_refused(bench: Any) -> None:
    section = bench.desk.window.page.calendar
    before = bench.engine.preferences.load().plan.calendar_words
    section.words.wanted.emit((*before, "gym = personal"))
    bench.settle()
    assert bench.engine.preferences.load().plan.calendar_words == (*before, "gym = personal")
    section.words.wanted.emit((*before, "gym"))
    bench.settle()
    assert "“gym” does not say a word and a kind" in section.error.text()
    assert bench.engine.preferences.load().plan.calendar_words == (*before, "gym = personal")
