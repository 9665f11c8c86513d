from __future__ import annotations

import re
import shutil
import signal
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from helpers.storage_programs import finish, start
from helpers.storage_samples import ZONE, seen, spans
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from engine.domain.activity import Activity
from engine.domain.changes import Begin
from engine.domain.errors import StorageDamaged, StorageNewer
from engine.storage import driver
from engine.storage.activities import ActivityStore
from engine.storage.connections import pool_of
from engine.storage.database import Database
from engine.storage.header import APPLICATION_ID
from engine.storage.tables import SCHEMA_VERSION, WORDS, metadata, revision_of
from engine.storage.upgrade import MIGRATIONS, migrate_blank, upgrade

GOOD = '''
"""One more revision: a new column, a table rebuilt, rows changed."""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "NEXT", "LAST", None, None

def upgrade():
    op.execute("CREATE TABLE label (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
    with op.batch_alter_table("title") as title:
        title.add_column(sa.Column("seen", sa.Integer(), server_default="0", nullable=False))
        title.alter_column("text", new_column_name="words")
    op.execute("UPDATE title SET seen = 7")
'''.replace("NEXT", revision_of(SCHEMA_VERSION + 1)).replace("LAST", revision_of(SCHEMA_VERSION))
KILLED = GOOD + "    import os, signal\n    os.kill(os.getpid(), signal.SIGKILL)\n"
CONFIGURED = "SELECT * FROM chunk_words_config ORDER BY 1"
WRONG = GOOD + '    op.execute("INSERT INTO nowhere VALUES (1)")\n'  # noqa: S608
ORPHANS = GOOD + '    op.execute("DELETE FROM title")\n'  # noqa: S608


@pytest.fixture
def filled(path: Path) -> Path:
    """A closed database of the present version with rows and an open activity."""
    database = Database.open(path)
    store = ActivityStore(database)
    store.insert_many(Activity(n * 10, n * 10 + 10, seen("app", f"title {n}"), ZONE) for n in range(500))
    store.apply([Begin(9_000, seen("open"), ZONE)])
    database.close()
    return path


def _migrations(tmp_path: Path, one_more: str) -> Path:
    folder = tmp_path / "migrations"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "v9999_one_more.py").write_text(one_more)
    return folder


def _upgrade(path: Path, migrations: Path) -> Path | None:
    return upgrade(path, driver.load(), migrations=migrations, version=SCHEMA_VERSION + 1)


def _ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(driver.load().connect(str(path))) as connection:
        return list(connection.execute(question))


def _contents(path: Path) -> list[list[tuple[object, ...]]]:
    tables = ["activity", "open_activity", "title", "app", "zone", "source", "alembic_version", "sqlite_schema"]
    everything = [_ask(path, f"SELECT * FROM {table} ORDER BY 1") for table in tables]  # noqa: S608
    return [*everything, _ask(path, "PRAGMA user_version")]


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Engine]:
    """An empty file that went through every migration from the first."""
    engine = pool_of(driver.load(), tmp_path / "migrated.sqlite3")
    with engine.connect() as connection, connection.begin():
        migrate_blank(connection)
    yield engine
    engine.dispose()


def _schema(connection: Connection) -> set[tuple[str, str]]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {(name, " ".join(re.sub(r"([(),])", r" \1 ", sql).split())) for name, sql in rows}


def _revision(connection: Connection) -> object:
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()


def test_migrations_lead_to_the_tables_a_fresh_file_has(migrated: Engine, database: Database) -> None:
    with migrated.connect() as connection, database.reading() as fresh:
        assert _schema(connection) == _schema(fresh)
        # The index of words is no table of SQLAlchemy's; the schemas above hold it.
        options = {"include_name": lambda name, kind, _parents: kind != "table" or not name.startswith(WORDS)}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
        assert _revision(connection) == _revision(fresh) == revision_of(SCHEMA_VERSION)


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_file_of_any_earlier_version_becomes_one_of_today(tmp_path: Path, database: Database, version: int) -> None:
    path = tmp_path / "earlier.sqlite3"
    engine = pool_of(driver.load(), path)
    with engine.connect() as connection, connection.begin():
        migrate_blank(connection, version=version)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
    engine.dispose()
    upgraded = Database.open(path)
    with upgraded.reading() as connection, database.reading() as fresh:
        assert _schema(connection) == _schema(fresh)
        assert connection.exec_driver_sql(CONFIGURED).all() == fresh.exec_driver_sql(CONFIGURED).all()
    assert upgraded.integrity() == []
    upgraded.close()


def test_the_schema_version_is_that_of_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [revision_of(SCHEMA_VERSION)]


