"""Builds the shortcut that starts and ends a focus session from anywhere."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.domain.clock import Clock
    from engine.history.labels import CurrentRules
    from engine.paths import ProfilePaths
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile
    from engine.tracking.probe import Probe
    from engine.tracking.shortcut import Shortcut

_log = logging.getLogger(__name__)


def build_shortcut(
    probe: Probe,
    paths: ProfilePaths,
    database: Database,
    heartbeat: HeartbeatFile,
    clock: Clock,
    labeller: CurrentRules,
) -> Shortcut:
    """Build the recorder's ear for the shortcut of the settings, in the running loop.

    Raises SettingsError. What toggles sessions is loaded by the first press.
    """
    from engine.settings import load_settings  # noqa: PLC0415
    from engine.tracking.shortcut import HearsKeys, Shortcut, unheard  # noqa: PLC0415

    def toggle() -> None:
        from engine.bootstrap.focus import build_focus  # noqa: PLC0415
        from engine.domain.days import DayRule  # noqa: PLC0415

        build_focus(database, paths, heartbeat, clock, lambda: DayRule(clock.now().zone), labeller).toggle()

    def pressed() -> None:
        asyncio.get_running_loop().run_in_executor(None, toggle).add_done_callback(_done)

    shortcut = Shortcut(lambda: load_settings(paths.settings).focus.shortcut, pressed)
    if isinstance(probe, HearsKeys):
        probe.listen_for(shortcut)
    else:
        tell = unheard(shortcut)
        shortcut.when_changed(tell)
        tell()
    return shortcut


def _done(toggled: asyncio.Future[None]) -> None:
    if not toggled.cancelled() and (error := toggled.exception()) is not None:
        _log.error("the shortcut could start or end no session: %s", type(error).__name__)
