"""`kairos backup` and `kairos check` on a real profile: made, listed, gone back to, undone; damage told, mended."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from helpers.command_line import Commands

from engine.locks import ProcessLock
from engine.paths import ProfilePaths
from engine.storage.database import Database


def tags(folder: Path) -> list[str]:
    with closing(Database.open(ProfilePaths(folder).database)) as database, database.reading() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT name FROM tag ORDER BY name")]


def change(folder: Path, *statements: str) -> None:
    with closing(Database.open(ProfilePaths(folder).database)) as database, database.writing() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def damage(folder: Path) -> None:
    path = ProfilePaths(folder).database
    data = bytearray(path.read_bytes())
    data[4_096 * 3 : 4_096 * 4] = b"\xa5" * 4_096
    path.write_bytes(data)


def test_a_fresh_profile_has_none_and_says_how_to_make_one(kairos: Commands) -> None:
    assert kairos("backup", "list").out.endswith("now: kairos backup now\n")
    assert kairos("backup", "list", "--json").json() == []


def test_made_listed_gone_back_to_and_undone(filled: Commands) -> None:
    change(filled.folder, "INSERT INTO tag (name) VALUES ('early')")
    made = filled("backup", "now", "--json").json()
    assert (made["reason"], made["number"], made["encrypted"]) == ("by_hand", 1, False)
    assert made["activities"] > 0
    change(
        filled.folder,
        "INSERT INTO tag (name) VALUES ('late')",
        "DELETE FROM activity WHERE start_ms = (SELECT max(start_ms) FROM activity WHERE start_ms NOT IN "
        "(SELECT start_ms FROM open_activity))",
    )
    told = filled("backup", "restore", "newest", "--json").json()
    assert told["loses"] == []
    assert [(one["kind"], one["count"], one["days"]) for one in told["gains"]] == [("activity", 1, 1)]
    assert told["restored"] is False
    assert tags(filled.folder) == ["early", "late"]
    said = filled("backup", "restore", "1", "--yes").out
    assert "It would bring back:\n    1 activity on 1 day, " in said
    assert "Done. To undo it: kairos backup restore 2 --yes" in said
    assert tags(filled.folder) == ["early"]
    assert "before going back" in filled("backup", "list").out.splitlines()[0]
    filled("backup", "restore", "2", "--yes")
    assert tags(filled.folder) == ["early", "late"]
    assert not list(filled.folder.glob("*.restored*"))


def test_what_changes_nothing_says_so(filled: Commands) -> None:
    filled("backup", "now")
    assert "Nothing would change" in filled("backup", "restore", "newest").out


def test_names_that_come_back_are_told_and_no_others(filled: Commands) -> None:
    filled("backup", "now")
    filled("retention", "set", "--titles", "1", "--hours", "0")
    filled("retention", "agree")
    filled("retention", "apply")
    filled("backup", "now")
    said = filled("backup", "restore", "1").out
    assert "have their former name again (app, title, site or document): 3 activities on 1 day" in said
    assert "Nothing would change" not in said
    there_and_back = (filled("backup", "restore", number, "--json").json() for number in ("1", "2"))
    told = [[(one["kind"], one["count"]) for one in found["gains"]] for found in there_and_back]
    assert told == [[("name", 3)], []]


def test_an_unknown_number_is_told(kairos: Commands) -> None:
    answer = kairos("backup", "restore", "7")
    assert answer.status == 1
    assert "kairos backup list" in answer.err


def test_a_command_that_has_it_open_keeps_it_from_being_replaced(filled: Commands) -> None:
    filled("backup", "now")
    with closing(Database.open(ProfilePaths(filled.folder).database)) as database:
        with database.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM tag").scalar_one()
        answer = filled("backup", "restore", "newest", "--yes")
        assert answer.status == 1
        assert "The database is busy" in answer.err
        assert database.data_version()
    assert not list(filled.folder.glob("*.restored*"))


def test_an_import_makes_one_first(kairos: Commands) -> None:
    file = Path(__file__).parents[2] / "data" / "imports" / "rescuetime.csv"
    assert kairos("import", "rescuetime", str(file)).status == 0
    assert [one["reason"] for one in kairos("backup", "list", "--json").json()] == ["bulk_edit"]


def test_a_whole_database_is_said_to_be(filled: Commands) -> None:
    answer = filled("check")
    assert answer.status == 0
    assert answer.out.startswith("Every byte of the database is as it was written")


def test_damage_is_told_and_mended_once(filled: Commands) -> None:
    change(filled.folder, "INSERT INTO tag (name) VALUES ('kept')")
    filled("backup", "now")
    damage(filled.folder)
    answer = filled("check", "--json")
    assert (answer.status, answer.json()["whole"]) == (1, False)
    mended = filled("check", "--repair")
    assert mended.status == 0, mended
    assert "The database was damaged and was put right on" in mended.out
    assert "The damaged file is kept in" in mended.out
    assert filled("check").status == 0
    assert tags(filled.folder) == ["kept"]
    (aside,) = (filled.folder / "backups").glob("damaged-*/kairos.sqlite3")
    assert b"\xa5" * 4_096 in aside.read_bytes()


def test_a_window_that_is_open_keeps_it_from_being_replaced(filled: Commands, tmp_path: Path) -> None:
    filled("backup", "now")
    with ProcessLock(ProfilePaths(filled.folder).window_lock) as lock:
        lock.acquire(who="window")
        ProfilePaths(filled.folder).window_lock.write_text("1\n")
        answer = filled("backup", "restore", "newest", "--yes")
    assert answer.status == 1
    assert "window of Kairos is open" in answer.err
