"""The recommended time that is planned: put into the plan, found there again, taken out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from engine.domain.blocks import About, Block, BlockKind, BlockSource, Occurrence, Origin, Scope
from engine.domain.categories import CategoryTree
from engine.domain.clock import Clock
from engine.domain.errors import KairosError
from engine.domain.intervals import Interval
from engine.domain.recommended import FocusBlock

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Engine

AHEAD_MS: Final = 8 * 86_400_000
BEHIND_MS: Final = 86_400_000
T = TypeVar("T")

PAUSE_MS: Final = 5_000
"""So long what was found in the plan stands, though something was written."""


class TakenTime(QObject):
    """Knows what is planned near now. changed: it is another. failed(KairosError): the plan refused a change.

    planned: from a day ago on, for eight days; tree: its categories. next: of it the next time that was recommended.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._engine: Engine | None = None
        self._background: Background | None = None
        self._looked_ms = 0
        self.next: Occurrence | None = None
        self.planned: tuple[Occurrence, ...] = ()
        self.tree = CategoryTree(())

    def attach(self, engine: Engine, background: Background) -> None:
        """Give it the plan."""
        self._engine, self._background = engine, background
        self.look()

    def notice(self) -> None:
        """Heed that something was written: look once in a while whether it was the plan."""
        if not 0 <= self._clock.now().boot_ms - self._looked_ms < PAUSE_MS:
            self.look()

    def look(self) -> None:
        """Read the plan anew."""
        now_ms, self._looked_ms = self._clock.now().wall_ms, self._clock.now().boot_ms

        def read(engine: Engine) -> tuple[tuple[Occurrence, ...], CategoryTree]:
            return tuple(engine.plan.occurrences(now_ms - BEHIND_MS, now_ms + AHEAD_MS)), engine.rules.tree()

        def take(found: tuple[tuple[Occurrence, ...], CategoryTree]) -> None:
            planned, self.tree = found
            ahead = (one for one in planned if _recommended(one) and one.interval.end_ms > now_ms)
            self._take(next(ahead, self._far(now_ms + AHEAD_MS)), planned)

        self._ask(read, take, lambda _error: None)

    def _far(self, from_ms: int) -> Occurrence | None:
        """Return what was just planned for a time that is not read."""
        return self.next if self.next is not None and self.next.interval.start_ms >= from_ms else None

    def _take(self, found: Occurrence | None, planned: tuple[Occurrence, ...]) -> None:
        if (found, planned) != (self.next, self.planned):
            self.next, self.planned = found, planned
            self.changed.emit()

    def add(self, block: FocusBlock, done: Callable[[], object]) -> None:
        """Plan a recommended time; done once it is planned."""
        origin = Origin(BlockSource.RECOMMENDED, offer_id=block.offer.id)

        def plan_it(engine: Engine) -> Block:
            zone = engine.history.rule().zone
            return engine.plan.add(Block(About(BlockKind.FOCUS), block.interval, zone, origin=origin))

        def added(stored: Block) -> None:
            self._take(Occurrence(stored.interval, stored, stored.interval.start_ms), self.planned)
            done()
            self.look()

        self._ask(plan_it, added)

    def take_out(self, done: Callable[[int], object] | None = None) -> None:
        """Take the next time out of the plan; done hears the number of its recommendation."""
        if self.next is not None:
            self._remove(self.next, done)

    def take_back(self, offer: int) -> None:
        """Take out what was planned of this recommendation, whatever else is planned before it."""
        known = [*self.planned, *([] if self.next is None else [self.next])]
        planned = next((one for one in known if _recommended(one) and one.block.origin.offer_id == offer), None)
        if planned is not None:
            self._remove(planned)

    def holds(self, interval: Interval) -> bool:
        """Return whether a recommendation for exactly that time is planned."""
        return any(one.interval == interval and _recommended(one) for one in self.planned)

    def _remove(self, planned: Occurrence, done: Callable[[int], object] | None = None) -> None:
        def removed(_nothing: object) -> None:
            self._take(None if self.next == planned else self.next, self.planned)
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
    """Return whether it is a recommended time to focus: a suggested week places other things, too."""
    origin = one.block.origin
    return one.block.about.kind is BlockKind.FOCUS and origin.source is BlockSource.RECOMMENDED and origin.offer_id > 0
