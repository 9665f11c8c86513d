"""`kairos jobs`: what happens by itself, when it ran last, how that went, when it is next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from engine.cli.moments import iso_or_none, local
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import fitted, say, say_json
from engine.domain.job_runs import JobOutcome, JobState
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from engine.domain.days import DayRule

_OUTCOMES = {
    JobOutcome.DONE: "done",
    JobOutcome.FAILED: "failed",
    JobOutcome.RUNNING: "running",
    JobOutcome.CUT_OFF: "cut off",
}
_WIDTHS = (16, 13, 17, 9)


def jobs(context: typer.Context, profile: ProfileOption = None, as_json: JsonOption = False) -> None:
    """Say what happens by itself: how often, the last run and how it went, the next one; in local time."""
    with opened(profile_of(context, profile)) as engine:
        found, rule, runs = engine.jobs.states(), engine.history.rule(), engine.recording.runs()
    if as_json:
        say_json([_as_json(one) for one in found])
        return
    _line("job", "every", "last run", "outcome", "next run")
    for one in found:
        _line(one.name, _every(one.every_s), _moment(one.last_start_ms, rule), *_rest(one, rule))
        if one.message:
            say(plain(f"    {one.message}"))
    if not runs:
        say("The recorder does these, and it is not running. Start it with: kairos record")


def _line(*cells: str) -> None:
    *first, last = cells
    say(" ".join([*(fitted(cell, wide) for cell, wide in zip(first, _WIDTHS, strict=True)), last]).rstrip())


def _rest(state: JobState, rule: DayRule) -> tuple[str, str]:
    outcome = "" if state.outcome is None else _OUTCOMES[state.outcome]
    return outcome, "" if state.next_ms is None else _moment(state.next_ms, rule)


def _every(seconds: int) -> str:
    if not seconds:
        return "day"
    hours, rest = divmod(seconds, 3_600)
    return f"{hours} h" if hours and not rest else f"{seconds // 60} min"


def _moment(moment_ms: int | None, rule: DayRule) -> str:
    return "never" if moment_ms is None else f"{local(moment_ms, rule):%Y-%m-%d %H:%M}"


def _as_json(state: JobState) -> dict[str, Any]:
    return {
        "name": state.name,
        "every_s": state.every_s or None,
        "last_start": iso_or_none(state.last_start_ms),
        "last_end": iso_or_none(state.last_end_ms),
        "outcome": None if state.outcome is None else state.outcome.value,
        "message": state.message,
        "next": iso_or_none(state.next_ms),
        "runs": state.runs,
    }
