"""The person says which document a stretch shows, with keys alone, and takes it back the same way."""

from __future__ import annotations

import pytest
from helpers.storage_documents import folder, put
from helpers.timeline_desk import HOUR, MIDNIGHT, Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop_app.pages.timeline.shown_document import ShownDocumentDialog
from engine.domain.corrections import Said
from engine.domain.documents import MatchedBy
from engine.storage.database import Database

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PATHS = ("/docs/plan/notes.txt", "/docs/Quarterly plan.odt", "/docs/Letter.odt")


@pytest.fixture
def indexed(desk: Desk) -> Desk:
    """The page, with some documents indexed."""
    database = Database.open(desk.engine.paths.database)
    folder_id = folder(database)
    for path in PATHS:
        put(database, folder_id, path, "text")
    database.close()
    desk.engine.document_use.match()
    desk.page.refresh()
    desk.settle()
    return desk


def _opened(desk: Desk, *, steps: int = 1) -> ShownDocumentDialog:
    for _ in range(steps):
        QTest.keyClick(desk.page.lanes, Qt.Key.Key_Right)
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_D)
    dialog = desk.page.corrector.shown_dialog
    assert dialog is not None
    _settle(desk, dialog)
    return dialog


def _settle(desk: Desk, dialog: ShownDocumentDialog) -> None:
    desk.qtbot.waitUntil(lambda: dialog.at_rest and desk.background.waiting == 0, timeout=10_000)


def _offered(dialog: ShownDocumentDialog) -> list[str]:
    table = dialog.table
    return [str(table.data(table.index(row, 0))) for row in range(table.rowCount())]


def test_another_document_by_name_none_and_as_kairos_decides(indexed: Desk) -> None:
    page, uses = indexed.page, indexed.engine.document_use
    dialog = _opened(indexed)
    assert "none of your documents" in dialog.state.text()
    QTest.keyClicks(dialog.field, "plan")
    _settle(indexed, dialog)
    assert _offered(dialog) == ["Quarterly plan.odt", "notes.txt"]
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Up)
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    indexed.settle()
    assert page.corrector.shown_dialog is None
    assert indexed.told("documents") == [(8, 10, "notes.txt")]
    assert "Quarterly plan" in page.toast.text
    assert "notes.txt" in page.toast.text

    dialog = _opened(indexed, steps=0)
    assert dialog.state.text().startswith("You said that it shows")
    dialog.none_button.click()
    indexed.settle()
    assert indexed.told("documents") == []
    assert uses.said(MIDNIGHT + 9 * HOUR).said_by is MatchedBy.PERSON

    dialog = _opened(indexed, steps=0)
    dialog.itself_button.click()
    indexed.settle()
    assert uses.said(MIDNIGHT + 9 * HOUR).said_by is None


def test_without_a_word_what_was_used_last_and_no_match_is_said(indexed: Desk) -> None:
    indexed.engine.document_use.correct(MIDNIGHT + 14 * HOUR, indexed.engine.documents.find_document(PATHS[2]).id)
    dialog = _opened(indexed)
    assert _offered(dialog) == ["Letter.odt"]
    assert not dialog.none_found.isVisible()
    QTest.keyClicks(dialog.field, "glacier")
    _settle(indexed, dialog)
    assert dialog.none_found.isVisible()
    assert not dialog.choose_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert indexed.page.corrector.shown_dialog is None


def test_time_away_shows_no_document(indexed: Desk) -> None:
    for _ in range(2):
        QTest.keyClick(indexed.page.lanes, Qt.Key.Key_Right)
    QTest.keyClick(indexed.page.lanes, Qt.Key.Key_D)
    assert indexed.page.corrector.shown_dialog is None
    assert "No window with a title" in indexed.page.toast.text


def test_it_is_offered_only_where_documents_are_read(desk: Desk) -> None:
    QTest.keyClick(desk.page.lanes, Qt.Key.Key_Right)
    assert not desk.page.bar.document.isVisible()
    assert "Shows document…" not in _menu(desk)


def test_the_bar_and_the_menu_offer_it(indexed: Desk) -> None:
    assert indexed.page.bar.document.isVisible()
    assert not indexed.page.bar.document.isEnabled()
    QTest.keyClick(indexed.page.lanes, Qt.Key.Key_Right)
    assert "Shows document…" in _menu(indexed)
    indexed.page.bar.document.click()
    dialog = indexed.page.corrector.shown_dialog
    assert dialog is not None
    _settle(indexed, dialog)
    dialog.reject()


def _menu(desk: Desk) -> list[str]:
    bar = desk.page.bar
    bar.show_menu(bar.mapToGlobal(bar.rect().center()))
    menu = bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    names = [action.text() for action in menu.actions()]
    menu.close()
    return names


def test_a_moment_without_a_title_is_refused_with_the_reason(indexed: Desk) -> None:
    uses = indexed.engine.document_use
    dialog = ShownDocumentDialog(MIDNIGHT + 6 * HOUR, "Something", uses, indexed.background, indexed.page)
    dialog.open()
    QTest.keyClicks(dialog.field, "plan")
    _settle(indexed, dialog)
    assert "Nothing was recorded by title" in dialog.error.text()
    assert _offered(dialog)
    buttons = dialog.choose_button, dialog.none_button, dialog.itself_button
    assert not any(button.isEnabled() for button in buttons)
    dialog.cancel_button.click()
    assert not dialog.isVisible()


def test_what_the_person_renamed_can_show_a_document_too(indexed: Desk) -> None:
    span = MIDNIGHT + 8 * HOUR, MIDNIGHT + 10 * HOUR
    indexed.engine.corrections.change(*span, Said(title="Something else"))
    indexed.page.refresh()
    indexed.settle()
    dialog = _opened(indexed)
    QTest.keyClicks(dialog.field, "letter")
    _settle(indexed, dialog)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    indexed.settle()
    assert indexed.told("documents") == [(8, 10, "Letter.odt")]
