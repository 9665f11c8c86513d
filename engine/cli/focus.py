"""`kairos focus`: start and end focus sessions, see how they stand and what became of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli import focus_contract
from engine.cli.feedback import LARGEST
from engine.cli.focus_words import begun_line, list_line, now_json, now_lines, report_json, report_lines, session_json
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.days import day_bounds, parse_day
from engine.domain.errors import UsageError
from engine.domain.focus_choices import Level, Rhythm
from engine.domain.focus_session import FocusSession, SessionReport, Started, Timing
from engine.domain.intervals import Interval
from engine.domain.periods import Period
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from engine.api import Engine

group = typer.Typer(help="Focus sessions: start, stop, status, list.", no_args_is_help=True, rich_markup_mode=None)
group.add_typer(focus_contract.group, name="contract")

_POMODORO_MIN = 25
Minutes = Annotated[int | None, typer.Option("--for", metavar="MINUTES", help="How long to work.")]
Pomodoro = Annotated[bool, typer.Option("--pomodoro", help="Rounds of work and break.")]
Flowtime = Annotated[bool, typer.Option("--flowtime", help="Work as long as it flows; the break is a fifth of it.")]
Intention = Annotated[str, typer.Option("--on", metavar="TEXT", help="What you mean to do, in your words.")]
BlockNumber = Annotated[
    int, typer.Option("--block", metavar="ID", min=0, max=LARGEST, help="The block of the plan it is held for.")
]
LevelOption = Annotated[Level | None, typer.Option("--level", help="What to do about distractions.")]


@dataclass(frozen=True, slots=True)
class Said:
    """What the options of a start say of its lengths."""

    minutes: int | None
    pomodoro: bool
    flowtime: bool


@group.callback()
def focus() -> None:
    """Focus sessions: start, stop, status, list."""


@group.command("start")
def start(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    minutes: Minutes = None,
    pomodoro: Pomodoro = False,
    flowtime: Flowtime = False,
    intention: Intention = "",
    block: BlockNumber = 0,
    level: LevelOption = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Start a session; what is not said is as in the settings."""
    with opened(profile_of(context, profile)) as engine:
        timing = _timing(Said(minutes, pomodoro, flowtime), engine)
        about = intention or (engine.plan.get(block).about.title if block else "")
        begun = engine.focus.start(timing=timing, intention=about, started=Started.COMMAND, block_id=block, level=level)
        _told_begun(begun, engine, as_json=as_json)


@group.command("stop")
def stop(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """End the session and say what really happened."""
    with opened(profile_of(context, profile)) as engine:
        _told_over(engine.focus.stop(), engine, as_json=as_json)


@group.command("toggle")
def toggle(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Start a session where none runs, else end it: for a shortcut of the desktop's own."""
    with opened(profile_of(context, profile)) as engine:
        done = engine.focus.toggle()
        if isinstance(done, SessionReport):
            _told_over(done, engine, as_json=as_json)
        else:
            _told_begun(done, engine, as_json=as_json)


@group.command("status")
def status(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say how the session stands."""
    with opened(profile_of(context, profile)) as engine:
        now, tree = engine.focus.now(), engine.rules.tree()
        if as_json:
            say_json(now_json(now, tree))
        else:
            _say_all(now_lines(now, engine.history.rule(), tree))


@group.command("break")
def take_break(
    context: typer.Context,
    end: Annotated[bool, typer.Option("--end", help="End the break instead.")] = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Take a break now; it ends by itself."""
    with opened(profile_of(context, profile)) as engine:
        now, tree = engine.focus.end_break() if end else engine.focus.take_break(), engine.rules.tree()
        if as_json:
            say_json(now_json(now, tree))
        else:
            _say_all(now_lines(now, engine.history.rule(), tree))


@group.command("list")
def list_sessions(
    context: typer.Context,
    day: Annotated[bool, typer.Option("--day", help="Of one day (the default).")] = False,
    week: Annotated[bool, typer.Option("--week", help="Of one week.")] = False,
    around: Annotated[str | None, typer.Option("--date", metavar="DAY", help="Around another day than today.")] = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """List sessions: those started, and those seen afterwards in what was recorded."""
    if day and week:
        raise UsageError("Ask for one of --day and --week.")
    with opened(profile_of(context, profile)) as engine:
        if engine.rules.outdated():  # what an edit of the rules left undone when it was killed
            engine.rules.relabel_all()
        span = _span(engine, Period.WEEK if week else Period.DAY, around)
        found, rule, tree = (
            engine.focus.sessions(span.start_ms, span.end_ms),
            engine.history.rule(),
            engine.rules.tree(),
        )
        if as_json:
            say_json([report_json(one, tree) for one in found])
        else:
            _say_all([list_line(one, rule) for one in found] or ["There are no focus sessions in this time."])


@group.command("rate")
def rate(
    context: typer.Context,
    number: Annotated[
        int, typer.Argument(min=1, max=LARGEST, help="The session's number, as `kairos focus list` shows it.")
    ],
    value: Annotated[int, typer.Argument(help="How focused you were, 1 (scattered) to 5 (focused).")],
    profile: ProfileOption = None,
) -> None:
    """Say how focused a session was; it teaches the models."""
    with opened(profile_of(context, profile)) as engine:
        engine.focus.rate(number, value)
        say(f"Session {number} is rated {value}.")


def _timing(said: Said, engine: Engine) -> Timing | None:
    """Return the lengths that were said, None for those of the settings."""
    if said.pomodoro and said.flowtime:
        raise UsageError("A session is --pomodoro or --flowtime, not both.")
    if said.minutes is None and not said.pomodoro and not said.flowtime:
        return None
    kept = engine.preferences.load().focus
    own = Timing(kept.rhythm, kept.work, kept.rest, kept.long_rest, kept.rounds)
    if said.flowtime:
        return replace(own, rhythm=Rhythm.FLOWTIME, work=said.minutes or own.work)
    if said.pomodoro:
        usual = own.work if own.rhythm is Rhythm.POMODORO else _POMODORO_MIN
        return replace(own, rhythm=Rhythm.POMODORO, work=usual if said.minutes is None else said.minutes)
    return replace(own, rhythm=Rhythm.COUNTDOWN, work=own.work if said.minutes is None else said.minutes)


def _span(engine: Engine, period: Period, around: str | None) -> Interval:
    first, after = engine.reports.period(period, None if around is None else parse_day(around))
    rule = engine.history.rule()
    return Interval(day_bounds(first, rule).start_ms, day_bounds(after, rule).start_ms)


def _told_begun(begun: FocusSession, engine: Engine, *, as_json: bool) -> None:
    if as_json:
        say_json(session_json(begun))
        return
    say(plain(begun_line(begun, engine.history.rule())))
    if begun.level is Level.CLOSE and engine.focus.contract() is None:
        say("No contract holds, so distractions meet a countdown. Make one with: kairos focus contract make 60")
    if not engine.recording.runs():
        say("No recorder is running, so nothing will be known of it. Start one with: kairos record")


def _told_over(report: SessionReport, engine: Engine, *, as_json: bool) -> None:
    tree = engine.rules.tree()
    if as_json:
        say_json(report_json(report, tree))
        return
    say(f"Focus session {report.session.id} is over.")
    _say_all(report_lines(report, tree))
    say(f"How focused was it? kairos focus rate {report.session.id} 1 to 5")


def _say_all(lines: list[str]) -> None:
    for line in lines:
        say(plain(line))
