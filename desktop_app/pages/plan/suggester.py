"""Asks for a suggested week and keeps what is left of it: accepted, moved, refused, one by one or all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.pages.plan.words import PlanWords
from desktop_app.widgets.plain_text import isolated
from engine.domain.errors import KairosError
from engine.domain.intervals import Interval
from engine.domain.proposals import Proposal, WeekProposal
from engine.domain.recommended import Verdict

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Engine


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
                self._placed = {}
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
        self._left, self._placed = {}, {}
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

        def act() -> object:
            return _planned_there(engine, chosen) if moved else engine.planner.accept(wanted)

        def done(_blocks: object) -> None:
            for key in wanted:
                self._left.pop(key, None)
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
            name = isolated(self._words.name(proposal.about))
            self.refused.emit(
                self.tr("Not this: %1, %2").replace("%1", name).replace("%2", self._words.when(proposal.interval))
            )
            self.shown.emit()

        self._ask(lambda: engine.planner.refuse(key), done)

    def _ask(self, act: Callable[[], object], done: Callable[[object], None]) -> None:
        if self._background is not None:
            self._background.ask(self, act, done, self.failed.emit)


def _planned_there(engine: Engine, proposals: list[Proposal]) -> object:
    """Plan proposals where the person put them, and tell the policy behind each that it was taken."""
    blocks = engine.plan.accept(proposals)
    for one in proposals:
        if one.offer_id:
            engine.mind.say(one.offer_id, Verdict.ACCEPTED)
    return blocks
