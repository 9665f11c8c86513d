"""Builds what erases."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.api import Backups, Erasing
    from engine.domain.clock import Clock
    from engine.domain.look import Labeller
    from engine.paths import ProfilePaths
    from engine.storage.database import Database


def build_erasing(
    database: Database, paths: ProfilePaths, clock: Clock, labeller: Labeller, backups: Backups
) -> Erasing:
    """Build what erases the history of one profile."""
    from engine.api.erasing import Erasing, ErasingParts  # noqa: PLC0415
    from engine.storage.erase.store import EraseStore  # noqa: PLC0415

    return Erasing(ErasingParts(paths, database, clock, EraseStore(database, labeller), backups))
