"""Builds what says who can open a profile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.bootstrap.unlocking import kept_keys
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import Keys
    from engine.domain.clock import Clock
    from engine.domain.database_key import DatabaseKey
    from engine.storage.database import Database

_PATIENCE_S = 120.0  # for a worker that seals models anew


def build_keys(database: Database, paths: ProfilePaths, clock: Clock) -> Keys:
    """Build the keys of one profile."""
    from engine.api import Keys  # noqa: PLC0415
    from engine.api.key_change import KeyParts  # noqa: PLC0415
    from engine.keys.locksmith import Locksmith  # noqa: PLC0415
    from engine.keys.made_entries import MadeEntries  # noqa: PLC0415

    made = MadeEntries(paths.keys_made)
    return Keys(paths, database, KeyParts(kept_keys(paths), Locksmith(), clock, _convert, _recrypt, _reseal, made))


def _convert(path: Path, key: DatabaseKey | None, new_key: DatabaseKey | None) -> None:
    from engine.storage.encryption import convert  # noqa: PLC0415  (seldom wanted)

    convert(path, key, new_key)


def _recrypt(folder: Path, key: DatabaseKey | None, new_key: DatabaseKey | None) -> None:
    from engine.storage.recrypt import recrypt  # noqa: PLC0415  (seldom wanted)

    recrypt(folder, key, new_key)


def _reseal(paths: ProfilePaths) -> None:
    """Have a worker seal the learned models anew: what does that loads NumPy."""
    from engine.launch import Worker, WorkerJob  # noqa: PLC0415

    if not paths.models.is_dir():
        return
    worker = Worker(WorkerJob.SEAL, paths.folder, key=paths.key)
    worker.wait(_PATIENCE_S)
    worker.end()
