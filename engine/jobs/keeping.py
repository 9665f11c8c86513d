"""What is done for the data's safety by itself: a full check now and then, a copy where anything changed."""

from __future__ import annotations

import logging

from engine.api import Backups
from engine.domain.clock import Clock
from engine.domain.errors import AlreadyRunning, StorageDamaged
from engine.storage.keep_due import check_wanted

_log = logging.getLogger(__name__)


class Keeping:
    """Checks, puts right what is damaged, and copies. started_ms: when the recorder started, UTC milliseconds."""

    def __init__(self, backups: Backups, clock: Clock, started_ms: int) -> None:
        self._backups = backups
        self._clock = clock
        self._started_ms = started_ms

    def run(self) -> None:
        """Do what is due. Raises Storage errors, and StorageDamaged where a window that is open holds mending up."""
        last = self._backups.last_check()
        if check_wanted(None if last is None else last.at_ms, self._started_ms, self._clock.now().wall_ms):
            report = self._backups.check()
            if not report.whole:
                self._mend()
                return
        try:
            self._backups.keep()
        except StorageDamaged:
            self._mend()

    def _mend(self) -> None:
        try:
            self._backups.repair()
        except AlreadyRunning as error:
            _log.warning("the database is damaged and cannot be put right now: %s", error.title)
            raise StorageDamaged(
                "The database is damaged. Close the window of Kairos, and what can be saved is saved at the next start."
            ) from error
