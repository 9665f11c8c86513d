"""The parts of the Documents page: no folder yet, folders, progress, and what could not be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from helpers.documents_room import DocumentsRoom
from helpers.fake_documents import NOW_MS, document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop_app.dialogs.document_folder import EditDocumentFolder
from desktop_app.pages.documents.part_bar import Part
from engine.documents.index import Outcome, missing_note
from engine.domain.documents import DocumentKind, Folder, IndexPhase, IndexStatus

# The offscreen platform says so of dialogs and of raising a window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WORKING = IndexStatus(IndexPhase.WORDS, 300, 1_200, NOW_MS - 60_000, "", 7, NOW_MS)
LOCKED = document(50, "/home/ann/work/contract.pdf", DocumentKind.PDF, reason="It is locked with a password.")
DAMAGED = document(51, "/home/ann/work/报告/预算.docx", DocumentKind.DOCX, reason="<b>It is damaged.</b>")


def _tell(room: DocumentsRoom, status: IndexStatus) -> None:
    assert room.page.isVisible()
    room.documents.state = status
    room.library.database_changed()
    room.qtbot.waitUntil(lambda: room.background.waiting == 0)


def test_without_a_folder_the_page_asks_for_one(room: DocumentsRoom) -> None:
    room.documents.held = []
    page = room.page
    assert "No folder yet" in room.seen()
    assert not page.bar.isVisible()
    room.qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert isinstance(page.keeping.dialog, QFileDialog)
    page.keeping.dialog.reject()
    page.keeping.add("/home/ann/papers")
    room.settle()
    assert [one.path for one in room.documents.held] == ["/home/ann/papers"]
    assert room.documents.started == 1
    assert page.search.isVisible()
    assert "Folders (1)" in room.seen()


def test_progress_is_told_and_paused_and_resumed(room: DocumentsRoom) -> None:
    strip = room.page.bar.strip
    assert not strip.isVisible()
    _tell(room, WORKING)
    assert strip.isVisible()
    assert (strip.phase.text(), strip.told.text()) == ("Reading documents", "300 of 1,200 · about 3 min left")
    assert (strip.bar.value(), strip.bar.maximum()) == (300, 1_200)
    strip.button.click()
    room.settle()
    assert room.documents.state.phase is IndexPhase.PAUSED
    assert (strip.phase.text(), strip.button.text()) == ("Reading is paused", "Resume")
    strip.button.click()
    room.settle()
    assert (room.documents.state.phase, strip.button.text()) == (IndexPhase.WORDS, "Pause")
    _tell(room, IndexStatus())
    assert not strip.isVisible()


def test_what_is_to_be_told_is_told_at_rest_too(room: DocumentsRoom) -> None:
    strip = room.page.bar.strip
    note = missing_note(Outcome(kept=20, away=("/mnt/disk",)))
    _tell(room, IndexStatus(IndexPhase.IDLE, done=7, total=7, note=note))
    assert strip.isVisible()
    assert strip.told.text() == "out of reach and kept as they were: 20"
    assert not strip.bar.isVisible()
    assert not strip.button.isVisible()
    _tell(room, WORKING)
    assert strip.bar.isVisible()


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (replace(WORKING, phase=IndexPhase.DISCOVERING, total=0), "300 found"),
        (replace(WORKING, phase=IndexPhase.MEANING, done=1_190), "1,190 of 1,200 passages · less than a minute left"),
        (replace(WORKING, done=1), "1 of 1,200"),
        (replace(WORKING, done=20, total=90_000), "20 of 90,000 · about 75.0 h left"),
        (replace(WORKING, phase=IndexPhase.WAITING, note="On battery."), "300 of 1,200 · On battery."),
        (replace(WORKING, done=0), "0 of 1,200"),
        (
            replace(WORKING, phase=IndexPhase.WAITING, note="Waiting for mains power: 900 passages are due."),
            "300 of 1,200 passages · waits for mains power: 900 are due",
        ),
    ],
)
def test_progress_in_words(room: DocumentsRoom, status: IndexStatus, told: str) -> None:
    _tell(room, status)
    assert room.page.bar.strip.told.text() == told
    assert told in room.page.bar.strip.accessibleDescription()


def test_passages_are_still_called_so_in_a_pause(room: DocumentsRoom) -> None:
    strip = room.page.bar.strip
    for phase, told in ((IndexPhase.MEANING, "300 of 1,200 passages"), (IndexPhase.WORDS, "300 of 1,200")):
        working = replace(WORKING, phase=phase, started_ms=NOW_MS - len(told))
        _tell(room, working)
        _tell(room, replace(working, phase=IndexPhase.PAUSED))
        assert strip.told.text() == told


def test_what_could_not_be_read_is_listed_with_its_reason_and_tried_again(room: DocumentsRoom) -> None:
    room.documents.failed = [LOCKED, DAMAGED]
    page = room.page
    page.show_part(Part.FAILURES)
    room.settle()  # what is read anew comes with nothing chosen
    table = page.failures.table
    cells = [[table.index(row, column).data() for column in range(4)] for row in range(2)]
    assert cells[0] == ["contract.pdf", "PDF", "/home/ann/work", "It is locked with a password."]
    assert cells[1][3] == "<b>It is damaged.</b>"  # letter by letter
    assert "Could not be read (2)" in room.seen()
    assert not page.failures.again_button.isEnabled()
    page.failures.view.selectRow(1)
    assert page.failures.detail.text() == "/home/ann/work/报告/预算.docx — <b>It is damaged.</b>"
    page.failures.again_button.click()
    room.settle()
    assert room.documents.tried == [(51,)]
    assert page.failures.table.rowCount() == 1
    page.failures.again_all_button.click()
    room.settle()
    assert room.documents.tried == [(51,), (50,)]
    assert "Everything could be read" in room.seen()


def test_folders_are_listed_with_their_numbers(room: DocumentsRoom) -> None:
    room.documents.failed = [LOCKED]
    room.documents.held[1] = replace(room.documents.held[1], include=("*.md",), exclude=("old/**",))
    page = room.page
    page.show_part(Part.FOLDERS)
    table = page.folders.table
    cells = [[table.index(row, column).data() for column in range(4)] for row in range(2)]
    assert cells == [["/home/ann/work", "5", "1", ""], ["/home/ann/notes", "0", "–", "*.md, −old/**"]]
    assert page.search.start.summary.text() == "4 document(s) can be found"


def test_removing_says_that_files_stay_and_removes_only_when_confirmed(room: DocumentsRoom) -> None:
    page = room.page
    page.show_part(Part.FOLDERS)
    page.folders.view.setFocus()
    room.qtbot.keyClick(page.folders.view, Qt.Key.Key_Delete)
    box = page.keeping.dialog
    assert isinstance(box, QMessageBox)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert "/home/ann/work" in box.text()
    assert "The folder and its files stay as they are." in box.informativeText()
    _button(box, "Cancel").click()
    room.settle()
    assert len(room.documents.held) == 2
    room.qtbot.keyClick(page.folders.view, Qt.Key.Key_Delete)
    gone = room.documents.held[0]
    _button(page.keeping.dialog, "Remove from the search").click()
    room.settle()
    assert [one.path for one in room.documents.held] == ["/home/ann/notes"]
    assert "/home/ann/work" in page.toast.text
    page.toast.button.click()
    room.settle()
    back = room.documents.held[-1]
    assert (back.path, back.include, back.exclude) == (gone.path, gone.include, gone.exclude)


def _button(box: Any, text: str) -> Any:
    [found] = [button for button in box.buttons() if button.text() == text]
    return found


def test_what_is_read_of_a_folder_is_changed_or_refused(room: DocumentsRoom) -> None:
    page = room.page
    page.show_part(Part.FOLDERS)
    page.folders.change_button.click()
    dialog = page.keeping.dialog
    assert isinstance(dialog, EditDocumentFolder)
    dialog.include.setPlainText(" *.pdf \n\n*.pdf\n[")
    dialog.save_button.click()
    room.settle()
    assert dialog.isVisible()
    assert "A pattern has an open bracket." in dialog.error.text()
    dialog.include.setPlainText("*.pdf")
    dialog.exclude.setPlainText("archive/**")
    dialog.largest.setValue(7)
    dialog.ignore_files.setChecked(False)
    dialog.save_button.click()
    room.settle()
    assert room.documents.held[0] == Folder(1, "/home/ann/work", ("*.pdf",), ("archive/**",), 7 * 1024 * 1024, False)
    assert page.keeping.dialog is None


def test_a_size_that_was_not_touched_keeps_its_bytes(qtbot: Any) -> None:
    folder = Folder(3, "/x", ("a",), (), 5_000_001, True)
    dialog = EditDocumentFolder(folder, "/x")
    qtbot.addWidget(dialog)
    assert dialog.folder == folder


def test_everything_is_read_only_by_who_is_sure(room: DocumentsRoom) -> None:
    room.page.keeping.add("/")
    room.settle()
    box = room.page.keeping.dialog
    assert isinstance(box, QMessageBox)
    assert len(room.documents.held) == 2
    _button(box, "Read everything").click()
    room.settle()
    assert room.documents.held[-1].path == "/"


def test_changes_are_looked_for_when_asked(room: DocumentsRoom) -> None:
    room.page.show_part(Part.FOLDERS)
    room.page.folders.look_button.click()
    room.settle()
    assert room.documents.tried == [()]
    assert "now" in room.page.toast.text


def test_without_a_language_model_the_start_says_so(room: DocumentsRoom) -> None:
    room.documents.embedded = None
    wanted: list[None] = []
    room.page.settings_requested.connect(lambda: wanted.append(None))
    assert room.page.search.start.lack.isVisible()
    room.page.search.start.lack_button.click()
    assert wanted == [None]


def test_a_refused_folder_is_said_on_the_page(room: DocumentsRoom) -> None:
    room.page.keeping.add("/home/ann/work")
    room.settle()
    assert "That folder is read already." in room.page.error.text()
    room.page.keeping.add("/home/ann/else")
    room.settle()
    assert not room.page.error.isVisible()


def test_a_hidden_page_asks_nothing(room: DocumentsRoom) -> None:
    asked: list[None] = []
    status: Callable[[], IndexStatus] = room.documents.status
    room.documents.status = lambda: asked.append(None) or status()  # type: ignore[method-assign, func-returns-value]
    room.page.hide()
    asked.clear()
    room.library.database_changed()
    room.settle()
    assert asked == []
    room.page.show()
    room.settle()
    assert len(asked) == 1


def test_slash_leads_to_the_search_from_any_part(room: DocumentsRoom) -> None:
    room.page.show_part(Part.FOLDERS)
    room.page.folders.view.setFocus()
    room.qtbot.keyClick(room.page.folders.view, Qt.Key.Key_Slash)
    assert room.page.search.isVisible()


def test_workers_end_with_the_window(room: DocumentsRoom) -> None:
    worker = room.documents.worker
    worker.gate.clear()
    room.page.search.search("budget")
    room.qtbot.waitUntil(lambda: worker.asked == ["budget"])
    room.library.close()  # while an answer is waited for
    assert worker.closed
