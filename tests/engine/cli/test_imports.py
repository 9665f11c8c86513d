"""`kairos import`, `imports`, `import-undo`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from helpers.command_line import Commands
from helpers.foreign_files import SAMPLES

from engine.cli.imports import sentence
from engine.domain.imports import Doubt, Finding, ForeignKind
from engine.paths import ProfilePaths
from engine.settings import PrivacySettings, Settings, save_settings


def sample(name: str) -> str:
    return str(SAMPLES / name)


def test_a_dry_run_tells_and_stores_nothing(kairos: Commands) -> None:
    answer = kairos("import", "auto", sample("toggl.csv"), "--dry-run", "--zone", "Europe/Berlin")
    assert answer.status == 0
    assert "toggl, stretches of time: 2" in answer.out
    assert "from 2024-03-04 23:30 to 2024-03-05 10:30 (Europe/Berlin)" in answer.out
    assert "dry run" in answer.out
    assert kairos("imports").out.startswith("Nothing was imported yet")
    assert kairos("export", "events").json() == []


def test_an_import_its_list_and_its_end(kairos: Commands) -> None:
    answer = kairos("import", "rescuetime", sample("rescuetime.csv"))
    assert answer.status == 0
    assert "Import 1. Activities added: 4" in answer.out
    assert "Totals, of which is not known when within their hour or day they were: 4" in answer.out
    assert len(kairos("export", "events").json()) == 4
    assert "nothing was added" in kairos("import", "auto", sample("rescuetime.csv")).out
    assert "rescuetime.csv" in kairos("imports").out
    assert kairos("import-undo", "1").out == "Import 1 was taken back. Activities removed: 4\n"
    assert "taken back" in kairos("imports").out
    assert kairos("export", "events").json() == []
    again = kairos("import-undo", "1")
    assert (again.status, again.out) == (1, "")


def test_json_for_other_programs(kairos: Commands) -> None:
    found = kairos("import", "activitywatch", sample("activitywatch_rust.json"), "--json", "--zone", "UTC").json()
    assert (found["kind"], found["stretches"], found["added"], found["batch"]) == ("activitywatch", 2, 2, 1)
    assert found["start"] == "2025-06-01T08:10:00.000Z"
    assert found["presence_ms"]["active"] == 900_623
    assert found["apps"][0] == {"app": "Writer", "ms": 600_123}
    assert kairos("imports", "--json").json()[0]["added"] == 2


def test_dates_that_fit_twice_are_asked_about(kairos: Commands) -> None:
    answer = kairos("import", "manictime", sample("manictime_tags.csv"))
    assert answer.status == 1
    assert "--date-order dmy or mdy" in answer.err
    assert kairos("import", "manictime", sample("manictime_tags.csv"), "--date-order", "mdy").status == 0


@pytest.mark.parametrize("kind", [*(kind.value for kind in ForeignKind), "auto"])
def test_bad_files_end_in_one_message(kairos: Commands, tmp_path: Path, kind: str) -> None:
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "picture").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0" * 99)
    for path in (tmp_path / "nothing", tmp_path, tmp_path / "empty", tmp_path / "picture"):
        answer = kairos("import", kind, str(path))
        assert (answer.status, answer.out) == (1, "")
        assert answer.err.startswith("The file cannot be imported\n")
        assert len(answer.err.splitlines()) == 2
    assert kairos("imports", "--json").json() == []


def test_wrong_words_are_not_understood(kairos: Commands) -> None:
    assert kairos("import", "spreadsheet", sample("toggl.csv")).status == 2
    assert kairos("import", "toggl", sample("toggl.csv"), "--date-order", "backwards").status == 2
    unknown = kairos("import", "toggl", sample("toggl.csv"), "--zone", "Nowhere")
    assert (unknown.status, unknown.out) == (1, "")


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_has_words(doubt: Doubt) -> None:
    told = sentence(Finding(doubt, 3, "line 12"))
    assert "{" not in told
    assert "3" in told or "line 12" in told or doubt is Doubt.IN_USE


def test_the_persons_own_exclusions_hold(kairos: Commands) -> None:
    profile = ProfilePaths(kairos.folder).ensure()
    save_settings(profile.settings, Settings(privacy=PrivacySettings(excluded_titles=("concert",))))
    answer = kairos("import", "auto", sample("activitywatch_python.json"), "--zone", "UTC")
    assert "Kept without a name, as private or excluded by you: " in answer.out
    stored = kairos("export", "events").json()
    assert {one["withheld"] for one in stored} == {"", "excluded", "private"}
    assert not any("oncert" in one["title"] for one in stored)


def test_a_later_export_says_what_was_there(kairos: Commands, tmp_path: Path) -> None:
    kairos("import", "auto", sample("toggl.csv"), "--zone", "UTC")
    text = (SAMPLES / "toggl.csv").read_text(encoding="utf-8-sig")
    later = tmp_path / "later.csv"
    later.write_text(text + text.splitlines()[1].replace("2024-03-05", "2024-03-06") + "\n")
    answer = kairos("import", "auto", str(later), "--zone", "UTC")
    assert "Import 2. Activities added: 1, there already: 2." in answer.out


def test_names_of_files_may_be_anything(kairos: Commands, tmp_path: Path) -> None:
    for name in (b"caf\xe9.csv", "\x1b[31mred\u202e.csv".encode(), b"-rf.csv", "报告.csv".encode()):
        file = tmp_path / os.fsdecode(name)
        file.write_bytes((SAMPLES / "rescuetime.csv").read_bytes())
        answer = kairos("import", "auto", str(file))
        assert answer.status == 0
        assert "\x1b" not in answer.out
        assert "\u202e" not in answer.out
        assert kairos("import", "auto", str(file), "--json", "--dry-run").json()["already_imported"]
        assert kairos("imports").status == 0
        assert kairos("imports", "--json").status == 0
        assert kairos("import-undo", str(kairos("imports", "--json").json()[0]["batch"])).status == 0
        file.write_bytes(b"broken")
        assert kairos("import", "auto", str(file)).status == 1
