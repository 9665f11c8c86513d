"""Jobs of Kairos that are killed at any moment, and what must hold of what they leave."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from helpers.committer import forked
from helpers.released_files import held, make_released

from engine.cli.__main__ import main as kairos
from engine.domain.database_key import DatabaseKey
from engine.domain.errors import KairosError
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.backups import BackupFolder
from engine.storage.database import Database
from engine.storage.encryption import convert, is_encrypted
from engine.worker import main as work

DAYS = "12"
KEY = DatabaseKey(bytes(range(32)))
LONGEST_S = 3.0
"""Kills fall into the first so many seconds of a job."""

_LOADED = (
    "engine.bootstrap.documents", "engine.bootstrap.mind_training", "engine.bootstrap.whole", "alembic.config",
    "engine.storage.upgrade", "engine.bootstrap.exchange",
)  # fmt: skip


def preload() -> None:
    """Load what the jobs would load first, so that kills fall into what they do."""
    for name in _LOADED:
        import_module(name)


class Room:
    """A profile of made-up days with documents, and beside it what jobs need."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder = folder
        self.chance = chance
        self.paths = ProfilePaths(folder / "profile")
        _done(lambda: kairos(("demo", "--days", DAYS, "--no-window", "--profile", str(self.paths.folder))))
        self.old = folder / "old" / "kairos.sqlite3"
        self.whole = folder / "whole.sqlite3"
        make_released(self.whole, 1)
        self.held = held(self.whole)
        self.converted = folder / "converted" / "kairos.sqlite3"
        self.converted.parent.mkdir()
        shutil.copy(self.paths.database, self.converted)
        self.rows = _count(self.converted, None)


@dataclass(frozen=True)
class Job:
    """What a process does, what has to be there before, and what must hold after it was killed."""

    do: Callable[[Room], object]
    prepare: Callable[[Room], object] = lambda _room: None
    check: Callable[[Room], list[str]] = lambda _room: []


def _done(act: Callable[[], object]) -> int:
    """Do it in a process of its own, to the end; return its status."""
    return os.waitstatus_to_exitcode(os.waitpid(forked(act), 0)[1])


def timed(job: Job, room: Room) -> float:
    """Let the job get to its end, or far enough, and return how long that took, in seconds."""
    began = time.monotonic()
    child = forked(lambda: job.do(room))
    while time.monotonic() - began < LONGEST_S:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            if status:
                raise RuntimeError(f"the job ended with {os.waitstatus_to_exitcode(status)} by itself")
            return time.monotonic() - began
        time.sleep(0.005)
    _end(child)
    return LONGEST_S


def killed(job: Job, room: Room, after_s: float) -> None:
    """Let the job run for so long and kill it."""
    child = forked(lambda: job.do(room))
    time.sleep(after_s)
    _end(child)


def _end(child: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def judge(room: Room) -> list[str]:
    """Say what is wrong with the profile's database."""
    try:
        with closing(Database.open_existing(room.paths.database)) as database:
            return database.integrity()
    except KairosError as error:
        return [f"it does not open: {error.message}"]


def _count(path: Path, key: DatabaseKey | None) -> int:
    with closing(Database.open_existing(path, key)) as database:
        return ActivityStore(database).count()


def _change_documents(room: Room) -> None:
    """Give the index something to do: some documents say something else, one is new, one is gone."""
    files = sorted(file for file in (room.paths.folder / "documents").rglob("*") if file.suffix in {".md", ".txt"})
    for file in room.chance.sample(files, min(6, len(files))):
        file.write_text(f"Changed {room.chance.random()}\n\n" + "Some words about the matter. " * 60, encoding="utf-8")
    files[0].with_name(f"new {room.chance.randrange(9)}.md").write_text("A new one.\n", encoding="utf-8")


def _indexed(room: Room) -> list[str]:
    """Words and passages must be of the same documents."""
    with closing(Database.open_existing(room.paths.database)) as database, database.reading() as connection:
        chunks = set(connection.exec_driver_sql("SELECT id FROM chunk").scalars())
        words = set(connection.exec_driver_sql("SELECT rowid FROM chunk_words").scalars())
        owned = connection.exec_driver_sql("SELECT coalesce(sum(chunks), 0) FROM document_file").scalar_one()
    return [] if chunks == words and len(chunks) == owned else ["words and passages of documents do not agree"]


def _exported(room: Room) -> list[str]:
    file = room.folder / "export.json"
    try:
        if file.exists():
            json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        return ["half an export lies under its name"]
    return []


def _backed_up(room: Room) -> list[str]:
    folder = BackupFolder(room.paths.database)
    try:
        for one in folder.list()[:2]:
            folder.prove(one)
    except KairosError as error:
        return [f"a backup is not whole: {error.message}"]
    return []


def _put_old(room: Room) -> None:
    shutil.rmtree(room.old.parent, ignore_errors=True)
    room.old.parent.mkdir()
    shutil.copy(room.whole, room.old)


def _migrated(room: Room) -> list[str]:
    if held(room.old) != room.held:
        return ["rows are missing in a migrated file"]
    with closing(Database.open(room.old)) as database:
        faults = database.integrity()
    return faults if held(room.old) == room.held else [*faults, "rows are missing once it is migrated"]


def _convert(room: Room) -> None:
    keys = (None, KEY) if is_encrypted(room.converted) is False else (KEY, None)
    convert(room.converted, *keys)


def _converted(room: Room) -> list[str]:
    key = KEY if is_encrypted(room.converted) else None
    try:
        return [] if _count(room.converted, key) == room.rows else ["rows are missing in a converted file"]
    except KairosError as error:
        return [f"a converted file does not open: {error.message}"]


def _kairos(*words: str) -> Callable[[Room], object]:
    return lambda room: kairos((*words, "--profile", str(room.paths.folder)))


def _worker(*words: str) -> Callable[[Room], object]:
    return lambda room: work((*words, "--profile", str(room.paths.folder)))


def _export(room: Room) -> None:
    words = ("export", "events", "--format", "json", "--output", str(room.folder / "export.json"))
    _kairos(*words)(room)


JOBS = {
    "tracking": Job(lambda _room: time.sleep(0.2)),
    "indexing": Job(_worker("index", "--at-once"), _change_documents, _indexed),
    "export": Job(_export, lambda _room: None, _exported),
    "training": Job(_worker("train", "--at-once")),
    "migration": Job(lambda room: Database.open(room.old).close(), _put_old, _migrated),
    "backup": Job(_kairos("backup", "now"), lambda _room: None, _backed_up),
    "conversion": Job(_convert, lambda _room: None, _converted),
}
"""What is killed, by name; tracking is the process that commits."""
