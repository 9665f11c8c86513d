"""Whether anything is to be copied or checked, told by the files' own times, so that nothing need be opened for it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from engine.domain.backups import SHORTEST_S
from engine.domain.clock import MS_PER_HOUR, MS_PER_SECOND
from engine.storage.log_pages import log_of

CHECK_EVERY_MS = 24 * MS_PER_HOUR
AFTER_START_MS = MS_PER_HOUR
"""A start so soon after the last check asks for no other one."""

_NS_PER_MS = 1_000_000


def copy_wanted(database: Path, backups: Path, now_ms: int) -> bool:
    """Return whether the database was written to after the newest copy, and that one is not of just now."""
    newest = max((_changed_ms(path) for path in backups.glob("*.sqlite3")), default=None)
    if newest is None or newest > now_ms:
        return database.exists()
    written = max(_changed_ms(database), _changed_ms(log_of(database)))
    return written > newest and now_ms - newest >= SHORTEST_S * MS_PER_SECOND


def check_wanted(last_ms: int | None, started_ms: int, now_ms: int) -> bool:
    """Return whether the whole database is to be read: once a day, and after a start of the recorder.

    last_ms: when it was last; None for never. started_ms: when the recorder started.
    """
    if last_ms is None or last_ms > now_ms or now_ms - last_ms >= CHECK_EVERY_MS:
        return True
    return last_ms < started_ms and now_ms - last_ms >= AFTER_START_MS


def checked_ms(report: Path) -> int | None:
    """Return when the last check was, by the time of the file its report is in; None where there is none."""
    return _changed_ms(report) or None


def _changed_ms(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_mtime_ns // _NS_PER_MS
    return 0
