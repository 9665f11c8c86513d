"""Builds the shortcut that starts and ends a focus session from anywhere."""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.paths import ProfilePaths
    from engine.tracking.probe import Probe
    from engine.tracking.shortcut import Shortcut

_log = logging.getLogger(__name__)
_PATIENCE_S = 5.0


@contextmanager
def listening(probe: Probe, paths: ProfilePaths) -> Iterator[Shortcut]:
    """Give the recorder's ear for the shortcut of the settings; raises SettingsError."""
    from engine.settings import load_settings  # noqa: PLC0415
    from engine.tracking.shortcut import HearsKeys, Shortcut, unheard  # noqa: PLC0415

    toggle = _Toggle(paths)
    shortcut = Shortcut(lambda: load_settings(paths.settings).focus.shortcut, toggle.begin)
    if isinstance(probe, HearsKeys):
        probe.listen_for(shortcut)
    else:
        tell = unheard(shortcut)
        shortcut.when_changed(tell)
        tell()
    try:
        yield shortcut
    finally:
        toggle.end()


class _Toggle:
    """Has a process of its own start or end a session: what tells of sessions would cost the recorder 3 MB for ever."""

    def __init__(self, paths: ProfilePaths) -> None:
        self._paths = paths
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Toggle, unless that is under way."""
        from engine.launch import start_command  # noqa: PLC0415

        if self._process is not None and self._process.poll() is None:
            return
        try:
            self._process = start_command(self._paths.folder, "focus", "toggle", key=self._paths.key)
        except OSError as error:
            _log.warning("the shortcut can start or end no session: %s", error.strerror)

    def end(self) -> None:
        """Let what is under way come to its end."""
        if self._process is not None:
            try:
                self._process.wait(_PATIENCE_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
