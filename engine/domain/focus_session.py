"""Focus sessions: how they run, what came of them, and what may be done about distraction meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from engine.domain.focus_choices import Level, Rhythm
from engine.domain.intervals import Interval


class Phase(StrEnum):
    """What a session is in."""

    WORK = "work"
    BREAK = "break"
    LONG_BREAK = "long_break"
    OVERTIME = "overtime"  # work went on past its end, since a break is offered at a task boundary only


class Started(StrEnum):
    """Where a session came from."""

    WINDOW = "window"
    TRAY = "tray"
    COMMAND = "command"
    SHORTCUT = "shortcut"
    BLOCK = "block"
    DETECTED = "detected"  # seen afterwards in what was recorded


class NudgeAnswer(StrEnum):
    """What the person says to a nudge."""

    BACK = "back"  # back to work
    MORE = "more"  # five more minutes
    WORK = "work"  # this is work: the app counts as fine for the rest of the session


@dataclass(frozen=True, slots=True)
class Timing:
    """Lengths in minutes. rounds: of Pomodoro before a long break.

    Flowtime offers a break at the first task boundary after work minutes, never before one; rest is then a fifth of
    what was worked, whatever it says here.
    """

    rhythm: Rhythm = Rhythm.COUNTDOWN
    work: int = 50
    rest: int = 5
    long_rest: int = 15
    rounds: int = 4


@dataclass(frozen=True, slots=True)
class FocusSession:
    """A session. end_ms: None while it runs. block_id: the block it is held for, 0 for none. rating: 1 to 5, if given.

    intention: what the person means to do, in their words. id: 0 for one that is not stored.
    """

    start_ms: int
    end_ms: int | None
    timing: Timing = Timing()
    started: Started = Started.WINDOW
    intention: str = ""
    block_id: int = 0
    level: Level = Level.NOTICE
    rating: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    """One phase as it was; the last one of a running session ends with now."""

    phase: Phase
    interval: Interval


@dataclass(frozen=True, slots=True)
class SessionState:
    """How a running session stands at one moment.

    phase_ends_ms: None for Flowtime's work and for overtime; while the clock of work stands, it moves on with time.
    round: from 1. worked_ms: in the session so far, breaks and time away left out. break_offered: the work is over and
    this is a good moment. away: the person is away, and the clock of work stands.
    """

    session: FocusSession
    phase: Phase
    phase_started_ms: int
    phase_ends_ms: int | None
    round: int
    worked_ms: int
    break_offered: bool = False
    away: bool = False


@dataclass(frozen=True, slots=True)
class Interruption:
    """One time focused work was left during a session: for which category, how long, how long until it was resumed."""

    interval: Interval
    category_id: int
    distracting: bool


@dataclass(frozen=True, slots=True)
class SessionReport:
    """What really happened, in its work; breaks are left out, but for phases.

    work_ms: by the session's clock. active_ms: in front of the machine. focused_ms, distracting_ms: of that in
    categories of a positive and of a negative focus weight. switches, longest_ms, score: as reports count them; score 0
    to 100, None with too little activity. by_category: category (0 for none) and milliseconds, the longest first.
    """

    session: FocusSession
    phases: tuple[PhaseSpan, ...]
    work_ms: int
    active_ms: int
    focused_ms: int
    distracting_ms: int
    switches: int
    longest_ms: int
    score: int | None
    interruptions: tuple[Interruption, ...] = ()
    by_category: tuple[tuple[int, int], ...] = ()
    nudges: int = 0


@dataclass(frozen=True, slots=True)
class Contract:
    """The person's own word that distracting windows may be closed until then; they may leave it at any time."""

    made_ms: int
    until_ms: int
    left_ms: int | None = None
    id: int = 0

    def holds(self, at_ms: int) -> bool:
        """Whether it is in force."""
        return self.left_ms is None and self.made_ms <= at_ms < self.until_ms


@dataclass(frozen=True, slots=True)
class Nudge:
    """What to do about a distraction now. app: what is in front; category_id: of it; since_ms: since when.

    friction_s: so long the countdown lasts. key: the same nudge is not given twice.
    """

    level: Level
    app: str
    category_id: int
    since_ms: int
    friction_s: int = 0
    key: str = ""


class GivenNudge(NamedTuple):
    """A nudge that was given, and its answer, if any; times in UTC milliseconds."""

    at_ms: int
    app: str
    answer: NudgeAnswer | None = None
    answered_ms: int | None = None


@dataclass(frozen=True, slots=True)
class FocusNow:
    """All that a window or a tray needs to know of this moment.

    nudge: to be given now, by whoever asked and nobody else. ended: what this very call found to be over. counted: the
    phases of the running session so far, the one under way ending with now.
    """

    state: SessionState | None = None
    nudge: Nudge | None = None
    ended: SessionReport | None = None
    contract: Contract | None = None
    counted: tuple[PhaseSpan, ...] = field(default=())
