"""What an encrypted profile holds reaches no disk in the clear: not for a moment, in no file, of no name."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from helpers.write_trace import Opened, Trace, Wrote, traced

CANARIES = ("Canary-title", "Canary-site", "Canary-path", "Canary-words", "Canary-heading", "Canary-app", "Canary-plan")

PROGRAM = """
import logging, os, sys, tempfile
from contextlib import closing
from pathlib import Path
import numpy as np
from engine.domain.activity import Activity, Observed
from engine.domain.backups import BackupReason
from engine.domain.changes import Begin
from engine.domain.database_key import DatabaseKey
from engine.domain.documents import Chunk, DocumentKind, Folder, Identity
from engine.domain.errors import KairosError
from engine.domain.presence import Presence
from engine.logs import start_logging
from engine.mind.checkpoint.files import Checkpoints
from engine.mind.checkpoint.manifest import Manifest, Part
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.backups import BackupFolder
from engine.storage.database import Database
from engine.storage.documents import DocumentStore
from engine.storage.encryption import convert
from engine.storage.folders import FolderStore
from engine.storage.mind_key import MindKeyStore
from engine.storage.title_vectors import TitleVectorStore

disk = Path(sys.argv[1])
tempfile.tempdir = str(disk / "tmp")
os.environ["TMPDIR"] = os.environ["SQLITE_TMPDIR"] = str(disk / "tmp")
paths = ProfilePaths(disk / "profile").ensure()
key, other = (None, None) if sys.argv[2] == "plain" else (DatabaseKey(bytes([9] * 32)), DatabaseKey(bytes([7] * 32)))
start_logging(paths.logs, "recorder")

def seen(number):
    return Observed(Presence.ACTIVE, "Canary-app", f"Canary-title {number}", "/usr/bin/app", "x11", "Canary-site.org",
                    f"/home/Canary-path/{number}")

with closing(Database.open(paths.database, key)) as database:
    store = ActivityStore(database)
    store.insert_many(Activity(n * 10, n * 10 + 10, seen(n), "UTC") for n in range(400))
    home = FolderStore(database).add(Folder(0, "/home/Canary-path"))
    with DocumentStore(database).writing() as writer:
        for number in range(30):
            chunks = [Chunk(f"Canary-words {number} {at}", "Canary-heading", None, at) for at in range(5)]
            writer.put(home, Identity(f"/home/Canary-path/{number}.txt", 9, 0, 1, number), DocumentKind.TEXT,
                       "Canary-title", b"h" * 16, chunks, 1_000)
    TitleVectorStore(database, "small").put({"Canary-title 1": np.ones(8, np.float32)})
    manifest = Manifest(1, 2, 0, 1, 1, 0, {"next": Part(True, {"apps": ["Canary-app"]})})
    Checkpoints(paths.models, MindKeyStore(database).key()).write(manifest, {"w": np.zeros(2, np.float32)})
    with database.reading() as connection:  # more than any cache holds: SQLite would put it into a file
        connection.exec_driver_sql("PRAGMA cache_size = 5")
        connection.exec_driver_sql("SELECT text || hex(zeroblob(900)) AS long FROM title ORDER BY long DESC").all()
    BackupFolder(paths.database, key).make(BackupReason.BY_HAND)
    try:
        with database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO title (text) VALUES ('Canary-title 1')")
    except Exception:
        logging.getLogger("engine").exception("it failed")
    try:
        with database.writing() as connection:
            connection.exec_driver_sql("CREATE TEMP TABLE aside AS SELECT * FROM title")
            connection.exec_driver_sql("DELETE FROM title")
    except Exception:
        logging.getLogger("engine").exception("it failed")
    database.checkpoint()
convert(paths.database, key, other)
database = Database.open(paths.database, other)
ActivityStore(database).apply([Begin(9_000_000, seen(1_000), "UTC")])
Database.open(paths.database, other).close()  # looks at the first page in the log
for wrong in (None if other else key, DatabaseKey(bytes(32))):
    try:
        Database.open(paths.database, wrong).close()
    except KairosError as error:
        logging.getLogger("engine").warning("%s", error)
os._exit(0)  # as a kill leaves it: the log, the shared memory and the temporary folder stay
"""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("strace") is None, reason="writes are recorded by strace"
)


def _run(folder: Path, how: str) -> Trace:
    disk = folder / "disk"
    (disk / "tmp").mkdir(parents=True)
    trace = traced(PROGRAM, disk, how, log=folder / "trace")
    assert trace.status == 0, trace.said
    return trace


def _leaks(disk: Path, trace: Trace) -> set[str]:
    """Where a canary was written at any moment, or lies at the end, in the spellings of bytes a text may have."""
    wanted = [text.encode(coding) for text in CANARIES for coding in ("utf-8", "utf-16-le", "utf-16-be")]
    for key in (bytes([9] * 32), bytes([7] * 32)):
        wanted += [key, key.hex().encode()]
    names: dict[int, str] = {}
    found = {
        str(file.relative_to(disk))
        for file in disk.rglob("*")
        if file.is_file() and any(one in file.read_bytes() for one in wanted)
    }
    for act in trace.acts:
        if isinstance(act, Opened):
            names[act.descriptor] = str(Path(act.path).relative_to(disk))
        if isinstance(act, Wrote) and any(one in act.data for one in wanted):
            found.add(names.get(act.descriptor, "standard output"))
    return found


def _libsqlite3() -> str:
    return next((str(found) for found in Path("/usr/lib").glob("*/libsqlite3.so.0")), "")


def test_nothing_of_an_encrypted_profile_is_ever_written_in_the_clear(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LD_PRELOAD", _libsqlite3())
    trace = _run(tmp_path, "encrypted")
    disk = tmp_path / "disk"
    assert _leaks(disk, trace) == set()
    written = {Path(act.path).name for act in trace.acts if isinstance(act, Opened)}
    assert {"kairos.sqlite3", "kairos.sqlite3-wal", "kairos.sqlite3.converted", "recorder.log"} <= written
    assert "run-1.json" in {file.name for file in disk.rglob("*")}
    assert any((disk / "profile" / "backups").iterdir())
    assert (disk / "profile" / "kairos.sqlite3-wal").stat().st_size > 0
    assert list((disk / "tmp").iterdir()) == []


def test_in_a_plain_profile_the_same_look_finds_it_everywhere(tmp_path: Path) -> None:
    leaks = _leaks(tmp_path / "disk", _run(tmp_path, "plain"))
    assert {"profile/kairos.sqlite3", "profile/kairos.sqlite3-wal"} <= leaks
    assert any(name.startswith("profile/backups/") for name in leaks)
    assert not any(name.startswith(("profile/logs", "profile/models")) for name in leaks)
