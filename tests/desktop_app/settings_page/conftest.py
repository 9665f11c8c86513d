"""The settings page alone, opened and closed around a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from helpers.fake_engine import FakeEngine
from helpers.privacy_bench import Bench
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.choices import Choices
from desktop_app.focus.keeper import FocusKeeper
from desktop_app.language import Speech
from desktop_app.pages.settings import SettingsPage
from engine.settings import Language, Settings


@pytest.fixture
def page_bench(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Any]:
    speech = Speech(qapp)
    speech.speak(Language.ENGLISH)
    engine, background = FakeEngine(tmp_path / "profile"), Background()
    choices = Choices(Settings(first_run_done=True))
    engine.preferences.change(choices.settings)
    page = SettingsPage(choices, FocusKeeper())
    reopened: list[bool] = []
    choices.reopen.connect(lambda: reopened.append(True))
    choices.attach(cast("Any", engine), background)
    page.resize(900, 700)
    page.show()
    made = Bench(page, engine, background, qtbot, reopened)
    made.settle()
    yield made
    background.close()
    page.deleteLater()
    speech.fall_silent()
    qtbot.wait(1)
    QLocale.setDefault(QLocale("C"))
