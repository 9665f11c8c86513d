"""The focus sessions of the made-up person: held while they work at what needs focus, some cut short, some rated."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from engine.domain.clock import MS_PER_MINUTE, Instant
from engine.domain.focus_choices import Level
from engine.domain.focus_session import FocusSession, Phase, PhaseSpan, Started, Timing
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.history.sample_days import planned_days
from engine.history.sample_person import FOCUS_WORK
from engine.history.sample_plan import Span

Session = tuple[FocusSession, tuple[PhaseSpan, ...]]

_HELD = 0.4  # the share of long enough stretches of work with a session
_LEAST_MIN = 18
_LENGTHS = (25, 45, 50, 50)
_LATE_MIN = 6.0  # the longest overtime
_RATED = 0.5
_OVER_MS = 15 * MS_PER_MINUTE  # nothing later than so long before now
_INTENTIONS = {
    "build": ("Fix the failing tests", "Review the open changes", "Tidy the importer", ""),
    "write": ("Draft the next section", "Answer the reviewers", "Outline the talk", ""),
    "count": ("Plot the new measurements", "Check the table against the source", "Clean the data", ""),
}


def sample_sessions(days: int, seed: int, now: Instant) -> Iterator[Session]:
    """Yield the sessions of the last days, in order, all of them over; for the very days of sample_days."""
    for span in planned_days(days, seed, now):
        dice = Random(f"{seed} session {span.interval.start_ms}")  # noqa: S311  (nothing secret is drawn)
        fits = span.presence is Presence.ACTIVE and span.work in FOCUS_WORK
        if fits and dice.random() < _HELD and span.interval.end_ms <= now.wall_ms - _OVER_MS:
            held = _session(span, dice)
            if held is not None:
                yield held


def _session(span: Span, dice: Random) -> Session | None:
    start_ms = span.interval.start_ms + round(dice.uniform(0, 4) * MS_PER_MINUTE)
    wanted, late_ms = dice.choice(_LENGTHS), round(dice.uniform(0.3, _LATE_MIN) * MS_PER_MINUTE)
    done_ms = start_ms + wanted * MS_PER_MINUTE
    end_ms = min(done_ms + late_ms, span.interval.end_ms)
    if end_ms - start_ms < _LEAST_MIN * MS_PER_MINUTE:
        return None
    phases = [PhaseSpan(Phase.WORK, Interval(start_ms, min(done_ms, end_ms)))]
    if end_ms > done_ms:
        phases.append(PhaseSpan(Phase.OVERTIME, Interval(done_ms, end_ms)))
    session = FocusSession(
        start_ms=start_ms,
        end_ms=end_ms,
        timing=Timing(work=wanted),
        started=dice.choice((Started.WINDOW, Started.WINDOW, Started.TRAY, Started.COMMAND)),
        intention=dice.choice(_INTENTIONS.get(span.work, ("",))),
        level=Level.NOTICE,
        rating=dice.choice((2, 3, 4, 4, 5)) if dice.random() < _RATED else None,
    )
    return session, tuple(phases)
