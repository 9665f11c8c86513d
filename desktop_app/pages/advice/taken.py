"""The recommended time that is planned: put into the plan, found there again, taken out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from engine.domain.blocks import About, Block, BlockKind, BlockSource, Occurrence, Origin, Scope
from engine.domain.clock import Clock
from engine.domain.errors import KairosError
from engine.domain.recommended import FocusBlock

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Engine

AHEAD_MS: Final = 8 * 86_400_000
T = TypeVar("T")

PAUSE_MS: Final = 5_000
"""So long what was found in the plan stands, though something was written."""


class TakenTime(QObject):
    """next: the next time that was recommended and is planned. changed: it is another. failed(KairosError)."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._engine: Engine | None = None
        self._background: Background | None = None
        self._looked_ms = 0
        self.next: Occurrence | None = None

    def attach(self, engine: Engine, background: Background) -> None:
        """Give it the plan."""
        self._engine, self._background = engine, background
        self.look()

    def notice(self) -> None:
        """Heed that something was written: look once in a while whether it was the plan."""
        if not 0 <= self._clock.now().boot_ms - self._looked_ms < PAUSE_MS:
            self.look()

    def look(self) -> None:
        """Find the next time that was recommended and is planned."""
        now_ms, self._looked_ms = self._clock.now().wall_ms, self._clock.now().boot_ms

        def find(engine: Engine) -> Occurrence | None:
            found = (one for one in engine.plan.occurrences(now_ms, now_ms + AHEAD_MS) if _recommended(one))
            return next(found, None)

        self._ask(find, self._take, lambda _error: None)

    def _take(self, found: Occurrence | None) -> None:
        if found != self.next:
            self.next = found
            self.changed.emit()

    def add(self, block: FocusBlock, done: Callable[[], object]) -> None:
        """Plan a recommended time; done once it is planned."""
        origin = Origin(BlockSource.RECOMMENDED, offer_id=block.offer.id)

        def plan_it(engine: Engine) -> Block:
            zone = engine.history.rule().zone
            return engine.plan.add(Block(About(BlockKind.FOCUS), block.interval, zone, origin=origin))

        def added(stored: Block) -> None:
            self._take(Occurrence(stored.interval, stored, stored.interval.start_ms))
            done()
            self.look()

        self._ask(plan_it, added)

    def take_out(self, done: Callable[[int], object] | None = None) -> None:
        """Take the next time out of the plan; done hears the number of its recommendation."""
        planned = self.next
        if planned is None:
            return

        def removed(_nothing: object) -> None:
            self._take(None)
            if done is not None:
                done(planned.block.origin.offer_id)
            self.look()

        self._ask(lambda engine: engine.plan.remove(planned, Scope.ALL), removed)

    def _ask(
        self,
        question: Callable[[Engine], T],
        answer: Callable[[T], object],
        failed: Callable[[KairosError], object] | None = None,
    ) -> None:
        engine = self._engine
        if engine is not None and self._background is not None:
            self._background.ask(self, lambda: question(engine), answer, failed or self.failed.emit)


def _recommended(one: Occurrence) -> bool:
    origin = one.block.origin
    return origin.source is BlockSource.RECOMMENDED and origin.offer_id > 0
