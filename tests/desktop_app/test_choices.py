"""What replaces the data and fails leaves a window that can ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from helpers.fake_engine import FakeEngine
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.choices import Choices
from engine.domain.errors import KairosError, StorageBusy
from engine.settings import Settings


class Prompt(Background):
    """Comes back from asking once the answer is there: its thread was quicker than who asked."""

    def ask(self, *asked: Any) -> None:
        """Ask, and wait."""
        super().ask(*asked)
        if self._workers is not None:
            self._workers.submit(int).result()


def test_what_fails_at_once_holds_nothing_back(qtbot: QtBot, tmp_path: Path) -> None:
    def fail() -> None:
        raise StorageBusy("Something holds it.")

    background, choices, owner = Prompt(), Choices(Settings()), QObject()
    choices.attach(cast("Any", FakeEngine(tmp_path / "profile")), background)
    refused: list[KairosError] = []
    choices.replace(owner, fail, lambda _value: None, refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    answered: list[int] = []
    background.ask(owner, lambda: 7, answered.append)
    qtbot.waitUntil(lambda: answered == [7])
    background.close()
