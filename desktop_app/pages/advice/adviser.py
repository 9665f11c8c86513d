"""The advice as the window has it: when it is asked for anew, and what is asked of the learned models besides."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from desktop_app.background import Background
from desktop_app.pages.advice.steady import steady
from desktop_app.pages.advice.taken import TakenTime
from desktop_app.pages.advice.verdicts import Verdicts
from engine.domain.clock import Clock, SystemClock
from engine.domain.documents import Document
from engine.domain.errors import KairosError
from engine.domain.recommended import Advice
from engine.domain.summary import DaySummary

if TYPE_CHECKING:
    from engine.api import Documents, Engine, Insights, Letters, Mind

T = TypeVar("T")

FRESH_MS: Final = 180_000
"""So long advice stands though the history grew."""
OLD_MS: Final = 900_000
"""So long advice stands though nothing happened."""
RESTED_MS: Final = 15_000
"""So long something must be in front before advice is asked for anew."""
TICK_MS: Final = 30_000
SKIPPED_MS: Final = 7_200_000
"""So long nobody asks for a rating after one was skipped."""


class Adviser(QObject):
    """Two lanes beside the window: one for quick questions, one that may wait for the process that knows the models.

    ready: questions can be asked. advised(Advice): without what the person said away. acted(Advice): the same after
    the person said something. grown: the database is another. rating_wanted(bool): whether to ask how focused the last
    half hour was. failed(KairosError): no advice could be had. taken: the recommended time that is planned.
    """

    ready = Signal()
    advised = Signal(object)
    acted = Signal(object)
    rating_wanted = Signal(bool)
    grown = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, *, clock: Clock | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or SystemClock(lambda: "UTC")
        self._mind: Mind | None = None
        self._documents: Documents | None = None
        self._letters: Letters | None = None
        self._insights: Insights | None = None
        self._background: Background | None = None
        self._lane = Background(self)
        self._tells = False
        self._watchers: set[int] = set()
        self._asking = self._again = self._grown = False
        self._asked_ms: int | None = None
        self._skipped_ms: int | None = None
        self._front: object = None
        self.advice: Advice | None = None
        self._before: Advice | None = None  # the verdict that can be taken back
        self._outdated = False  # the answer on its way
        self.taken = TakenTime(self._clock, self)
        self.verdicts = Verdicts(self)
        self.verdicts.said.connect(self._heed)
        self.verdicts.undone.connect(self._go_back)
        self.verdicts.heard.connect(self.look_now)
        self.verdicts.failed.connect(self._refused)
        self._rested = QTimer(self, singleShot=True, interval=RESTED_MS)
        self._rested.timeout.connect(self.look_now)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.look)

    @property
    def is_open(self) -> bool:
        """Whether questions are answered."""
        return self._mind is not None

    @property
    def lane(self) -> Background:
        """Where questions wait for the process that knows the models, one after the other."""
        return self._lane

    @property
    def waiting(self) -> int:
        """Questions to the learned models not answered yet."""
        return self._lane.waiting

    def attach(self, engine: Engine, background: Background, *, tells: bool = True) -> None:
        """Give the adviser the engine; tells: what is seen and said may be told, which a mere picture may not."""
        self._mind, self._documents, self._letters = engine.mind, engine.documents, engine.letters
        self._insights = engine.insights
        self._background, self._tells = background, tells
        self.verdicts.attach(engine.mind, background, tells=tells)
        self.taken.attach(engine, background)
        self.ready.emit()
        self.look()

    # ---------------------------------------------------------------- asking

    def ask(
        self,
        owner: QObject,
        question: Callable[[Mind], T],
        answer: Callable[[T], object] | None = None,
        failed: Callable[[KairosError], object] | None = None,
        *,
        slow: bool = False,
    ) -> None:
        """Ask beside the window; slow: on the lane that may wait. Nothing happens while the engine is being opened."""
        mind, lane = self._mind, self._lane if slow else self._background
        if mind is not None and lane is not None:
            lane.ask(owner, lambda: question(mind), answer, failed or self.failed.emit)

    def letter(
        self,
        owner: QObject,
        question: Callable[[Letters], T],
        answer: Callable[[T], object],
        failed: Callable[[KairosError], object],
    ) -> None:
        """Ask of or for the weekly letter beside the window; nothing happens while the engine is being opened."""
        letters, background = self._letters, self._background
        if letters is not None and background is not None:
            background.ask(owner, lambda: question(letters), answer, failed)

    def found(
        self,
        owner: QObject,
        question: Callable[[Insights], T],
        answer: Callable[[T], object],
        failed: Callable[[KairosError], object],
    ) -> None:
        """Ask of what was found in the history beside the window; nothing happens while the engine is being opened."""
        insights, background = self._insights, self._background
        if insights is not None and background is not None:
            background.ask(owner, lambda: question(insights), answer, failed)

    @property
    def tells(self) -> bool:
        """Whether what is seen may be told, which a mere picture may not."""
        return self._tells

    def find(
        self,
        owner: QObject,
        path: str,
        answer: Callable[[Document], object],
        failed: Callable[[KairosError], object],
    ) -> None:
        """Ask what is known of a document by its path; failed where it is no longer indexed."""
        documents, background = self._documents, self._background
        if documents is not None and background is not None:
            background.ask(owner, lambda: documents.find_document(path), answer, failed)

    def look(self) -> None:
        """Ask for advice where that of before is too old, and whether a rating is wanted."""
        if not self._watchers or not self.is_open:
            return
        self._look_rating()
        if self._is_stale():
            self.look_now()

    def _is_stale(self) -> bool:
        """Return whether there is no advice yet, it is too old, or its time to focus is over."""
        if self._asked_ms is None or self.advice is None:
            return True
        stands_ms = FRESH_MS if self._grown else OLD_MS
        block = self.advice.block
        over = block is not None and block.interval.end_ms <= self._clock.now().wall_ms
        return over or not 0 <= self._now_ms() - self._asked_ms < stands_ms

    def renew(self) -> None:
        """Forget what was advised, whose offers are gone, and ask anew."""
        self.advice = self._before = self._asked_ms = None
        self.verdicts.forget_all()
        self.look_now()

    def look_now(self, *_: object) -> None:
        """Ask for advice, unless that is being answered."""
        asking = self._asking and bool(self.waiting)  # one that nobody foresaw to fail never told of its end
        self._again = asking  # what is on its way may not know yet what was said
        if not self._watchers or asking or not self.is_open:
            return
        self._rested.stop()
        self._asking, self._grown = True, False
        self._asked_ms = self._now_ms()
        self._outdated = False
        heeded = self.verdicts.known()

        def take(advice: Advice) -> None:
            self._asking = False
            self.verdicts.forget(heeded)
            if not self._outdated:
                self.advice = steady(self.advice, advice)
                self._tell(self.advised)
            if self._again:
                self.look_now()

        self.ask(self, lambda mind: mind.advice(), take, self._fail, slow=True)

    def _fail(self, error: KairosError) -> None:
        self._asking, self._asked_ms = False, None
        self.failed.emit(error)

    def _heed(self) -> None:
        """Show at once what is left, and keep what there was until nobody can want it back."""
        self._before = self.advice
        self._tell(self.acted)

    def _go_back(self) -> None:
        """Show what there was: asked anew, what is tried out to learn from would be something else."""
        self._outdated = self._asking
        self.advice = self._before
        self._tell(self.acted)

    def _refused(self, error: KairosError) -> None:
        """Say that a verdict could not be told, and ask anew: what it was about may be gone."""
        self.failed.emit(error)
        self.renew()

    def _tell(self, signal: SignalInstance) -> None:
        if self.advice is not None:
            signal.emit(self.verdicts.left(self.advice))

    def _now_ms(self) -> int:
        return self._clock.now().boot_ms

    # ---------------------------------------------------------------- what happened

    def want(self, watcher: object, *, wanted: bool) -> None:
        """Say whether a watcher sees the advice; where none does nobody asks for it.

        In another language the page is made anew, and the old one goes after the new one came.
        """
        if wanted:
            self._watchers.add(id(watcher))
            self._tick.start()
            self.taken.notice()
            self.look()
            return
        self._watchers.discard(id(watcher))
        if not self._watchers:
            self._tick.stop()
            self._rested.stop()

    def database_changed(self) -> None:
        """Remember that the history grew."""
        self._grown = True
        if self._watchers:
            self.taken.notice()
        self.grown.emit()

    def notice(self, summary: DaySummary) -> None:
        """Heed what is in front: something else for a while is another moment."""
        current = summary.current
        front = None if current is None else (current.presence, current.app, current.title)
        if front == self._front:
            return
        before, self._front = self._front, front
        if before is not None and self._watchers:
            self._rested.start()
            self._look_rating()

    # ---------------------------------------------------------------- ratings

    def _look_rating(self) -> None:
        now_ms = self._now_ms()
        skipped = self._skipped_ms is not None and 0 <= now_ms - self._skipped_ms < SKIPPED_MS
        if skipped or not self._tells:
            return
        self.ask(self, lambda mind: mind.rating_due(), self.rating_wanted.emit, lambda _error: None)

    def rate(self, value: int) -> None:
        """Store how focused the last half hour was, 1 to 5."""
        self.rating_wanted.emit(False)
        self.ask(self, lambda mind: mind.rate(value))

    def skip_rating(self) -> None:
        """Ask for no rating for a while."""
        self._skipped_ms = self._now_ms()
        self.rating_wanted.emit(False)

    def close(self) -> None:
        """End the question that waits."""
        self._tick.stop()
        self._rested.stop()
        self.verdicts.settle()
        if self._mind is not None:
            self._mind.close()  # first: it ends the question that the lane may be waiting for
        self._lane.close()
