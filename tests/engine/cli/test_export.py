"""`kairos export events`: what is stored, for other programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers.command_line import Commands


def test_events_are_a_json_array_of_raw_activities(filled: Commands) -> None:
    answer = filled("export", "events", "--format", "json")
    assert answer.status == 0
    found = answer.json()
    assert len(found) == 5
    assert filled("export", "events", "-o", "-").json() == found
    assert found[1] == {
        "start": "2026-03-02T09:30:00.000Z",
        "end": "2026-03-02T09:45:00.000Z",
        "app": "浏览器应用",
        "title": "季度报告 “终稿”",
        "platform": "test",
        "zone": "UTC",
        "presence": "active",
        "withheld": "",
        "executable": "",
        "source": "recorder",
    }
    assert [one["presence"] for one in found][2] == "idle"
    assert found[3]["withheld"] == "private"
    assert [one["start"] for one in found] == sorted(one["start"] for one in found)


def test_an_empty_history_is_an_empty_array(kairos: Commands) -> None:
    assert kairos("export", "events").json() == []


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (("--from", "2026-03-02", "--to", "2026-03-02"), 5),
        (("--from", "2026-03-03"), 0),
        (("--to", "2026-03-01"), 0),
        (("--from", "2026-03-02T09:50Z"), 3),
        (("--to", "2026-03-02T10:40:00+01:00"), 2),
    ],
)
def test_days_and_moments_bound_the_export(filled: Commands, options: tuple[str, ...], count: int) -> None:
    assert len(filled("export", "events", *options).json()) == count


@pytest.mark.parametrize(
    "options",
    [
        ("--from", "yesterday"),
        ("--from", "2026-03-02", "--to", "2026-03-01"),
        ("--to", "9999-12-31"),
        ("--from", "0001-01-01"),
        ("--from", "0001-01-01T00:00+01:00"),
    ],
)
def test_bounds_that_make_no_sense_are_refused(filled: Commands, options: tuple[str, ...]) -> None:
    answer = filled("export", "events", *options)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("That cannot be done\n")


def test_a_file_appears_whole_and_private(filled: Commands, tmp_path: Path) -> None:
    file = tmp_path / "events.json"
    answer = filled("export", "events", "-o", str(file))
    assert (answer.status, answer.out) == (0, "")
    assert len(json.loads(file.read_text(encoding="utf-8"))) == 5
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.glob("events*")] == ["events.json"]


def test_a_place_that_cannot_be_written_is_told(filled: Commands, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for target in (tmp_path / "missing" / "events.json", tmp_path / "file" / "events.json", tmp_path):
        answer = filled("export", "events", "-o", str(target))
        assert answer.status == 1
        assert answer.err.startswith("The export cannot be written\n")
    assert not list(tmp_path.glob("*.part"))


def test_an_unknown_format_is_a_usage_error(filled: Commands) -> None:
    assert filled("export", "events", "--format", "xml").status == 2
