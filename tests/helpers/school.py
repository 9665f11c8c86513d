"""A profile in which pupils are trained: heads that learn nothing, and tell what they were asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from sqlalchemy import text

from engine.domain.model_status import Head, TrainingRun
from engine.mind.checkpoint.files import Checkpoint, Checkpoints
from engine.mind.checkpoint.in_use import KeptModels
from engine.mind.checkpoint.tensors import Tensors
from engine.mind.measures.compared import Compared
from engine.mind.train import FEATURES
from engine.mind.train.learning import Course, Halted, Learned
from engine.mind.train.run import Class, RunParts, Training
from engine.storage.database import Database
from engine.storage.mind_key import MindKeyStore
from engine.storage.training_runs import TrainingRunStore

HOUR_MS = 3_600_000
START_MS = 1_795_262_400_000


def compared(gain: float, cases: int = 200, days: int = 20) -> Compared:
    noise = np.random.default_rng(3).normal(0, 0.1, cases)
    return Compared(
        "mrr", "most_recent", 0.5 + gain + noise, np.full(cases, 0.5), (np.arange(cases) % days).astype(np.int32)
    )


@dataclass
class Pupil:
    """A head that learns how often it was asked to, and by how much it beats its baseline."""

    head: Head
    gain: float = 0.2
    case: Compared | None = None
    lessons: list[Course] = field(default_factory=list)
    interrupted: bool = False
    refuses: BaseException | None = None

    def learn(self, course: Course) -> Learned | None:
        self.lessons.append(course)
        if self.refuses is not None:
            raise self.refuses
        if self.interrupted:
            raise Halted
        rng = np.random.default_rng(course.seed)
        tensors: Tensors = {"w": rng.normal(size=(2, 3)).astype(np.float32), "before": np.array(course.before_s)}
        return Learned(tensors, compared(self.gain) if self.case is None else self.case, {"width": 2})


class School:
    """A profile in which pupils are trained."""

    def __init__(self, folder: Path) -> None:
        self.database = Database.open(folder / "kairos.sqlite3")
        self.folder = folder / "models"
        self.runs, self.keys = TrainingRunStore(self.database), MindKeyStore(self.database)
        self.now_ms, self.cpu_s, self.why = START_MS, 0.0, ""
        self.after: list[tuple[TrainingRun, Checkpoint | None]] = []
        self.after_fails: Exception | None = None
        self.pupils = [Pupil(Head.FOCUS), Pupil(Head.NEXT_APP, gain=-0.1), Pupil(Head.SWITCH)]

    @property
    def files(self) -> Checkpoints:
        return Checkpoints(self.folder, self.keys.key())

    def kept(self) -> KeptModels:
        return KeptModels(self.files, self.runs, FEATURES, self.keys.forget)

    def train(self, hours: float = 0) -> TrainingRun:
        self.now_ms += int(hours * HOUR_MS)
        parts = RunParts(
            runs=self.runs,
            checkpoints=self.files,
            kept=self.kept(),
            gather=lambda before_ms: Class(self.pupils, START_MS - 99 * HOUR_MS, before_ms),
            aside=lambda run: Checkpoints(self.folder / f"unfinished-{run}", self.keys.key(), most=99),
            now_ms=lambda: self.now_ms,
            cpu_s=self._cpu,
            leave_off=lambda _run: self.why,
            after=self._after,
        )
        return Training(parts).run()

    def used(self) -> Checkpoint:
        found = self.kept().load()
        assert found.checkpoint is not None
        return found.checkpoint

    def erase(self, at_ms: int) -> None:
        with self.database.writing() as connection:
            connection.execute(
                text("INSERT OR REPLACE INTO history_change (hour) VALUES (:h)"), {"h": at_ms // HOUR_MS}
            )

    def _after(self, run: TrainingRun, checkpoint: Checkpoint | None) -> None:
        self.after.append((run, checkpoint))
        if self.after_fails is not None:
            raise self.after_fails

    def _cpu(self) -> float:
        self.cpu_s += 1.5
        return self.cpu_s
