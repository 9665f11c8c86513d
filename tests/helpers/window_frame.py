"""The bare window a desk fills, as the application makes it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop_app.desk import Frame
from desktop_app.language import Speech
from desktop_app.look import Look
from desktop_app.main_window import MainWindow
from engine.settings import Settings


def make_frame(app: QApplication, settings: Settings, *, sample: bool = False) -> Frame:
    """Return a window in the theme and language of the settings; whoever closes its desk closes it too."""
    speech = Speech(app)
    speech.speak(settings.look.language)
    look = Look(app, settings.look.theme)
    window = MainWindow(look.theme)
    look.setParent(window)
    speech.setParent(window)
    return Frame(look, speech, window, sample=sample)
