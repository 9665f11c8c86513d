from __future__ import annotations

import hashlib
import os
import shutil
import signal
import stat
import sys
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from helpers.released_files import held, make_released
from helpers.storage_documents import folder, put
from helpers.storage_keys import KEY, OTHER, ask, fill, raw
from helpers.storage_programs import run

from engine.domain.database_key import DatabaseKey
from engine.domain.errors import KeyNeeded, KeyWrong, NotEncrypted, StorageDamaged, StorageFull
from engine.domain.word_tokens import terms
from engine.storage import encryption
from engine.storage.activities import ActivityStore
from engine.storage.database import Database, MissingDatabase
from engine.storage.encryption import convert, is_encrypted
from engine.storage.tables import SCHEMA_VERSION
from engine.storage.words import WordQuery, WordStore

WAYS = [(None, KEY), (KEY, OTHER), (KEY, None), (None, None)]


def _contents(path: Path, key: DatabaseKey | None) -> dict[str, object]:
    """Everything in every table, the index of words and its hidden tables too, with the marks of the file."""
    with closing(raw(path, key)) as connection:
        schema = sorted(
            connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_st%'")
        )
        rows = {
            name: sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"')))  # noqa: S608
            for kind, name, _ in schema
            if kind == "table"
        }
        marks = [connection.execute(f"PRAGMA {name}").fetchone() for name in ("user_version", "application_id")]
        return {"schema": schema, "marks": marks, **rows}


@pytest.fixture
def plain(path: Path) -> Path:
    """A plain database with activities and documents in it, closed."""
    fill(path, None)
    with closing(Database.open(path)) as database:
        home = folder(database)
        for number in range(20):
            put(database, home, f"/docs/{number}.txt", f"apples and canaries {number}", "more of it", title="Fruit")
        database.checkpoint()
    return path


def test_is_told_by_the_first_page(plain: Path, tmp_path: Path) -> None:
    assert is_encrypted(plain) is False
    assert is_encrypted(fill(tmp_path / "locked.sqlite3", KEY)) is True
    assert is_encrypted(tmp_path / "nothing") is None
    (tmp_path / "empty").touch()
    assert is_encrypted(tmp_path / "empty") is None
    (tmp_path / "text").write_text("Dear diary, " * 500)
    assert is_encrypted(tmp_path / "text") is False


