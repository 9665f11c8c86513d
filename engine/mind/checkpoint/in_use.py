"""Which models are used: those of the run in use where they are sound, else of the newest one before it that is."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.domain.model_status import RunState, TrainingRun
from engine.mind.checkpoint.files import Checkpoint, CheckpointError, Checkpoints
from engine.storage.training_runs import TrainingRunStore

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class InUse:
    """The models to use, None for the baselines. damaged: newer ones were there and could not be used."""

    checkpoint: Checkpoint | None = None
    damaged: bool = False


class KeptModels:
    """The models of finished runs. Raises Storage errors.

    features: the version of what models read; models that read another one are not used.
    """

    def __init__(
        self, checkpoints: Checkpoints, runs: TrainingRunStore, features: int, forget_key: Callable[[], None]
    ) -> None:
        self._checkpoints, self._runs, self._features, self._forget_key = checkpoints, runs, features, forget_key

    def load(self) -> InUse:
        """Return the newest models up to the run in use that are sound."""
        run = self._runs.in_use()
        if run is None:
            return InUse()
        there = [one for one in self._checkpoints.runs() if one <= run.id]
        damaged = run.id not in there
        for number in there:
            try:
                found = self._checkpoints.read(number)
            except CheckpointError as error:
                _log.warning("%s", error.message)
                damaged = True
                continue
            if found.manifest.features == self._features:
                return InUse(found, damaged)
        return InUse(None, damaged)

    def damaged(self) -> bool:
        """Return whether the models of the run in use cannot be used."""
        return self.load().damaged

    def forget_changed(self) -> None:
        """Forget models that learned from a past that was erased or corrected since; the newest ones left are used."""
        for number in self._checkpoints.runs():
            if self._runs.history_changed(number):
                self._checkpoints.remove(number)
        self._checkpoints.tidy()
        run = self._runs.in_use()
        if run is not None and self._runs.history_changed(run.id):
            self._runs.use(self._before(run))

    def roll_back(self) -> bool:
        """Use the run before the one in use, the baselines where there is none; False where none is in use."""
        run = self._runs.in_use()
        if run is None:
            return False
        self._runs.use(self._before(run))
        self._runs.change(replace(run, state=RunState.ROLLED_BACK))
        self._checkpoints.remove(run.id)
        return True

    def _before(self, run: TrainingRun) -> int | None:
        return next((one for one in self._checkpoints.runs() if one < run.id), None)

    def clear(self) -> None:
        """Forget all models, their runs, and the key they were signed with."""
        self._checkpoints.clear()
        self._runs.clear()
        self._forget_key()
