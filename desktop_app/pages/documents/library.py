"""The documents as the window has them: what is asked of the engine, and the workers that run for the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from desktop_app.background import Background
from engine.domain.document_status import DocumentsOverview
from engine.domain.documents import Document, Folder, IndexStatus, SearchHit
from engine.domain.errors import KairosError
from engine.settings import DocumentSettings

if TYPE_CHECKING:
    from engine.api import Engine

T = TypeVar("T")
Failed = Callable[[KairosError], object] | None


class Answers(Protocol):
    """The worker that knows meaning; ask waits for it and starts it where it does not run."""

    def ask(self, query: str, limit: int = ...) -> Sequence[SearchHit]:
        """Return what is found by words and meaning."""
        ...

    def close(self) -> None:
        """End the worker."""
        ...


class Documents(Protocol):
    """What the page asks of the engine's documents."""

    def folders(self) -> Sequence[Folder]:
        """Return the folders that are read."""
        ...

    def status(self) -> IndexStatus:
        """Return how far reading is."""
        ...

    def failures(self, limit: int = ...) -> Sequence[Document]:
        """Return what could not be read."""
        ...

    def search(self, query: str, limit: int = ...) -> Sequence[SearchHit]:
        """Return what is found by words."""
        ...

    def answers(self) -> Answers:
        """Return the worker that knows meaning."""
        ...

    def start_indexing(self) -> object:
        """Start the worker that reads."""
        ...

    def overview(self) -> DocumentsOverview:
        """Return how everything stands."""
        ...

    def add_folder(self, path: str, *, sure: bool = ...) -> object:
        """Have a folder read."""
        ...

    def change_folder(self, folder: Folder) -> object:
        """Read other things of a folder."""
        ...

    def remove_folder(self, folder_id: int) -> object:
        """Read a folder no longer."""
        ...

    def close(self) -> object:
        """End the worker that reads, if it was started here."""
        ...

    def pause(self) -> object:
        """Pause reading."""
        ...

    def resume(self) -> object:
        """Go on reading."""
        ...

    def read_again(self, document_ids: Sequence[int]) -> object:
        """Read these documents once more, and look for changes in all folders."""
        ...


class Library(QObject):
    """Two lanes beside the window: one asks the engine, the other waits for the worker that knows meaning.

    ready: questions can be asked. status_shown: how far reading is, told again whenever the database changed.
    """

    ready = Signal()
    status_shown = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: Documents | None = None
        self._background: Background | None = None
        self._answers: Answers | None = None
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
        self._documents = cast("Documents", engine.documents)
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
