"""What is stored, where, how big and how long; what came of the last minutes; the network count; diagnostics."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from engine.api.doctor import Doctor, encrypted_on_disk
from engine.domain.activity import Activity
from engine.domain.clock import Clock
from engine.domain.diagnostics_text import text_of
from engine.domain.egress import NetworkCount
from engine.domain.presence import Presence
from engine.domain.stored import FileKind, Lately, Stored, StoredFiles
from engine.egress import network_count
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.contents import Contents
from engine.storage.database import Database
from engine.storage.heartbeat import HeartbeatFile

_OPEN_TO_OTHERS = 0o077


class Privacy:
    """Tells a person what there is of theirs; every method may take a while, and most may raise Storage errors."""

    def __init__(
        self, paths: ProfilePaths, database: Database, heartbeat: HeartbeatFile, clock: Clock, doctor: Doctor
    ) -> None:
        self._paths, self._heartbeat, self._clock, self._doctor = paths, heartbeat, clock, doctor
        self._contents, self._activities = Contents(database), ActivityStore(database)

    def stored(self) -> Stored:
        """Return everything there is, counted and measured."""
        return Stored(
            folder=self._paths.folder,
            rows=self._contents.rows(),
            files=files_of(self._paths),
            network=self.network(),
            encrypted=encrypted_on_disk(self._paths),
        )

    def network(self) -> NetworkCount:
        """Return what the processes of this profile counted of connections."""
        return network_count(self._paths.network)

    def now_ms(self) -> int:
        """Return the present moment, UTC milliseconds, to ask from on what was stored."""
        return self._clock.now().wall_ms

    def lately(self, since_ms: int) -> Lately:
        """Return what was stored since the moment: counts and lengths."""
        now_ms = self.now_ms()
        return lately_of(self._activities.between(since_ms, now_ms, beat=self._heartbeat.read()), since_ms, now_ms)

    def diagnostics(self) -> str:
        """Return what can be passed on to somebody else, as text: no title, path or name is in it."""
        return text_of(self._doctor.diagnose())


def lately_of(activities: Iterable[Activity], since_ms: int, now_ms: int) -> Lately:
    """Return what these activities come to since the moment; those of no length count nothing, but for the open one."""
    named = titles = withheld = withheld_ms = leaked = away = 0
    for one in activities:
        what, length = one.what, min(one.end_ms, now_ms) - max(one.start_ms, since_ms)
        if length <= 0 and not one.open:
            continue
        texts = bool(what.title or what.site or what.document)
        if what.withheld:
            withheld += 1
            withheld_ms += max(0, length)
            leaked += bool(what.app) or texts
        elif what.app or texts:
            named += 1
            titles += texts
        else:
            away += what.presence is not Presence.ACTIVE
    return Lately(since_ms, now_ms, named, titles, withheld, withheld_ms, leaked, away)


def files_of(paths: ProfilePaths) -> tuple[StoredFiles, ...]:
    """Return how many files of each kind there are and how big they are; what vanishes meanwhile counts nothing."""
    sizes: dict[FileKind, list[int]] = {kind: [0, 0, 0] for kind in FileKind}
    for path, status in _all_files(paths.folder):
        told = sizes[_kind_of(path, paths)]
        told[0] += 1
        told[1] += status.st_size
        told[2] += os.name == "posix" and bool(status.st_mode & _OPEN_TO_OTHERS)
    return tuple(StoredFiles(kind, *told) for kind, told in sizes.items())


def _all_files(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for path in folder.rglob("*"):
        try:
            status = path.lstat()
        except OSError:
            continue
        if stat.S_ISREG(status.st_mode):
            yield path, status


def _kind_of(path: Path, paths: ProfilePaths) -> FileKind:
    inside = {FileKind.BACKUPS: paths.backups, FileKind.MODELS: paths.models, FileKind.LOGS: paths.logs}
    for kind, folder in inside.items():
        if folder in path.parents:
            return kind
    if path.name.startswith(paths.database.name):
        return FileKind.DATABASE
    return {paths.keys: FileKind.KEYS, paths.settings: FileKind.SETTINGS}.get(path, FileKind.OTHERS)
