"""Builds everything the window is made of; the only part that knows how the engine is built."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.dialogs.qt_messages import watch_qt
from desktop_app.language import Speech
from desktop_app.look import Look
from desktop_app.main_window import MainWindow
from desktop_app.options import Options
from desktop_app.single_instance import take_or_raise_other
from engine.domain.errors import KairosError
from engine.paths import ProfilePaths, profile_at
from engine.programs import same_command
from engine.settings import Language, LookSettings, Settings, Theme, load_settings

if TYPE_CHECKING:
    from desktop_app.desk import Desk
    from engine.api import Engine

NEVER_PAINTED_MS = 1_500  # a window that starts minimised is never painted, and is filled all the same


def open_engine(paths: ProfilePaths) -> Engine:
    """Build the engine of a profile; imports what is slow to import, so never before the first paint."""
    from engine.bootstrap import build_engine  # noqa: PLC0415  (costs more than the whole window)

    return build_engine(paths)


def unlock_profile(paths: ProfilePaths, typed: str | None) -> ProfilePaths:
    """Return the profile with its key, found by what the person typed, or by the keyring for None; raises KeyWrong."""
    from engine.bootstrap import unlocked  # noqa: PLC0415  (seldom needed)

    return unlocked(paths, typed)


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
        from desktop_app.dialogs.refusal import refuse  # noqa: PLC0415  (seldom needed)

        return refuse(error)
    if lock is None:
        return 0
    with lock:
        status = _run_window(app, options, paths, settings, look)
    return open_again(status)


def open_again(status: int) -> int:
    """Return the exit status; become a new window where it is to be opened anew, in a process without old keys."""
    from desktop_app.desk import AGAIN  # noqa: PLC0415  (loaded by now)

    if status != AGAIN:
        return status
    command = same_command()
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606  (our own interpreter, no shell)
    return subprocess.run(command, check=False).returncode


def _application() -> QApplication:
    app = QApplication(["kairos", "-style", "fusion"])  # here it costs nothing, later 10 ms
    app.setProperty("style", "fusion")
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


def _run_window(
    app: QApplication, options: Options, paths: ProfilePaths, settings: Settings, shown: LookSettings
) -> int:
    """Show the bare window at once; everything else is loaded and built after its first paint."""
    speech = Speech(app)
    speech.speak(shown.language)
    look = Look(app, shown.theme)
    window = MainWindow(look.theme)
    if options.size:
        window.resize(*options.size)
    desks: list[Desk] = []

    def fill() -> None:
        if not desks:
            from desktop_app.desk import Desk, Frame  # noqa: PLC0415
            from desktop_app.theme.own_icon import own_icon  # noqa: PLC0415  (drawn from SVG: 10 ms)

            app.setWindowIcon(own_icon())
            desks.append(
                Desk(app, Frame(look, speech, window, sample=not options.recorder), paths, settings, open_engine)
            )
            desks[0].opening.unlock = unlock_profile
            desks[0].open()

    window.painted.connect(fill)
    QTimer.singleShot(NEVER_PAINTED_MS, window, fill)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: app.exit(0))
    window.show()
    status = app.exec()
    for desk in desks:
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
