"""Builds what keeps the learned models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.mind.checkpoint.in_use import KeptModels
    from engine.storage.database import Database
    from engine.storage.training_runs import TrainingRunStore


def kept_models(database: Database, paths: ProfilePaths, runs: TrainingRunStore) -> KeptModels:
    """Build what keeps a profile's models."""
    from engine.mind.checkpoint.files import Checkpoints  # noqa: PLC0415
    from engine.mind.checkpoint.in_use import KeptModels  # noqa: PLC0415
    from engine.mind.train import FEATURES  # noqa: PLC0415
    from engine.storage.mind_key import MindKeyStore  # noqa: PLC0415

    key = MindKeyStore(database)
    return KeptModels(Checkpoints(paths.models, key.key()), runs, FEATURES, key.forget)


def seal_models(paths: ProfilePaths) -> None:
    """Sign and seal a profile's models under a new key of their own; raises CheckpointError and Storage errors.

    Cut off in between, they are not used any more and learned anew.
    """
    from engine.bootstrap.opening import open_existing_database  # noqa: PLC0415
    from engine.mind.checkpoint.files import Checkpoints  # noqa: PLC0415
    from engine.storage.mind_key import MindKeyStore  # noqa: PLC0415

    database = open_existing_database(paths)
    try:
        store = MindKeyStore(database)
        checkpoints = Checkpoints(paths.models, store.key())
        checkpoints.reseal(store.renew())
    finally:
        database.close()
