"""Focus sessions in memory: one at a time, whose state a test may set as it likes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from engine.domain.blocks import About, Block, Conflict, FlexibleBlock, Occurrence, Scope
from engine.domain.errors import UsageError
from engine.domain.focus_choices import Level
from engine.domain.focus_session import (
    Contract,
    FocusNow,
    FocusSession,
    Interruption,
    Nudge,
    Phase,
    PhaseSpan,
    SessionReport,
    SessionState,
    Started,
    Timing,
)
from engine.domain.intervals import Interval
from engine.domain.notifications import Notification, NotificationAction

MINUTE_MS = 60_000


def report_of(session: FocusSession, *, score: int | None = 82) -> SessionReport:
    """Return a report of a session with two interruptions, one of them distracting."""
    start, end = session.start_ms, session.end_ms or session.start_ms + 50 * MINUTE_MS
    span = Interval(start, end)
    return SessionReport(
        session,
        (PhaseSpan(Phase.WORK, span),),
        work_ms=span.length_ms,
        active_ms=48 * MINUTE_MS,
        focused_ms=41 * MINUTE_MS,
        distracting_ms=3 * MINUTE_MS,
        switches=6,
        longest_ms=22 * MINUTE_MS,
        score=score,
        interruptions=(
            Interruption(Interval(start + 10 * MINUTE_MS, start + 13 * MINUTE_MS), 7, distracting=True),
            Interruption(Interval(start + 30 * MINUTE_MS, start + 34 * MINUTE_MS), 3, distracting=False),
        ),
        by_category=((1, 41 * MINUTE_MS), (3, 4 * MINUTE_MS), (7, 3 * MINUTE_MS)),
        nudges=1,
    )


@dataclass
class FakeFocus:
    """Answers from its fields and remembers what was asked. now_ms: its clock."""

    now_ms: int
    state: SessionState | None = None
    nudge: Nudge | None = None
    over: SessionReport | None = None
    contract: Contract | None = None
    past: list[SessionReport] = field(default_factory=list)
    asked: list[tuple[object, ...]] = field(default_factory=list)
    closes: bool = True
    asks: int = 0
    touched: Callable[[], None] = lambda: None

    def now(self) -> FocusNow:
        """Return how things stand; nudge and end are told once."""
        self.asks += 1
        now = FocusNow(self.state, self.nudge, self.over, self.contract)
        self.nudge = self.over = None
        return now

    def start(
        self,
        *,
        timing: Timing | None = None,
        intention: str = "",
        started: Started = Started.WINDOW,
        block_id: int = 0,
        level: Level | None = None,
    ) -> FocusSession:
        """Start, unless one runs."""
        if self.state is not None:
            raise UsageError("A session runs already. End it first.")
        wanted = timing or Timing()
        session = FocusSession(
            self.now_ms, None, wanted, started, intention, block_id, level or Level.NOTICE, id=len(self.past) + 1
        )
        self.asked.append(("start", wanted, intention, started, block_id))
        self.run(session)
        return session

    def run(self, session: FocusSession, phase: Phase = Phase.WORK, *, offered: bool = False) -> None:
        """Be in this phase of this session since it began."""
        ends = session.start_ms + session.timing.work * MINUTE_MS
        self.state = SessionState(session, phase, session.start_ms, ends, 1, 0, break_offered=offered)
        self.touched()

    def stop(self) -> SessionReport:
        """End the one that runs."""
        if self.state is None:
            raise UsageError("No session runs.")
        self.asked.append(("stop",))
        report = self.end()
        self.touched()
        return report

    def end(self) -> SessionReport:
        """End the session without anyone being told."""
        assert self.state is not None
        report = report_of(replace(self.state.session, end_ms=self.now_ms))
        self.past.append(report)
        self.state = None
        return report

    def take_break(self) -> FocusNow:
        """Rest."""
        return self._turn(Phase.BREAK)

    def end_break(self) -> FocusNow:
        """Work."""
        return self._turn(Phase.WORK)

    def _turn(self, phase: Phase) -> FocusNow:
        assert self.state is not None
        self.asked.append((str(phase),))
        self.state = replace(self.state, phase=phase, break_offered=False)
        return FocusNow(self.state)

    def report(self, session_id: int) -> SessionReport:
        """Return what came of one."""
        return next(one for one in self.past if one.session.id == session_id)

    def sessions(self, start_ms: int, end_ms: int) -> list[SessionReport]:
        """Return those that began in the span."""
        return [one for one in self.past if start_ms <= one.session.start_ms < end_ms]

    def rate(self, session_id: int, value: int) -> None:
        """Remember a rating."""
        self.asked.append(("rate", session_id, value))
        self.past = [
            replace(one, session=replace(one.session, rating=value)) if one.session.id == session_id else one
            for one in self.past
        ]

    def answered(self, nudge: Nudge, answer: str) -> None:
        """Remember an answer."""
        self.asked.append(("answered", nudge.key, str(answer)))

    def close_distraction(self, nudge: Nudge) -> bool:
        """Say whether a window was asked to close."""
        self.asked.append(("close", nudge.app))
        return self.closes

    def make_contract(self, minutes: int) -> Contract:
        """Make one."""
        self.contract = Contract(self.now_ms, self.now_ms + minutes * MINUTE_MS, id=1)
        self.asked.append(("contract", minutes))
        return self.contract

    def leave_contract(self) -> None:
        """Leave it."""
        self.asked.append(("leave",))
        self.contract = None


@dataclass
class FakePlan:
    """A plan of what a test puts into it."""

    planned: list[Occurrence] = field(default_factory=list)
    touched: Callable[[], None] = lambda: None

    def place(self, title: str, start_ms: int, minutes: int, block_id: int = 5) -> None:
        """Have a block planned."""
        interval = Interval(start_ms, start_ms + minutes * MINUTE_MS)
        self.planned.append(Occurrence(interval, Block(About(title=title), interval, "UTC", id=block_id), start_ms))

    def add(self, block: Block) -> Block:
        """Plan a block."""
        stored = replace(block, id=len(self.planned) + 1)
        self.planned.append(Occurrence(stored.interval, stored, stored.interval.start_ms))
        self.touched()
        return stored

    def remove(self, occurrence: Occurrence, _scope: Scope) -> None:
        """Plan it no more."""
        self.planned = [one for one in self.planned if one.block.id != occurrence.block.id]
        self.touched()

    def occurrences(self, start_ms: int, end_ms: int) -> list[Occurrence]:
        """Return what shares time with the span."""
        return [one for one in self.planned if one.interval.start_ms < end_ms and one.interval.end_ms > start_ms]

    def conflicts(self, _start_ms: int, _end_ms: int) -> list[Conflict]:
        """Return none."""
        return []

    def flexible(self) -> list[FlexibleBlock]:
        """Return none."""
        return []


@dataclass
class FakeNotifications:
    """Gives once what a test says is due."""

    waiting: list[Notification] = field(default_factory=list)
    answers: list[tuple[str, NotificationAction]] = field(default_factory=list)
    asks: list[bool] = field(default_factory=list)

    def due(self, held: bool = False) -> list[Notification]:
        """Return what is due."""
        self.asks.append(held)
        due, self.waiting = ([], self.waiting) if held else (self.waiting, [])
        return due

    def answer(self, key: str, action: NotificationAction) -> None:
        """Remember an answer."""
        self.answers.append((key, action))
