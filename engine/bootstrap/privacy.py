"""Builds what tells a person what there is of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.bootstrap.desktop import build_doctor
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import Privacy
    from engine.domain.clock import Clock
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile


def build_privacy(paths: ProfilePaths, database: Database, heartbeat: HeartbeatFile, clock: Clock) -> Privacy:
    """Build what counts and measures what is kept."""
    from engine.api import Privacy  # noqa: PLC0415

    return Privacy(paths, database, heartbeat, clock, build_doctor(paths))
