"""Asks while the person types: by words at once, by meaning once the typing rests; old answers are dropped."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.pages.documents.library import Library
from engine.domain.documents import SearchHit
from engine.domain.errors import EncoderError, KairosError

MOST: Final = 50
TYPING_MS: Final = 90
RESTING_MS: Final = 250
LONGEST: Final = 500


class Stage(Enum):
    """How far an answer is."""

    NOTHING = auto()  # nothing is asked
    WORDS = auto()  # being looked for by words
    MEANING = auto()  # found by words, being looked for by meaning
    WHOLE = auto()  # found by words and meaning
    WORDS_ONLY = auto()  # found by words; meaning is not to be had
    REFUSED = auto()  # the question cannot be understood


class Searcher(QObject):
    """Emits found(hits) by words, blended(hits) by words and meaning, refused(KairosError) and stage_changed(Stage).

    One question a lane at a time: what is typed meanwhile waits as one, the newest. meaning_lacks: why the meaning
    is not to be had, None while it is.
    """

    found = Signal(object)
    blended = Signal(object)
    refused = Signal(object)
    stage_changed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.query = ""
        self.stage = Stage.NOTHING
        self.meaning_lacks: KairosError | None = None
        self._asking: str | None = None
        self._pondering: str | None = None
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._resting = QTimer(self, singleShot=True, interval=RESTING_MS)
        self._typing.timeout.connect(self._ask)
        self._resting.timeout.connect(self._ponder)

    @property
    def at_rest(self) -> bool:
        """Whether nothing is asked and nothing will be by itself."""
        idle = not self._typing.isActive() and not self._resting.isActive()
        return idle and self._asking is None and self._pondering is None

    def ask(self, query: str, *, at_once: bool = False) -> None:
        """Look for something else; for nothing where the query is empty."""
        self.query = query.strip()
        self._resting.stop()
        if not self.query:
            self._typing.stop()
            self._reach(Stage.NOTHING)
            return
        if at_once:
            self._typing.stop()
            self._ask()
        elif not self._typing.isActive():
            self._typing.start()

    def again(self) -> None:
        """Ask the same once more, for instance since the documents changed; also the meaning, which may be back."""
        self.meaning_lacks = None
        if self.query:
            self.ask(self.query, at_once=True)

    def rest(self) -> None:
        """Ask nothing more by itself."""
        self._typing.stop()
        self._resting.stop()

    # ---------------------------------------------------------------- words

    def _ask(self) -> None:
        if self._asking is not None or not self.query or not self._library.is_open:
            return  # the answer on its way asks again
        query = self._asking = self.query
        self._reach(Stage.WORDS)
        self._library.ask(self, lambda documents: documents.search(query, MOST), self._take_words, self._refuse)

    def _take_words(self, hits: Sequence[SearchHit]) -> None:
        if self._is_stale():
            return
        self.found.emit(hits)
        if self.meaning_lacks is None:
            self._reach(Stage.MEANING)
            self._resting.start()
        else:
            self._reach(Stage.WORDS_ONLY)

    def _refuse(self, error: KairosError) -> None:
        if self._is_stale():
            return
        self._reach(Stage.REFUSED)
        self.refused.emit(error)

    def _is_stale(self) -> bool:
        """Forget the question answered; ask the newest where it is another one by now."""
        answered, self._asking = self._asking, None
        if answered == self.query:
            return False
        self._ask()
        return True

    # ---------------------------------------------------------------- meaning

    def _ponder(self) -> None:
        if self._pondering is not None or not self.query:
            return
        query = self._pondering = self.query
        if not self._library.ask_meaning(self, query, MOST, self._take_meaning, self._lack):
            self._pondering = None
            self._reach(Stage.WORDS_ONLY)

    def _take_meaning(self, hits: Sequence[SearchHit]) -> None:
        if self._is_outlived():
            return
        self._reach(Stage.WHOLE)
        self.blended.emit(hits)

    def _lack(self, error: KairosError) -> None:
        if isinstance(error, EncoderError):
            self.meaning_lacks = error
        if not self._is_outlived():
            self._reach(Stage.WORDS_ONLY)

    def _is_outlived(self) -> bool:
        answered, self._pondering = self._pondering, None
        if answered == self.query and self.stage is Stage.MEANING:
            return False
        if self.stage is Stage.MEANING and not self._resting.isActive():
            self._resting.start()
        return True

    def _reach(self, stage: Stage) -> None:
        if stage is not self.stage:
            self.stage = stage
            self.stage_changed.emit(stage)
