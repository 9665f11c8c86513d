"""A whole desktop app on an engine in memory, opened and closed around a test."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from helpers.fake_engine import FakeEngine
from helpers.window_frame import make_frame
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.desk import Desk
from engine.domain.backups import Salvaged
from engine.settings import Language, LookSettings, Settings


@dataclass
class Bench:
    """A desk and the engine below it."""

    desk: Desk
    engine: FakeEngine
    qtbot: QtBot
    ended: list[int]

    def settle(self) -> None:
        """Wait until every question has been answered."""
        self.qtbot.waitUntil(lambda: self.desk.background.waiting == 0)


Opens = Callable[..., Bench]


@pytest.fixture
def open_desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opens]:
    """A function that opens a desk; it speaks English and its first run is over unless told otherwise."""
    desks: list[Desk] = []
    # None lives for the two minutes after which it sets objects aside: it would take back those of tests/conftest.py.
    monkeypatch.setattr(gc, "unfreeze", lambda: None)
    monkeypatch.setattr("desktop_app.desk.start_detached", lambda _command: True)  # its programs outlive the tests

    def opens(
        *,
        first_run_done: bool = True,
        language: Language = Language.ENGLISH,
        sample: bool = False,
        salvaged: Salvaged | None = None,
    ) -> Bench:
        engine = FakeEngine(tmp_path / "profile")
        engine.backups.salvaged = salvaged
        settings = Settings(look=LookSettings(language=language), first_run_done=first_run_done)
        engine.preferences.change(settings)
        frame = make_frame(qapp, settings, sample=sample)
        desk = Desk(qapp, frame, engine.paths, settings, lambda _paths: cast("Any", engine))
        desks.append(desk)
        ended: list[int] = []
        desk.end = ended.append
        desk.window.resize(1280, 800)
        desk.window.show()
        desk.open()
        qtbot.waitUntil(lambda: desk.control.health is not None)
        bench = Bench(desk, engine, qtbot, ended)
        bench.settle()
        return bench

    yield opens
    for desk in desks:
        desk.close()
        desk.deleteLater()
    qtbot.wait(1)
    QLocale.setDefault(QLocale("C"))
