"""The whole window over sample days that end at one moment for ever, so that what it says can be written down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest
from helpers.fake_mind import silence
from helpers.manual_clock import ManualClock
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop_app.main_window import MainWindow
from desktop_app.screenshot import Studio
from engine.api import Engine
from engine.api.mind import Mind
from engine.bootstrap import build_engine
from engine.domain.clock import SystemClock
from engine.domain.recommended import Abstention, Notice
from engine.paths import ProfilePaths
from engine.settings import Language, LookSettings, Settings, Theme

NOW_MS = 1_794_411_000_000  # Wednesday 2026-11-11, 15:30 UTC
_DAYS, _SEED = 10, 3
_SIZE = (1280, 800)


@contextmanager
def standing_clock() -> Iterator[None]:
    """Let it be NOW_MS for everybody in this process; who advises, at the real time, is not asked."""
    advice = replace(silence(Abstention.NO_PATTERN), notices=(Notice.BASELINE,))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Mind, "advice", lambda _mind: advice)
        patch.setattr(SystemClock, "now", lambda _clock: ManualClock(NOW_MS).now())
        yield


def fill_demo(paths: ProfilePaths) -> None:
    """Fill a profile with the sample days and their plan, under the starter rules in English."""
    engine = build_engine(paths)
    try:
        engine.rules.install(engine.rules.starter("en"))
        engine.rules.relabel_all()  # before the days come: they are labelled as they are stored
        engine.demo.fill(_DAYS, _SEED)
        engine.demo.fill_plan(_DAYS, _SEED)
    finally:
        engine.close()


@dataclass
class DemoWindow:
    """The window, and the waiting for what it asked."""

    window: MainWindow
    engine: Engine
    studio: Studio

    def show_page(self, name: str) -> None:
        """Show a page and wait until all it asked for is there."""
        self.window.show_page(name)
        self.studio.settle()


@contextmanager
def demo_window(
    app: QApplication, paths: ProfilePaths, language: Language = Language.ENGLISH, theme: Theme = Theme.LIGHT
) -> Iterator[DemoWindow]:
    """Give the window in a language and a theme; no recorder runs beside it and nothing is written by itself."""
    settings = Settings(look=LookSettings(language=language, theme=theme), first_run_done=True)
    engine, studio = build_engine(paths), Studio(app)
    try:
        window = studio.open(engine, settings)
        window.resize(*_SIZE)
        window.show()
        window.activateWindow()
        studio.settle()
        yield DemoWindow(window, engine, studio)
    finally:
        studio.close()
        engine.close()
        QLocale.setDefault(QLocale("C"))
