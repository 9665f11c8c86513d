"""Kills the migration of a file of every released version after every statement, and looks at what is left.

    .venv/bin/python tests/reliability/migration_kills.py [--every 1] [--encrypted]

Each time a process opens a copy of the file and dies by SIGKILL after its N-th statement, until N is past the last one.
Afterwards the file must be of the old version with the tables and rows it had, or, past the commit, of today's; and
Kairos must open it with every row in its place and the copy made before beside it. --every 7 takes every seventh N.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent
for _folder in (_TESTS, _TESTS.parent):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))

from helpers.released_files import held, make_released  # noqa: E402  (the path is set just above)
from sqlalchemy import Engine, event  # noqa: E402

from engine.domain.database_key import DatabaseKey  # noqa: E402
from engine.storage import driver  # noqa: E402
from engine.storage.backups import BackupFolder  # noqa: E402
from engine.storage.connections import connect  # noqa: E402
from engine.storage.database import Database  # noqa: E402
from engine.storage.encryption import convert  # noqa: E402
from engine.storage.header import examine  # noqa: E402
from engine.storage.tables import SCHEMA_VERSION  # noqa: E402

KEY = DatabaseKey(bytes(range(32)))


@dataclass
class Outcome:
    """How many processes were killed, how many of them after the commit, and what was wrong."""

    kills: int = 0
    committed: int = 0
    faults: list[str] = field(default_factory=list)


@contextmanager
def in_memory() -> Iterator[Path]:
    """Give a folder that needs no disk, where there is one."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="kairos-migrate-", dir=memory if memory.is_dir() else None) as room:
        yield Path(room)


def migration_kills(version: int, room: Path, *, every: int = 1, key: DatabaseKey | None = None) -> Outcome:
    """Kill the migration from the version after every so many statements, until it is past its last one."""
    whole = room / "whole" / "kairos.sqlite3"
    whole.parent.mkdir(parents=True)
    make_released(whole, version)
    rows = held(whole)
    if key is not None:
        convert(whole, None, key)
    before = _schema(whole, key)
    outcome = Outcome()
    number = 1
    while _judged(whole, room / str(number), number, key, (version, before, rows), outcome):
        number += every
    return outcome


def _judged(
    whole: Path, folder: Path, number: int, key: DatabaseKey | None, was: tuple[int, object, object], outcome: Outcome
) -> bool:
    path = folder / whole.name
    folder.mkdir()
    shutil.copy(whole, path)
    if not _killed_after(number, path, key):
        return False
    outcome.kills += 1
    old, before, rows = was
    version = examine(path, SCHEMA_VERSION, key).version
    outcome.committed += version == SCHEMA_VERSION
    wrong = []
    if version not in {old, SCHEMA_VERSION}:
        wrong.append(f"it is of version {version}")
    if version == old and _schema(path, key) != before:
        wrong.append("some of its tables were changed")
    if version == SCHEMA_VERSION and not BackupFolder(path, key).list():
        wrong.append("it was migrated without a copy")
    if held(path, key) != rows:
        wrong.append("rows are missing or changed")
    with closing(Database.open(path, key)) as database:
        wrong += database.integrity()
    if held(path, key) != rows or not BackupFolder(path, key).list():
        wrong.append("rows are missing or changed once it is migrated, or no copy was made")
    outcome.faults += [f"from version {old}, killed after statement {number}: {one}" for one in wrong]
    shutil.rmtree(folder)
    return True


def _killed_after(number: int, path: Path, key: DatabaseKey | None) -> bool:
    """Open the database in a process that dies after so many statements; False where it did not come that far."""
    child = os.fork()
    if not child:
        status = 1
        try:
            event.listen(Engine, "after_cursor_execute", _Countdown(number))
            Database.open(path, key).close()
            status = 0
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status not in {0, -signal.SIGKILL}:
        raise RuntimeError(f"the process ended with {status}")
    return status != 0


class _Countdown:
    """Kills its own process after so many statements."""

    def __init__(self, number: int) -> None:
        self._left = number

    def __call__(self, *_of_the_statement: object) -> None:
        self._left -= 1
        if not self._left:
            os.kill(os.getpid(), signal.SIGKILL)


def _schema(path: Path, key: DatabaseKey | None) -> list[tuple[object, ...]]:
    with closing(connect(driver.load(), path, key)) as connection:
        return list(connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"))


def main() -> int:
    """Run from the command line; 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--encrypted", action="store_true")
    chosen = parser.parse_args()
    began, kills, faults = time.perf_counter(), 0, 0
    for version in range(1, SCHEMA_VERSION):
        with in_memory() as room:
            outcome = migration_kills(version, room, every=chosen.every, key=KEY if chosen.encrypted else None)
        print(
            f"from version {version}: {outcome.kills} kills, {outcome.committed} after the commit, "
            f"{len(outcome.faults)} faults",
            flush=True,
        )
        for fault in outcome.faults[:5]:
            print(f"    {fault}")
        kills += outcome.kills
        faults += len(outcome.faults)
    print(f"{kills} kills, {faults} faults, {time.perf_counter() - began:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
