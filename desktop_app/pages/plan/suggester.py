"""Asks for a suggested week and keeps what is left of it: accepted, moved, refused, one by one or all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.pages.plan.words import PlanWords
from desktop_app.widgets.plain_text import isolated
from engine.domain.blocks import Block
from engine.domain.errors import KairosError
from engine.domain.intervals import Interval
from engine.domain.proposals import Proposal, WeekProposal
from engine.domain.recommended import Verdict

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Engine


_Answer = TypeVar("_Answer")
_AROUND_MS: Final = 366 * 86_400_000  # a block moved so far since is still the one accepted


class Suggester(QObject):
    """shown: something is another than before. accepted(text), refused(text): what to say. failed(KairosError)."""

    shown = Signal()
    accepted = Signal(str)
    refused = Signal(str)
    failed = Signal(object)

    def __init__(self, words: PlanWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._engine: Engine | None = None
        self._background: Background | None = None
        self._lane: Background | None = None
        self._round = 0
        self.asking = False
        self.week: WeekProposal | None = None
        self._left: dict[str, Proposal] = {}
        self._placed: dict[str, Interval] = {}
        self._taken: dict[str, tuple[Proposal, int]] = {}  # accepted, with the number of the block each became

    def attach(self, engine: Engine, background: Background, lane: Background) -> None:
        """Give it the engine; lane: where a question may take seconds without holding up others."""
        self._engine, self._background, self._lane = engine, background, lane

    @property
    def proposals(self) -> list[Proposal]:
        """What is still to be decided, in order, where the person dragged it to."""
        left = [replace(one, interval=self._placed.get(one.key, one.interval)) for one in self._left.values()]
        return sorted(left, key=lambda one: one.interval.start_ms)

    def proposal(self, key: str) -> Proposal | None:
        """Return a proposal that is still to be decided."""
        return next((one for one in self.proposals if one.key == key), None)

    def ask(self, days: int = 7) -> None:
        """Have a week suggested; what was suggested before goes."""
        self._ask_week(lambda engine: engine.planner.suggest(days))

    def check(self) -> None:
        """Have other places found for what lies over something else by now."""
        self._ask_week(lambda engine: engine.planner.check())

    def _ask_week(self, question: Callable[[Engine], WeekProposal]) -> None:
        engine, lane = self._engine, self._lane
        if engine is None or lane is None or self.asking:
            return
        self._round += 1
        mine, self.asking = self._round, True

        def take(week: WeekProposal) -> None:
            if mine == self._round:
                self.asking, self.week = False, week
                self._left = {one.key: one for one in week.proposals}
                self._placed, self._taken = {}, {}
                self.shown.emit()

        def fail(error: KairosError) -> None:
            if mine == self._round:
                self.close()
                self.failed.emit(error)

        lane.ask(self, lambda: question(engine), take, fail)
        self.shown.emit()

    def close(self) -> None:
        """Forget what was suggested; an answer on its way is not waited for."""
        self._round += 1
        self.asking, self.week = False, None
        self._left, self._placed, self._taken = {}, {}, {}
        self.shown.emit()

    def place(self, key: str, to: Interval) -> None:
        """Put a proposal elsewhere before it is accepted."""
        if key in self._left:
            self._placed[key] = to
            self.shown.emit()

    def accept(self, *keys: str) -> None:
        """Plan these proposals in one change, each where it stands."""
        chosen = [one for one in self.proposals if one.key in keys]
        engine = self._engine
        if not chosen or engine is None:
            return
        moved = any(one.key in self._placed for one in chosen)
        wanted = [one.key for one in chosen]

        def act() -> list[Block]:
            return _planned_there(engine, chosen) if moved else engine.planner.accept(wanted)

        def done(blocks: list[Block]) -> None:
            for proposal, block in zip(chosen, blocks, strict=True):
                if self._left.pop(proposal.key, None) is not None:
                    self._taken[proposal.key] = proposal, block.id
            first = isolated(self._words.name(chosen[0].about))
            one = self.tr("Planned %1: %2").replace("%1", first).replace("%2", self._words.when(chosen[0].interval))
            self.accepted.emit(one if len(chosen) == 1 else self.tr("%n blocks planned", "", len(chosen)))
            self.shown.emit()

        self._ask(act, done)

    def accept_all(self) -> None:
        """Plan all that is left."""
        self.accept(*self._left)

    def refuse(self, key: str) -> None:
        """Say that a proposal is not wanted; the next suggestion heeds it."""
        proposal, engine = self.proposal(key), self._engine
        if proposal is None or engine is None:
            return

        def done(_nothing: object) -> None:
            self._left.pop(key, None)
            self._taken.pop(key, None)
            name = isolated(self._words.name(proposal.about))
            self.refused.emit(
                self.tr("Not this: %1, %2").replace("%1", name).replace("%2", self._words.when(proposal.interval))
            )
            self.shown.emit()

        self._ask(lambda: engine.planner.refuse(key), done)

    def heed_plan(self) -> None:
        """Offer again what was accepted and taken back since, and no longer what is planned again."""
        taken, engine, mine = dict(self._taken), self._engine, self._round
        if not taken or engine is None:
            return

        def take(standing: set[str]) -> None:
            if mine == self._round:
                for key, (proposal, _id) in taken.items():
                    self._left.pop(key, None)
                    if key not in standing:
                        self._left[key] = proposal
                self.shown.emit()

        self._ask(lambda: _standing(engine, taken), take)

    def _ask(self, act: Callable[[], _Answer], done: Callable[[_Answer], None]) -> None:
        if self._background is not None:
            self._background.ask(self, act, done, self.failed.emit)


def _standing(engine: Engine, taken: dict[str, tuple[Proposal, int]]) -> set[str]:
    """Return the keys of the proposals whose blocks are in the plan; one that moved a block, where it moved it to."""
    spans = [proposal.interval for proposal, _id in taken.values()]
    around = min(one.start_ms for one in spans) - _AROUND_MS, max(one.end_ms for one in spans) + _AROUND_MS
    starts = {one.block.id: one.interval.start_ms for one in engine.plan.occurrences(*around)}
    return {
        key
        for key, (proposal, number) in taken.items()
        if number in starts and (not proposal.moves_id or starts[number] == proposal.interval.start_ms)
    }


def _planned_there(engine: Engine, proposals: list[Proposal]) -> list[Block]:
    """Plan proposals where the person put them, and tell the policy behind each that it was taken."""
    blocks = engine.plan.accept(proposals)
    for one in proposals:
        if one.offer_id:
            engine.mind.say(one.offer_id, Verdict.ACCEPTED)
    return blocks
