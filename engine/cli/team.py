"""`kairos team`: learning together, by files or over a server of one's own network; off until you join."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.team_words import adopted_json, adopted_lines, round_line, status_json, status_lines
from engine.cli.terminal import say, say_json
from engine.domain.errors import ExportError, UsageError
from engine.domain.model_status import Head
from engine.domain.ordinary_file import ordinary_file
from engine.domain.plain_text import plain
from engine.domain.together import EPSILON_LIMIT, FEWEST, HEADS, LARGEST, TogetherFileError
from engine.domain.whole_file import whole_file

if TYPE_CHECKING:
    from engine.api import Engine

group = typer.Typer(
    help="Learn together with others: averages of a few numbers under noise; off until you join.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
_MILLION = 1_000_000
_Named = Annotated[list[str] | None, typer.Option("--head", help="next_document or next_app; default: all.")]
RoundOption = Annotated[Path, typer.Option("--round", metavar="FILE", help="The round's file.")]
OutOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="Where to.")]
ServerOption = Annotated[str, typer.Option("--server", metavar="ADDRESS", help="In numbers: 192.168.0.5:9092")]
AnyOption = Annotated[bool, typer.Option("--any-address", help="Even outside of a private network.")]
CertificateOption = Annotated[
    Path | None, typer.Option("--certificate", metavar="FILE", help="The server's, for an encrypted way.")
]


@group.callback()
def team() -> None:
    """Learn together with others: averages of a few numbers under noise; off until you join."""


@group.command("status")
def status(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say what you take part in, how much was made to be sent, what epsilon it cost, and what is in use."""
    with opened(profile_of(context, profile)) as engine:
        found = engine.together.status()
    if as_json:
        say_json(status_json(found))
        return
    for line in status_lines(found):
        say(plain(line))


@group.command("begin")
def begin(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="What people will see.")],
    out: OutOption,
    head: _Named = None,
    least: Annotated[int, typer.Option("--least", help="People below whom nothing comes of it.")] = FEWEST,
    profile: ProfileOption = None,
) -> None:
    """Write the file of a first round, for everybody to join with."""
    with opened(profile_of(context, profile)) as engine:
        _write(out, engine.together.begin(name, _heads(head) or HEADS, least))
    say(plain(f"{out}: hand it to everybody. They run: kairos team join {out.name}"))


@group.command("join")
def join(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The round's file.")],
    head: _Named = None,
    limit: Annotated[
        float | None,
        typer.Option("--epsilon", help="Of all rounds together, at most.", show_default=f"{EPSILON_LIMIT // _MILLION}"),
    ] = None,
    profile: ProfileOption = None,
) -> None:
    """Take part from now on; nothing is made or sent yet. Join again to count rounds from another file on."""
    if limit is not None and not 0 < limit <= 100 * EPSILON_LIMIT:
        raise UsageError("The limit of epsilon is above 0.")
    with opened(profile_of(context, profile)) as engine:
        begun = engine.together.join(_read(file), _heads(head), None if limit is None else round(limit * _MILLION))
    say(plain(round_line(begun)))
    say("You take part. Next: kairos team update (by files) or kairos team train (over a server).")


@group.command("leave")
def leave(context: typer.Context, profile: ProfileOption = None) -> None:
    """Take part no longer; what is under way stops before it sends anything more."""
    with opened(profile_of(context, profile)) as engine:
        left = engine.together.leave()
    say("You left. What was given before cannot be called back." if left else "You take part in nothing.")


@group.command("update")
def update(context: typer.Context, file: RoundOption, out: OutOption, profile: ProfileOption = None) -> None:
    """Write your update for a round: four clipped and noised numbers, no text. The same round gives the same file."""
    with opened(profile_of(context, profile)) as engine:
        from engine.bootstrap.together import prior_learner  # noqa: PLC0415  (loads torch)

        with prior_learner(engine.paths) as learner:
            made = engine.together.update(_read(file), learner)
        _write(out, made)
        found = engine.together.status()
    say(plain(f"{out}: {len(made)} bytes, readable as text. Hand it to whoever merges."))
    for line in status_lines(found):
        say(plain(line))


