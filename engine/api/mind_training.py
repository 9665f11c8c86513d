"""The training of the learned models: what there is, starting and stopping it, going back, forgetting all."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from engine.domain.errors import UsageError
from engine.domain.model_status import MindStatus, RunState, TrainingRun
from engine.launch import Worker, WorkerJob
from engine.locks import is_held
from engine.paths import ProfilePaths
from engine.storage.training_runs import TrainingRunStore

_RUNS_TOLD = 20
_BEAT_S = 0.1
_PATIENCE_BEATS = 50  # for a run to notice that it is to stop; it looks twice a second


class KeptModels(Protocol):
    """The models of finished runs, as files."""

    def roll_back(self) -> bool:
        """Use the run before the one in use, the baselines where there is none; False where none is in use."""
        ...

    def damaged(self) -> bool:
        """Return whether the models of the run in use cannot be used."""
        ...

    def clear(self) -> None:
        """Forget all models, and that they were ever trained."""
        ...


@dataclass(frozen=True, slots=True)
class TrainingParts:
    """What the training is run with. forget: what else a reset forgets. active_days: days with enough activity."""

    paths: ProfilePaths
    runs: TrainingRunStore
    kept: Callable[[], KeptModels]
    forget: Callable[[], None]
    active_days: Callable[[], int]


class ModelTraining:
    """The training of one profile's models, done by a process of its own; every method may raise Storage errors."""

    def __init__(self, parts: TrainingParts) -> None:
        self._parts = parts
        self._worker: Worker | None = None
        self._starting = threading.Lock()

    def status(self) -> MindStatus:
        """Return how the models stand; a run whose process died is told as stopped."""
        running = self.runs()
        latest, in_use = self._parts.runs.latest(_RUNS_TOLD), self._parts.runs.in_use()
        return MindStatus(
            in_use=in_use,
            runs=tuple(one if running else _ended(one) for one in latest),
            active_days=self._parts.active_days(),
            training=running,
            damaged=in_use is not None and self._parts.kept().damaged(),
        )

    def runs(self) -> bool:
        """Return whether a process trains."""
        return is_held(self._parts.paths.worker_lock(WorkerJob.TRAIN))

    def start(self) -> None:
        """Start a process that trains, whatever else the machine does; it ends with this one. Raises UsageError."""
        with self._starting:
            if self.runs() or (self._worker is not None and self._worker.runs()):
                raise UsageError("The models are being trained already.")
            self._end_worker()  # it has ended; the pipe to it is closed
            try:
                self._worker = Worker(WorkerJob.TRAIN, self._parts.paths.folder, "--at-once", key=self._parts.paths.key)
            except OSError as cause:
                raise UsageError(f"Training cannot be started: {cause.strerror or cause}.") from cause

    def stop(self) -> None:
        """Have a training leave off, whoever started it; it goes on from there the next time."""
        for run in self._parts.runs.latest(1):
            if run.state is RunState.RUNNING:
                self._parts.runs.change(replace(run, state=RunState.STOPPED))
        with self._starting:
            self._end_worker()

    def roll_back(self) -> bool:
        """Use the run before the one in use, the baselines where there is none; False where none is in use."""
        return self._parts.kept().roll_back()

    def reset(self) -> None:
        """Forget the models and all that was said of what they recommended. UsageError while a training goes on."""
        self.stop()
        wait = threading.Event()
        for _ in range(_PATIENCE_BEATS):
            if not self.runs():
                break
            wait.wait(_BEAT_S)
        else:
            raise UsageError("The training does not end. Stop it, then try again.")
        self._parts.kept().clear()
        self._parts.forget()

    def close(self) -> None:
        """End the process that was started here."""
        with self._starting:
            self._end_worker()

    def _end_worker(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()


def _ended(run: TrainingRun) -> TrainingRun:
    return replace(run, state=RunState.STOPPED) if run.state is RunState.RUNNING else run
