"""The clock of a session: what it went through and how it stands, out of recorded time alone. Pure.

Nobody has to watch it: whoever looks, and whenever, gets the same. What the person does (a break taken, a break ended)
is stored as phases that are over; all else follows from them, from when the person was there, and from the time.

Work counts while the person is there. Once there was enough of it, it goes on as overtime until a good moment: a task
boundary, the person leaves, or MOST_OVERTIME_MS have passed; people are interrupted at the least cost between two tasks
(Iqbal and Bailey, CHI 2005). A countdown is over then; a Pomodoro offers its break. Flowtime has no overtime: it offers
a break at boundaries only. Who leaves once work is done takes the break by it. A break ends by itself, and work goes
on once the person is there. A session left alone for LEFT_ALONE_MS beyond its breaks was over when the person left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.focus_choices import Rhythm
from engine.domain.focus_session import FocusSession, Phase, PhaseSpan, SessionState
from engine.domain.intervals import Interval
from engine.planning.focus.attendance import Attendance

LEFT_ALONE_MS = 30 * MS_PER_MINUTE
MOST_OVERTIME_MS = 10 * MS_PER_MINUTE
FLOW_BREAK = 5
"""A break of Flowtime is one part in so many of the work before it."""

WORKING = frozenset({Phase.WORK, Phase.OVERTIME})


@dataclass(frozen=True, slots=True)
class Course:
    """Phases that are over, in order; state: None where the session is over, which it was at ended_ms."""

    phases: tuple[PhaseSpan, ...]
    state: SessionState | None = None
    ended_ms: int | None = None

    def counted(self, now_ms: int) -> tuple[PhaseSpan, ...]:
        """Return the phases with the one under way, which ends with now."""
        if self.state is None:
            return self.phases
        start_ms = self.state.phase_started_ms
        return (*self.phases, PhaseSpan(self.state.phase, Interval(start_ms, max(start_ms, now_ms))))


def course_of(session: FocusSession, stored: Sequence[PhaseSpan], seen: Attendance) -> Course:
    """Return how a running session went up to the end of what was seen of it.

    stored: phases that the person ended, in order; after work comes a break, after a break work.
    """
    return _Walk(session, stored, seen).to_now()


class _Walk:
    """Goes through a session phase by phase."""

    def __init__(self, session: FocusSession, stored: Sequence[PhaseSpan], seen: Attendance) -> None:
        self._session, self._timing, self._seen = session, session.timing, seen
        self._phases = list(stored)

    def to_now(self) -> Course:
        if self._phases and self._phases[-1].phase in WORKING:
            at_rest = self._rest()
            if at_rest is not None:
                return at_rest
        while True:
            found = self._work() or self._rest()
            if found is not None:
                return found

    @property
    def _at_ms(self) -> int:
        return self._phases[-1].interval.end_ms if self._phases else self._session.start_ms

    def _over(self, phase: Phase, end_ms: int) -> None:
        if end_ms > self._at_ms:
            self._phases.append(PhaseSpan(phase, Interval(self._at_ms, end_ms)))

    def _work(self) -> Course | None:
        """Go through work; return the course where it leads no further, None where a break follows."""
        start_ms, seen = self._at_ms, self._seen
        alone_ms = seen.left_alone(start_ms, LEFT_ALONE_MS)
        done_ms = seen.there_for(start_ms, self._wanted_ms())
        if alone_ms is not None and (done_ms is None or alone_ms < done_ms):
            return self._ended(alone_ms)
        if done_ms is None:
            return self._under_way(Phase.WORK, self._phase_ends())
        if self._timing.rhythm is Rhythm.COUNTDOWN:
            return self._count_down(done_ms)
        left = seen.left_after(done_ms)
        if self._timing.rhythm is Rhythm.POMODORO:
            self._over(Phase.WORK, done_ms)
        if left is not None:
            self._over(self._late_phase(), left.start_ms)
            return None
        return self._under_way(self._late_phase(), None, offered=self._good_moment(done_ms) is not None)

    def _late_phase(self) -> Phase:
        return Phase.WORK if self._timing.rhythm is Rhythm.FLOWTIME else Phase.OVERTIME

    def _count_down(self, done_ms: int) -> Course:
        good_ms = self._good_moment(done_ms)
        self._over(Phase.WORK, done_ms)
        if good_ms is None:
            return self._under_way(Phase.OVERTIME, None)
        self._over(Phase.OVERTIME, good_ms)
        return self._ended(good_ms)

    def _good_moment(self, done_ms: int) -> int | None:
        """Return the first good moment for a break after work was done, None where that is yet to come."""
        left = self._seen.left_after(done_ms)
        moments = [self._seen.boundary_after(done_ms), None if left is None else left.start_ms]
        if self._timing.rhythm is not Rhythm.FLOWTIME:
            moments.append(self._seen.there_until(done_ms + MOST_OVERTIME_MS))
        return min((one for one in moments if one is not None and one <= self._seen.until_ms), default=None)

    def _rest(self) -> Course | None:
        """Go through a break; return the course where it leads no further."""
        start_ms = self._at_ms
        phase, length_ms = self._break()
        if start_ms + length_ms > self._seen.until_ms:
            return self._under_way(phase, start_ms + length_ms)
        self._over(phase, start_ms + length_ms)
        return None

    def _break(self) -> tuple[Phase, int]:
        """Return which break comes now and how long it lasts."""
        timing = self._timing
        if timing.rhythm is Rhythm.FLOWTIME:
            return Phase.BREAK, max(MS_PER_MINUTE, self._worked_ms(self._since_break()) // FLOW_BREAK)
        if timing.rhythm is Rhythm.POMODORO and self._round() % timing.rounds == 0:
            return Phase.LONG_BREAK, timing.long_rest * MS_PER_MINUTE
        return Phase.BREAK, timing.rest * MS_PER_MINUTE

    def _round(self) -> int:
        """Return the number of the round whose work, or break after it, is next, from 1."""
        return 1 + sum(one.phase not in WORKING for one in self._phases)

    def _since_break(self) -> Iterator[PhaseSpan]:
        for one in reversed(self._phases):
            if one.phase not in WORKING:
                return
            yield one

    def _worked_ms(self, phases: Sequence[PhaseSpan] | Iterator[PhaseSpan]) -> int:
        spans = (one.interval for one in phases if one.phase in WORKING)
        return sum(self._seen.there_ms(one.start_ms, one.end_ms) for one in spans)

    def _wanted_ms(self) -> int:
        """Return how much more work this stretch needs; a countdown's breaks do not begin it anew."""
        whole = self._timing.work * MS_PER_MINUTE
        before = self._worked_ms(self._phases) if self._timing.rhythm is Rhythm.COUNTDOWN else 0
        return max(0, whole - before)

    def _phase_ends(self) -> int | None:
        """Return when work will be done if the person stays."""
        if self._timing.rhythm is Rhythm.FLOWTIME:
            return None
        there_ms = self._seen.there_ms(self._at_ms, self._seen.until_ms)
        return self._seen.until_ms + self._wanted_ms() - there_ms

    def _under_way(self, phase: Phase, ends_ms: int | None, *, offered: bool = False) -> Course:
        now_ms = self._seen.until_ms
        under_way = [PhaseSpan(phase, Interval(self._at_ms, max(self._at_ms, now_ms)))]
        state = SessionState(
            session=self._session,
            phase=phase,
            phase_started_ms=self._at_ms,
            phase_ends_ms=ends_ms,
            round=self._round(),
            worked_ms=self._worked_ms([*self._phases, *under_way]),
            break_offered=offered,
            away=self._seen.away_at(now_ms),
        )
        return Course(tuple(self._phases), state)

    def _ended(self, at_ms: int) -> Course:
        """Return the course of a session that was over at a moment; what came later never was."""
        whole = Interval(self._session.start_ms, max(self._session.start_ms, at_ms))
        cut = ((one.phase, one.interval.clip(whole)) for one in self._phases)
        phases = [PhaseSpan(phase, part) for phase, part in cut if part is not None]
        reached = phases[-1].interval.end_ms if phases else whole.start_ms
        if reached < whole.end_ms:
            phases.append(PhaseSpan(Phase.WORK, Interval(reached, whole.end_ms)))
        return Course(tuple(phases), None, whole.end_ms)
