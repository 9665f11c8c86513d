"""A picture of one page with the profile's real data, taken without a screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from desktop_app.background import Background
from desktop_app.choices import Choices
from desktop_app.focus.keeper import FocusKeeper
from desktop_app.language import Speech
from desktop_app.look import Look
from desktop_app.main_window import SIZE, MainWindow
from desktop_app.pages.advice.adviser import Adviser
from desktop_app.pages.documents.library import Library
from desktop_app.pages.stack import WindowParts
from desktop_app.recorder.control import RecorderControl
from engine.settings import Settings

if TYPE_CHECKING:
    from engine.api import Engine

_ROUNDS = 5  # layouts of wrapped text settle over a few rounds
_ROUND_MS = 50


def take_picture(
    app: QApplication, engine: Engine, settings: Settings, page: str, target: Path, size: tuple[int, int] | None
) -> str:
    """Save the page as target; returns what went wrong, "" where nothing did. Starts no recorder, takes no lock."""
    background, adviser = Background(), Adviser()
    try:
        speech = Speech(app)
        speech.speak(settings.look.language)
        look = Look(app, settings.look.theme)
        control, choices, library = RecorderControl(), Choices(settings), Library()
        window = MainWindow(look.theme)
        focus = FocusKeeper(window)
        window.furnish(WindowParts(control, choices, library, adviser, focus))
        window.resize(*(size or SIZE))
        choices.attach(engine, background)
        focus.attach(engine, background)
        library.attach(engine, background, settings.documents, works=False)
        adviser.attach(engine, background, tells=False)
        control.show_health(engine.recording.health())
        window.show_names(engine.app_names.names(str(speech.language)))
        window.show_day(engine.history.day(None))
        window.show_page(page)
        window.show()
        _settle(app, lambda: background.waiting + adviser.waiting)
        saved = window.grab().save(str(target))
        window.deleteLater()
        return "" if saved else f"{target} could not be saved. Name a .png file in a folder you can write."
    finally:
        adviser.close()
        background.close()
        engine.close()


def _settle(app: QApplication, waiting: Callable[[], int]) -> None:
    rounds = _ROUNDS
    while rounds:
        app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, _ROUND_MS)
        rounds = _ROUNDS if waiting() else rounds - 1  # what an answer brings is laid out, too
