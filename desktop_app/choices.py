"""The settings as the window sees them: read once at the start, changed through the engine, announced to all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from engine.domain.errors import KairosError
from engine.settings import Settings

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Engine

Edit = Callable[[Settings], Settings]
T = TypeVar("T")


class Choices(QObject):
    """Holds the settings in force; changed is emitted once new ones are saved, ready once they can be.

    access_changed: what lets this desktop be seen was put in place or taken away. reopen: the data was put in another's
    place, so that the window has to open anew. replacing: whether that is being done, so that nobody may ask anything.
    recorder_changed: what the recorder says of itself, for a page that shows it beside a setting.
    checkup_wanted, news_wanted: a page asks whether Kairos sees everything, or what is new; shortcuts_wanted and
    palette_wanted: for the list of shortcuts, and for all actions. packs_wanted: what desktop_app.packs opens, and
    packs_changed: a pack was taken in or back.
    """

    changed = Signal(object)
    ready = Signal()
    replacing = Signal(bool)
    access_changed = Signal()
    reopen = Signal()
    recorder_changed = Signal(object)
    checkup_wanted = Signal()
    news_wanted = Signal()
    shortcuts_wanted = Signal()
    palette_wanted = Signal()
    packs_wanted = Signal(str)
    packs_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._wanted = settings
        self._engine: Engine | None = None
        self._background: Background | None = None

    @property
    def engine(self) -> Engine | None:
        """The engine that saves, None while it is being opened."""
        return self._engine

    @property
    def background(self) -> Background | None:
        """Where questions of the settings page are answered, None while the engine is being opened."""
        return self._background

    def attach(self, engine: Engine, background: Background) -> None:
        """Give the choices the engine that saves them."""
        self._engine, self._background = engine, background
        self.ready.emit()

    def replace(
        self,
        owner: QObject,
        act: Callable[[], T],
        answer: Callable[[T], object],
        failed: Callable[[KairosError], object],
    ) -> None:
        """Have the data put in another's place: after all that was asked before, and with nothing asked beside it.

        Where that went well, nothing is asked any more until the window opens anew.
        """
        background = self._background
        if background is None:
            return

        def give_up(error: KairosError) -> None:
            background.release()  # once more: what fails at once has failed before anything is held
            self.replacing.emit(False)
            failed(error)

        def tried() -> T:
            try:
                return act()
            except BaseException:
                background.release()  # also for what nobody foresaw
                raise

        self.replacing.emit(True)
        background.ask(owner, tried, answer, give_up)
        background.hold()

    def note_version(self, version: str) -> None:
        """Save which Kairos opened this profile last."""
        self.change(lambda settings: replace(settings, seen_version=version))

    def change(
        self,
        edit: Edit,
        refused: Callable[[KairosError], object] | None = None,
        accepted: Callable[[], object] | None = None,
    ) -> None:
        """Save the edited settings; refused hears why where the engine does not take them, and nothing changes."""
        if self._engine is None or self._background is None:
            return
        wanted = self._wanted = edit(self._wanted)
        preferences = self._engine.preferences

        def give_up(error: KairosError) -> None:
            self._wanted = self.settings
            if refused is not None:
                refused(error)

        def take(_saved: None) -> None:
            self.settings = wanted
            self.changed.emit(wanted)
            if accepted is not None:
                accepted()

        self._background.ask(self, lambda: preferences.change(wanted), take, give_up)
