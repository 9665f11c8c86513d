"""A second launch brings the first window to the front and ends; with real processes and a real database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.desktop_app_process import run
from helpers.window_frame import make_frame
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.app import open_engine
from desktop_app.desk import Desk
from desktop_app.single_instance import take_or_raise_other
from engine.paths import ProfilePaths
from engine.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def first(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A window that is open and keeps no recorder running."""
    paths = ProfilePaths(tmp_path / "profile").ensure()
    lock = take_or_raise_other(paths, open_engine)
    assert lock is not None
    settings = Settings(first_run_done=True)
    desk = Desk(qapp, make_frame(qapp, settings), paths, settings, open_engine)
    desk.end = lambda _status: None
    desk.launch = lambda _command: True
    desk.window.show()
    desk.open()
    qtbot.waitUntil(lambda: desk.control.health is not None, timeout=20_000)
    yield desk
    desk.close()
    desk.deleteLater()
    lock.release()
    qtbot.wait(1)
    QLocale.setDefault(QLocale("C"))


def test_a_second_launch_raises_the_first_and_ends_well(first: Desk, qtbot: QtBot) -> None:
    first.window.hide()
    done = run("-m", "desktop_app", "--profile", first.paths.folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    qtbot.waitUntil(first.window.isVisible, timeout=3_000)


def test_another_profile_has_a_window_of_its_own(first: Desk, tmp_path: Path) -> None:
    lock = take_or_raise_other(ProfilePaths(tmp_path / "other").ensure(), open_engine)
    assert lock is not None
    lock.release()


def test_the_lock_is_free_again_after_the_window_ends(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path).ensure()
    for _ in range(2):
        lock = take_or_raise_other(paths, open_engine)
        assert lock is not None
        lock.release()
