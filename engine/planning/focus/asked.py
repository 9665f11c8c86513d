"""What may be asked of sessions and contracts; raises UsageError with what to do. Pure."""

from __future__ import annotations

from engine.domain.clock import MS_PER_MINUTE, utc
from engine.domain.days import DayRule
from engine.domain.errors import UsageError
from engine.domain.focus_session import FocusSession, NudgeAnswer, Phase, SessionState, Timing
from engine.domain.rating_moment import RATED_MS
from engine.planning.focus.course import WORKING
from engine.settings import FocusSettings

LONGEST_WORK, LONGEST_REST, MOST_ROUNDS = 720, 180, 20
MOST_CONTRACT = 240
_LONGEST_INTENTION = 300


def timing_of(settings: FocusSettings) -> Timing:
    """Return how sessions run by the person's settings, within what is possible."""
    return Timing(
        settings.rhythm,
        min(max(settings.work, 1), LONGEST_WORK),
        min(max(settings.rest, 1), LONGEST_REST),
        min(max(settings.long_rest, 1), LONGEST_REST),
        min(max(settings.rounds, 1), MOST_ROUNDS),
    )


def checked(timing: Timing) -> Timing:
    """Return the timing if a session can run so."""
    if not 1 <= timing.work <= LONGEST_WORK:
        raise UsageError(f"A session's work lasts 1 to {LONGEST_WORK} minutes, not {timing.work}.")
    if not (1 <= timing.rest <= LONGEST_REST and 1 <= timing.long_rest <= LONGEST_REST):
        raise UsageError(f"A break lasts 1 to {LONGEST_REST} minutes.")
    if not 1 <= timing.rounds <= MOST_ROUNDS:
        raise UsageError(f"A long break comes after 1 to {MOST_ROUNDS} rounds.")
    return timing


def intention_of(text: str) -> str:
    """Return what the person means to do, on one line and cut where it is very long; what is no text as "?"."""
    return " ".join(text.encode("utf-8", "replace").decode().split())[:_LONGEST_INTENTION]


def runs_already(running: FocusSession, rule: DayRule) -> UsageError:
    """Return what to say to whoever starts a session on top of another."""
    since = f"{utc(running.start_ms).astimezone(rule.tzinfo()):%H:%M}"
    named = f" (“{running.intention}”)" if running.intention else ""
    return UsageError(f"A focus session has been running since {since}{named}. End it first.")


def none_runs() -> UsageError:
    """Return what to say where a session is needed and none runs."""
    return UsageError("No focus session is running.")


def contract_ms(minutes: int) -> int:
    """Return the length of a contract in milliseconds."""
    if not 1 <= minutes <= MOST_CONTRACT:
        raise UsageError(f"A contract lasts 1 to {MOST_CONTRACT} minutes, not {minutes}.")
    return minutes * MS_PER_MINUTE


def answer_of(text: str) -> NudgeAnswer:
    """Return the answer to a nudge that a word stands for."""
    try:
        return NudgeAnswer(text)
    except ValueError:
        words = ", ".join(one.value for one in NudgeAnswer)
        raise UsageError(f"“{text}” is no answer to a nudge. There are: {words}.") from None


def tells_models(session: FocusSession) -> bool:
    """Return whether a rating of the session says something of the half hour that models are told of."""
    return session.end_ms is not None and session.end_ms - session.start_ms >= RATED_MS // 2


def must_work(state: SessionState) -> None:
    """Refuse where a break is on."""
    if state.phase not in WORKING:
        raise UsageError("A break is on already.")


def must_rest(state: SessionState) -> None:
    """Refuse where no break is on."""
    if state.phase not in {Phase.BREAK, Phase.LONG_BREAK}:
        raise UsageError("No break is on.")
