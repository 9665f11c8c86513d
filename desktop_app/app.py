"""Builds everything the window is made of; the only part that knows how the engine is built."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop_app.desk import Desk
from desktop_app.dialogs.crash_watch import watch_qt
from desktop_app.dialogs.refusal import refuse
from desktop_app.options import Options
from desktop_app.single_instance import take_or_raise_other
from engine.domain.errors import KairosError
from engine.paths import ProfilePaths, profile_at
from engine.settings import Language, LookSettings, Settings, Theme, load_settings

if TYPE_CHECKING:
    from engine.api import Engine


def open_engine(paths: ProfilePaths) -> Engine:
    """Build the engine of a profile; imports what is slow to import, so never before the first paint."""
    from engine.bootstrap import build_engine  # noqa: PLC0415  (costs more than the whole window)

    return build_engine(paths)


def run(options: Options) -> int:
    """Open the window, or take a picture of a page; returns the exit status."""
    if options.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    watch_qt()
    app = _application()
    try:
        paths = profile_at(options.profile).ensure()
        settings = load_settings(paths.settings)
        look = _wanted_look(options, settings.look)
        if options.screenshot is not None:
            return _take_picture(app, options, paths, replace(settings, look=look))
        lock = take_or_raise_other(paths, open_engine)
    except KairosError as error:
        return refuse(error)
    if lock is None:
        return 0
    with lock:
        desk = Desk(app, paths, settings, open_engine, look)
        return _run_desk(app, desk, options)


def _application() -> QApplication:
    app = QApplication(["kairos"])
    app.setApplicationName("kairos")
    app.setApplicationDisplayName("Kairos")
    app.setDesktopFileName("kairos")
    app.setQuitOnLastWindowClosed(False)
    return app


def _wanted_look(options: Options, look: LookSettings) -> LookSettings:
    """Return the look with what the command line says for this run alone."""
    if options.theme:
        look = replace(look, theme=Theme(options.theme))
    if options.language:
        look = replace(look, language=Language(options.language))
    return look


def _run_desk(app: QApplication, desk: Desk, options: Options) -> int:
    if options.size:
        desk.window.resize(*options.size)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: desk.quit())
    desk.open()
    status = app.exec()
    desk.close()
    return status


def _take_picture(app: QApplication, options: Options, paths: ProfilePaths, settings: Settings) -> int:
    from desktop_app.screenshot import take_picture  # noqa: PLC0415

    if options.screenshot is None:
        return 0
    page, target = options.screenshot
    problem = take_picture(app, open_engine(paths), settings, page, target, options.size)
    if problem:
        sys.stderr.write(f"kairos: {problem}\n")
    return 1 if problem else 0
