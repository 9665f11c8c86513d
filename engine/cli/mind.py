"""`kairos mind`: the learned models of your own history; train, see how they do, ask why, go back, forget."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.document_words import path_text
from engine.cli.feedback import LARGEST
from engine.cli.mind_words import (
    NOTHING,
    block_line,
    first_reason,
    head_line,
    heads_json,
    notice_lines,
    run_json,
    run_lines,
    soon_lines,
    status_lines,
    why_lines,
)
from engine.cli.moments import local
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.signals import stopped_by_signals
from engine.cli.terminal import say, say_json
from engine.domain.advice_json import scored_to_json
from engine.domain.errors import KairosError, UsageError
from engine.domain.model_status import RunState
from engine.domain.plain_text import plain
from engine.domain.recommended import Kind
from engine.domain.soon import soon_to_json
from engine.launch import Worker, WorkerJob

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.days import DayRule
    from engine.domain.offers import Offered
    from engine.domain.recommended import Advice
    from engine.paths import ProfilePaths

group = typer.Typer(
    help="The learned models of your own history, made and kept on this computer.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_BEAT_S = 0.2
YesOption = Annotated[bool, typer.Option("--yes", help="You are sure.")]


class TrainingFailed(KairosError):
    """The training ended with an error; the log says more."""

    title = "The models could not be trained"


@group.callback()
def mind() -> None:
    """The learned models of your own history, made and kept on this computer."""


@group.command("train")
def train(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Learn from your history now; stop with Ctrl+C whenever you like, it goes on from there the next time."""
    paths = profile_of(context, profile)
    with opened(paths) as engine:
        if engine.mind.status().training:
            raise UsageError("The models are being trained already. See: kairos mind status")
        paths = engine.paths  # with its key
    if not as_json:
        typer.echo("Learning from your history…", err=True)
    _trained(paths)
    with opened(paths) as engine:
        run, rule = next(iter(engine.mind.status().runs), None), engine.history.rule()
    if run is None or run.state is RunState.FAILED:
        raise TrainingFailed(f"What went wrong is in the log: {paths.logs / 'worker-train.log'}")
    if as_json:
        say_json(run_json(run))
        return
    for line in run_lines(run, rule):
        say(line)
    if run.state is RunState.DONE and not run.heads:
        say("There is too little history yet to learn from.")


def _trained(paths: ProfilePaths) -> None:
    """Have a process of its own train, so that its memory is given back; wait for it."""
    stopped = threading.Event()
    with stopped_by_signals(stopped.set):
        try:
            worker = Worker(WorkerJob.TRAIN, paths.folder, "--at-once", key=paths.key)
        except OSError as cause:
            raise TrainingFailed(f"The process cannot be started: {cause.strerror or cause}.") from cause
        try:
            while worker.runs() and not stopped.wait(_BEAT_S):
                pass
        finally:
            worker.end()