@group.command("merge")
def merge(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILES...", help="Everybody's updates.")],
    begun: RoundOption,
    out: OutOption,
    profile: ProfileOption = None,
) -> None:
    """Average everybody's updates into the next round's file."""
    with opened(profile_of(context, profile)) as engine:
        _write(out, engine.together.merge(_read(begun), [_read(one) for one in files]))
    say(plain(f"{out}: the average of {len(files)} people. Everybody runs: kairos team adopt {out.name}"))


@group.command("adopt")
def adopt(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="What came of a round.")] = None,
    take_back: Annotated[bool, typer.Option("--take-back", help="Begin with Kairos's own weights again.")] = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Judge an average on your own last days, and use it only where it does no worse than Kairos's own weights."""
    with opened(profile_of(context, profile)) as engine:
        if take_back:
            was = engine.together.take_back()
            say("Taken back." if was else "No average was in use.")
        elif file is None:
            raise UsageError("Name the file that came of a round, or --take-back.")
        else:
            _adopted(engine, _read(file), as_json=as_json)


@group.command("train")
def train(
    context: typer.Context,
    server: ServerOption,
    certificate: CertificateOption = None,
    anywhere: AnyOption = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Keep what came of it.")] = None,
    profile: ProfileOption = None,
) -> None:
    """Take part in a round over the company's server; only with the extra. Stop with Ctrl+C whenever you like."""
    from engine.cli.team_server import trained  # noqa: PLC0415  (loads cryptography)

    with opened(profile_of(context, profile)) as engine:
        result = trained(engine, server, certificate, anywhere=anywhere)
        if out is not None:
            _write(out, result)
        _adopted(engine, result, as_json=False)


@group.command("serve")
def serve(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    begun: RoundOption,
    server: ServerOption,
    out: OutOption,
    people: Annotated[
        int | None, typer.Option("--people", help="Wait for so many; default: the round's least.")
    ] = None,
    certificates: Annotated[
        tuple[Path, Path, Path] | None,
        typer.Option("--certificates", metavar="AUTHORITY CERTIFICATE KEY", help="For an encrypted way."),
    ] = None,
    anywhere: AnyOption = False,
    profile: ProfileOption = None,
) -> None:
    """Be the company's server for one round; only with the extra. Nobody's numbers are seen, only their sum."""
    from engine.cli.team_server import served  # noqa: PLC0415  (loads cryptography)

    with opened(profile_of(context, profile)):  # refuses a profile that is another's
        content = _read(begun)
    _write(out, served(content, server, people, certificates or (), anywhere=anywhere))
    say(plain(f"{out}: what came of the round."))


def _adopted(engine: Engine, content: bytes, *, as_json: bool) -> None:
    from engine.bootstrap.together import prior_learner  # noqa: PLC0415  (loads torch)

    with prior_learner(engine.paths) as learner:
        told = engine.together.adopt(content, learner)
    if as_json:
        say_json(adopted_json(told))
        return
    for line in adopted_lines(told):
        say(plain(line))


def _heads(named: list[str] | None) -> tuple[Head, ...]:
    try:
        return tuple(Head(one) for one in named or ())
    except ValueError as cause:
        raise UsageError("What can be learned together: " + " ".join(one.value for one in HEADS)) from cause


def _read(path: Path) -> bytes:
    try:
        file = ordinary_file(path)
        if file is None:
            raise TogetherFileError(f"{path}: there is no such file.")
        with file:
            return file.read(LARGEST + 1)
    except OSError as cause:
        raise TogetherFileError(f"{path}: {cause.strerror or cause}.") from cause


def _write(path: Path, content: bytes) -> None:
    try:
        with whole_file(path) as file:
            file.write(content)
    except OSError as cause:
        raise ExportError(f"{path}: {cause.strerror or cause}.") from cause
