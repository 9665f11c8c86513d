"""A damaged database put right: what is read, what the backup returns, and what is said to be lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from helpers.released_files import held, make_released
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.backups import BackupReason, CheckReport, Kind
from engine.domain.database_key import DatabaseKey
from engine.domain.errors import StorageFull
from engine.storage import driver
from engine.storage.activities import ActivityStore
from engine.storage.backups import BackupFolder
from engine.storage.connections import connect
from engine.storage.database import Database
from engine.storage.restore import draft_of, put_in_place
from engine.storage.salvage import aside
from engine.storage.salvage import repair as repairing
from engine.storage.salvage.layouts import parts_of
from engine.storage.salvage.repair import repair
from engine.storage.tables import SCHEMA_VERSION
from engine.storage.upgrade import make_older
from engine.storage.whole_check import CheckFile, problems_of, salt_of

PAGE, ROWS = 4_096, 1_000
KEYS = [None, DatabaseKey(bytes(range(32)))]
LATER = 1_795_348_800_000


def fill(path: Path, key: DatabaseKey | None, first: int = 0, rows: int = ROWS) -> None:
    with closing(Database.open(path, key)) as database:
        ActivityStore(database).insert_many(
            Activity(n * 10, n * 10 + 10, seen("app", f"title {n % 300}"), ZONE) for n in range(first, first + rows)
        )


def count(path: Path, key: DatabaseKey | None, table: str = "activity") -> int:
    with closing(connect(driver.load(), path, key)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


def total_ms(path: Path, key: DatabaseKey | None) -> int:
    with closing(connect(driver.load(), path, key)) as connection:
        return int(connection.execute("SELECT sum(ms) FROM day_total").fetchone()[0])


def root_of(path: Path, key: DatabaseKey | None, name: str) -> int:
    with closing(connect(driver.load(), path, key)) as connection:
        return parts_of(connection)[name].root


def spoil(path: Path, *pages: int) -> None:
    data = bytearray(path.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE : page * PAGE] = b"\xa5" * PAGE
    path.write_bytes(data)


def mended(path: Path, key: DatabaseKey | None) -> CheckReport:
    found = problems_of(path, key)
    assert found
    report = repair(path, key, LATER, found)
    assert problems_of(path, key) == ()
    assert report.salvaged is not None
    assert CheckFile(path.parent).load() == report
    return report


@pytest.mark.parametrize("key", KEYS)
def test_the_root_of_the_activities_costs_next_to_nothing_where_their_pages_are_there(
    path: Path, key: DatabaseKey | None
) -> None:
    fill(path, key)
    spoil(path, root_of(path, key, "activity"))
    report = mended(path, key)
    found = count(path, key)
    assert ROWS - 15 < found < ROWS, "rows that lie in the root itself are gone, no others"
    assert total_ms(path, key) == found * 10
    assert report.salvaged is not None
    assert report.salvaged.returned == 0


@pytest.mark.parametrize("key", KEYS[1:])
def test_the_beginning_is_taken_from_a_backup_and_the_rest_from_the_file(path: Path, key: DatabaseKey | None) -> None:
    fill(path, key)
    CheckFile(path.parent).save(CheckReport(0, whole=True), salt_of(path))
    BackupFolder(path, key).make(BackupReason.SCHEDULED)
    fill(path, key, first=ROWS, rows=50)
    spoil(path, 1)
    report = mended(path, key)
    assert count(path, key) == ROWS + 50
    assert report.salvaged is not None
    assert not report.salvaged.only_backup


def test_rows_of_a_lost_page_come_back_from_the_backup_and_newer_ones_stay(path: Path) -> None:
    key = KEYS[1]
    fill(path, key)
    BackupFolder(path, key).make(BackupReason.SCHEDULED)
    fill(path, key, first=ROWS, rows=50)
    spoil(path, root_of(path, key, "title"))  # of two floors: its pages are found by themselves
    with closing(connect(driver.load(), path, key)) as connection:
        assert connection.execute("SELECT count(*) FROM app").fetchone() == (1,)
        app = parts_of(connection)["app"].root
    spoil(path, app)  # of one floor: its only row is gone
    report = mended(path, key)
    assert report.salvaged is not None
    assert report.salvaged.returned == 1
    assert report.salvaged.lost == ()
    assert (count(path, key), count(path, key, "app"), count(path, key, "title")) == (ROWS + 50, 1, 300)


def test_without_a_backup_what_is_lost_is_said_and_what_names_it_stays(path: Path) -> None:
    key = KEYS[1]
    fill(path, key)
    spoil(path, root_of(path, key, "app"), root_of(path, key, "rule"))
    report = mended(path, key)
    assert report.salvaged is not None
    assert [(share.kind, share.count) for share in report.salvaged.lost] == [(Kind.RULE, 0)]
    with closing(connect(driver.load(), path, key)) as connection:
        assert connection.execute("SELECT name FROM app").fetchall() == [("(lost 1)",)]
    assert count(path, key) == ROWS


def test_lost_activities_are_told_with_their_time(path: Path) -> None:
    key = KEYS[1]
    fill(path, key)
    with closing(connect(driver.load(), path, key)) as connection:
        root = parts_of(connection)["activity"].root
    from engine.storage.salvage.pages import Pages
    from engine.storage.salvage.records import node_of

    with Pages(path, key) as pages:
        page = pages.read(root)
        assert page is not None
        leaf = node_of(page, root, pages.usable).cells[3].left
    spoil(path, leaf)
    report = mended(path, key)
    assert report.salvaged is not None
    (share,) = report.salvaged.lost
    missing = ROWS - count(path, key)
    assert share.kind is Kind.ACTIVITY
    assert missing > 20
    assert abs(share.count - missing) <= missing // 2
    assert share.first_ms is not None
    assert share.last_ms is not None
    assert 0 < share.first_ms < share.last_ms < ROWS * 10


def test_where_nothing_can_be_read_and_there_is_no_backup_it_begins_anew(path: Path) -> None:
    key = KEYS[1]
    fill(path, key)
    spoil(path, *range(1, path.stat().st_size // PAGE + 1))
    damaged = path.read_bytes()
    report = mended(path, key)
    assert report.salvaged is not None
    assert (report.salvaged.only_backup, report.salvaged.backup_ms) == (True, None)
    assert count(path, key) == 0
    assert report.salvaged.aside.read_bytes() == damaged


def test_a_backup_that_is_damaged_itself_is_passed_over(path: Path) -> None:
    key = KEYS[1]
    fill(path, key)
    folder = BackupFolder(path, key)
    good, bad = folder.make(BackupReason.BULK_EDIT), folder.make(BackupReason.BY_HAND)
    spoil(bad.path, 3)
    spoil(path, *range(1, path.stat().st_size // PAGE + 1))
    report = mended(path, key)
    assert report.salvaged is not None
    assert (report.salvaged.only_backup, report.salvaged.backup_ms) == (True, good.made_ms)
    assert count(path, key) == ROWS


def test_whatever_breaks_while_it_is_read_a_backup_takes_its_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(path, None)
    BackupFolder(path).make(BackupReason.BULK_EDIT)
    spoil(path, 5)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(repairing, "rebuild", broken)
    report = mended(path, None)
    assert report.salvaged is not None
    assert report.salvaged.only_backup
    assert not list(path.parent.glob("*.salvaging*"))


def test_a_disk_without_room_for_the_damaged_file_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(path, None)
    spoil(path, 5)
    before = path.read_bytes()
    monkeypatch.setattr(aside, "_SPARE_BYTES", 1 << 60)
    with pytest.raises(StorageFull):
        repair(path, None, LATER, ("damaged",))
    assert path.read_bytes() == before


def test_what_the_log_holds_is_read_too(path: Path) -> None:
    key = KEYS[1]
    fill(path, key)
    with closing(Database.open(path, key)) as database:
        with database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO tag (name) VALUES ('logged')")
        copy = path.parent / "copy"
        copy.mkdir()
        for name in (path.name, f"{path.name}-wal"):
            (copy / name).write_bytes((path.parent / name).read_bytes())
    taken = copy / path.name
    spoil(taken, root_of(path, key, "activity"))
    repair(taken, key, LATER, ("damaged",))
    with closing(connect(driver.load(), taken, key)) as raw:
        assert raw.execute("SELECT name FROM tag").fetchall() == [("logged",)]
    assert count(taken, key) > ROWS - 15


@pytest.mark.parametrize("act", [repair, None])
def test_a_backup_of_an_older_version_is_brought_up_to_date(path: Path, act: Callable[..., object] | None) -> None:
    path.parent.mkdir(parents=True)
    make_released(path, 3)
    told = held(path)
    Database.open(path).close()
    (older,) = BackupFolder(path).list()
    assert (older.reason, older.schema) == (BackupReason.MIGRATION, 3)
    fill(path, None, first=10**9)
    if act is None:
        put_in_place(path, draft_of(path, older, None), None)
    else:
        spoil(path, *range(1, path.stat().st_size // PAGE + 1))
        repair(path, None, LATER, ("damaged",))
    Database.open(path).close()
    assert held(path) == told


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_what_can_be_read_of_an_older_version_is_brought_up_to_date(path: Path, version: int) -> None:
    path.parent.mkdir(parents=True)
    make_released(path, version)
    with closing(connect(driver.load(), path)) as raw:
        raw.executemany("INSERT INTO title (text) VALUES (?)", ((f"read {n}",) for n in range(ROWS)))
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    told = held(path)
    spoil(path, root_of(path, None, "command"))
    report = repair(path, None, LATER, ("damaged",))
    assert report.salvaged is not None
    assert not report.salvaged.only_backup
    Database.open(path).close()
    assert (problems_of(path, None), held(path)) == ((), told)
    with closing(connect(driver.load(), path)) as raw:
        [(version_now,)] = raw.execute("PRAGMA user_version").fetchall()
        [(titles,)] = raw.execute("SELECT count(*) FROM title WHERE text LIKE 'read %'").fetchall()
    assert (version_now, titles) == (SCHEMA_VERSION, ROWS)


def test_an_encrypted_one_of_an_older_version_stays_encrypted(path: Path) -> None:
    key = KEYS[1]
    assert key is not None
    path.parent.mkdir(parents=True)
    make_older(path, driver.load(), key, SCHEMA_VERSION - 1)
    with closing(connect(driver.load(), path, key)) as raw:
        raw.executemany("INSERT INTO title (text) VALUES (?)", ((f"read {n}",) for n in range(ROWS)))
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    spoil(path, root_of(path, key, "title"))
    report = repair(path, key, LATER, ("damaged",))
    assert report.salvaged is not None
    assert not report.salvaged.only_backup
    assert problems_of(path, key) == ()
    assert ROWS - 200 < count(path, key, "title") <= ROWS
    assert b"read 7" not in path.read_bytes()


def test_activities_whose_look_is_lost_keep_their_time_and_say_so(path: Path) -> None:
    key = KEYS[1]
    fill(path, key, rows=30)
    spoil(path, root_of(path, key, "look"))
    report = mended(path, key)
    assert report.salvaged is not None
    assert [(share.kind, share.count) for share in report.salvaged.lost] == [(Kind.NAME, 30)]
    with closing(Database.open(path, key)) as database:
        found = list(ActivityStore(database).between(0, 10_000))
    assert {one.what.app for one in found} == {"(lost)"}
    assert len({one.what.title for one in found}) == 30
    assert total_ms(path, key) == 300


def test_a_second_repair_finds_the_first_ones_stand_ins(path: Path) -> None:
    key = KEYS[1]
    fill(path, key, rows=30)
    for _ in range(2):
        spoil(path, root_of(path, key, "look"))
        mended(path, key)
    assert count(path, key) == 30
