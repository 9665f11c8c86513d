"""Builds what makes and keeps backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import Backups
    from engine.domain.clock import Clock
    from engine.storage.database import Database


def build_backups(database: Database, paths: ProfilePaths, clock: Clock) -> Backups:
    """Build the backups of one profile."""
    from engine.api import Backups  # noqa: PLC0415

    return Backups(paths, database, clock)
