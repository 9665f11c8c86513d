"""Focus sessions in words and as plain values."""

from __future__ import annotations

from typing import Any

from engine.cli.moments import clock_time, iso_or_none, local
from engine.cli.terminal import length
from engine.domain.categories import CategoryTree
from engine.domain.clock import iso_utc
from engine.domain.days import DayRule
from engine.domain.focus_choices import Rhythm
from engine.domain.focus_session import (
    Contract,
    FocusNow,
    FocusSession,
    Phase,
    SessionReport,
    SessionState,
    Started,
    Timing,
)
from engine.domain.intervals import Interval

_PHASES = {
    Phase.WORK: "work",
    Phase.OVERTIME: "overtime: a break is due at the next change of task",
    Phase.BREAK: "break",
    Phase.LONG_BREAK: "long break",
}


def timing_words(timing: Timing) -> str:
    """Return how a session runs."""
    if timing.rhythm is Rhythm.COUNTDOWN:
        return f"{timing.work} min"
    if timing.rhythm is Rhythm.FLOWTIME:
        return "flowtime"
    return f"pomodoro {timing.work}/{timing.rest} min, {timing.long_rest} min after {timing.rounds} rounds"


def begun_line(session: FocusSession, rule: DayRule) -> str:
    """Return one line on a session that has just begun."""
    about = f" on “{session.intention}”" if session.intention else ""
    return f"Focus session {session.id} began at {clock_time(session.start_ms, rule)}{about}: " + timing_words(
        session.timing
    )


def now_lines(now: FocusNow, rule: DayRule, tree: CategoryTree) -> list[str]:
    """Return how things stand."""
    if now.ended is not None:
        return ["The session is over.", *report_lines(now.ended, tree)]
    lines = ["No focus session is running."] if now.state is None else _state_lines(now.state, rule)
    return lines if now.contract is None else [*lines, contract_line(now.contract, rule)]


def _state_lines(state: SessionState, rule: DayRule) -> list[str]:
    session = state.session
    lines = [begun_line(session, rule), f"{length(state.worked_ms)} worked. Now: {_PHASES[state.phase]}"]
    if state.session.timing.rhythm is Rhythm.POMODORO:
        lines[-1] += f", round {state.round}"
    if state.phase_ends_ms is not None:
        lines[-1] += f", until {clock_time(state.phase_ends_ms, rule)}"
    if state.away:
        lines.append("Nobody is at the machine; work does not count on.")
    if state.break_offered:
        lines.append("This is a good moment for a break: kairos focus break")
    return lines


def report_lines(report: SessionReport, tree: CategoryTree) -> list[str]:
    """Return what really happened in a session."""
    score = "no score, too little was recorded" if report.score is None else f"score {report.score}"
    focused, distracting = length(report.focused_ms), length(report.distracting_ms)
    whole = f"{length(report.work_ms)} of work: {focused} focused, {distracting} distracting, {score}"
    broken = f"{report.switches} switches, {len(report.interruptions)} interruptions, {report.nudges} nudges"
    lines = [whole, f"{broken}, longest stretch {length(report.longest_ms)}"]
    return [*lines, *(f"  {length(ms):>12}  {_path(category, tree)}" for category, ms in report.by_category[:5])]


def list_line(report: SessionReport, rule: DayRule) -> str:
    """Return one line on a session among others."""
    session = report.session
    end_ms = report.phases[-1].interval.end_ms if report.phases else session.start_ms
    number = f"{session.id:4}" if session.id else "   -"
    score = "   " if report.score is None else f"{report.score:3}"
    how = "seen afterwards" if session.started is Started.DETECTED else timing_words(session.timing)
    about = f"  “{session.intention}”" if session.intention else ""
    rated = "" if session.rating is None else f"  rated {session.rating}"
    span = f"{local(session.start_ms, rule):%a %d %b %H:%M}-{clock_time(end_ms, rule)}"
    running = ", running" if session.end_ms is None else ""
    return f"{number}  {span}  {length(report.work_ms):>12}  score {score}  {how}{running}{rated}{about}"


def contract_line(contract: Contract | None, rule: DayRule) -> str:
    """Return how long distracting windows may be closed."""
    if contract is None:
        return "No contract holds: no window is closed."
    until = clock_time(contract.until_ms, rule)
    return f"By your contract distracting windows may be closed until {until}. Leave it: kairos focus contract leave"


def _path(category: int, tree: CategoryTree) -> str:
    return " > ".join(tree.path(category)) or "(no category)"


# ---------------------------------------------------------------- plain values


def now_json(now: FocusNow, tree: CategoryTree) -> dict[str, Any]:
    """Return how things stand as plain values; moments as ISO 8601 UTC, lengths in milliseconds."""
    state = now.state
    return {
        "session": None if state is None else session_json(state.session),
        "phase": None if state is None else state.phase.value,
        "phase_started": None if state is None else iso_utc(state.phase_started_ms),
        "phase_ends": None if state is None else iso_or_none(state.phase_ends_ms),
        "round": None if state is None else state.round,
        "worked_ms": None if state is None else state.worked_ms,
        "break_offered": state is not None and state.break_offered,
        "away": state is not None and state.away,
        "ended": None if now.ended is None else report_json(now.ended, tree),
        "contract": contract_json(now.contract),
    }


def session_json(session: FocusSession) -> dict[str, Any]:
    """Return a session as plain values."""
    timing = session.timing
    return {
        "id": session.id or None,
        "start": iso_utc(session.start_ms),
        "end": iso_or_none(session.end_ms),
        "started": session.started.value,
        "rhythm": timing.rhythm.value,
        "work_min": timing.work,
        "rest_min": timing.rest,
        "long_rest_min": timing.long_rest,
        "rounds": timing.rounds,
        "intention": session.intention,
        "block": session.block_id or None,
        "level": session.level.value,
        "rating": session.rating,
    }


def report_json(report: SessionReport, tree: CategoryTree) -> dict[str, Any]:
    """Return what really happened as plain values."""
    return {
        **session_json(report.session),
        "phases": [{"phase": one.phase.value, **_span(one.interval)} for one in report.phases],
        "work_ms": report.work_ms,
        "active_ms": report.active_ms,
        "focused_ms": report.focused_ms,
        "distracting_ms": report.distracting_ms,
        "switches": report.switches,
        "longest_ms": report.longest_ms,
        "score": report.score,
        "nudges": report.nudges,
        "interruptions": [
            {"category": list(tree.path(one.category_id)), "distracting": one.distracting, **_span(one.interval)}
            for one in report.interruptions
        ],
        "categories": [{"category": list(tree.path(number)), "ms": ms} for number, ms in report.by_category],
    }


def contract_json(contract: Contract | None) -> dict[str, Any] | None:
    """Return a contract that holds as plain values."""
    return None if contract is None else {"made": iso_utc(contract.made_ms), "until": iso_utc(contract.until_ms)}


def _span(interval: Interval) -> dict[str, str]:
    return {"start": iso_utc(interval.start_ms), "end": iso_utc(interval.end_ms)}
