"""`kairos share team`: sums over several people by files they carry; nobody's own figures are seen by anyone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli import share_encrypted
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.share import parse_week
from engine.cli.share_team_words import (
    made_json,
    needs_lines,
    result_lines,
    round_json,
    round_line,
    sentence_lines,
    step_json,
    step_lines,
    taken_lines,
)
from engine.cli.terminal import say, say_json
from engine.domain.errors import UsageError
from engine.domain.plain_text import plain
from engine.domain.sharing import MILLION
from engine.domain.team import CAP_QUARTERS, TeamFile, TeamNeeds, TeamResult, TeamTaken
from engine.domain.team_words import HOLDS, NEVER, does_not_hide

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.api.team import Team

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="What somebody gave you.")]
FilesArgument = Annotated[list[Path], typer.Argument(metavar="FILE...", help="What people gave you.")]
OutOption = Annotated[
    Path, typer.Option("-o", "--output", metavar="FILE|DIR", help="Where to; nothing there is overwritten.")
]
YesOption = Annotated[bool, typer.Option("--yes", help="Do it, without asking.")]
_HERE = Path()
_NAMELESS = " "
_MADE_OF = (
    (TeamFile.ANSWER, TeamFile.RESULT),
    (TeamFile.CONTRIBUTION, TeamFile.REQUEST),
    (TeamFile.JOIN, TeamFile.ROSTER),
)
_TAKEN = (TeamFile.ROUND, TeamFile.ROSTER, TeamFile.REQUEST)

group = typer.Typer(help="Sums over a team's week, by files people carry.", no_args_is_help=True, rich_markup_mode=None)
group.add_typer(share_encrypted.group, name="encrypted")


@group.command("begin")
def begin(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the round is called.")],
    people: Annotated[int, typer.Option("--people", metavar="N", help="How many people you expect.")],
    week: Annotated[
        str | None, typer.Option("--week", metavar="WEEK|DATE", help="2026-W47, or a day in it; the last whole one.")
    ] = None,
    out: OutOption = _HERE,
    epsilon: Annotated[float, typer.Option("--epsilon", help="Of the noise, where enough people join.")] = 1.0,
    cap: Annotated[int, typer.Option("--cap", metavar="HOURS", help="Of a person that count, with noise.")] = (
        CAP_QUARTERS // 4
    ),
    yes: YesOption = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Begin a round as its lead: make the file to give to everybody who may take part."""
    with opened(profile_of(context, profile)) as engine:
        day = engine.sharing.last_week() if week is None else parse_week(week)
        if _agreed(_told(TeamFile.ROUND), "Write it?", yes=yes, as_json=as_json):
            _say_made(engine.team.begin(name, day, people, out, round(epsilon * MILLION), cap * 60), as_json=as_json)


@group.command("join")
def join(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    file: FileArgument,
    name: Annotated[str, typer.Option("--as", metavar="NAME", help="What the others see; else one is made up.")] = "",
    out: OutOption = _HERE,
    yes: YesOption = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Join a round with its first file: make the file to give back to the lead."""
    with opened(profile_of(context, profile)) as engine:
        _take(engine.team, file, out, name or _NAMELESS, yes=yes, as_json=as_json)


@group.command("close")
def close(
    context: typer.Context,
    files: FilesArgument,
    out: OutOption = _HERE,
    yes: YesOption = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """As the lead, close the list of members with all who joined: make the list to give to everybody."""
    with opened(profile_of(context, profile)) as engine:
        if _agreed(_told(TeamFile.ROSTER), f"Close it with {len(files)} people?", yes=yes, as_json=as_json):
            _say_made(engine.team.close(files, out), as_json=as_json)


@group.command("contribute")
def contribute(
    context: typer.Context,
    file: FileArgument,
    out: OutOption = _HERE,
    yes: YesOption = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Contribute to a list of members, or answer a request: make the file to give to the lead."""
    with opened(profile_of(context, profile)) as engine:
        _take(engine.team, file, out, yes=yes, as_json=as_json)


@group.command("combine")
def combine(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    files: FilesArgument,
    out: OutOption = _HERE,
    without: Annotated[
        bool,
        typer.Option("--without-missing", help="Go on without who did not contribute; they cannot be counted later."),
    ] = False,
    yes: YesOption = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """As the lead, put together what people gave: contributions become a request, answers to it the sums."""
    with opened(profile_of(context, profile)) as engine:
        kinds = {engine.team.look(file).kind for file in files}
        comes = next((made for given, made in _MADE_OF if given in kinds), TeamFile.REQUEST)
        if _agreed(_told(comes), "Write it?", yes=yes, as_json=as_json):
            _say_made(engine.team.combine(files, out, without_missing=without), as_json=as_json)


@group.command("show")
def show(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="A file of a round; else all rounds.")] = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Say what a file of a round is and what it holds, or list the rounds; sharing need not be on."""
    with opened(profile_of(context, profile)) as engine:
        if file is not None:
            step = engine.team.look(file)
            say_json(step_json(step)) if as_json else _say_all(step_lines(step))
            return
        rounds = engine.team.rounds()
    if as_json:
        say_json([round_json(one) for one in rounds])
        return
    _say_all([round_line(one) for one in rounds] or ["There is no round yet: kairos share team begin"])


@group.command("forget")
def forget(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="ROUND", help="The beginning of its number, as show tells it.")],
    yes: YesOption = False,
    profile: ProfileOption = None,
) -> None:
    """Wipe the keys of a round and what is kept of it; without them it cannot go on here."""
    with opened(profile_of(context, profile)) as engine:
        told = ["Its keys are wiped. That its week was given once stays known, so that it is not given again."]
        if _agreed(told, "Forget it?", yes=yes, as_json=False):
            engine.team.forget(number)
            say("Forgotten.")


def _take(team: Team, file: Path, out: Path, name: str = "", *, yes: bool, as_json: bool) -> None:
    step = team.look(file)
    if (step.kind is TeamFile.ROUND) != bool(name) or step.kind not in _TAKEN:
        _say_all(() if as_json else step_lines(step))
        raise UsageError("This file is for another step. See what comes next: kairos share team --help")
    if step.makes is None:
        raise UsageError("You did not take part in this round so far, so there is nothing to do with this file.")
    if _agreed(step_lines(step), "Write it?", yes=yes, as_json=as_json):
        _say_made(team.take(step, out, name), as_json=as_json)


def _told(kind: TeamFile) -> Iterable[str]:
    return sentence_lines(HOLDS[kind], NEVER, does_not_hide(kind, noisy=False))


def _agreed(lines: Iterable[str], question: str, *, yes: bool, as_json: bool) -> bool:
    """Show what a file would hold, and return whether it is to be written."""
    if not as_json:
        _say_all(lines)
    if yes or (not as_json and typer.get_text_stream("stdin").isatty() and typer.confirm(question, default=False)):
        return True
    if as_json:
        say_json({"made": None, "file": None})
    else:
        say("Nothing was written. To do it, add --yes.")
    return False


def _say_made(made: TeamTaken | TeamNeeds | TeamResult, *, as_json: bool) -> None:
    if as_json:
        say_json(made_json(made))
    elif isinstance(made, TeamTaken):
        _say_all(taken_lines(made))
    elif isinstance(made, TeamNeeds):
        _say_all(needs_lines(made))
    else:
        _say_all(result_lines(made))


def _say_all(lines: Iterable[str]) -> None:
    for line in lines:
        say(plain(line))
