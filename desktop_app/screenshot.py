"""A picture of one page with the profile's real data, taken without a screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QThread
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
_PAUSE_MS = 2


def take_picture(
    app: QApplication, engine: Engine, settings: Settings, page: str, target: Path, size: tuple[int, int] | None
) -> str:
    """Save the page as target; returns what went wrong, "" where nothing did. Starts no recorder, takes no lock."""
    studio = Studio(app)
    try:
        window = studio.open(engine, settings)
        window.resize(*(size or SIZE))
        window.show_page(page)
        window.show()
        studio.settle()
        saved = window.grab().save(str(target))
        return "" if saved else f"{target} could not be saved. Name a .png file in a folder you can write."
    finally:
        studio.close()
        engine.close()


class Studio:
    """A window over a profile that is only looked at: no recorder, no lock, no worker."""

    def __init__(self, app: QApplication) -> None:
        self._app, self._speech = app, Speech(app)
        self._background, self._adviser = Background(), Adviser()
        self._window: MainWindow | None = None
        self._kept: tuple[object, ...] = ()  # what nobody else holds while the window lives

    def open(self, engine: Engine, settings: Settings) -> MainWindow:
        """Return the window, filled but not yet shown, in the theme and the language of the settings."""
        speech = self._speech
        speech.speak(settings.look.language)
        look = Look(self._app, settings.look.theme)
        control, choices, library = RecorderControl(), Choices(settings), Library()
        window = self._window = MainWindow(look.theme)
        focus = FocusKeeper(window)
        window.furnish(WindowParts(control, choices, library, self._adviser, focus))
        choices.attach(engine, self._background)
        focus.attach(engine, self._background)
        library.attach(engine, self._background, settings.documents, works=False)
        self._adviser.attach(engine, self._background, tells=False)
        control.show_health(engine.recording.health())
        window.show_names(engine.app_names.names(str(speech.language)))
        window.show_day(engine.history.day(None))
        self._kept = look, control, choices, library
        return window

    def settle(self) -> None:
        """Wait until every question is answered and what the answers brought is laid out."""
        rounds = _ROUNDS
        while rounds:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, _ROUND_MS)
            waiting = self._background.waiting + self._adviser.waiting
            rounds = _ROUNDS if waiting else rounds - 1
            if waiting:
                QThread.msleep(_PAUSE_MS)  # processEvents returns at once, and the threads asked want to run

    def close(self) -> None:
        """Put the window away and end what answered it; the engine stays open."""
        if self._window is not None:
            self._window.deleteLater()
        self._adviser.close()
        self._background.close()
        self._speech.fall_silent()
