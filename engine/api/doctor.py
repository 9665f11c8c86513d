"""Gathers what the doctor reports; works where the database cannot be opened, which is when it is needed."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from engine import __version__
from engine.api.recording import account
from engine.domain.errors import KairosError
from engine.domain.health import ProbeReport, RecorderHealth
from engine.locks import is_held
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.database import Database, MissingDatabase
from engine.storage.facts import versions
from engine.storage.heartbeat import HeartbeatFile
from engine.storage.recorder_status import RecorderStatusStore
from engine.tracking.doctor import DatabaseReport, DoctorReport, FileReport, find_problems, look_at_files, redacted

_PACKAGES = (
    "PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "alembic", "APScheduler", "psutil", "google-re2",
    "xcffib", "pywayland", "dbus-fast", "torch",
)  # fmt: skip


class Doctor:
    """Examines one profile and this desktop; opens the database by itself and creates nothing.

    desktop: says what can be watched here. open_existing: opens the profile's database, as it lies.
    """

    def __init__(
        self,
        paths: ProfilePaths,
        *,
        desktop: Callable[[], ProbeReport],
        open_existing: Callable[[ProfilePaths], Database],
        home: Path | None = None,
    ) -> None:
        self._paths = paths
        self._open = open_existing
        self._desktop = desktop
        self._home = home or Path.home()

    def examine(self) -> DoctorReport:
        """Return the report; what cannot be looked at is a problem in it, not an error."""
        database, recorder = self._look_inside()
        report = DoctorReport(
            kairos=__version__,
            python=platform.python_version(),
            platform=platform.platform(),
            desktop=self._desktop(),
            recorder=recorder,
            database=database,
            files=self._files(),
            packages={name: _version(name) for name in _PACKAGES},
        )
        return redacted(replace(report, problems=find_problems(report)), self._home)

    def _files(self) -> tuple[FileReport, ...]:
        paths = self._paths
        named = (
            ("folder", paths.folder),
            ("database", paths.database),
            ("heartbeat", paths.heartbeat),
            ("settings", paths.settings),
            ("logs", paths.logs),
        )
        return look_at_files(named, may_write=lambda path: os.access(path, os.W_OK), modes=os.name == "posix")

    def _look_inside(self) -> tuple[DatabaseReport, RecorderHealth]:
        path = self._paths.database
        stored: RecorderHealth | None = None
        try:
            with closing(self._open(self._paths)) as database:
                stored = RecorderStatusStore(database).load()
                found = _examined(database)
        except MissingDatabase:
            found = DatabaseReport(str(path))
        except KairosError as error:
            found = DatabaseReport(str(path), problem=error.message)
        with closing(HeartbeatFile(self._paths.heartbeat)) as heartbeat:
            return found, account(stored, heartbeat.read(), runs=is_held(self._paths.recorder_lock))


def _examined(database: Database) -> DatabaseReport:
    made_with = versions(database)
    return DatabaseReport(
        str(database.path),
        schema=made_with.schema,
        integrity=tuple(database.integrity()),
        size_bytes=_size(database.path),
        activities=ActivityStore(database).count(),
        sqlite=made_with.sqlite,
        sqlcipher=made_with.sqlcipher,
    )


def _size(path: Path) -> int:
    """Return the bytes of the file and of the log beside it, where the newest recordings still are."""
    log = path.with_name(f"{path.name}-wal")
    return path.stat().st_size + (log.stat().st_size if log.exists() else 0)


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  (slow to load, seldom needed)

    try:
        return version(package)
    except PackageNotFoundError:
        return ""
