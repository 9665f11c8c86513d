"""A locked profile in the window: asked for until it opens, off the GUI thread, or left."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from helpers.fake_engine import FakeEngine
from helpers.window_frame import make_frame
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.desk import Desk
from desktop_app.dialogs.unlock import UnlockDialog
from engine.domain.database_key import DatabaseKey
from engine.domain.errors import KeyNeeded, KeyWrong
from engine.locks import ProcessLock
from engine.paths import ProfilePaths
from engine.settings import Language, LookSettings, Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KEY = DatabaseKey(bytes(32))
CODE = "open sesame"


class LockedDesk:
    """A desk on a profile that opens by one secret."""

    def __init__(self, app: QApplication, folder: Path, slots: tuple[str, ...]) -> None:
        self.engine = FakeEngine(folder)
        self.tried: list[tuple[str | None, str]] = []
        self.keyring_back = False
        self.ended: list[int] = []
        settings = Settings(look=LookSettings(language=Language.ENGLISH), first_run_done=True)
        self.engine.preferences.change(settings)
        self._slots = slots
        self.desk = Desk(app, make_frame(app, settings), self.engine.paths, settings, self._open)
        self.desk.opening.unlock = self._unlock
        self.desk.end = self.ended.append

    def _open(self, paths: ProfilePaths) -> Any:
        if paths.key is None:
            raise KeyNeeded("The keyring is locked. Unlock it and try again.", slots=self._slots)
        return self.engine

    def _unlock(self, paths: ProfilePaths, typed: str | None) -> ProfilePaths:
        self.tried.append((typed, threading.current_thread().name))
        if typed == CODE or (typed is None and self.keyring_back):
            return replace(paths, key=KEY)
        if typed is None:
            raise KeyNeeded("The keyring is locked. Unlock it and try again.", slots=self._slots)
        raise KeyWrong("There is a typing error in the recovery code. Compare it with what you kept.")

    def dialog(self, qtbot: QtBot) -> Any:
        """Return the dialog once it is there."""
        qtbot.waitUntil(lambda: bool(self.desk.window.findChildren(UnlockDialog)))
        return self.desk.window.findChildren(UnlockDialog)[0]


@pytest.fixture
def locked(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Any]:
    made: list[LockedDesk] = []

    def make(*slots: str) -> LockedDesk:
        one = LockedDesk(qapp, tmp_path / "profile", slots)
        made.append(one)
        one.desk.window.show()
        one.desk.open()
        return one

    yield make
    for one in made:
        one.desk.close()
        one.desk.deleteLater()
    qtbot.wait(1)
    QLocale.setDefault(QLocale("C"))


def test_what_is_wrong_is_said_and_what_is_right_opens_the_window(locked: Any, qtbot: Any) -> None:
    bench = locked("keyring", "passphrase", "recovery")
    dialog = bench.dialog(qtbot)
    assert dialog.label.text() == "Passphrase or recovery code"
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Password
    assert not dialog.open_button.isEnabled()
    dialog.field.setText("wrong")
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert not dialog.open_button.isEnabled()
    qtbot.waitUntil(lambda: "typing error" in dialog.status.text())
    assert dialog.open_button.isEnabled()
    dialog.field.setText(CODE)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.desk.control.health is not None)
    assert bench.desk.paths.key == KEY
    assert dialog.field.text() == ""
    assert bench.ended == []
    assert {thread for _, thread in bench.tried} == {"engine_0"}, "argon2 may not stop the window"


def test_nothing_typed_goes_to_a_button_while_it_is_tried(locked: Any, qtbot: Any) -> None:
    bench = locked("keyring", "passphrase")
    dialog = bench.dialog(qtbot)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.focusWidget() is dialog.field
    qtbot.keyClicks(dialog.focusWidget(), "wrong words")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.field
    qtbot.keyClicks(dialog.focusWidget(), " more")
    assert dialog.field.text() == "wrong words"
    qtbot.waitUntil(lambda: "typing error" in dialog.status.text())
    for wanted in (dialog.shown, dialog.open_button, dialog.keyring_button, dialog.quit_button):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is wanted
    assert bench.ended == []


def test_what_is_said_of_recording_holds_for_a_recorder_that_runs(locked: Any, qtbot: QtBot, tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    with ProcessLock(paths.recorder_lock) as lock:
        lock.acquire(who="recorder")
        bench = locked("recovery")
        dialog = bench.dialog(qtbot)
    assert "Nothing is recorded" not in dialog.said.text()
    assert "recorder that runs" in dialog.said.text()
    pill = bench.desk.window.header.pill
    assert "Locked" in pill.text()
    dialog.field.setText(CODE)
    dialog.open_button.click()
    qtbot.waitUntil(lambda: "Recording" in pill.text())


def test_without_one_nothing_is_said_to_be_recorded(locked: Any, qtbot: QtBot) -> None:
    assert "Nothing is recorded" in locked("recovery").dialog(qtbot).said.text()


def test_a_keyring_that_is_back_opens_it(locked: Any, qtbot: QtBot) -> None:
    bench = locked("keyring")
    dialog = bench.dialog(qtbot)
    assert dialog.field.isHidden()
    assert dialog.open_button.isHidden()
    dialog.keyring_button.click()
    qtbot.waitUntil(lambda: "still does not open" in dialog.status.text())
    bench.keyring_back = True
    dialog.keyring_button.click()
    qtbot.waitUntil(lambda: bench.desk.control.health is not None)


def test_who_leaves_ends_the_window(locked: Any, qtbot: QtBot) -> None:
    bench = locked("recovery")
    dialog = bench.dialog(qtbot)
    assert dialog.label.text() == "Recovery code"
    assert dialog.keyring_button.isHidden()
    dialog.shown.setChecked(True)
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Normal
    dialog.quit_button.click()
    assert bench.ended == [1]
    assert bench.tried == []
