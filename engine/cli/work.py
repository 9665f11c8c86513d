"""`kairos work`: becomes a worker, as the window and the recorder start them."""

from __future__ import annotations

from typing import Annotated

import typer

from engine.cli.options import ProfileOption, profile_of
from engine.cli.process import become
from engine.cli.unlocking import unlocked
from engine.domain.errors import UsageError
from engine.launch import WorkerJob, worker_command


def work(
    context: typer.Context,
    job: Annotated[WorkerJob, typer.Argument(help="What to do.")],
    watch: Annotated[bool, typer.Option("--watch", help="index: stay, and look at what changes.")] = False,
    profile: ProfileOption = None,
) -> None:
    """Work in the background: index and embed documents, answer questions, train the models, advise, plan the day."""
    if watch and job is not WorkerJob.INDEX:
        raise UsageError("--watch goes with index alone.")
    paths = unlocked(profile_of(context, profile))
    become(worker_command(job, paths.folder, *(("--watch",) if watch else ())), paths.key)
