"""The running desktop app: window, tray, bridge and keeper, and how they hang together."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.background import Background
from desktop_app.bridge import EngineBridge
from desktop_app.choices import Choices
from desktop_app.dialogs.crash import CrashDialog
from desktop_app.dialogs.crash_watch import CrashWatch
from desktop_app.dialogs.recovery_code import offer_code
from desktop_app.dialogs.refusal import refuse, show_error
from desktop_app.dialogs.salvaged import tell_salvaged
from desktop_app.dialogs.unlock import Unlock, UnlockDialog
from desktop_app.language import Speech
from desktop_app.look import Look
from desktop_app.main_window import MainWindow
from desktop_app.pages.advice.adviser import Adviser
from desktop_app.pages.documents.library import Library
from desktop_app.pages.rules.relabelling import label_anew
from desktop_app.pages.stack import WindowParts
from desktop_app.pages.today_live import wants_access
from desktop_app.recorder.control import RecorderControl
from desktop_app.recorder.keeper import Launcher, RecorderKeeper, launcher_of, start_detached
from desktop_app.sessions import Sessions
from desktop_app.sweeper import Sweeper
from desktop_app.tray import Tray
from engine.domain.app_names import AppNames
from engine.domain.errors import KairosError, KeyNeeded
from engine.domain.summary import DaySummary
from engine.logs import start_logging
from engine.paths import ProfilePaths
from engine.programs import command
from engine.settings import Settings

if TYPE_CHECKING:
    from desktop_app.dialogs.first_run import FirstRun
    from engine.api import Engine

AGAIN = 75  # exit status of a window that is to be opened anew, on data that was put in another's place


@dataclass(frozen=True, slots=True)
class Frame:
    """What is on screen already: the bare window, its colours and its language.

    sample: the window shows made-up days, among which nothing may be recorded.
    """

    look: Look
    speech: Speech
    window: MainWindow
    sample: bool = False


class Desk(QObject):
    """Fills the window once it is on screen, opens the engine beside it, and joins the two."""

    def __init__(
        self,
        app: QApplication,
        frame: Frame,
        paths: ProfilePaths,
        settings: Settings,
        open_engine: Callable[[ProfilePaths], Engine],
    ) -> None:
        super().__init__()
        self._app = app
        self.launch: Launcher = start_detached
        self.unlock: Unlock | None = None
        self.end: Callable[[int], object] = app.exit
        self.paths = paths
        self._open_engine = open_engine
        self._engine: Engine | None = None
        self._log: list[logging.Handler] = []
        self.tray: Tray | None = None
        self.titles: tuple[str, ...] = ()
        self._saved_look = settings.look
        self.look, self._speech, self.window = frame.look, frame.speech, frame.window
        self.background = Background(self)
        self.background.failed.connect(self._tell)
        self.choices = Choices(settings, self)
        self.control = RecorderControl(self, sample=frame.sample)
        self.library = Library(self)
        self.adviser = Adviser(self)
        self.sessions = Sessions(frame.look.theme, frame.window, self.choices, self, sample=frame.sample)
        self.watch = CrashWatch(self.show_crash, lambda: self.titles, self)
        self._sweeper = Sweeper(self)
        self._connect()

    def _connect(self) -> None:
        self.choices.changed.connect(self._apply)
        self.choices.access_changed.connect(self.control.try_again)
        self.choices.reopen.connect(lambda: self.end(AGAIN))
        self.choices.replacing.connect(self.adviser.lane.hold)
        self.window.sample_requested.connect(self.open_sample)
        self.window.closing.connect(self._window_closing)
        self._app.commitDataRequest.connect(lambda _manager: self.quit())

    def open(self) -> None:
        """Fill the window, and open the engine on the worker thread meanwhile."""
        self.watch.install()
        self._sweeper.begin()
        self.background.ask(self, self._build, self._join, self._give_up)
        self.window.furnish(WindowParts(self.control, self.choices, self.library, self.adviser, self.sessions.keeper))
        self.tray = self.sessions.tray = Tray(self.look.theme, self.control, self.sessions.control, self)
        self.sessions.page_wanted.connect(self.show_page)
        self.tray.today_requested.connect(self.show_today)
        self.tray.plan_requested.connect(lambda: self.show_page("plan"))
        self.tray.quit_requested.connect(self.quit)
        self.tray.open()

    def _build(self) -> Engine:
        if not self._log:
            before = set(logging.getLogger().handlers)
            start_logging(self.paths.logs, "window")
            self._log = [handler for handler in logging.getLogger().handlers if handler not in before]
        self._engine = self._open_engine(self.paths)
        return self._engine

    def _join(self, engine: Engine) -> None:
        self.keeper = RecorderKeeper(engine.recording.command(), launcher_of(engine, self.launch), self)
        self.keeper.trouble.connect(self._tell_recorder_fails)
        self.bridge = EngineBridge(engine, self.background, self)
        self.control.attach(engine, self.background, self.bridge, self.keeper)
        self.bridge.health_changed.connect(self.keeper.watch)
        self.bridge.health_changed.connect(self.choices.recorder_changed)
        self.bridge.day_changed.connect(self._show_day)
        self.bridge.raise_requested.connect(self.window.come_forward)
        self._ask_away(engine)
        self.window.visible_changed.connect(self.bridge.want_day)
        self.choices.attach(engine, self.background)
        documents = self.choices.settings.documents
        self.library.attach(engine, self.background, documents, works=not self.control.sample)
        self.bridge.version_changed.connect(self.library.database_changed)
        self._advise(engine)
        self.sessions.attach(engine, self.background, self.adviser.lane, self.bridge)
        self._name_apps()
        label_anew(engine.rules, self.background, self.bridge.refresh, self)
        tell_salvaged(engine.backups, self.background, self.window)
        if self.choices.settings.first_run_done:
            self.keeper.want(not self.control.sample)
            self.sessions.speak()
            self._show_code(engine)
        else:
            self._welcome(engine)
        self.bridge.start()

    def _ask_away(self, engine: Engine) -> None:
        """Have Today ask what time away was, once the day has come to be known and whenever it changes."""
        from desktop_app.pages.away_questions import AwayQuestions  # noqa: PLC0415

        self.away = AwayQuestions(engine.away, self.background, self)
        self.bridge.day_changed.connect(self.away.look)
        self.away.stored.connect(self.bridge.refresh)
        self.window.ask_away(self.away)

    def _advise(self, engine: Engine) -> None:
        """Have Today say when to focus and what to read, anew when the history grew or something else is in front."""
        self.bridge.version_changed.connect(self.adviser.database_changed)
        self.bridge.day_changed.connect(self.adviser.notice)
        self.adviser.attach(engine, self.background)

    def _name_apps(self) -> None:
        if self._engine is not None:
            apps, language = self._engine.app_names, str(self._speech.language)
            self.background.ask(self, lambda: apps.names(language), self._take_names)

    def _take_names(self, names: AppNames) -> None:
        self.window.show_names(names)
        self.sessions.nudger.words.names = names

    def _welcome(self, engine: Engine) -> None:
        """Ask before anything is recorded; the recorder starts once the dialog is answered or skipped."""
        from desktop_app.dialogs.first_run import FirstRun  # noqa: PLC0415

        dialog = FirstRun(self.choices, self.paths, self.window)
        dialog.sample_requested.connect(self.open_sample)
        dialog.finished.connect(lambda _result: self._welcomed(dialog, engine))
        dialog.open()

    def _welcomed(self, dialog: FirstRun, engine: Engine) -> None:
        """Save the answers, and only then start the recorder, which reads them."""
        self.choices.change(dialog.answers(), self._tell, self.control.start_now)
        self.sessions.speak()
        if dialog.wants_log_in():
            self.background.ask(self, engine.log_in.enable)
        dialog.deleteLater()
        self._show_code(engine)

    def _show_code(self, engine: Engine) -> None:
        """Have the recovery code kept where nothing else would open the profile without its keyring."""
        if not self.control.sample:
            offer_code(engine.keys, self.background, self.window)

    def _give_up(self, error: KairosError) -> None:
        if not (isinstance(error, KeyNeeded) and error.slots and self.unlock):
            self.end(refuse(error, self.window))
            return
        self.control.show_locked(True)
        dialog = UnlockDialog(self.paths, error, self.unlock, self.background, self.window)
        dialog.opened.connect(self._open_unlocked)
        dialog.rejected.connect(lambda: self.end(1))
        dialog.open()

    def _open_unlocked(self, paths: ProfilePaths) -> None:
        self.paths = paths
        self.control.show_locked(False)
        self.background.ask(self, self._build, self._join, self._give_up)

    def _tell(self, error: object) -> None:
        if isinstance(error, KairosError):
            show_error(error, self.window)

    def _tell_recorder_fails(self) -> None:
        if wants_access(self.control.health):
            return  # Today says what is lacking, and leads to it
        message = self.tr("It was started several times and ended each time. Its log, recorder.log, says why: %1")
        title = self.tr("The recorder does not start")
        self._tell(KairosError(message.replace("%1", str(self.paths.logs)), title=title))

    def _show_day(self, summary: DaySummary) -> None:
        self.titles = tuple({segment.title for segment in summary.segments if segment.title})
        self.window.show_day(summary)

    def _apply(self, settings: Settings) -> None:
        self.library.heed(settings.documents)
        if settings.look == self._saved_look:
            return  # what the command line asked for this run stays
        self._saved_look = settings.look
        self.look.choose(settings.look.theme)
        if self._speech.speak(settings.look.language):
            QTimer.singleShot(0, self, self._speak)  # not while the page that asked is still in its handler

    def _speak(self) -> None:
        self.window.speak()
        self._name_apps()
        if self.tray is not None:
            self.tray.speak()

    def show_crash(self, report: str) -> None:
        """Show one report; the window goes on behind it."""
        dialog = CrashDialog(report, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_today(self) -> None:
        """Bring the window to the front with Today in it."""
        self.show_page("today")

    def show_page(self, name: str) -> None:
        """Bring the window to the front with this page in it."""
        self.window.show_page(name)
        self.window.come_forward()

    def open_sample(self) -> None:
        """Open a window of its own on sample days; the person's own history is not touched."""
        start_detached(command("engine.cli", "demo"))

    def _window_closing(self) -> None:
        """Hide in the tray; without one minimise, or quit where windows cannot be minimised (recording goes on)."""
        if self.tray is not None and self.tray.is_there() and not self.window.may_close:
            self.window.hide()
            self.tray.tell_hidden()
        elif self.window.may_close or QGuiApplication.platformName().startswith("wayland"):
            self.quit()
        else:
            self.window.showMinimized()

    def quit(self) -> None:
        """End the window; the recorder goes on."""
        self.end(0)  # quit() would first ask every window, and ours hides instead of closing

    def close(self) -> None:
        """Let go of everything; no thread is left behind."""
        if self._engine is not None and hasattr(self, "bridge"):
            self.bridge.stop()
        self.sessions.close()
        self.library.close()
        self.adviser.close()
        self.background.close()
        for part in (self.tray, self._engine):
            if part is not None:
                part.close()
        self._sweeper.end()
        self.watch.uninstall()
        for handler in self._log:
            logging.getLogger().removeHandler(handler)
            handler.close()
        self._speech.fall_silent()
        self.window.deleteLater()
