"""A file that the first Kairos wrote, kept as text: what it held is all there in today's tables."""

from __future__ import annotations

import re
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from helpers.storage_programs import finish, start

from engine.domain.totals import Key
from engine.storage import driver
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.recorder_status import RecorderStatusStore
from engine.storage.tables import SCHEMA_VERSION
from engine.storage.totals import TotalStore

SCRIPT = Path(__file__).parents[2] / "data" / "version_1.sql"

HELD = """SELECT start_ms, end_ms, source.name, coalesce(app.name, ''), coalesce(app.executable, ''),
       coalesce(text, ''), coalesce(site.name, ''), coalesce(path, ''), zone.name, presence, withheld
FROM activity JOIN source ON source.id = source_id JOIN zone ON zone.id = zone_id {looks}
LEFT JOIN app ON app.id = app_id LEFT JOIN title ON title.id = title_id
LEFT JOIN site ON site.id = site_id LEFT JOIN document ON document.id = document_id ORDER BY source_id, start_ms"""


@pytest.fixture
def old(path: Path) -> Path:
    """The file, as it lay on the disk."""
    path.parent.mkdir()
    with closing(driver.load().connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(SCRIPT.read_text(encoding="utf-8"))
    return path


@pytest.fixture
def upgraded(old: Path) -> Iterator[Database]:
    """The file, opened by today's Kairos."""
    database = Database.open(old)
    yield database
    database.close()


def _ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(driver.load().connect(str(path))) as connection:
        return list(connection.execute(question))


def _schema(path: Path) -> set[tuple[object, str]]:
    rows = _ask(path, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {(name, " ".join(re.sub(r"([(),])", r" \1 ", str(sql)).split())) for name, sql in rows}


def test_it_holds_what_it_held_in_the_tables_a_fresh_file_has(old: Path, tmp_path: Path) -> None:
    before = _ask(old, HELD.format(looks=""))
    assert len(before) == 91
    Database.open(old).close()
    assert _ask(old, HELD.format(looks="LEFT JOIN look ON look.id = look_id")) == before
    Database.open(tmp_path / "fresh.sqlite3").close()
    assert _schema(old) == _schema(tmp_path / "fresh.sqlite3")
    assert _ask(old, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    (copy,) = (old.parent / "backups").iterdir()
    assert _ask(copy, HELD.format(looks="")) == before


def test_it_goes_on_where_it_was_left(upgraded: Database) -> None:
    store = ActivityStore(upgraded)
    assert upgraded.integrity() == []
    (opened,) = [one for one in store.between(0, 1 << 43) if one.open]
    assert (store.open_id(), opened.what.app) == (opened.id, "code")
    store.recover(opened.start_ms + 500)
    assert store.open_id() is None
    assert store.count() == 91
    status = RecorderStatusStore(upgraded).load()
    assert status is not None
    assert status.pid == 7


def test_each_look_is_stored_once_and_waits_for_labels(upgraded: Database) -> None:
    with upgraded.reading() as connection:
        looks = connection.exec_driver_sql("SELECT app_id, title_id, site_id, document_id FROM look").all()
        named = connection.exec_driver_sql("SELECT count(*) FROM activity WHERE look_id IS NOT NULL").scalar_one()
        done = connection.exec_driver_sql("SELECT count(*) FROM look WHERE labelled_by <> 0").scalar_one()
    assert len(looks) == len(set(looks)) == 4
    assert (named, done) == (71, 0)


def test_its_totals_are_there_at_once(upgraded: Database) -> None:
    wanted: Counter[str] = Counter()
    reached = 0
    for one in ActivityStore(upgraded).stream():
        wanted[one.what.app] += max(0, one.end_ms - max(reached, one.start_ms))
        reached = max(reached, one.end_ms)
    found = {row.app: row.ms for row in TotalStore(upgraded).total(0, 1 << 43, (Key.APP,))}
    assert found == {app: ms for app, ms in wanted.items() if ms}


KILLED = """
from alembic import op
from engine.storage import recount, upgrade
if sys.argv[2] == "counting":
    upgrade.count_everything = lambda connection: os.kill(os.getpid(), signal.SIGKILL)
else:
    from engine.storage.translate import translated
    wanted = sys.argv[2]
    class Watched:
        def __init__(self, bind): self.bind = bind
        def exec_driver_sql(self, statement):
            if statement.startswith(wanted):
                os.kill(os.getpid(), signal.SIGKILL)
            return self.bind.exec_driver_sql(statement)
    real = op.get_bind
    op.get_bind = lambda: Watched(real())
Database.open(path)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
@pytest.mark.parametrize("moment", ["CREATE TABLE look", "DROP TABLE activity_before", "CREATE TRIGGER", "counting"])
def test_killed_while_it_is_brought_up_to_date_it_is_as_it_was(old: Path, moment: str) -> None:
    before, tables = _ask(old, HELD.format(looks="")), _schema(old)
    assert finish(start(KILLED, old, moment))[0] == -signal.SIGKILL
    assert _ask(old, HELD.format(looks="")) == before
    assert _schema(old) == tables
    assert _ask(old, "PRAGMA user_version") == [(1,)]
    Database.open(old).close()
    assert _ask(old, HELD.format(looks="LEFT JOIN look ON look.id = look_id")) == before
