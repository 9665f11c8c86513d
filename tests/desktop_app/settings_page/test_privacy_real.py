"""The privacy page on a real engine: what it asks for is there, and going back and erasing are done in earnest."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from helpers.storage_samples import seen
from helpers.window_frame import make_frame
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.app import open_engine
from desktop_app.desk import AGAIN, Desk
from desktop_app.dialogs.erase_data import EraseData
from desktop_app.dialogs.keys_encrypt import EncryptDialog
from desktop_app.dialogs.restore_backup import RestoreBackup
from engine.domain.activity import Activity
from engine.domain.backups import BackupReason
from engine.paths import ProfilePaths
from engine.settings import Language, LookSettings, Settings, save_settings
from engine.storage.activities import ActivityStore
from engine.storage.database import Database

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
HOUR = 3_600_000


def recorded(paths: ProfilePaths, hour: int, title: str) -> None:
    with closing(Database.open(paths.database)) as database:
        activity = Activity(hour * HOUR, (hour + 1) * HOUR, seen(title=title), "UTC")
        ActivityStore(database).insert_many([activity])


def titles(paths: ProfilePaths) -> list[str]:
    with closing(Database.open_existing(paths.database)) as database:
        return [one.what.title for one in ActivityStore(database).between(0, 1 << 43)]


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Any]:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    recorded(paths, 9, "kept")
    settings = Settings(look=LookSettings(language=Language.ENGLISH), first_run_done=True)
    save_settings(paths.settings, settings)
    made: Any = Desk(qapp, make_frame(qapp, settings, sample=True), paths, settings, open_engine)
    made.ended = []
    made.end = made.ended.append
    made.launch = lambda _command: None
    made.window.show()
    made.open()
    qtbot.waitUntil(lambda: made.choices.engine is not None, timeout=20_000)
    made.window.show_page("settings")
    qtbot.waitUntil(lambda: made.background.waiting == 0, timeout=20_000)
    yield made
    made.close()
    made.deleteLater()
    qtbot.wait(1)


def erased(desk: Any, qtbot: QtBot, text: str) -> str:
    """Erase titles with the text by the page, and return what was told."""
    desk.window.page.stored.erase_button.click()
    (erase,) = desk.window.findChildren(EraseData)
    erase.form.by.setCurrentIndex(erase.form.by.findData("title_with"))
    erase.form.text.setText(text)
    erase.look()
    qtbot.waitUntil(lambda: not erase.works, timeout=20_000)
    assert erase.sure.isEnabled(), erase.told.toPlainText() + erase.error.text()
    erase.sure.setChecked(True)
    erase.act_button.click()
    qtbot.waitUntil(lambda: not erase.works, timeout=60_000)
    told = str(erase.told.toPlainText())
    erase.close()
    return told


def test_the_page_tells_what_there_is_erases_and_goes_back(desk: Any, qtbot: QtBot) -> None:
    page, paths, engine = desk.window.page, desk.paths, desk.choices.engine
    assert page.stored.rows.item_model.rowCount() > 0
    assert "Not encrypted" in page.keys.state.text()
    engine.backups.make(BackupReason.BY_HAND)
    recorded(paths, 11, "zanahoria plan")
    assert "it stands in none" in erased(desk, qtbot, "zanahoria")
    assert titles(paths) == ["kept"]

    recorded(paths, 13, "later")
    page.backups.look()
    qtbot.waitUntil(lambda: desk.background.waiting == 0, timeout=20_000)
    page.backups.table.selectRow(0)
    page.backups.restore_button.click()
    (restore,) = desk.window.findChildren(RestoreBackup)
    qtbot.waitUntil(lambda: not restore.works, timeout=20_000)
    assert "1 stretch of recorded time" in restore.told.toPlainText()
    restore.sure.setChecked(True)
    restore.act_button.click()
    qtbot.waitUntil(lambda: desk.ended == [AGAIN] or restore.error.isVisible(), timeout=60_000)
    assert desk.ended == [AGAIN], restore.error.text()
    assert titles(paths) == ["kept"]


def test_a_profile_is_encrypted_from_the_page(desk: Any, qtbot: QtBot) -> None:
    page, paths = desk.window.page, desk.paths
    page.keys.encrypt_button.click()
    (encrypt,) = desk.window.findChildren(EncryptDialog)
    encrypt.fields.first.setText("correct horse battery")
    encrypt.fields.second.setText("correct horse battery")
    encrypt.by_passphrase.setChecked(True)
    encrypt.sure.setChecked(True)
    encrypt.act_button.click()
    qtbot.waitUntil(lambda: not encrypt.works, timeout=60_000)
    assert not encrypt.error.isVisible(), encrypt.error.text()
    assert paths.database.read_bytes()[:15] != b"SQLite format 3"
    (shown,) = [one for one in encrypt.children() if hasattr(one, "kept_button")]
    assert len(shown.code.text()) > 20
    shown.kept_button.click()
    qtbot.waitUntil(lambda: desk.ended == [AGAIN], timeout=20_000)
