"""The running desktop app: window, tray, bridge and keeper, and how they hang together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.background import Background
from desktop_app.bridge import EngineBridge
from desktop_app.checkup import Checkup
from desktop_app.choices import Choices
from desktop_app.dialogs.crash import CrashDialog
from desktop_app.dialogs.crash_watch import CrashWatch
from desktop_app.dialogs.refusal import show_error
from desktop_app.everywhere import everywhere
from desktop_app.keyboard import Keyboard
from desktop_app.language import Speech
from desktop_app.look import Look
from desktop_app.main_window import MainWindow
from desktop_app.opening import Opener, Opening
from desktop_app.packs import Packs
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
from desktop_app.welcome import Welcome
from engine.domain.app_names import AppNames
from engine.domain.errors import KairosError
from engine.domain.summary import DaySummary
from engine.paths import ProfilePaths
from engine.programs import command
from engine.settings import Settings

if TYPE_CHECKING:
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
        open_engine: Opener,
    ) -> None:
        super().__init__()
        self._app = app
        self.launch: Launcher = start_detached
        self.end: Callable[[int], object] = app.exit
        self.tray: Tray | None = None
        self.titles: tuple[str, ...] = ()
        self._saved_look = settings.look
        self.look, self._speech, self.window = frame.look, frame.speech, frame.window
        self.opening = Opening(paths, open_engine, frame.window, self)
        self.background = Background(self)
        self.background.failed.connect(self._tell)
        self.choices = Choices(settings, self)
        self.control = RecorderControl(self, sample=frame.sample)
        self.library = Library(self)
        self.adviser = Adviser(self)
        self.sessions = Sessions(frame.look.theme, frame.window, self.choices, self, sample=frame.sample)
        self.welcome = Welcome(self.choices, self.background, frame.window, self, sample=frame.sample)
        self.checkup = Checkup(frame.look.theme, self.choices, self.control, frame.window, self._has_tray, self)
        self.packs = Packs(self.choices, frame.window, self)
        own = {"sample": self.open_sample, "close_window": frame.window.close, "quit": self.quit}
        shared = {**everywhere(self.sessions, self.control, self.choices), **self.packs.doers()}
        self.keyboard = Keyboard(frame.look.theme, frame.window, self.choices, {**shared, **own}, self)
        self.watch = CrashWatch(self.show_crash, lambda: self.titles, self)
        self._sweeper = Sweeper(self)
        self._connect()

    @property
    def paths(self) -> ProfilePaths:
        """The profile's files, with the key once that is known."""
        return self.opening.paths

    def _connect(self) -> None:
        self.opening.opened.connect(self._join)
        self.opening.ended.connect(self._end)
        self.welcome.sample_requested.connect(self.open_sample)
        self.welcome.answered.connect(self.checkup.tell_news)
        self.checkup.page_wanted.connect(self.show_page)
        self.welcome.failed.connect(self._tell)
        self.welcome.answered.connect(self.control.start_now)
        self.welcome.over.connect(self.sessions.speak)
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
        self.opening.begin(self.background, self.control)
        self.window.furnish(WindowParts(self.control, self.choices, self.library, self.adviser, self.sessions.keeper))
        self.tray = self.sessions.tray = Tray(self.look.theme, self.control, self.sessions.control, self)
        self.sessions.page_wanted.connect(self.show_page)
        self.tray.today_requested.connect(self.show_today)
        self.tray.plan_requested.connect(lambda: self.show_page("plan"))
        self.tray.quit_requested.connect(self.quit)
        self.tray.open()

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
        self.packs.changed.connect(lambda: label_anew(engine.rules, self.background, self.bridge.refresh, self))
        if not self.welcome.greet(engine, self.opening.paths):
            self.keeper.want(not self.control.sample)
            self.sessions.speak()
            self.checkup.tell_news()
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
        if self.opening.engine is not None:
            apps, language = self.opening.engine.app_names, str(self._speech.language)
            self.background.ask(self, lambda: apps.names(language), self._take_names)

    def _take_names(self, names: AppNames) -> None:
        self.window.show_names(names)
        self.sessions.nudger.words.names = names

    def _tell(self, error: object) -> None:
        if isinstance(error, KairosError):
            show_error(error, self.window)

    def _tell_recorder_fails(self) -> None:
        if wants_access(self.control.health):
            return  # Today says what is lacking, and leads to it
        message = self.tr("It was started several times and ended each time. Its log, recorder.log, says why: %1")
        title = self.tr("The recorder does not start")
        self._tell(KairosError(message.replace("%1", str(self.opening.paths.logs)), title=title))

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
        self.look.speak()
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

    def _has_tray(self) -> bool:
        return self.tray is not None and self.tray.is_there()

    def open_sample(self) -> None:
        """Open a window of its own on sample days; the person's own history is not touched."""
        start_detached(command("engine.cli", "demo", "--lang", str(self._speech.language)))

    def _window_closing(self) -> None:
        """Hide in the tray; without one minimise, or quit where windows cannot be minimised (recording goes on)."""
        for_good = self.window.may_close or self.control.sample  # made-up days have nothing to wait for
        if self.tray is not None and self.tray.is_there() and not for_good:
            self.window.hide()
            self.tray.tell_hidden()
        elif for_good or QGuiApplication.platformName().startswith("wayland"):
            self.quit()
        else:
            self.window.showMinimized()

    def _end(self, status: int) -> None:
        self.end(status)  # asked for late: a test puts its own in

    def quit(self) -> None:
        """End the window; the recorder goes on."""
        self.end(0)  # quit() would first ask every window, and ours hides instead of closing

    def close(self) -> None:
        """Let go of everything; no thread is left behind."""
        if self.opening.engine is not None and hasattr(self, "bridge"):
            self.bridge.stop()
        self.sessions.close()
        self.library.close()
        self.adviser.close()
        self.background.close()
        if self.tray is not None:
            self.tray.close()
        self.opening.close()
        self._sweeper.end()
        self.watch.uninstall()
        self._speech.fall_silent()
        self.window.deleteLater()
