"""kill -9 in the middle of giving labels: what is stored agrees with itself, and what is left is known."""

from __future__ import annotations

import signal
from collections import Counter
from pathlib import Path

import pytest
from helpers.storage_labels import ByApp
from helpers.storage_programs import finish, start
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.categories import Labels
from engine.domain.totals import Key
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.looks import LookStore
from engine.storage.totals import TotalStore

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")

LABELLING = """
from engine.domain.categories import Labels
from engine.storage import looks, recount
looks.LOOKS_AT_ONCE = 10
store = looks.LookStore(Database.open(path))
left = [int(sys.argv[2])]
moved = looks.relabel

def killed_in_the_middle(connection, rows, revision):
    left[0] -= 1
    found = moved(connection, rows, revision)
    if not left[0]:
        connection.exec_driver_sql("PRAGMA cache_size = 1")
        connection.exec_driver_sql("CREATE TABLE big AS SELECT randomblob(200000)")  # so that the log is written
        os.kill(os.getpid(), signal.SIGKILL)
    return found

looks.relabel = killed_in_the_middle
store.label_many((one.id, Labels(None, "after")) for one in store.outdated())
"""


def _agrees(database: Database, looks: LookStore) -> None:
    """The totals are those of the labels as they stand."""
    lengths, labels = looks.lengths(), looks.labels()
    wanted: Counter[str] = Counter()
    for number, ms in lengths.items():
        wanted[labels[number].project] += ms
    assert {row.project: row.ms for row in TotalStore(database).total(0, 1 << 43, (Key.PROJECT,))} == wanted
    assert database.integrity() == []


def test_labelling_cut_by_a_kill_is_taken_up_where_it_was_left(path: Path) -> None:
    database = Database.open(path)
    looks = LookStore(database)
    store = ActivityStore(database, labeller=ByApp({"app": Labels(None, "before")}, revision=0))
    store.insert_many(
        Activity(n * 1_000_000, n * 1_000_000 + 900_000 + n, seen("app", f"title {n % 60}"), ZONE) for n in range(180)
    )
    assert len(looks.outdated()) == 60
    for round_, left in ((1, 60), (3, 40), (2, 30)):
        assert finish(start(LABELLING, path, str(round_)))[0] == -signal.SIGKILL
        assert len(looks.outdated()) == left
        _agrees(database, looks)
    looks.label_many((one.id, Labels(None, "after")) for one in looks.outdated())
    assert looks.outdated() == []
    assert {one.project for one in looks.labels().values()} == {"after"}
    _agrees(database, looks)
    database.close()
