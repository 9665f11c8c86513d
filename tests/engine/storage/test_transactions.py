from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from helpers.storage_programs import finish, start
from helpers.storage_samples import ZONE, seen
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from engine.domain.activity import Activity
from engine.domain.changes import Begin, End
from engine.domain.errors import StorageBusy
from engine.storage import connections
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.tables import title


class Failed(Exception):
    """A fault in the middle of a transaction."""


def _titles(database: Database) -> list[str]:
    with database.reading() as connection:
        return [str(row.text) for row in connection.execute(select(title.c.text).order_by(title.c.text))]


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    def fail() -> None:
        with database.writing() as connection:
            connection.execute(insert(title), {"text": "gone"})
            raise Failed

    with pytest.raises(Failed):
        fail()
    assert _titles(database) == []
    with database.writing() as connection:
        connection.execute(insert(title), {"text": "kept"})
    assert _titles(database) == ["kept"]


def test_writing_takes_the_lock_at_once_and_says_when_it_is_taken(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.05)
    impatient = Database.open(database.path)
    with database.writing():  # nothing written yet
        with pytest.raises(StorageBusy), impatient.writing():
            pytest.fail("two writers at once")
        assert _titles(impatient) == []  # reading goes on
    with impatient.writing() as connection:
        connection.execute(insert(title), {"text": "after"})
    assert _titles(database) == ["after"]
    impatient.close()


def test_a_reader_sees_one_state_throughout(database: Database) -> None:
    with database.reading() as connection:
        before = connection.execute(select(title)).all()
        with database.writing() as writer:
            writer.execute(insert(title), {"text": "meanwhile"})
        assert connection.execute(select(title)).all() == before == []
    assert _titles(database) == ["meanwhile"]


def test_a_broken_rule_is_our_bug_and_not_an_expected_error(database: Database) -> None:
    with pytest.raises(IntegrityError) as caught, database.writing() as connection:
        connection.execute(insert(title), [{"text": "secret plan"}, {"text": "secret plan"}])
    assert "secret" not in str(caught.value)


def test_data_version_changes_with_own_and_foreign_commits_and_not_without(database: Database) -> None:
    other = Database.open(database.path)
    seen_versions = [database.data_version(), database.data_version()]
    for writer in (database, other, database):
        with writer.writing() as connection:
            connection.execute(insert(title), {"text": str(len(seen_versions))})
        seen_versions.append(database.data_version())
        seen_versions.append(database.data_version())
    _titles(database)
    seen_versions.append(database.data_version())
    other.close()
    assert seen_versions[0::2] == seen_versions[1::2] + seen_versions[-1:]
    assert len(set(seen_versions)) == 4


def test_data_version_sees_another_process(database: Database) -> None:
    before = database.data_version()
    program = "d = Database.open(path); ActivityStore(d).apply([Begin(1, seen('a'), 'UTC')]); d.close()"
    assert finish(start(program, database.path))[0] == 0
    assert database.data_version() != before


def test_data_version_is_cheap(database: Database) -> None:
    database.data_version()
    began = time.perf_counter()
    for _ in range(1_000):
        database.data_version()
    assert time.perf_counter() - began < 1.0  # a thousandth each; a two-hundredth of that is usual


def test_many_threads_may_use_one_database(database: Database) -> None:
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            own = ActivityStore(database, f"source {number}")
            for at in range(20):
                own.apply([End(at * 10), Begin(at * 10, seen(f"app {at}"), ZONE)])
                own.between(0, 1_000)
                database.data_version()
        except BaseException as failure:
            failures.append(failure)
            raise

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert ActivityStore(database).count() == 6 * 20


WRITE = """
import threading
database = Database.open(path)
failed = []

def work(number):
    own = ActivityStore(database, f"{sys.argv[2]} {number}")
    for at in range(25):
        try:
            own.apply([End(at * 10), Begin(at * 10, seen(f"app {at}", f"title {at} {number}"), "UTC")])
        except Exception as error:
            failed.append(repr(error))

threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
database.close()
print(failed)
"""


def test_two_processes_writing_eight_ways_never_fail(path: Path) -> None:
    running = [start(WRITE, path, name) for name in ("first", "second")]
    assert [finish(process) for process in running] == [(0, "[]\n", "")] * 2
    database = Database.open(path)
    store = ActivityStore(database)
    assert store.count() == 8 * 25
    assert len(store.between(0, 10_000)) == 8 * 25
    assert database.integrity() == []
    database.close()


def test_integrity_finds_a_reference_to_nothing(database: Database, store: ActivityStore) -> None:
    store.insert_many([Activity(0, 5, seen(), ZONE)])
    assert database.integrity() == []
    with database._engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.cursor().execute("PRAGMA foreign_keys = OFF")
        raw.cursor().execute("DELETE FROM title")
        connection.invalidate()
    assert len(database.integrity()) == 1


def test_a_checkpoint_moves_the_log_and_copies_no_titles(database: Database, store: ActivityStore) -> None:
    store.insert_many(Activity(n * 10, n * 10 + 10, seen("app", f"secret {n}"), ZONE) for n in range(2_000))
    database.checkpoint()
    assert b"secret 1999" in database.path.read_bytes()
    with database.reading() as connection:
        names = {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_schema")}
        samples = [] if "sqlite_stat4" not in names else connection.exec_driver_sql("SELECT * FROM sqlite_stat4").all()
    assert samples == []
