"""Going back: what it would change is counted right, only a whole copy takes the place, nothing half is left."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.storage_keys import KEY, ask, fill, raw
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.backups import Backup, BackupReason, Kind, Share
from engine.domain.clock import MS_PER_HOUR
from engine.domain.database_key import DatabaseKey
from engine.domain.errors import StorageBusy, StorageDamaged
from engine.storage.activities import ActivityStore
from engine.storage.backup_difference import by_kind, only_in, share_of
from engine.storage.backups import BackupFolder
from engine.storage.database import Database
from engine.storage.restore import draft_of, preview, put_in_place, remove_leftovers

DAY = 24 * MS_PER_HOUR


def store(path: Path, *activities: Activity) -> None:
    with closing(Database.open(path)) as database:
        ActivityStore(database).insert_many(activities)


def at(day: int, hour: int, title: str = "notes.txt", length: int = MS_PER_HOUR) -> Activity:
    start = day * DAY + hour * MS_PER_HOUR
    return Activity(start, start + length, seen("editor", title), ZONE)


def said(one: Path, other: Path) -> dict[Kind, Share]:
    with closing(raw(one, None)) as first, closing(raw(other, None)) as second:
        return {share.kind: share for share in only_in(first, second)}


def change(path: Path, *statements: str) -> None:
    with closing(raw(path, None)) as connection:
        for statement in statements:
            connection.execute(statement)


def backed(path: Path, key: DatabaseKey | None = None) -> Backup:
    return BackupFolder(path, key).make(BackupReason.BY_HAND)


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir() if one.is_file()} - {"backups.lock"}


def test_activities_of_one_alone_are_counted_with_their_days(tmp_path: Path) -> None:
    one, other = tmp_path / "one.sqlite3", tmp_path / "other.sqlite3"
    both = [at(100, 9), at(101, 9), at(102, 9)]
    store(one, *both, at(101, 12), at(101, 14), at(104, 8))
    store(other, *both)
    first = 101 * DAY + 12 * MS_PER_HOUR
    assert said(one, other) == {Kind.ACTIVITY: Share(Kind.ACTIVITY, 3, first, 104 * DAY + 8 * MS_PER_HOUR, 2)}
    assert said(other, one) == {}


def test_an_activity_of_another_length_is_another_one_and_a_lost_name_is_a_name(tmp_path: Path) -> None:
    one, other = tmp_path / "one.sqlite3", tmp_path / "other.sqlite3"
    store(one, at(100, 9), at(100, 11, "plan.txt"), at(0, 0))
    store(other, at(100, 9, length=60_000), at(100, 11, ""), at(0, 0))
    place = 100 * DAY + 9 * MS_PER_HOUR
    found = said(one, other)
    assert found[Kind.ACTIVITY] == Share(Kind.ACTIVITY, 1, place, place, 1)
    assert found[Kind.NAME] == Share(Kind.NAME, 1, place + 2 * MS_PER_HOUR, place + 2 * MS_PER_HOUR, 1)
    assert Kind.NAME not in said(other, one), "nothing is lost where nothing was said"


def test_other_rows_are_compared_whole_or_by_what_makes_them_one(tmp_path: Path) -> None:
    one, other = tmp_path / "one.sqlite3", tmp_path / "other.sqlite3"
    for path in (one, other):
        Database.open(path).close()
    change(one, "INSERT INTO category (name) VALUES ('Chess')", "INSERT INTO skill VALUES (1, 'Go', 1, 30, 1, 1)")
    change(other, "INSERT INTO category (name) VALUES ('Chess')", "DROP TABLE skill")
    assert said(one, other) == {Kind.SKILL: Share(Kind.SKILL, 1)}
    change(other, "UPDATE category SET name = 'Draughts' WHERE name = 'Chess'")
    assert said(one, other)[Kind.CATEGORY] == Share(Kind.CATEGORY, 1)
    assert said(other, one) == {Kind.CATEGORY: Share(Kind.CATEGORY, 1)}
    change(other, "ALTER TABLE category ADD COLUMN later INTEGER")
    assert Kind.CATEGORY not in said(one, other), "tables of two versions are compared by their numbers"


def test_moments_are_told_by_days_and_tables_by_what_people_call_them() -> None:
    assert share_of(Kind.BLOCK, 0, []) == Share(Kind.BLOCK, 0)
    assert share_of(Kind.BLOCK, 4, [DAY - 1, DAY, DAY + 1]) == Share(Kind.BLOCK, 4, DAY - 1, DAY + 1, 2)
    counted = by_kind({"activity": 2, "rule": 1, "look": 3, "zone": 4})
    assert counted == {Kind.ACTIVITY: 2, Kind.RULE: 1, Kind.OTHER: 7}


@pytest.mark.parametrize("key", [None, KEY])
def test_the_draft_is_the_copy_and_the_copy_stays(path: Path, key: DatabaseKey | None) -> None:
    copy = backed(fill(path, key, 20), key)
    fill(path, key, 30)
    shown = preview(path, copy, key)
    assert shown.backup == copy
    assert [(one.kind, one.count) for one in shown.loses] == [(Kind.ACTIVITY, 10)]
    assert shown.gains == ()
    draft = draft_of(path, copy, key)
    assert draft == path.with_name(path.name + ".restored")
    assert draft.stat().st_mode & 0o777 == 0o600
    assert ask(draft, key, "SELECT count(*) FROM activity") == [(20,)]
    put_in_place(path, draft, key)
    assert ask(path, key, "SELECT count(*) FROM activity") == [(20,)]
    assert ask(path, key, "PRAGMA journal_mode") == [("wal",)]
    assert copy.path.exists()
    assert names(path.parent) == {path.name}


def test_a_damaged_copy_leaves_no_draft_and_the_database_as_it_is(path: Path) -> None:
    copy = backed(fill(path, None, 3_000))
    data = bytearray(copy.path.read_bytes())
    data[8 * 4_096 : 9 * 4_096] = b"\xa5" * 4_096
    copy.path.write_bytes(data)
    before = path.read_bytes()
    with pytest.raises(StorageDamaged):
        draft_of(path, copy, None)
    assert names(path.parent) == {path.name}
    assert path.read_bytes() == before


def test_whoever_has_it_open_keeps_it_and_the_draft_goes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = backed(fill(path, None, 20))
    fill(path, None, 30)
    monkeypatch.setattr("engine.storage.restore._PATIENCE_MS", 1)
    draft = draft_of(path, copy, None)
    with closing(raw(path, None)) as reader:
        reader.execute("SELECT count(*) FROM activity").fetchone()
        with pytest.raises(StorageBusy):
            put_in_place(path, draft, None)
        assert not draft.exists()
        assert reader.execute("SELECT count(*) FROM activity").fetchone() == (30,)


def test_what_cannot_be_read_is_replaced_unasked(path: Path) -> None:
    copy = backed(fill(path, None, 20))
    draft = draft_of(path, copy, None)
    path.write_bytes(b"no database at all" * 999)
    put_in_place(path, draft, None, readable=False)
    assert ask(path, None, "SELECT count(*) FROM activity") == [(20,)]
    draft = draft_of(path, replace(copy), None)
    path.unlink()
    put_in_place(path, draft, None)
    assert ask(path, None, "SELECT count(*) FROM activity") == [(20,)]


def test_what_killed_ones_have_left_goes_also_where_a_link_leads(tmp_path: Path) -> None:
    real, link = tmp_path / "real" / "kairos.sqlite3", tmp_path / "here" / "kairos.sqlite3"
    for folder in (real.parent, link.parent):
        folder.mkdir()
        for ending in (".restored", ".restored-wal", ".salvaging", ".salvaging-shm", ".salvaging-journal", ".other"):
            (folder / f"kairos.sqlite3{ending}").touch()
    real.touch()
    link.symlink_to(real)
    remove_leftovers(link)
    assert names(real.parent) == {"kairos.sqlite3", "kairos.sqlite3.other"}
    assert names(link.parent) == {"kairos.sqlite3", "kairos.sqlite3.other"}
