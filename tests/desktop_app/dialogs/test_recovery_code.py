"""The recovery code is shown until it is kept, and goes only where the person puts it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from helpers.fake_trust import CODE
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from desktop_app.dialogs.first_run import FirstRun
from desktop_app.dialogs.key_cut_off import finish_change
from desktop_app.dialogs.recovery_code import RecoveryCodeDialog
from engine.domain.errors import KeyNeeded, StorageReadOnly
from engine.domain.key_slots import Encryption, Finished, KeySlot, KeyStep, SlotKind

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BY_KEYRING = Encryption(on=True, slots=(KeySlot(SlotKind.KEYRING, 1),), keyring="Secret Service")


@pytest.fixture
def shown(open_desk: Any) -> Any:
    """A dialog on keys that only a keyring opens."""
    bench = open_desk()
    bench.engine.keys.found = BY_KEYRING
    bench.dialog = RecoveryCodeDialog(bench.engine.keys, bench.desk.background, bench.desk.window)
    bench.dialog.open()
    bench.qtbot.waitUntil(lambda: bool(bench.dialog.code.text()))
    return bench


def _dialogs(bench: Any) -> list[Any]:
    return [one for one in bench.desk.window.findChildren(RecoveryCodeDialog) if one.isVisible()]


def test_it_is_kept_once_the_person_says_so(shown: Any) -> None:
    assert shown.dialog.code.text() == CODE
    assert ("code_kept",) not in shown.engine.keys.asked
    shown.dialog.kept_button.click()
    shown.qtbot.waitUntil(lambda: not shown.dialog.isVisible())
    assert ("code_kept",) in shown.engine.keys.asked


def test_an_enter_too_many_does_not_say_it_is_kept(shown: Any) -> None:
    assert shown.dialog.copy_button.hasFocus() or shown.dialog.focusWidget() is shown.dialog.copy_button
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        shown.qtbot.keyClick(shown.dialog, key)
        shown.qtbot.keyClick(shown.dialog.focusWidget(), key)
    shown.settle()
    assert shown.dialog.isVisible()
    assert ("code_kept",) not in shown.engine.keys.asked


def test_nothing_else_opens_it_is_said_only_where_that_is_so(shown: Any) -> None:
    assert "nothing else does" in shown.dialog.what.text()
    other = RecoveryCodeDialog(shown.engine.keys, shown.desk.background, shown.desk.window, code=CODE, sole=False)
    assert "nothing else does" not in other.what.text()
    assert "passphrase" in other.what.text()


def test_closed_without_that_nothing_is_noted(shown: Any) -> None:
    shown.dialog.later_button.click()
    assert ("code_kept",) not in shown.engine.keys.asked


def test_it_is_copied_as_a_secret(shown: Any) -> None:
    shown.dialog.copy_button.click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == CODE
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert "Copied" in shown.dialog.notice.text()


def test_it_is_saved_where_only_the_person_can_read_it(shown: Any, tmp_path: Path) -> None:
    file = tmp_path / "code.txt"
    shown.dialog.save(file)
    assert CODE in file.read_text()
    assert file.stat().st_mode & 0o077 == 0
    shown.dialog.save(tmp_path)
    assert "could not be saved" in shown.dialog.notice.text()


def test_a_code_that_cannot_be_made_is_said(open_desk: Any) -> None:
    bench = open_desk()
    bench.engine.keys.error = StorageReadOnly("keys.json cannot be written: no room. Nothing was changed.")
    dialog = RecoveryCodeDialog(bench.engine.keys, bench.desk.background, bench.desk.window)
    bench.settle()
    assert "cannot be written" in dialog.notice.text()
    assert not dialog.kept_button.isEnabled()


def test_after_the_first_start_it_comes_by_itself_and_not_again(open_desk: Any) -> None:
    bench = open_desk(first_run_done=False)
    bench.engine.keys.found = BY_KEYRING
    assert _dialogs(bench) == []
    [welcome] = bench.desk.window.findChildren(FirstRun)
    welcome.accept()
    bench.qtbot.waitUntil(lambda: bool(_dialogs(bench)))
    [dialog] = _dialogs(bench)
    bench.qtbot.waitUntil(lambda: bool(dialog.code.text()))
    dialog.kept_button.click()
    bench.qtbot.waitUntil(lambda: not bench.engine.keys.wants_code())
    bench.desk.welcome.show_code(bench.engine)
    bench.settle()
    assert _dialogs(bench) == []


def test_a_plain_profile_and_one_with_a_passphrase_are_not_asked(open_desk: Any) -> None:
    bench = open_desk()
    for found in (Encryption(on=False), replace(BY_KEYRING, slots=(KeySlot(SlotKind.PASSPHRASE, 1),))):
        bench.engine.keys.found = found
        bench.desk.welcome.show_code(bench.engine)
        bench.settle()
        assert _dialogs(bench) == []


def test_a_change_of_the_key_that_was_taken_back_is_told(open_desk: Any) -> None:
    bench = open_desk()
    bench.engine.keys.cut_off = Finished(KeyStep.ENCRYPT, done=True)
    bench.desk.welcome.show_code(bench.engine)
    bench.settle()
    assert bench.desk.window.findChildren(QMessageBox) == []
    bench.engine.keys.cut_off = Finished(KeyStep.ENCRYPT, done=False)
    bench.desk.welcome.show_code(bench.engine)
    bench.qtbot.waitUntil(lambda: bool(bench.desk.window.findChildren(QMessageBox)))
    [box] = bench.desk.window.findChildren(QMessageBox)
    assert "still not encrypted" in box.text()
    box.accept()


def test_one_that_cannot_be_completed_says_how_it_can() -> None:
    def locked() -> None:
        raise KeyNeeded("The keyring is locked.")

    told = finish_change(locked)
    assert "The keyring is locked." in told
    assert "kairos keys finish" in told
