"""The session going on as the window knows it: asked for every two seconds, told to whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.focus.countdown import Countdown, countdown
from desktop_app.focus.front import app_in_front, is_gone
from desktop_app.focus.near_plan import AHEAD_MS, NearPlan, timing_until
from engine.domain.blocks import Occurrence
from engine.domain.categories import CategoryTree
from engine.domain.clock import Clock, SystemClock
from engine.domain.errors import KairosError
from engine.domain.focus_session import FocusNow, Nudge, SessionReport, Started, Timing

if TYPE_CHECKING:
    from desktop_app.background import Background
    from desktop_app.bridge import EngineBridge
    from engine.api import Engine

T = TypeVar("T")

ASK_MS: Final = 2_000
TICK_MS: Final = 1_000


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look found. planned, front: None where they were not asked for."""

    now: FocusNow
    planned: tuple[Occurrence, ...] | None
    front: str | None
    tree: CategoryTree | None


class FocusKeeper(QObject):
    """Asks the engine while a session runs or when the database changed, and carries out what a person wants of one.

    changed: the state is another. ticked: a second went by, told while someone watches. nudged(Nudge): something
    shall be done about a distraction; relieved: it is gone, or the session is over. ended(SessionReport): a session
    is over, told once. failed(KairosError): what was wanted could not be done.
    """

    changed = Signal()
    ticked = Signal()
    nudged = Signal(object)
    relieved = Signal()
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, *, clock: Clock | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or SystemClock(lambda: "UTC")
        self._engine: Engine | None = None
        self._background: Background | None = None
        self.now = FocusNow()
        self.tree = CategoryTree(())
        self.report: SessionReport | None = None
        self._asked_ms = 0
        self.plan = NearPlan()
        self._nudge: Nudge | None = None
        self._told = 0
        self._asking = self._again = False
        self._watchers: set[int] = set()
        self._timer = QTimer(self, interval=ASK_MS)
        self._timer.timeout.connect(self.look)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.ticked)

    @property
    def is_open(self) -> bool:
        """Whether anything can be asked."""
        return self._engine is not None

    @property
    def runs(self) -> bool:
        """Whether a session runs."""
        return self.now.state is not None

    def attach(self, engine: Engine, background: Background, bridge: EngineBridge | None = None) -> None:
        """Give the keeper the engine it asks; bridge tells when to. Without one, as for a picture, nothing is asked."""
        self._engine, self._background = engine, background
        if bridge is not None:
            bridge.version_changed.connect(self.look)
            self.look()
        self.changed.emit()

    def close(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._tick.stop()
        self._engine = None

    # ---------------------------------------------------------------- asking

    def look(self) -> None:
        """Ask how things stand, unless that is being answered; then once more."""
        engine, background = self._engine, self._background
        if engine is None or background is None:
            return
        if self._asking and background.waiting:
            self._again = True
            return
        self._asking, self._again = True, False
        background.ask(self, lambda: self._read(engine), self._take, self._fail)

    def _read(self, engine: Engine) -> _Seen:
        now_ms = self._now_ms()
        now = engine.focus.now()
        old = self.plan.is_old(now_ms)
        planned = tuple(engine.plan.occurrences(now_ms, now_ms + AHEAD_MS)) if old else None
        told = now.nudge is not None or now.ended is not None
        front = app_in_front(engine) if self._nudge is not None else None
        return _Seen(now, planned, front, engine.rules.tree() if told else None)

    def _take(self, seen: _Seen) -> None:
        self._asking = False
        before, self.now, self._asked_ms = self.now.state, seen.now, self._now_ms()
        if seen.planned is not None:
            self.plan.know(seen.planned, self._asked_ms)
        if seen.tree is not None:
            self.tree = seen.tree
        state = seen.now.state
        self._keep_time()
        if seen.now.ended is not None:
            self._end(seen.now.ended)
        elif before is not None and (state is None or state.session.id != before.session.id):
            self._ask_report(before.session.id)  # it was ended elsewhere
        self._heed(seen)
        self.changed.emit()
        if self._again:
            self.look()

    def _heed(self, seen: _Seen) -> None:
        if self._nudge is not None and (is_gone(self._nudge.app, seen.front) or seen.now.state is None):
            self._relieve()
        if seen.now.nudge is not None:
            self._nudge = seen.now.nudge
            self.nudged.emit(seen.now.nudge)

    def _relieve(self) -> None:
        self._nudge = None
        self.relieved.emit()

    def _keep_time(self) -> None:
        """Ask on while a session runs; count seconds while someone sees them."""
        _run(self._timer, wanted=self.runs)
        _run(self._tick, wanted=self.runs and bool(self._watchers))

    def _fail(self, _error: KairosError) -> None:
        """Stay silent: the bridge asks the same database and says once what is wrong with it."""
        self._asking = False
        if self.runs:
            self._timer.start()

    def watch(self, watcher: object, *, wanted: bool) -> None:
        """Say whether a watcher shows the running seconds."""
        (self._watchers.add if wanted else self._watchers.discard)(id(watcher))
        self._keep_time()

    def countdown(self) -> Countdown | None:
        """Return what the clock shows now, None where no session runs."""
        state = self.now.state
        return None if state is None else countdown(state, self._asked_ms, self._now_ms())

    def planned(self) -> Occurrence | None:
        """Return the block under way or about to start that a session can be held for."""
        return self.plan.at(self._now_ms())

    def _now_ms(self) -> int:
        return self._clock.now().wall_ms

    # ---------------------------------------------------------------- doing

    def start(
        self,
        timing: Timing | None = None,
        *,
        intention: str = "",
        started: Started = Started.WINDOW,
        block_id: int = 0,
    ) -> None:
        """Start a session; timing None: as the settings say."""
        self.forget_report()
        self._do(
            lambda engine: engine.focus.start(timing=timing, intention=intention, started=started, block_id=block_id)
        )

    def start_planned(self, planned: Occurrence) -> None:
        """Start a session for a block, until the block is over."""
        timing, block = timing_until(planned.interval.end_ms, self._now_ms()), planned.block
        self.start(timing, intention=block.about.title, started=Started.BLOCK, block_id=block.id)

    def start_block(self, block_id: int) -> None:
        """Start a session for a block by its number, as long as the settings say where it is not planned near now."""
        planned = self.plan.of_block(block_id, self._now_ms())
        if planned is not None:
            self.start_planned(planned)
        else:
            self.start(started=Started.BLOCK, block_id=block_id)

    def toggle(self, started: Started) -> None:
        """End the session that runs, or start one as the settings say."""
        if self.runs:
            self.stop()
        else:
            self.start(started=started)

    def stop(self) -> None:
        """End the session."""
        self._do(lambda engine: (engine.focus.stop(), engine.rules.tree()), self._stopped)

    def take_break(self) -> None:
        """Begin the break."""
        self._do(lambda engine: engine.focus.take_break())

    def end_break(self) -> None:
        """Go on with work."""
        self._do(lambda engine: engine.focus.end_break())

    def rate(self, session_id: int, value: int) -> None:
        """Store how focused a session was, 1 to 5."""
        if self.report is not None and self.report.session.id == session_id:
            self.report = replace(self.report, session=replace(self.report.session, rating=value))
        self._do(lambda engine: engine.focus.rate(session_id, value))

    def answer(self, nudge: Nudge, answer: str) -> None:
        """Tell what the person said to a nudge."""
        self._nudge = None
        self._do(lambda engine: engine.focus.answered(nudge, answer))

    def close_distraction(self, nudge: Nudge, told: Callable[[bool], object]) -> None:
        """Have the distracting window asked to close, by the contract; told hears whether it was."""

        def heed(asked: bool) -> None:
            if asked:
                self._nudge = None  # it goes now, and what was done is told for a while longer
            told(asked)

        self._do(lambda engine: engine.focus.close_distraction(nudge), heed)

    def make_contract(self, minutes: int) -> None:
        """Let distracting windows be closed for so long."""
        self._do(lambda engine: engine.focus.make_contract(minutes))

    def leave_contract(self) -> None:
        """Let no window be closed any more."""
        self._do(lambda engine: engine.focus.leave_contract())

    def forget_report(self) -> None:
        """Have done with the report of the last session."""
        self.report = None
        self.changed.emit()

    def _do(self, act: Callable[[Engine], T], then: Callable[[T], object] | None = None) -> None:
        engine, background = self._engine, self._background
        if engine is None or background is None:
            return

        def done(value: T) -> None:
            if then is not None:
                then(value)
            self.look()

        background.ask(self, lambda: act(engine), done, self._refused)

    def _refused(self, error: KairosError) -> None:
        self.failed.emit(error)
        self.look()  # what was on screen may be stale

    def _stopped(self, done: tuple[SessionReport, CategoryTree]) -> None:
        report, self.tree = done
        self._end(report)

    def _ask_report(self, session_id: int) -> None:
        if session_id != self._told:
            self._do(lambda engine: (engine.focus.report(session_id), engine.rules.tree()), self._stopped)

    def _end(self, report: SessionReport) -> None:
        if report.session.id == self._told:
            return
        self._told, self.report = report.session.id, report
        self.ended.emit(report)


def _run(timer: QTimer, *, wanted: bool) -> None:
    if wanted != timer.isActive():
        (timer.start if wanted else timer.stop)()