def test_an_older_file_is_copied_and_brought_up_to_date(filled: Path, tmp_path: Path) -> None:
    before = _contents(filled)
    triggers = _ask(filled, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'")
    copy = _upgrade(filled, _migrations(tmp_path, GOOD))
    assert copy is not None
    assert copy.parent == filled.parent / "backups"
    assert (stat.S_IMODE(copy.stat().st_mode), stat.S_IMODE(copy.parent.stat().st_mode)) == (0o600, 0o700)
    assert _contents(copy) == before
    assert [file.name for file in copy.parent.iterdir()] == [copy.name]
    assert _ask(filled, "SELECT count(*), min(seen), max(words) FROM title") == [(501, 7, "title 99")]
    assert _ask(filled, "SELECT count(*) FROM activity") == [(501,)]
    assert _ask(filled, "SELECT count(*) FROM open_activity") == [(1,)]
    assert _ask(filled, "SELECT version_num FROM alembic_version") == [(revision_of(SCHEMA_VERSION + 1),)]
    assert _ask(filled, "PRAGMA user_version") == [(SCHEMA_VERSION + 1,)]
    assert _ask(filled, "PRAGMA integrity_check") == [("ok",)]
    assert _ask(filled, "PRAGMA foreign_key_check") == []
    assert _ask(filled, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'") == triggers
    with pytest.raises(StorageNewer):
        Database.open(filled)


def test_a_file_of_today_is_left_alone(filled: Path, tmp_path: Path) -> None:
    folder = _migrations(tmp_path, GOOD)
    assert _upgrade(filled, folder) is not None
    assert _upgrade(filled, folder) is None
    assert len(list((filled.parent / "backups").iterdir())) == 1


def test_the_copy_opens_in_the_place_of_the_original(filled: Path, tmp_path: Path) -> None:
    copy = _upgrade(filled, _migrations(tmp_path, GOOD))
    assert copy is not None
    shutil.move(copy, filled)
    database = Database.open(filled)
    assert spans(ActivityStore(database).between(4_990, 99_999)) == [(4_990, 5_000, "app"), (9_000, 9_000, "open")]
    database.close()


MISSING = (
    r"kairos\.sqlite3 could not be brought up to date: 501 rows name rows that are missing\. "
    r"It was left as it was; a copy of it helps us find out why\."
)


@pytest.mark.parametrize(
    ("second", "error", "said"), [(WRONG, DBAPIError, "nowhere"), (ORPHANS, StorageDamaged, MISSING)]
)
def test_a_migration_that_fails_changes_nothing(
    filled: Path, tmp_path: Path, second: str, error: type[Exception], said: str
) -> None:
    before = _contents(filled)
    with pytest.raises(error, match=said):
        _upgrade(filled, _migrations(tmp_path, second))
    assert _contents(filled) == before
    assert _upgrade(filled, _migrations(tmp_path, GOOD)) is not None


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
def test_a_migration_that_is_killed_changes_nothing(filled: Path, tmp_path: Path) -> None:
    before = _contents(filled)
    program = (
        "from engine.storage import driver, upgrade\n"
        "upgrade.upgrade(path, driver.load(), migrations=Path(sys.argv[2]), version=int(sys.argv[3]))\n"
    )
    killed = start(program, filled, str(_migrations(tmp_path, KILLED)), str(SCHEMA_VERSION + 1))
    assert finish(killed)[0] == -signal.SIGKILL
    assert _contents(filled) == before
    database = Database.open(filled)
    assert database.integrity() == []
    database.close()
    assert _upgrade(filled, _migrations(tmp_path, GOOD)) is not None
    assert _ask(filled, "SELECT min(seen) FROM title") == [(7,)]


def test_a_damaged_file_is_not_migrated(filled: Path, tmp_path: Path) -> None:
    data = bytearray(filled.read_bytes())
    pages = len(data) // 4_096
    for page in range(pages - 4, pages):
        data[page * 4_096 : page * 4_096 + 64] = b"\xa5" * 64
    filled.write_bytes(data)
    with pytest.raises(StorageDamaged):
        _upgrade(filled, _migrations(tmp_path, GOOD))
    assert _ask(filled, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert list((filled.parent / "backups").iterdir()) == []


def test_opening_an_older_file_migrates_it(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.storage import database as module
    from engine.storage import upgrade as upgrading

    monkeypatch.setattr(module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    given: dict[str, object] = {"migrations": _migrations(tmp_path, GOOD), "version": SCHEMA_VERSION + 1}
    monkeypatch.setattr(upgrading.upgrade, "__kwdefaults__", given)
    database = Database.open(filled)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT max(seen) FROM title").scalar_one() == 7
    database.close()
    assert len(list((filled.parent / "backups").iterdir())) == 1


def test_who_had_it_open_before_a_newer_kairos_migrated_it_writes_no_more(filled: Path, tmp_path: Path) -> None:
    database = Database.open(filled)
    store = ActivityStore(database)
    assert _upgrade(filled, _migrations(tmp_path, GOOD)) is not None
    with pytest.raises(StorageNewer):
        store.apply([Begin(10_000, seen("late"), ZONE)])
    database.close()
    assert _ask(filled, "SELECT count(*) FROM activity") == [(501,)]
