"""kill -9 at the worst moments: what was committed is there, what was not is not, and the file is whole."""

from __future__ import annotations

import random
import signal
import time
from pathlib import Path

import pytest
from helpers.storage_programs import finish, start
from helpers.storage_samples import ZONE, seen

from engine.domain.changes import Begin
from engine.storage.activities import ActivityStore
from engine.storage.database import Database

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")

IN_THE_MIDDLE = """
from sqlalchemy import insert
from engine.storage.tables import title
database = Database.open(path)
ActivityStore(database).apply([Begin(1_000, seen("kept"), "UTC"), End(2_000), Begin(2_000, seen("open"), "UTC")])
with database.writing() as connection:
    connection.exec_driver_sql("PRAGMA cache_size = 1")  # so that it writes before the commit
    for number in range(300):
        connection.execute(insert(title), {"text": f"{number} " * 500})
    os.kill(os.getpid(), signal.SIGKILL)
"""

WITHOUT_END = """
database = Database.open(path)
store = ActivityStore(database)
at = (store.bounds().end_ms if store.bounds() else 0) + 1_000
store.recover(None)
while True:
    store.apply([End(at), Begin(at, seen(f"app {at % 7}", f"title {at}"), "UTC")])
    print(at, flush=True)
    at += 10
"""

CREATING = "print('ready', flush=True); Database.open(path)"


def test_a_transaction_cut_by_a_kill_leaves_no_trace(path: Path) -> None:
    assert finish(start(IN_THE_MIDDLE, path))[0] == -signal.SIGKILL
    assert path.with_name(path.name + "-wal").stat().st_size > 100_000
    database = Database.open(path)
    store = ActivityStore(database)
    assert [(one.start_ms, one.end_ms, one.what.app, one.open) for one in store.between(0, 9_000)] == [
        (1_000, 2_000, "kept", False),
        (2_000, 2_000, "open", True),
    ]
    assert database.integrity() == []
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM title").scalar_one() == 1
    store.recover(2_700)
    store.apply([Begin(3_000, seen(), ZONE)])
    assert [(one.start_ms, one.end_ms) for one in store.between(0, 9_000)] == [
        (1_000, 2_000),
        (2_000, 2_700),
        (3_000, 3_000),
    ]
    database.close()


def test_every_commit_outlives_kills_at_random_moments(path: Path) -> None:
    chance = random.Random(5)
    committed: list[int] = []
    for _ in range(6):
        process = start(WITHOUT_END, path)
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        time.sleep(chance.uniform(0, 0.15))
        process.kill()
        lines += process.stdout.readlines()  # what lies ready behind the first line is nobody else's to read
        finish(process)
        committed += [int(line) for line in lines if line.endswith("\n")]
    database = Database.open(path)
    assert database.integrity() == []
    starts = [one.start_ms for one in ActivityStore(database).between(0, 10_000_000)]
    # What was open at a kill has no length without a heartbeat, so recover(None) lets that one go.
    open_at_a_kill = {at for at, after in zip(committed, [*committed[1:], None], strict=True) if after != at + 10}
    assert len(open_at_a_kill) == 6
    assert set(committed) - open_at_a_kill <= set(starts)
    assert len(committed) > 6
    database.close()


def test_a_creation_killed_at_any_moment_can_be_done_again(path: Path) -> None:
    for delay_ms in range(0, 60, 5):
        process = start(CREATING, path)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay_ms / 1_000)
        process.kill()
        finish(process)
        database = Database.open(path)
        assert ActivityStore(database).count() == 0
        assert database.integrity() == []
        database.close()
        path.unlink()
