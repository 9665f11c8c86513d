"""`kairos report` and `kairos export events` on real profiles: every format says what the terminal says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from helpers import read_back
from helpers.activities import stretch
from helpers.command_line import Commands
from helpers.morning import DAY, store

from engine.cli.options import opened
from engine.domain.activity import Activity
from engine.domain.categories import Facet
from engine.domain.clock import wall_ms
from engine.domain.rules import Field, How, Test
from engine.paths import profile_at
from engine.settings import Language, LookSettings, Settings, TrackingSettings, Weekday, save_settings

FILES = ("html", "pdf", "xlsx", "csv", "json", "parquet")
READERS = {
    "html": read_back.from_html,
    "pdf": read_back.from_pdf,
    "xlsx": read_back.from_xlsx,
    "csv": read_back.from_csv,
    "json": read_back.from_json,
    "parquet": read_back.from_parquet,
    "ics": read_back.from_ics,
}
APPS = ("code", "mail", "term", "文档")


def local(zone: str, day: date, hour: int) -> int:
    return wall_ms(datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(zone)))


def every_hour(first_ms: int, hours: int, zones: tuple[str, ...]) -> list[Activity]:
    """Return for every hour a stretch of 40 minutes and 7 seconds and a bit, in changing apps and zones."""
    made = []
    for hour in range(hours):
        at_ms = first_ms + hour * 3_600_000 + hour * 1_013
        one = stretch(at_ms, 40.1234, APPS[hour % len(APPS)])
        made.append(replace(one, zone=zones[hour % len(zones)]))
    return made


@pytest.mark.parametrize("zone", ["Europe/Berlin"], indirect=True)
@pytest.mark.parametrize("start_minute", [0, 240])
@pytest.mark.parametrize(
    ("day", "zones", "hours"),
    [
        ("2026-03-02", ("Europe/Berlin",), 24),
        ("2026-03-29", ("Europe/Berlin",), 23),
        ("2026-10-25", ("Europe/Berlin",), 25),
        ("2026-03-02", ("Europe/Berlin", "America/New_York", "Asia/Kolkata"), 24),
    ],
)
def test_terminal_and_files_agree_on_days_of_any_length(
    kairos: Commands, tmp_path: Path, zone: str, start_minute: int, day: str, zones: tuple[str, ...], hours: int
) -> None:
    start = date.fromisoformat(day)
    began_ms = local(zone, start, start_minute // 60)
    ended_ms = local(zone, start + timedelta(days=1), start_minute // 60)
    if start_minute == 0:
        assert (ended_ms - began_ms) // 3_600_000 == hours
    history = every_hour(local(zone, start, 0) - 7_200_000, 36, zones)
    store(kairos.folder, history)
    save_settings(kairos.folder / "settings.toml", Settings(TrackingSettings(day_start_minute=start_minute)))
    wanted: dict[str, int] = {}
    for one in history:
        ms = min(one.end_ms, ended_ms) - max(one.start_ms, began_ms)
        if ms > 0:
            wanted[one.what.app] = wanted.get(one.what.app, 0) + ms
    apps = {app: ms // 1_000 for app, ms in wanted.items()}
    whole = sum(wanted.values()) // 1_000

    days = ("--from", day, "--to", day)
    shown = read_back.from_terminal(kairos("report", *days).out)
    assert (shown["total"][""], shown["app"]) == (whole, apps)
    assert kairos("today", "--date", day, "--json").json()["active_ms"] == sum(wanted.values())
    for form in (*FILES, "ics"):
        file = tmp_path / f"report.{form}"
        answer = kairos("report", *days, "-o", str(file))
        assert (answer.status, answer.out, answer.err) == (0, "", "")
        found = READERS[form](file.read_bytes())
        assert found["total"][""] == whole
        assert form == "ics" or found["app"] == apps


def test_the_terminal_shows_categories_and_apps(filled: Commands) -> None:
    said = filled("report", "--date", DAY).out
    assert "Active time" in said
    assert "浏览器应用" in said
    assert "(not recorded by name)" in said
    assert "Projects" not in said
    assert "Projects" in filled("report", "--date", DAY, "--by", "project").out


def test_a_week_has_its_days(filled: Commands) -> None:
    report = filled("report", "--week", "--date", DAY, "--format", "json").json()
    assert (report["from"], report["to"]) == ("2026-03-02", "2026-03-08")
    assert len(report["days"]) == 7
    assert report["active_ms"] == (30 + 15 + 5 + 60) * 60_000
    assert [row["key"] for row in report["tables"]["day"]] == [DAY]


def test_what_a_killed_edit_of_the_rules_left_undone_is_done_first(filled: Commands) -> None:
    with opened(profile_at(filled.folder)) as engine:
        engine.rules.add_named(Facet.CATEGORY, ("Work",), Test(Field.APP, How.GLOB, "*"), create=True)
    assert "Work" in filled("report", "--date", DAY).out


def test_days_without_a_record_are_said_so(filled: Commands) -> None:
    answer = filled("report", "--date", "2020-01-01")
    assert (answer.status, answer.out.splitlines()[-1]) == (0, "Nothing is recorded for these days.")


@pytest.mark.parametrize(
    "options",
    [
        ("--week", "--month"),
        ("--from", DAY, "--week"),
        ("--from", "2026-03-02", "--to", "2026-03-01"),
        ("--from", "soon"),
        ("--date", "2026-13-01"),
        ("--to", "9999-12-31"),
        ("--week", "--date", "9999-12-31"),
        ("--month", "--date", "9999-12-31"),
        ("--date", "0001-01-01"),
        ("--redact", "categories-only", "--by", "app"),
        ("--format", "table", "-o", "a.txt"),
        ("-o", "report.docx"),
    ],
)
def test_what_makes_no_sense_is_refused_with_one_message(
    filled: Commands, options: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = filled("report", *options)
    assert (answer.status, answer.out) == (1, "")
    assert len(answer.err.strip().splitlines()) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["profile"]


def test_an_unknown_format_is_a_usage_error(filled: Commands) -> None:
    assert filled("report", "--format", "docx").status == 2


@pytest.mark.parametrize("form", [*FILES, "ics"])
def test_a_target_that_cannot_be_written_leaves_nothing(filled: Commands, form: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for target in (tmp_path / "none" / "a", tmp_path / "file" / "a", tmp_path):
        answer = filled("report", "--date", DAY, "--format", form, "-o", str(target))
        assert (answer.status, answer.out) == (1, "")
        assert answer.err.startswith("The export cannot be written\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "profile"]


def test_events_come_as_csv_and_parquet_too(filled: Commands, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    whole = filled("export", "events").json()
    lines = filled("export", "events", "--format", "csv").out.lstrip("\ufeff").splitlines()
    assert len(lines) == len(whole) + 1
    assert lines[2].startswith('"2026-03-02T09:30:00.000Z","2026-03-02T09:45:00.000Z","浏览器应用"')
    file = tmp_path / "events.parquet"
    assert filled("export", "events", "--format", "parquet", "-o", str(file)).status == 0
    table = parquet.read_table(file)
    assert [one["title"] for one in table.to_pylist()] == [one["title"] for one in whole]
    assert str(table.schema.field("start").type) == "timestamp[ms, tz=UTC]"


def test_events_without_titles(filled: Commands) -> None:
    found = filled("export", "events", "--redact", "no-titles").json()
    assert {one["title"] for one in found} == {""}
    assert "code" in {one["app"] for one in found}
    assert filled("export", "events", "--redact", "categories-only").status == 1


def test_a_redacted_report_names_no_app(filled: Commands) -> None:
    said = filled("report", "--date", DAY, "--format", "json", "--redact", "categories-only").out
    assert "浏览器应用" not in said
    assert set(json.loads(said)["tables"]) == {"category", "hour", "day"}


def test_a_week_starts_on_the_day_chosen(filled: Commands) -> None:
    save_settings(filled.folder / "settings.toml", Settings(TrackingSettings(week_start=Weekday.SUNDAY)))
    told = filled("report", "--week", "--date", "2026-03-04", "--format", "json").json()
    assert (told["from"], told["to"]) == ("2026-03-01", "2026-03-07")
    assert told["heat"]["weekdays"] == [6, 0, 1, 2, 3, 4, 5]


def test_a_file_speaks_chinese_where_asked_or_where_the_window_does(filled: Commands, tmp_path: Path) -> None:
    def headings(*words: str) -> str:
        assert filled("report", *words, "-o", str(tmp_path / "a.html")).status == 0
        return (tmp_path / "a.html").read_text(encoding="utf-8")

    assert "Active time" in headings()
    assert "使用时间" in headings("--language", "zh")
    save_settings(filled.folder / "settings.toml", Settings(look=LookSettings(language=Language.CHINESE)))
    assert "使用时间" in headings()
    assert "Active time" in headings("--language", "en")
    assert "使用时间" not in filled("report").out
