"""Which models are used: the run in use, the one before where it is damaged, none where none is sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.domain.model_status import RunState, TrainingRun
from engine.mind.checkpoint.files import Checkpoints
from engine.mind.checkpoint.in_use import KeptModels
from engine.mind.checkpoint.manifest import Manifest
from engine.storage.database import Database
from engine.storage.mind_key import MindKeyStore
from engine.storage.training_runs import TrainingRunStore


class Room:
    """A profile with trained models."""

    def __init__(self, folder: Path) -> None:
        self.database = Database.open(folder / "kairos.sqlite3")
        self.runs, self.folder, self.key = (
            TrainingRunStore(self.database),
            folder / "models",
            MindKeyStore(self.database),
        )
        self.files = Checkpoints(self.folder, self.key.key())

    def kept(self, features: int = 1) -> KeptModels:
        return KeptModels(Checkpoints(self.folder, self.key.key()), self.runs, features, self.key.forget)

    def train(self, features: int = 1) -> int:
        run = self.runs.add(TrainingRun(0, 1, 2, RunState.DONE, 0, 1, 0.5, 3, "cpu"))
        self.files.write(Manifest(run, 2, 0, 1, features, 0, {}), {"w": np.full(2, run, np.float32)})
        self.runs.use(run)
        return run

    def used(self, features: int = 1) -> tuple[int | None, bool]:
        found = self.kept(features).load()
        return None if found.checkpoint is None else found.checkpoint.manifest.run, found.damaged


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    yield made
    made.database.close()


def test_without_a_training_there_is_none_and_nothing_is_damaged(room: Room) -> None:
    assert room.used() == (None, False)


def test_the_run_in_use_is_loaded(room: Room) -> None:
    room.train()
    last = room.train()
    assert room.used() == (last, False)


def test_a_damaged_one_gives_way_to_the_one_before_and_then_to_none(room: Room) -> None:
    first, second = room.train(), room.train()
    (room.folder / f"run-{second}.safetensors").write_bytes(b"")
    assert room.used() == (first, True)
    (room.folder / f"run-{first}.json").write_bytes(b"{}")
    assert room.used() == (None, True)


def test_missing_weights_are_damage(room: Room) -> None:
    run = room.train()
    room.files.remove(run)
    assert room.used() == (None, True)


def test_models_that_read_other_features_are_not_used(room: Room) -> None:
    old = room.train(features=1)
    room.train(features=2)
    assert room.used(1) == (old, False)
    assert room.used(3) == (None, False)


def test_rolling_back_goes_to_the_run_before_and_then_to_the_baselines(room: Room) -> None:
    first, second = room.train(), room.train()
    assert room.kept().roll_back()
    assert room.used() == (first, False)
    assert [run.state for run in room.runs.latest(2)] == [RunState.ROLLED_BACK, RunState.DONE]
    assert room.files.runs() == [first]
    assert room.kept().roll_back()
    assert room.used() == (None, False)
    assert not room.kept().roll_back()
    third = room.train()
    assert third > second
    assert room.used() == (third, False)


def test_clearing_forgets_models_runs_and_key(room: Room) -> None:
    room.train()
    key = room.key.key()
    Checkpoints(room.folder / "unfinished-9", key).write(Manifest(1, 2, 0, 1, 1, 0, {}), {"w": np.zeros(2)})
    room.kept().clear()
    assert not room.folder.exists()
    assert room.files.runs() == []
    assert room.runs.latest(9) == []
    assert room.key.key() != key