def test_a_file_that_lies_in_its_log_alone_is_encrypted_too(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    with closing(raw(path, KEY)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE more (text)")
        shutil.copy(path.with_name(path.name + "-wal"), tmp_path / "beside-wal")
    (tmp_path / "beside").touch()
    assert is_encrypted(tmp_path / "beside") is True


@pytest.mark.parametrize(("key", "new_key"), WAYS)
def test_everything_is_there_afterwards_and_nothing_beside_it(
    plain: Path, key: DatabaseKey | None, new_key: DatabaseKey | None
) -> None:
    if key is not None:
        convert(plain, None, key)
    before = _contents(plain, key)
    convert(plain, key, new_key)
    assert _contents(plain, new_key) == before
    assert [file.name for file in plain.parent.iterdir()] == [plain.name]
    assert stat.S_IMODE(plain.stat().st_mode) == 0o600
    assert is_encrypted(plain) is (new_key is not None)
    assert (b"canaries" in plain.read_bytes()) is (new_key is None)
    with closing(Database.open(plain, new_key)) as database:
        assert ActivityStore(database).count() == 300
        assert len(WordStore(database).find(WordQuery(must=tuple(terms("apples"))), 50)) == 20
        assert database.integrity() == []
        with database.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
            assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_stat1").scalar_one() > 0


def test_what_only_the_log_holds_comes_along(plain: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed" / plain.name
    killed.parent.mkdir()
    with closing(raw(plain, None)) as connection:
        connection.execute("INSERT INTO title (text) VALUES ('in the log alone')")
        for ending in ("", "-wal"):
            shutil.copy(plain.with_name(plain.name + ending), killed.with_name(killed.name + ending))
    convert(killed, None, KEY)
    assert ask(killed, KEY, "SELECT count(*) FROM title WHERE text = 'in the log alone'") == [(1,)]


def test_a_file_of_the_first_release_keeps_its_version_and_is_migrated_with_its_key(path: Path) -> None:
    path.parent.mkdir()
    make_released(path, 1)
    before = held(path)
    convert(path, None, KEY)
    assert ask(path, KEY, "PRAGMA user_version") == [(1,)]
    Database.open(path, KEY).close()
    assert ask(path, KEY, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    (copy,) = (path.parent / "backups").iterdir()
    assert is_encrypted(copy)
    for one in (path, copy):
        convert(one, KEY, None)
        assert held(one) == before


@pytest.mark.parametrize(("key", "error"), [(OTHER, KeyWrong), (None, KeyNeeded)], ids=["another key", "no key"])
def test_what_does_not_open_is_left_alone(path: Path, key: DatabaseKey | None, error: type[Exception]) -> None:
    before = hashlib.sha256(fill(path, KEY).read_bytes()).digest()
    with pytest.raises(error):
        convert(path, key, OTHER)
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_plain_file_needs_no_key_and_a_missing_one_stays_missing(plain: Path, tmp_path: Path) -> None:
    with pytest.raises(NotEncrypted):
        convert(plain, KEY, OTHER)
    with pytest.raises(MissingDatabase):
        convert(tmp_path / "nothing.sqlite3", None, KEY)
    assert not (tmp_path / "nothing.sqlite3").exists()


def test_a_damaged_file_is_not_replaced_by_a_piece_of_it(path: Path) -> None:
    data = bytearray(fill(path, KEY, 3_000).read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(StorageDamaged):
        convert(path, KEY, None)
    assert path.read_bytes() == data
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_copy_that_is_not_whole_does_not_take_its_place(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = encryption._export

    def careless(original: object, draft: Path, new_key: DatabaseKey | None) -> None:
        whole(original, draft, new_key)
        ask(draft, new_key, "DELETE FROM activity WHERE start_ms = 10")

    monkeypatch.setattr(encryption, "_export", careless)
    with pytest.raises(StorageDamaged, match="rows are missing"):
        convert(plain, None, KEY)
    assert is_encrypted(plain) is False
    assert ask(plain, None, "SELECT count(*) FROM activity") == [(300,)]


def test_the_draft_of_a_conversion_that_was_killed_is_replaced(plain: Path) -> None:
    draft = plain.with_name(plain.name + encryption.DRAFT)
    for ending in ("", "-wal", "-journal"):
        draft.with_name(draft.name + ending).write_bytes(b"left behind")
    convert(plain, None, KEY)
    assert [file.name for file in plain.parent.iterdir()] == [plain.name]


FULL = """
import resource
from engine.domain.database_key import DatabaseKey
from engine.storage.encryption import convert
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    convert(path, None, DatabaseKey(bytes(32)))
except KairosError as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="no limit on the size of files here")
def test_without_room_for_a_second_file_the_first_stays(plain: Path) -> None:
    before = plain.read_bytes()
    assert run(FULL, plain) in {f"{StorageFull.__name__}\n", "StorageError\n"}
    assert plain.read_bytes() == before
    assert [file.name for file in plain.parent.iterdir()] == [plain.name]


KILLED = """
import shutil
from engine.domain.database_key import DatabaseKey
from engine.storage import creation, driver, encryption, integrity, swap
driver.load()
every, key, folder = int(sys.argv[2]), DatabaseKey(bytes(range(32))), path.parent
watched = {module.__file__ for module in (encryption, swap, integrity, creation)}

seen = set()

def line(frame, event, _):
    if frame.f_code.co_filename not in watched:
        return None
    place = frame.f_code.co_filename, frame.f_lineno
    if event == "line" and place not in seen:
        seen.add(place)
        if len(seen) > after:
            os.kill(os.getpid(), signal.SIGKILL)
    return line

after = int(sys.argv[3])
status = 1
while status:
    shutil.rmtree(folder / "tried", ignore_errors=True)
    shutil.copytree(folder / "kept", folder / "tried")
    pid = os.fork()
    if pid == 0:
        sys.settrace(line)
        encryption.convert(folder / "tried" / "kairos.sqlite3", None, key)
        sys.settrace(None)
        os._exit(0)
    status = os.waitpid(pid, 0)[1]
    found = folder / "tried" / "kairos.sqlite3"
    locked = encryption.is_encrypted(found)
    database = Database.open(found, key if locked else None)
    print(after, bool(locked), ActivityStore(database).count(), len(database.integrity()))
    database.close()
    after += every
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it forks")
def test_killed_at_any_step_either_file_is_there_whole(tmp_path: Path) -> None:
    """Every third line, from another one each day; the reliability folder's form cuts the power at random."""
    with closing(Database.open(fill(tmp_path / "made" / "kairos.sqlite3", None, 60))) as database:
        ActivityStore(database).count()
        kept = tmp_path / "kept"
        kept.mkdir()
        for file in (tmp_path / "made").iterdir():
            shutil.copy(file, kept)
    said = run(KILLED, tmp_path / "kairos.sqlite3", "3", str(os.getpid() % 3))
    lines = [line.split() for line in said.splitlines()]
    assert {(count, faults) for _, _, count, faults in lines} == {("60", "0")}
    became = [locked for _, locked, _, _ in lines]
    assert became == sorted(became)  # once it is encrypted it stays so
    assert set(became) == {"False", "True"}
    assert len(lines) > 20


def test_another_reader_finds_the_same_rows(path: Path) -> None:
    """A build of SQLite with an encryption of its own making that knows SQLCipher's format."""
    fill(path, KEY, 500, title="canary")
    other = apsw.Connection(
        f"file:{path}?cipher=sqlcipher&legacy=4", flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    )
    try:
        other.pragma("key", f"x'{KEY.raw.hex()}'")
        for question in (
            "SELECT * FROM activity ORDER BY start_ms",
            "SELECT * FROM title ORDER BY id",
            "PRAGMA user_version",
            "PRAGMA integrity_check",
        ):
            assert list(other.execute(question)) == ask(path, KEY, question)
    finally:
        other.close()
