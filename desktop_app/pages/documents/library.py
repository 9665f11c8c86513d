"""The documents as the window has them: what is asked of the engine, and the workers that run for the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.background import Background
from engine.domain.digest import Digest
from engine.domain.documents import IndexStatus, SearchHit
from engine.domain.errors import KairosError
from engine.domain.recommended import Verdict
from engine.settings import DocumentSettings

if TYPE_CHECKING:
    from desktop_app.pages.documents.week_use import WeekUse
    from engine.api import AnswerClient, Documents, Engine

T = TypeVar("T")
Failed = Callable[[KairosError], object] | None


class Library(QObject):
    """Two lanes beside the window: one asks the engine, the other waits for the worker that knows meaning.

    ready: questions can be asked. status_shown: how far reading is, told again whenever the database changed.
    """

    ready = Signal()
    status_shown = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: Engine | None = None
        self._documents: Documents | None = None
        self._background: Background | None = None
        self._answers: AnswerClient | None = None
        self._meaning: Background | None = None
        self._looking = False
        self._wanted = False
        self._works = False
        self._settings = DocumentSettings()
        self.zone = "UTC"

    @property
    def is_open(self) -> bool:
        """Whether questions are answered."""
        return self._documents is not None

    def attach(self, engine: Engine, background: Background, settings: DocumentSettings, *, works: bool = True) -> None:
        """Give the library the engine; works: it may start workers, which a mere picture may not."""
        self._settings = settings
        self._engine, self._documents = engine, engine.documents
        self._background, self._works = background, works
        background.ask(self, lambda: engine.history.rule().zone, self._name_zone)
        if settings.automatic:
            self.start_indexing()

    def _name_zone(self, zone: str) -> None:
        self.zone = zone
        self.ready.emit()

    def ask(
        self,
        owner: QObject,
        question: Callable[[Documents], T],
        answer: Callable[[T], object] | None = None,
        failed: Failed = None,
    ) -> None:
        """Ask the engine beside the window; nothing happens while it is being opened."""
        documents, background = self._documents, self._background
        if documents is not None and background is not None:
            background.ask(owner, lambda: question(documents), answer, failed)

    def ask_digest(self, owner: QObject, answer: Callable[[Digest], object], failed: Failed) -> None:
        """Ask what is worth reading now; a mere picture does not count as seen."""
        engine, background, works = self._engine, self._background, self._works
        if engine is not None and background is not None:
            background.ask(owner, lambda: engine.digest.now(kept=works), answer, failed)

    def say_of_digest(
        self, owner: QObject, offer: int, verdict: Verdict, answer: Callable[[None], object], failed: Failed
    ) -> None:
        """Say what the person thinks of something in the digest."""
        engine, background = self._engine, self._background
        if engine is not None and background is not None and offer:
            background.ask(owner, lambda: engine.mind.say(offer, verdict), answer, failed)

    def take_back_of_digest(
        self, owner: QObject, offer: int, verdict: Verdict, answer: Callable[[None], object], failed: Failed
    ) -> None:
        """Take back what the person said of something in the digest."""
        engine, background = self._engine, self._background
        if engine is not None and background is not None:
            background.ask(owner, lambda: engine.mind.unsay(offer, verdict), answer, failed)

    def tell_week(self, week: WeekUse) -> None:
        """Have the time that documents were in front this week read, where it can be."""
        if self._engine is not None and self._background is not None:
            week.look(self._engine, self._background)

    def want_status(self, *, wanted: bool) -> None:
        """Say whether anyone sees how far reading is; nobody asks for it otherwise."""
        self._wanted = wanted
        if wanted:
            self.look()

    def database_changed(self) -> None:
        """Ask how far reading is, where someone sees it."""
        if self._wanted:
            self.look()

    def look(self) -> None:
        """Ask how far reading is, unless the last such question is still being answered."""
        if self._looking or not self.is_open:
            return
        self._looking = True
        self.ask(self, lambda documents: documents.status(), self._tell, self._give_up)

    def _tell(self, status: IndexStatus) -> None:
        self._looking = False
        self.status_shown.emit(status)

    def _give_up(self, _error: KairosError) -> None:
        self._looking = False  # the bridge says what is wrong with the database

    def ask_meaning(
        self, owner: QObject, query: str, limit: int, answer: Callable[[Sequence[SearchHit]], object], failed: Failed
    ) -> bool:
        """Ask the worker that knows meaning; False where none may be started."""
        documents = self._documents
        if documents is None or not self._works:
            return False
        if self._meaning is None:
            self._meaning = Background(self)
        if self._answers is None:
            self._answers = documents.answers()
        answers = self._answers
        self._meaning.ask(owner, lambda: answers.ask(query, limit), answer, failed)
        return True

    def start_indexing(self) -> None:
        """Start the worker that reads, unless no folder is named; it then goes on watching them."""
        if self._works:
            self.ask(self, lambda documents: documents.start_indexing() if documents.folders() else None)

    def heed(self, settings: DocumentSettings) -> None:
        """Do as other settings say: another encoder answers from now on, and folders are kept watch of, or not."""
        before, self._settings = self._settings, settings
        if before.encoder_folder != settings.encoder_folder and self._answers is not None:
            self._answers.close()  # it starts anew when it is asked
            self._answers = None
        if settings.automatic and not before.automatic:
            self.start_indexing()
        elif before.automatic and not settings.automatic and self._works:
            self.ask(self, lambda documents: documents.close())

    def close(self) -> None:
        """End the workers that run for the window; what they have committed stays."""
        if self._answers is not None:
            self._answers.close()  # first: it ends the question that the lane may be waiting for
        if self._meaning is not None:
            self._meaning.close()
