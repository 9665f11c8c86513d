"""Focus sessions as the faces ask for them: loads, asks the pure functions, saves; adds nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.domain.clock import MS_PER_SECOND, Clock
from engine.domain.errors import UsageError
from engine.domain.focus_choices import Level, Rhythm
from engine.domain.focus_session import (
    Contract,
    FocusNow,
    FocusSession,
    Nudge,
    Phase,
    PhaseSpan,
    SessionReport,
    SessionState,
    Started,
    Timing,
)
from engine.domain.intervals import Interval
from engine.planning.focus import asked
from engine.planning.focus.history import sessions_between
from engine.planning.focus.nudging import Eyes, Limits, may_distract, nudge_due
from engine.planning.focus.seen import FocusSources, Looked, look, report_of
from engine.storage.contracts import ContractStore
from engine.storage.focus_sessions import FocusSessionStore
from engine.storage.nudges import NudgeStore


@dataclass(frozen=True, slots=True)
class FocusStores:
    """Where sessions, nudges and contracts are kept."""

    sessions: FocusSessionStore
    nudges: NudgeStore
    contracts: ContractStore


class Focus:
    """The focus sessions of one profile. Nothing needs to run meanwhile; every method may raise Storage errors."""

    def __init__(self, stores: FocusStores, sources: FocusSources, clock: Clock) -> None:
        self._stores = stores
        self._sources = sources
        self._clock = clock

    def start(
        self,
        *,
        timing: Timing | None = None,
        intention: str = "",
        started: Started = Started.WINDOW,
        block_id: int = 0,
        level: Level | None = None,
    ) -> FocusSession:
        """Start a session and return it; what is None is as in the settings.

        Raises UsageError where one runs already, and for lengths that cannot be meant.
        """
        settings = self._sources.settings()
        self.now()  # ends one that is over
        new = FocusSession(
            start_ms=self._now_ms(),
            end_ms=None,
            timing=asked.timing_of(settings) if timing is None else asked.checked(timing),
            started=started,
            intention=asked.intention_of(intention),
            block_id=block_id,
            level=settings.level if level is None else level,
        )
        stored = self._stores.sessions.start(new)
        if stored is None:
            running = self._stores.sessions.running()
            raise asked.runs_already(new if running is None else running[0], self._sources.rule())
        return stored

    def stop(self) -> SessionReport:
        """End the running session and return what really happened; UsageError where none runs."""
        found = self._looked()
        phases, end_ms = found.course.phases, found.course.ended_ms
        if end_ms is None:
            end_ms = found.now_ms
            phases = found.course.counted(end_ms)
        return self._ended(found, phases, end_ms) or self.report(found.session.id)

    def toggle(self, started: Started = Started.SHORTCUT) -> FocusSession | SessionReport:
        """Start a session as the settings say where none runs, else end it and return what really happened."""
        now = self.now()
        return self.start(started=started) if now.state is None else self.stop()

    def now(self) -> FocusNow:
        """Return how things stand; what is over is ended, and a nudge is given to the first who asks."""
        contract = self.contract()
        running = self._stores.sessions.running()
        if running is None:
            return FocusNow(contract=contract)
        found = look(*running, self._sources.rows, self._now_ms())
        course = found.course
        if course.ended_ms is not None:
            return FocusNow(ended=self._ended(found, course.phases, course.ended_ms), contract=contract)
        nudge = None if course.state is None else self._nudge(course.state, found, contract)
        return FocusNow(course.state, nudge, None, contract, course.counted(found.now_ms))

    def take_break(self) -> FocusNow:
        """Begin a break now; UsageError where none can begin. A countdown whose work is done ends by it."""
        found = self._looked()
        state = found.course.state
        if state is None:
            return self.now()
        asked.must_work(state)
        if state.phase is Phase.OVERTIME and state.session.timing.rhythm is Rhythm.COUNTDOWN:
            return FocusNow(ended=self.stop(), contract=self.contract())
        return self._turned(found)

    def end_break(self) -> FocusNow:
        """Go on with work now; UsageError where no break is on."""
        found = self._looked()
        if found.course.state is None:
            return self.now()
        asked.must_rest(found.course.state)
        return self._turned(found)

    def sessions(self, start_ms: int, end_ms: int) -> list[SessionReport]:
        """Return the sessions that share time with [start_ms, end_ms), in order: started ones, and those seen after.

        Those nobody started have no number. One that runs is told up to now.
        """
        started = [self._whole(*one) for one in self._stores.sessions.between(start_ms, end_ms)]
        found = sessions_between(Interval(start_ms, end_ms), started, self._sources, self._now_ms())
        counts = self._stores.nudges.counted([one.session.id for one in found if one.session.id])
        return [replace(one, nudges=counts.get(one.session.id, 0)) for one in found]

    def report(self, session_id: int) -> SessionReport:
        """Return what really happened in a session, so far if it runs; UsageError for an unknown number."""
        found = self._stores.sessions.get(session_id)
        if found is None:
            raise UsageError(f"There is no focus session {session_id}. See: kairos focus list")
        return self._report(*self._whole(*found))

    def rate(self, session_id: int, value: int) -> None:
        """Store how focused the person says a session was, 1 to 5; UsageError as report, and where it still runs."""
        self._stores.sessions.rate(session_id, value)
        rated = self._stores.sessions.get(session_id)
        if rated is not None and asked.tells_models(rated[0]):
            self._sources.rated(rated[0].end_ms or 0, value)

    def contract(self) -> Contract | None:
        """Return the contract that holds, None where none does."""
        newest = self._stores.contracts.newest()
        return newest if newest is not None and newest.holds(self._now_ms()) else None

    def make_contract(self, minutes: int) -> Contract:
        """Allow distracting windows to be closed for so long, in place of what holds; UsageError outside 1 to 240."""
        length_ms, now_ms = asked.contract_ms(minutes), self._now_ms()
        return self._stores.contracts.make(now_ms, now_ms + length_ms)

    def leave_contract(self) -> None:
        """Take that back at once; nothing happens where no contract holds."""
        self._stores.contracts.leave(self._now_ms())

    def answered(self, nudge: Nudge, answer: str) -> None:
        """Store the answer to a nudge, a word of NudgeAnswer; UsageError for another."""
        self._stores.nudges.answer(nudge.key, asked.answer_of(answer), self._now_ms())

    def close_distraction(self, nudge: Nudge) -> bool:
        """Ask the window in front to close, politely, if it is of the nudge's app and the contract holds.

        Returns whether it was asked; False means that friction is all there is. Nothing is ever killed.
        """
        allowed = nudge.level is Level.CLOSE and self.contract() is not None
        return allowed and self._stores.sessions.running() is not None and self._sources.close(nudge.app)

    def _now_ms(self) -> int:
        return self._clock.now().wall_ms

    def _looked(self) -> Looked:
        running = self._stores.sessions.running()
        if running is None:
            raise asked.none_runs()
        return look(*running, self._sources.rows, self._now_ms())

    def _turned(self, found: Looked) -> FocusNow:
        """End the phase under way; the clock tells which comes next."""
        now_ms = max(found.now_ms, found.course.state.phase_started_ms + 1 if found.course.state else 0)
        self._stores.sessions.note_phases(found.session.id, found.course.counted(now_ms))
        return self.now()

    def _ended(self, found: Looked, phases: Sequence[PhaseSpan], end_ms: int) -> SessionReport | None:
        """End a session; returns what happened in it, None where another process was first."""
        end_ms = max(end_ms, found.session.start_ms + 1)
        if not self._stores.sessions.end(found.session.id, end_ms, phases):
            return None
        return self._report(replace(found.session, end_ms=end_ms), phases)

    def _whole(self, session: FocusSession, phases: Sequence[PhaseSpan]) -> tuple[FocusSession, Sequence[PhaseSpan]]:
        """Return the session with all its phases, up to now where it runs."""
        if session.end_ms is not None:
            return session, phases
        found = look(session, phases, self._sources.rows, self._now_ms())
        return session, found.course.counted(found.now_ms)

    def _report(self, session: FocusSession, phases: Sequence[PhaseSpan]) -> SessionReport:
        end_ms = phases[-1].interval.end_ms if phases else session.start_ms + 1
        rows = self._sources.rows(session.start_ms, end_ms)
        told = report_of(session, phases, rows, self._sources.tree().weight, self._sources.figures)
        return replace(told, nudges=self._stores.nudges.counted([session.id]).get(session.id, 0))

    def _nudge(self, state: SessionState, found: Looked, contract: Contract | None) -> Nudge | None:
        """Return the nudge to give now, claimed by this very call."""
        tree, now_ms = self._sources.tree(), found.now_ms
        eyes = Eyes(tree.weight, lambda row: self._sources.meeting(row, tree))
        if not may_distract(state, found.rows, now_ms, eyes):
            return None
        settings = self._sources.settings()
        limits = Limits(settings.distraction_after_s * MS_PER_SECOND, settings.friction_s, contract is not None)
        given = self._stores.nudges.of(found.session.id)
        due = nudge_due(state, found.rows, now_ms, given, eyes, limits)
        if due is None:
            return None
        keyed = replace(due, key=f"{found.session.id}:{len(given) + 1}")
        return keyed if self._stores.nudges.claim(found.session.id, now_ms, keyed) else None
