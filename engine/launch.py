"""How a worker is started, and how it ends with whoever started it: the one place that knows its command line."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import IO

from engine.domain.database_key import DatabaseKey
from engine.keys.handover import handed
from engine.programs import command, environment

_PATIENCE_S = 5.0  # for a worker to end in good order
_TALKER_PATIENCE_S = 0.3  # for one that talks: it writes nothing that could be lost, and a window may wait for its end


class WorkerJob(StrEnum):
    """What a worker does."""

    INDEX = "index"  # find documents, read them, keep their words; loads no torch
    EMBED = "embed"  # give chunks their vectors
    ANSWER = "answer"  # answer questions from standard input on standard output
    TRAIN = "train"  # fit the learned models to the history
    ADVISE = "advise"  # say what they advise, asked on standard input
    INSIGHTS = "insights"  # look for topics, routines and changes in the history
    SEAL = "seal"  # seal learned models under a new key, after the profile got another one
    KEEP = "keep"  # copy the database where it changed, check it, put it right where it is damaged
    PLAN = "plan"  # read calendars anew, look whether the day's plan holds, work out yesterday's focus figures


def worker_command(job: WorkerJob, folder: Path, *options: str) -> tuple[str, ...]:
    """Return the command line that does the job on the profile in the folder."""
    return command("engine.worker", job.value, "--profile", str(folder), *options)


class Worker:
    """A worker process that ends when this process ends, however that happens: it listens to a pipe from here."""

    def __init__(
        self, job: WorkerJob, folder: Path, *options: str, talks: bool = False, key: DatabaseKey | None = None
    ) -> None:
        """Start it. talks: it answers on its standard output; else that leads nowhere. Raises OSError.

        key: what the profile opens with, where this process knows it.
        """
        self.job = job
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only
        with handed(key) as given:
            self._process = subprocess.Popen(
                worker_command(job, folder, "--tethered", *options, *given.words),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE if talks else subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=hidden,
                cwd=os.sep if os.name == "posix" else None,  # its folder must not keep a disk from being taken out
                env=environment(),
                **given.settings,
            )

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def questions(self) -> IO[bytes]:
        """What the worker reads."""
        if self._process.stdin is None:
            raise ValueError("this worker reads nothing")
        return self._process.stdin

    @property
    def answers(self) -> IO[bytes]:
        """What the worker says; ValueError for one that does not talk."""
        if self._process.stdout is None:
            raise ValueError("this worker says nothing")
        return self._process.stdout

    def runs(self) -> bool:
        """Return whether it still works; one that has ended is forgotten by the system here."""
        return self._process.poll() is None

    def wait(self, seconds: float | None = None) -> int | None:
        """Wait for it to end by itself and return its exit status, None where it takes longer."""
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def let_go(self) -> None:
        """Let it end in good order, and do not wait for that."""
        with suppress(OSError, ValueError):
            if self._process.stdin is not None:
                self._process.stdin.close()

    def end(self) -> None:
        """Let it end in good order, and make it end where it does not; what it has stored stays stored."""
        self.let_go()
        talks = self._process.stdout
        if self.wait(_PATIENCE_S if talks is None else _TALKER_PATIENCE_S) is None:
            self._process.kill()
            self._process.wait()
        if talks is not None:
            talks.close()


def start_command(folder: Path, *words: str, key: DatabaseKey | None = None) -> subprocess.Popen[bytes]:
    """Start a command of `kairos` on the profile in the folder; it goes on by itself, unheard. Raises OSError.

    key: what the profile opens with, where this process knows it.
    """
    with handed(key) as given:
        return subprocess.Popen(
            command("engine.cli", *given.words, *words, "--profile", str(folder)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows only
            cwd=os.sep if os.name == "posix" else None,
            env=environment(),
            **given.settings,
        )
