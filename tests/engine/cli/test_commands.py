"""The other commands, and what every command does with bad input."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from helpers.command_line import Commands

from engine.domain.commands import CommandKind, Receiver
from engine.paths import ProfilePaths
from engine.settings import load_settings
from engine.storage.commands import CommandQueue
from engine.storage.database import Database


def asked(folder: Path) -> list[CommandKind]:
    with closing(Database.open(ProfilePaths(folder).database)) as database:
        return [command.kind for command in CommandQueue(database).take(Receiver.RECORDER)]


def test_status_without_a_recorder_says_how_to_start_one(kairos: Commands) -> None:
    answer = kairos("status")
    assert (answer.status, answer.out) == (0, "The recorder is not running. Start it with: kairos record\n")


def test_status_as_json(kairos: Commands) -> None:
    found = kairos("status", "--json").json()
    assert found["recorder"]["state"] == "stopped"
    assert found["current"] is None


def test_pause_and_resume_reach_the_recorder(kairos: Commands) -> None:
    assert kairos("pause", "15").out.startswith("Paused until ")
    assert kairos("resume").status == 0
    assert asked(kairos.folder) == [CommandKind.PAUSE, CommandKind.RESUME]


@pytest.mark.parametrize("minutes", ["0", "20000"])
def test_a_pause_of_no_sensible_length_is_refused(kairos: Commands, minutes: str) -> None:
    answer = kairos("pause", minutes)
    assert answer.status == 1
    assert "1 to 10080 minutes" in answer.err


def test_negative_minutes_are_refused(kairos: Commands) -> None:
    answer = kairos.bare("pause", "--profile", str(kairos.folder), "--", "-5")
    assert answer.status == 1


@pytest.mark.parametrize(
    "words", [("nonsense",), ("pause",), ("pause", "soon"), ("pause", "-5"), ("today", "--nonsense"), ("export",)]
)
def test_a_command_written_wrongly_is_exit_2(kairos: Commands, words: tuple[str, ...]) -> None:
    answer = kairos.bare(*words)
    assert answer.status == 2
    assert "Traceback" not in answer.err


def test_the_profile_may_be_named_before_the_command(filled: Commands) -> None:
    answer = filled.bare("--profile", str(filled.folder), "export", "events")
    assert len(answer.json()) == 5


def test_recording_for_no_time_is_refused(kairos: Commands) -> None:
    answer = kairos("record", "--for", "-1")
    assert answer.status == 1
    assert answer.err.startswith("That cannot be done\n")


def test_doctor_tells_people_and_programs_the_same(filled: Commands) -> None:
    answer = filled("doctor")
    assert answer.status == 0
    assert "5 activities" in answer.out
    report = filled("doctor", "--json").json()
    assert report["database"]["activities"] == 5
    assert report["desktop"]["session"] == "none"
    assert "This desktop does not tell which window is active." in report["findings"]
    assert report["recorder"]["state"] == "stopped"
    assert report["packages"]["sqlcipher3"]
    assert report["network"] == {}
    assert "0 connections opened" in answer.out
    stands = {one["source"]: one["standing"] for one in report["sources"]}
    assert (stands["active window"], stands["tray"]) == ("does not work", "not known")
    assert "! Recorder" in answer.out


def test_doctor_tells_paths_to_those_who_ask(filled: Commands) -> None:
    report = filled("doctor", "--paths", "--json").json()
    assert report["database"]["activities"] == 5
    assert report["desktop"]["note"] in report["problems"]
    assert "5 activities" in filled("doctor", "--paths").out


def test_doctor_names_no_title_and_no_home(filled: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for form in ((), ("--json",), ("--paths",), ("--paths", "--json")):
        out = filled("doctor", *form).out
        assert str(tmp_path) not in out
        assert ("~/profile" in out) is ("--paths" in form)
        assert "plan.py" not in out
        assert "mail" not in out


def test_doctor_reports_a_foreign_database_and_leaves_with_1(kairos: Commands) -> None:
    ProfilePaths(kairos.folder).ensure().database.write_bytes(b"a letter, no database. " * 50)
    answer = kairos("doctor", "--json")
    assert answer.status == 1
    assert answer.json()["database"]["state"] == "no database of Kairos"
    assert answer.err.count("\n") == 2
    assert str(kairos.folder) not in answer.out + answer.err
    told = kairos("doctor", "--paths", "--json")
    assert told.status == 1
    assert told.json()["database"]["problem"]


def test_demo_fills_without_a_window_and_skips_the_first_questions(kairos: Commands) -> None:
    answer = kairos("demo", "--days", "2", "--seed", "3", "--no-window", "--lang", "zh_CN")
    assert answer.status == 0
    assert "专注" in kairos("rules", "list").out
    assert kairos("today", "--json").json()["active_ms"] > 0
    assert load_settings(ProfilePaths(kairos.folder).settings).first_run_done


def test_demo_is_the_same_for_a_seed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = []
    for name in ("one", "two"):
        commands = Commands(tmp_path / name, capsys)
        # Of any five days three are working days, so there is enough to compare on a Monday, too.
        commands("demo", "--days", "5", "--seed", "3", "--no-window")
        days.append([(one["start"], one["title"]) for one in commands("export", "events").json()][:-2])
    shorter = min(len(day) for day in days)
    assert shorter > 100
    assert days[0][: shorter // 2] == days[1][: shorter // 2]


@pytest.mark.parametrize("days", ["0", "367", "abc"])
def test_a_demo_of_days_it_cannot_have_makes_nothing(kairos: Commands, days: str) -> None:
    answer = kairos("demo", "--days", days, "--no-window")
    assert answer.status == 2
    assert ("is not a whole number." if days == "abc" else "is not from 1 to 366.") in answer.err
    assert not kairos.folder.exists()


def test_demo_never_mixes_with_real_recordings(filled: Commands) -> None:
    answer = filled("demo", "--days", "1", "--no-window")
    assert answer.status == 1
    assert "real recordings" in answer.err
    assert len(filled("export", "events").json()) == 5


def test_demo_without_a_profile_has_one_of_its_own(kairos: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(kairos.folder))
    answer = kairos.bare("demo", "--days", "1", "--no-window")
    assert answer.status == 0
    assert [path.name for path in kairos.folder.iterdir()] == ["kairos-demo"]


def newer(path: Path) -> None:
    Database.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
        connection.commit()


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE guests (name TEXT)")
        connection.commit()


def folder_in_its_place(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("spoil", [newer, foreign, folder_in_its_place])
@pytest.mark.parametrize("words", [("today",), ("status",), ("export", "events"), ("pause", "5")])
def test_a_database_that_cannot_be_used_is_one_clear_message_and_untouched(
    kairos: Commands, spoil: object, words: tuple[str, ...]
) -> None:
    path = ProfilePaths(kairos.folder).ensure().database
    assert callable(spoil)
    spoil(path)
    before = path.read_bytes() if path.is_file() else b""
    answer = kairos(*words)
    assert (answer.status, answer.out) == (1, "")
    title, message = answer.err.splitlines()
    assert title
    assert str(path) in message
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_profile_that_cannot_be_made_is_one_clear_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    answer = Commands(tmp_path / "file" / "profile", capsys)("today")
    assert answer.status == 1
    assert answer.err.startswith("The data folder cannot be used\n")


def test_settings_that_cannot_be_read_are_one_clear_message(filled: Commands) -> None:
    ProfilePaths(filled.folder).settings.write_text("not = [toml", encoding="utf-8")
    answer = filled("today")
    assert answer.status == 1
    assert answer.err.startswith("The settings cannot be used\n")
