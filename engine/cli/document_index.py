"""`kairos documents index`: reads what is new while the person waits; Ctrl+C ends it, and nothing read is lost."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.document_words import NO_FOLDER, meaning_left, status_line
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.signals import stopped_by_signals
from engine.cli.terminal import say, say_json, width
from engine.domain.errors import AlreadyRunning, UsageError
from engine.launch import Worker, WorkerJob
from engine.locks import ProcessLock

if TYPE_CHECKING:
    from engine.documents.index import Outcome
    from engine.domain.documents import IndexStatus
    from engine.paths import ProfilePaths

_BEAT_S = 0.5


def index(
    context: typer.Context,
    words_only: Annotated[
        bool, typer.Option("--words-only", help="Do not wait until everything is found by meaning, too.")
    ] = False,
    forget_missing: Annotated[
        bool, typer.Option("--forget-missing", help="Forget documents whose disk or folder is gone for good.")
    ] = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Read what is new and changed in your folders, now; stop with Ctrl+C whenever you like, nothing is lost."""
    paths = profile_of(context, profile)
    with opened(paths) as engine:
        if not engine.documents.folders():
            raise UsageError(NO_FOLDER)
        paths = engine.paths  # with its key
    line = _Line()
    with _one_alone(paths), _without_asides():
        outcome, stopped = _read(paths, line, forget_missing=forget_missing)
    by_meaning = outcome.halted is None and not words_only
    if by_meaning and not stopped:
        stopped = _embed(paths, line)
    line.end()
    with opened(paths) as engine:
        overview = engine.documents.overview()
    if as_json:
        say_json({**_as_json(outcome), "indexed": overview.indexed, "embedded": overview.embedded})
    else:
        _tell(outcome)
        if by_meaning and (left := meaning_left(overview, stopped=stopped)):
            say(left)


@contextmanager
def _one_alone(paths: ProfilePaths) -> Iterator[None]:
    with ProcessLock(paths.worker_lock(WorkerJob.INDEX)) as lock:
        try:
            lock.acquire(who="worker")
        except AlreadyRunning as error:
            raise AlreadyRunning(
                "Another process keeps the index of your documents already, perhaps that of the open window. See how "
                "far it is with: kairos documents status"
            ) from error
        yield


@contextmanager
def _without_asides() -> Iterator[None]:
    """Keep what the parts log away from the terminal; what concerns the person is told by the status."""
    handler = logging.NullHandler()
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)


def _read(paths: ProfilePaths, line: _Line, *, forget_missing: bool) -> tuple[Outcome, bool]:
    """Read what is new; tell what came of it, and whether the person wants no more."""
    from engine.bootstrap.documents import indexing  # noqa: PLC0415  (the readers load much, and help needs nothing)

    with indexing(paths, told=line.show, patient=False) as work, stopped_by_signals(work.halting.stop):
        return work.resident.once(forget_missing=forget_missing), work.halting.stopped


def _embed(paths: ProfilePaths, line: _Line) -> bool:
    """Have everything embedded by a process of its own, so that its memory is given back; tell whether stopped."""
    stopped = threading.Event()
    with opened(paths) as engine, stopped_by_signals(stopped.set):
        overview = engine.documents.overview()
        if overview.embedded is None or overview.embedded >= overview.chunks:
            return False
        worker = Worker(WorkerJob.EMBED, paths.folder, "--at-once", key=paths.key)
        try:
            while worker.runs() and not stopped.wait(_BEAT_S):
                line.show(engine.documents.status())
        finally:
            worker.end()
    return stopped.is_set()


class _Line:
    """One line on stderr that tells how far it is: written over on a terminal, written anew per phase elsewhere."""

    def __init__(self) -> None:
        self._over = sys.stderr.isatty()
        self._shown = ""
        self._phase = ""

    def show(self, status: IndexStatus) -> None:
        """Show how far it is."""
        text = status_line(status)
        if self._over:
            room = max(0, width(self._shown) - width(text))
            typer.echo("\r" + text + " " * room, nl=False, err=True)
            self._shown = text
        elif status.phase.value != self._phase and status.pid:
            typer.echo(text, err=True)
        self._phase = status.phase.value

    def end(self) -> None:
        """Leave the line."""
        if self._over and self._shown:
            typer.echo("\r" + " " * width(self._shown) + "\r", nl=False, err=True)


def _as_json(outcome: Outcome) -> dict[str, object]:
    return {
        "finished": outcome.halted is None,
        "halted": None if outcome.halted is None else outcome.halted.value,
        "unchanged": outcome.unchanged,
        "read": outcome.stored,
        "moved": outcome.moved,
        "removed": outcome.removed,
        "failed": outcome.failed,
        "later": outcome.later,
        "kept": outcome.kept,
        "too_large": outcome.too_large,
    }


def _tell(outcome: Outcome) -> None:
    from engine.documents.index import missing_note  # noqa: PLC0415

    parts = {
        "read": outcome.stored,
        "unchanged": outcome.unchanged,
        "moved": outcome.moved,
        "gone": outcome.removed,
        "could not be read": outcome.failed,
        "to be read later": outcome.later,
        "too large": outcome.too_large,
    }
    said = ", ".join(f"{name}: {count:,}" for name, count in parts.items() if count or name == "read")
    left = {
        None: "",
        "stopped": "Stopped; the rest comes next time. ",
        "paused": "Paused by you; go on with: kairos documents resume. ",
    }
    say(f"{left.get(outcome.halted, '')}Documents {said}.")
    if outcome.failed:
        say("See why with: kairos documents failures")
    if note := missing_note(outcome):
        say(note)
