"""`kairos status`, `pause` and `resume`: what the recorder does, and telling it what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.moments import clock_time, iso_or_none
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.cli.today import current_as_json, in_front, named
from engine.domain.days import DayRule
from engine.domain.health import RecorderHealth, RecorderState
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.summary import DaySummary

_SENTENCES = {
    RecorderState.STOPPED: "The recorder is not running. Start it with: kairos record",
    RecorderState.STARTING: "The recorder is starting.",
    RecorderState.RECORDING: "Recording.",
    RecorderState.PAUSED: "Paused.",
    RecorderState.NOT_SAVING: "Recording, but not saving: what is seen is kept in memory.",
    RecorderState.BLIND: "The recorder runs but cannot see the desktop.",
}


def status(context: typer.Context, profile: ProfileOption = None, as_json: JsonOption = False) -> None:
    """Say what the recorder does and what it sees."""
    with opened(profile_of(context, profile)) as engine:
        health, summary = engine.recording.health(), engine.history.day(None)
        if as_json:
            say_json({"recorder": health_as_json(health), "current": current_as_json(summary)})
        else:
            _show(health, named(summary, engine.app_names.names()))


def pause(
    context: typer.Context,
    minutes: Annotated[int, typer.Argument(help="For how many minutes, 1 to 10080.")],
    profile: ProfileOption = None,
) -> None:
    """Record nothing for so many minutes."""
    with opened(profile_of(context, profile)) as engine:
        until_ms = engine.recording.pause(minutes)
        say(f"Paused until {clock_time(until_ms, engine.history.rule())}.{_unheard(engine)}")


def resume(context: typer.Context, profile: ProfileOption = None) -> None:
    """End a pause."""
    with opened(profile_of(context, profile)) as engine:
        engine.recording.resume()
        say(f"Recording goes on.{_unheard(engine)}")


def _unheard(engine: Engine) -> str:
    return "" if engine.recording.runs() else " No recorder is running now; the next one will do so."


def _show(health: RecorderHealth, summary: DaySummary) -> None:
    rule = DayRule(summary.zone)
    say(_SENTENCES[health.state])
    if health.message:
        say(plain(health.message))
    if health.state is RecorderState.PAUSED and health.paused_until_ms is not None:
        say(f"Until {clock_time(health.paused_until_ms, rule)}.")
    if health.state is RecorderState.NOT_SAVING:
        say(f"{health.waiting} changes wait to be saved.")
    if health.state is not RecorderState.STOPPED:
        _show_sight(health, summary, rule)


def _show_sight(health: RecorderHealth, summary: DaySummary, rule: DayRule) -> None:
    if health.probe is not None:
        say(
            f"Session {health.probe.session}, seen by {health.probe.backend or 'nothing'}. {health.probe.note}".rstrip()
        )
    if health.beat_ms is not None:
        say(f"Process {health.pid}, last sign of life at {clock_time(health.beat_ms, rule)}.")
    what = summary.current
    if what is not None:
        say(f"I see: {in_front(what)}")


def health_as_json(health: RecorderHealth) -> dict[str, Any]:
    """Return the recorder's account as plain values, moments as ISO 8601 UTC."""
    probe = health.probe
    return {
        "state": health.state.value,
        "pid": health.pid,
        "started": iso_or_none(health.started_ms),
        "last_sign_of_life": iso_or_none(health.beat_ms),
        "waiting": health.waiting,
        "paused_until": iso_or_none(health.paused_until_ms),
        "message": health.message,
        "session": None if probe is None else probe.session,
        "backend": None if probe is None else probe.backend,
        "titles": None if probe is None else probe.titles,
        "note": "" if probe is None else probe.note,
    }
