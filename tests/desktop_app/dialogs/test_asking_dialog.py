"""What is typed into a dialog goes into its fields, from the first on, and Tab goes through them to its buttons."""

from __future__ import annotations

from typing import Any, cast

import pytest
from helpers.fake_trust import FakeKeys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPushButton

from desktop_app.background import Background
from desktop_app.dialogs.asking_dialog import AskingDialog
from desktop_app.dialogs.keys_passphrase import PassphraseDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def background(qtbot: Any) -> Any:
    made = Background()
    yield made
    made.close()


def test_a_passphrase_with_a_space_in_it_is_typed_at_once(qtbot: Any, background: Background) -> None:
    keys = FakeKeys()
    dialog = PassphraseDialog(cast("Any", keys), background)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    for field in (dialog.fields.first, dialog.fields.second):
        assert dialog.focusWidget() is field
        qtbot.keyClicks(dialog.focusWidget(), "correct horse")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.save_button
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.cancel_button
    dialog.save_button.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert keys.asked == [("add_passphrase", "correct horse")]


def test_a_field_that_was_chosen_keeps_the_focus_and_those_made_in_another_order_follow_their_rows(
    qtbot: Any, background: Background
) -> None:
    dialog = AskingDialog(background)
    qtbot.addWidget(dialog)
    below, above = QLineEdit(dialog), QLineEdit(dialog)
    rows = QFormLayout()
    rows.addRow("Above", above)
    rows.addRow("Below", below)
    dialog.column.addLayout(rows)
    below.setFocus()
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.focusWidget() is below
    above.setFocus()
    for wanted in (below, dialog.save_button, dialog.cancel_button):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is wanted


def test_tab_goes_to_the_buttons_beside_and_return_on_cancel_saves_nothing(qtbot: Any, background: Background) -> None:
    dialog = AskingDialog(background)
    qtbot.addWidget(dialog)
    field, more = QLineEdit(dialog), QPushButton("More", dialog)
    dialog.column.addWidget(field)
    dialog.beside.addWidget(more)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    for wanted in (dialog.save_button, more, dialog.cancel_button):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is wanted
    saved: list[bool] = []
    dialog.save_button.clicked.connect(saved.append)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.cancel_button, Qt.Key.Key_Return)
    assert not saved


def test_what_came_of_it_is_told(qtbot: Any, background: Background) -> None:
    dialog = AskingDialog(background)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.stored) as stored:
        dialog.ask(lambda: "done")
    assert stored.args == ["done"]