@group.command("status")
def status(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say which models are in use, and how each does against a simple rule on your own later weeks."""
    with opened(profile_of(context, profile)) as engine:
        found, rule = engine.mind.status(), engine.history.rule()
    if as_json:
        say_json(
            {
                "active_days": found.active_days,
                "training": found.training,
                "damaged": found.damaged,
                "in_use": None if found.in_use is None else run_json(found.in_use),
                "runs": [run_json(run) for run in found.runs],
            }
        )
        return
    for line in status_lines(found, rule):
        say(line)


@group.command("now")
def now(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say what is likely in the next minutes: an undisturbed while, a distraction, the next app."""
    with opened(profile_of(context, profile)) as engine:
        found = engine.mind.soon()
    if as_json:
        say_json(soon_to_json(found))
        return
    for line in soon_lines(found):
        say(line)


@group.command("evaluate")
def evaluate(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Compare every model with its simple rule on your own later weeks, anew; nothing is stored. Takes a minute."""
    from engine.bootstrap.mind_training import evaluated  # noqa: PLC0415  (loads torch, which help does not need)

    stopped = threading.Event()
    with stopped_by_signals(stopped.set):
        heads = evaluated(profile_of(context, profile).ensure(), stopped.is_set)
    if as_json:
        say_json(heads_json(heads))
    elif stopped.is_set():
        say("Stopped.")
    elif not heads:
        say("There is too little history yet to compare on.")
    else:
        for head in heads:
            say(head_line(head).strip())


@group.command("explain")
def explain(
    context: typer.Context,
    offer: Annotated[
        int | None,
        typer.Argument(metavar="NUMBER", min=1, max=LARGEST, help="Of what was recommended; left out, of what is now."),
    ] = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Say why something is recommended: every part of its score, in words and numbers that sum to it."""
    with opened(profile_of(context, profile)) as engine:
        offers = [engine.mind.offered(offer)] if offer is not None else []
        advice = None if offers else engine.mind.advice()
        if advice is not None:
            offers = [engine.mind.offered(number) for number in _numbers(advice)]
        found = [(one, _named(one, engine)) for one in offers]
        rule = engine.history.rule()
    if as_json:
        say_json([{"number": one.offer.id, "of": name, **scored_to_json(one.why)} for one, name in found])
        return
    for one, name in found:
        _say_offer(one, name)
    if advice is not None:
        _say_nothing(advice, rule)


def _numbers(advice: Advice) -> list[int]:
    offers = [pick.offer for pick in advice.documents] if advice.block is None else [
        advice.block.offer, *(pick.offer for pick in advice.documents)
    ]  # fmt: skip
    return [one.id for one in offers if one.id]


def _named(offered: Offered, engine: Engine) -> str:
    """Return what was offered: a document's path, or a time."""
    if offered.kind is Kind.BLOCK and offered.interval is not None:
        rule = engine.history.rule()
        begins, ends = local(offered.interval.start_ms, rule), local(offered.interval.end_ms, rule)
        return f"{begins:%Y-%m-%d %H:%M}–{ends:%H:%M}"
    return engine.documents.find_document(str(offered.document_id)).identity.path


def _say_offer(offered: Offered, name: str) -> None:
    say(plain(f"{offered.offer.id}  {path_text(name)}"))
    for line in why_lines(offered.why):
        say(line)
    model = f"training run {offered.offer.model}" if offered.offer.model else "simple rules"
    say(f"    By {model}; policy {plain(offered.offer.policy)}, shown with probability {offered.offer.propensity:.2f}")


def _say_nothing(advice: Advice, rule: DayRule) -> None:
    for why in (advice.no_block, advice.no_documents):
        if why is not None:
            say(NOTHING[why])
    if advice.block is not None and not advice.block.offer.id:
        say(block_line(advice.block, rule, advice.made_ms))
        say(first_reason(advice.block.why))
    for line in notice_lines(advice.notices):
        say(line)


@group.command("rollback")
def rollback(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Use the models of the training before, or simple rules where there was none."""
    with opened(profile_of(context, profile)) as engine:
        if not engine.mind.roll_back():
            raise UsageError("No learned model is in use, so there is nothing to go back from.")
        found = engine.mind.status().in_use
    if as_json:
        say_json({"in_use": None if found is None else found.id})
    elif found is None:
        say("Simple rules are in use now.")
    else:
        say(f"The models of run {found.id} are in use now.")


@group.command("reset")
def reset(
    context: typer.Context, yes: YesOption = False, as_json: JsonOption = False, profile: ProfileOption = None
) -> None:
    """Forget all learned models, and all that was recommended and said of it; the history stays as it is."""
    if not yes:
        raise UsageError("This forgets all that was learned and recommended. If you are sure, add --yes.")
    with opened(profile_of(context, profile)) as engine:
        engine.mind.reset()
    if as_json:
        say_json({"in_use": None})
    else:
        say("All that was learned is forgotten. Learn anew with: kairos mind train")
