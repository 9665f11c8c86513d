"""Gathers what the doctor reports; works where the database cannot be opened, which is when it is needed."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from engine import __version__
from engine.api.recording import account
from engine.domain.clock import Clock, SystemClock
from engine.domain.diagnostics import DatabaseState, Diagnostics
from engine.domain.errors import (
    KairosError,
    KeyNeeded,
    KeyWrong,
    StorageBusy,
    StorageDamaged,
    StorageForeign,
    StorageFull,
    StorageNewer,
    StorageReadOnly,
)
from engine.domain.health import ProbeReport, RecorderHealth
from engine.domain.job_runs import JobState
from engine.egress import network_count
from engine.locks import is_held
from engine.logged import logged
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.database import Database, MissingDatabase
from engine.storage.facts import versions
from engine.storage.heartbeat import HeartbeatFile
from engine.storage.jobs import JobStore
from engine.storage.log_pages import log_of
from engine.storage.recorder_status import RecorderStatusStore
from engine.tracking.diagnostics import Beside, diagnose
from engine.tracking.doctor import DatabaseReport, DoctorReport, FileReport, find_problems, look_at_files, redacted

_PACKAGES = (
    "PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "alembic", "APScheduler", "psutil", "google-re2",
    "xcffib", "pywayland", "dbus-fast", "torch",
)  # fmt: skip
_PLAIN = b"SQLite format 3\0"
_STATES: dict[type[KairosError], DatabaseState] = {
    KeyNeeded: DatabaseState.LOCKED,
    KeyWrong: DatabaseState.WRONG_KEY,
    StorageForeign: DatabaseState.FOREIGN,
    StorageNewer: DatabaseState.NEWER,
    StorageDamaged: DatabaseState.DAMAGED,
    StorageBusy: DatabaseState.BUSY,
    StorageFull: DatabaseState.FULL,
    StorageReadOnly: DatabaseState.READ_ONLY,
}


@dataclass(frozen=True, slots=True)
class _Inside:
    """What the database said. state: None where its own check tells it."""

    database: DatabaseReport
    recorder: RecorderHealth
    state: DatabaseState | None = None
    jobs: tuple[JobState, ...] = ()


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
        clock: Clock | None = None,
    ) -> None:
        self._clock = clock or SystemClock(lambda: "UTC")
        self._paths = paths
        self._open = open_existing
        self._desktop = desktop
        self._home = home or Path.home()

    def examine(self) -> DoctorReport:
        """Return the report; what cannot be looked at is a problem in it, not an error."""
        return redacted(self._examined(self._look_inside()), self._home)

    def diagnose(self) -> Diagnostics:
        """Return what can be passed on: numbers, versions and words of our own lists, never a path, title or name."""
        inside = self._look_inside()
        beside = Beside(
            system=platform.system(),
            machine=platform.machine(),
            kernel=platform.release(),
            now_ms=self._clock.now().wall_ms,
            state=inside.state,
            encrypted=encrypted_on_disk(self._paths),
            network=network_count(self._paths.network),
            jobs=inside.jobs,
            log=logged(self._paths.logs),
        )
        return diagnose(self._examined(inside), beside)

    def _examined(self, inside: _Inside) -> DoctorReport:
        report = DoctorReport(
            kairos=__version__,
            python=platform.python_version(),
            platform=platform.platform(),
            desktop=self._desktop(),
            recorder=inside.recorder,
            database=inside.database,
            files=self._files(),
            packages={name: _version(name) for name in _PACKAGES},
        )
        return replace(report, problems=find_problems(report))

    def _files(self) -> tuple[FileReport, ...]:
        paths = self._paths
        named = (
            ("folder", paths.folder),
            ("database", paths.database),
            ("heartbeat", paths.heartbeat),
            ("settings", paths.settings),
            ("logs", paths.logs),
            ("backups", paths.backups),
            ("models", paths.models),
            ("keys", paths.keys),
        )
        return look_at_files(named, may_write=lambda path: os.access(path, os.W_OK), modes=os.name == "posix")

    def _look_inside(self) -> _Inside:
        path = self._paths.database
        stored: RecorderHealth | None = None
        state: DatabaseState | None = None
        jobs: tuple[JobState, ...] = ()
        try:
            with closing(self._open(self._paths)) as database:
                stored, jobs = RecorderStatusStore(database).load(), tuple(JobStore(database).all().values())
                found = _examined(database)
        except MissingDatabase:
            found, state = DatabaseReport(str(path)), DatabaseState.NOT_MADE
        except KairosError as error:
            found, state = DatabaseReport(str(path), problem=error.message), _state_of(error)
        with closing(HeartbeatFile(self._paths.heartbeat)) as heartbeat:
            recorder = account(stored, heartbeat.read(), runs=is_held(self._paths.recorder_lock))
        return _Inside(found, recorder, state, jobs)


def _state_of(error: KairosError) -> DatabaseState:
    return next((state for kind, state in _STATES.items() if isinstance(error, kind)), DatabaseState.UNUSABLE)


def encrypted_on_disk(paths: ProfilePaths) -> bool | None:
    """Return whether the database's first bytes are not those of a plain one; None where there are none."""
    try:
        with paths.database.open("rb") as file:
            first = file.read(len(_PLAIN))
    except OSError:
        return None
    return first != _PLAIN if len(first) == len(_PLAIN) else None


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
    """Return the bytes of the file and of its log, where the newest recordings still are; links are followed."""
    log = log_of(path)
    return path.stat().st_size + (log.stat().st_size if log.exists() else 0)


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  (slow to load, seldom needed)

    try:
        return version(package)
    except PackageNotFoundError:
        return ""
