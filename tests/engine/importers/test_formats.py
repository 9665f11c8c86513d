"""Every format, on a sample of it: what is read, what is doubted, and that it is recognised."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.foreign_files import SAMPLES, Parsed, at, parsed

from engine.domain.activity import TOTALS, Withheld
from engine.domain.errors import ImportFailed
from engine.domain.imports import DateOrder, Doubt, ForeignKind
from engine.domain.presence import Presence

KINDS = {
    "activitywatch_python.json": ForeignKind.ACTIVITYWATCH,
    "activitywatch_rust.json": ForeignKind.ACTIVITYWATCH,
    "arbtt.json": ForeignKind.ARBTT,
    "arbtt_objects.json": ForeignKind.ARBTT,
    "gtimelog.txt": ForeignKind.GTIMELOG,
    "hamster.tsv": ForeignKind.HAMSTER,
    "hamster.xml": ForeignKind.HAMSTER,
    "manictime.csv": ForeignKind.MANICTIME,
    "manictime_tags.csv": ForeignKind.MANICTIME,
    "rescuetime.csv": ForeignKind.RESCUETIME,
    "timewarrior.json": ForeignKind.TIMEWARRIOR,
    "tockler.csv": ForeignKind.TOCKLER,
    "tockler.json": ForeignKind.TOCKLER,
    "toggl.csv": ForeignKind.TOGGL,
    "wakatime_days.json": ForeignKind.WAKATIME,
    "wakatime_heartbeats.json": ForeignKind.WAKATIME,
}


def sample(name: str, **how: DateOrder) -> Parsed:
    return parsed(SAMPLES / name, **how)  # type: ignore[arg-type]


def test_every_sample_has_its_kind() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == set(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_a_file_is_recognised(name: str) -> None:
    assert sample(name, date_order=DateOrder.DAY_FIRST).kind is KINDS[name]


@pytest.mark.parametrize("name", KINDS)
def test_spans_are_whole_ordered_and_apart(name: str) -> None:
    reached: dict[str, int] = {}
    for span in sample(name, date_order=DateOrder.DAY_FIRST).spans:
        assert reached.get(span.stream, 0) <= span.start_ms < span.end_ms
        reached[span.stream] = span.end_ms


def test_activitywatch_python() -> None:
    found = sample("activitywatch_python.json")
    assert [(*one[:3],) for one in found.told()] == [
        ("03-04 09:00:00", "03-04 09:10:00", "code"),
        ("03-04 09:10:00", "03-04 09:20:00", "firefox"),
        ("03-04 09:20:00", "03-04 09:25:00", "firefox"),
        ("03-04 09:25:00", "03-04 09:30:03", "firefox"),
        ("03-04 09:30:03", "03-04 09:30:10", "code"),
        ("03-04 09:30:10", "03-04 09:45:10", "code"),
        ("03-04 09:45:10", "03-04 09:50:00", "code"),
        ("03-04 09:50:00", "03-04 09:55:00", "firefox"),
        ("03-04 09:55:00", "03-04 10:00:00", "idle"),
        ("03-04 10:00:00", "03-04 10:10:00", "firefox"),  # away from the keyboard, and listening
        ("03-04 10:10:00", "03-04 10:25:00", "idle"),
    ]
    assert [one.what.site for one in found.spans if one.what.site] == [
        "github.com/python/cpython",
        "secret.example",
        "radio.example/live",
    ]
    assert [one.what.withheld for one in found.spans if one.what.site][1] is Withheld.PRIVATE
    assert [one.what.document for one in found.spans if one.what.document] == ["/home/li/budget.py"]
    assert {one.stream for one in found.spans} == {"aw-watcher-window_desk"}
    assert found.doubts == {Doubt.UNKNOWN_PRESENCE: 1, Doubt.LEFT_OUT: 1}
    assert found.first[Doubt.LEFT_OUT] == "aw-stopwatch"


def test_activitywatch_rust() -> None:
    found = sample("activitywatch_rust.json")
    assert found.told() == [
        ("06-01 08:10:00", "06-01 08:20:00", "Writer", "报告 – Writer"),
        ("06-01 08:20:00", "06-01 08:25:00", "kitty", "make"),
    ]
    assert found.spans[1].start_ms == at("2025-06-01T08:20:00.123")
    assert found.doubts == {Doubt.UNREADABLE: 1}


def test_arbtt_samples_become_stretches() -> None:
    found = sample("arbtt.json")
    assert found.told() == [
        ("05-08 09:00:00", "05-08 09:02:00", "gedit", "notes.md"),
        ("05-08 09:02:00", "05-08 09:03:00", "xterm", "shell"),
        ("05-08 09:03:00", "05-08 09:05:00", "idle", ""),
        ("05-08 09:30:00", "05-08 09:31:00", "active", ""),
    ]
    assert sample("arbtt_objects.json").told() == [
        ("05-08 09:00:00", "05-08 09:02:00", "gedit", "notes.md"),
        ("05-08 09:02:00", "05-08 09:03:00", "firefox", "Bücher"),
    ]


def test_gtimelog_lines_are_ends() -> None:
    assert sample("gtimelog.txt").told() == [
        ("04-02 06:55:00", "04-02 08:00:00", "GTimeLog", "kairos: importers"),
        ("04-02 08:00:00", "04-02 08:15:00", "idle", ""),
        ("04-02 08:15:00", "04-02 10:00:00", "GTimeLog", "mail"),
        ("04-03 21:00:00", "04-03 22:30:00", "GTimeLog", "kairos: release"),  # past midnight is the same day
    ]


def test_hamster_both_ways_give_the_same() -> None:
    table = sample("hamster.tsv").told()
    assert table == [
        ("02-05 08:00:00", "02-05 09:30:00", "Hamster", "Arbeit: Bericht: Quartal #büro #zahlen"),
        ("02-05 11:00:00", "02-05 11:45:00", "Hamster", "Mittag"),
    ]
    assert sample("hamster.xml").told() == [table[0], (*table[1][:3], "Mittag & mehr")]


def test_manictime_dates_are_read_the_way_that_fits() -> None:
    found = sample("manictime.csv")
    assert found.told() == [
        ("05-15 08:15:43", "05-15 08:45:43", "winword", "Plan.docx - Word"),
        ("05-15 08:45:43", "05-15 09:00:00", "excel", r"C:\Users\li\budget.xlsx"),
    ]
    assert found.spans[1].what.document == r"C:\Users\li\budget.xlsx"


def test_manictime_dates_that_fit_twice_are_asked_about() -> None:
    with pytest.raises(ImportFailed, match=r"--date-order dmy or mdy"):
        sample("manictime_tags.csv")
    assert sample("manictime_tags.csv", date_order=DateOrder.DAY_FIRST).told()[0][0] == "06-05 07:00:00"
    assert sample("manictime_tags.csv", date_order=DateOrder.MONTH_FIRST).told()[0][0] == "05-06 07:00:00"


def test_manictime_lengths_decide_where_they_can(tmp_path: Path) -> None:
    file = tmp_path / "usage.csv"
    file.write_text(
        "Name,Start,End,Duration,Notes\nAway,01/02/2014 23:00:00,02/02/2014 01:00:00,2:00:00,\n"
        "Active,02/02/2014 01:00:00,02/02/2014 02:00:00,1:00:00,\n"
    )
    found = parsed(file, zone="UTC")  # read the other way round the first would last a month
    assert [(one.start_ms, one.end_ms, one.what.presence) for one in found.spans] == [
        (at("2014-02-01T23:00"), at("2014-02-02T01:00"), Presence.IDLE)
    ]


def test_rescuetime_totals_are_laid_into_their_hour_and_marked() -> None:
    found = sample("rescuetime.csv")
    assert found.told() == [
        ("09-22 20:00:00", "09-22 20:08:46", "telegram", ""),
        ("09-22 20:08:46", "09-22 20:33:46", "github.com", "python/cpython"),
        ("09-22 21:00:00", "09-22 21:50:00", "Sublime Text", "rescue.py"),
        ("09-22 21:50:00", "09-22 22:00:00", "mail", ""),
    ]
    assert {one.what.platform for one in found.spans} == {TOTALS}
    assert not any(one.what.placed for one in found.spans)
    assert found.spans[1].what.site == "github.com"
    assert found.doubts == {Doubt.POSITION_UNKNOWN: 4, Doubt.OVERFULL: 1}
    assert found.first[Doubt.OVERFULL] == "line 4"


def test_timewarrior() -> None:
    found = sample("timewarrior.json")
    assert found.told() == [
        ("10-01 10:30:00", "10-01 11:30:00", "Timewarrior", "kairos"),
        ("10-01 14:00:00", "10-01 15:30:00", "Timewarrior", "Chapter 2 #kairos #write up"),
    ]
    assert found.doubts == {Doubt.UNFINISHED: 1}


def test_tockler_days_are_made_whole() -> None:
    found = sample("tockler.csv")
    assert found.told() == [
        ("01-09 21:30:00", "01-09 23:30:00", "Code", "plan.ts - kairos"),
        ("01-09 23:30:00", "01-10 00:00:00", "Chrome", "Docs; part 2"),
    ]
    assert found.spans[1].what.site == "docs.example/part/2"
    assert sample("tockler.json").told() == [("01-10 00:00:00", "01-10 00:20:00", "idle", "")]
    assert sample("tockler.json").spans[0].stream != found.spans[0].stream


def test_toggl() -> None:
    assert sample("toggl.csv").told() == [
        ("03-04 22:30:00", "03-04 23:15:00", "Toggl Track", "Support"),
        ("03-05 08:00:00", "03-05 09:30:00", "Toggl Track", 'Website: Header, "new" one #design #web'),
    ]


def test_people_of_one_workspace_stay_apart(tmp_path: Path) -> None:
    text = (SAMPLES / "toggl.csv").read_text(encoding="utf-8-sig")
    file = tmp_path / "toggl.csv"
    file.write_text(text + text.splitlines()[1].replace("Li,li@", "Kim,kim@") + "\n")
    found = parsed(file)
    assert sorted(one.stream for one in found.spans) == ["Kim", "Li", "Li"]
    assert Doubt.OVERLAP not in found.doubts


def test_wakatime_totals_of_a_day_start_at_noon() -> None:
    found = sample("wakatime_days.json")
    assert found.told() == [
        ("01-01 11:00:00", "01-01 11:01:00", "WakaTime", "kairos"),
        ("01-02 11:00:00", "01-02 12:00:00", "WakaTime", "kairos: plan.py"),
        ("01-02 12:00:00", "01-02 12:30:00", "WakaTime", "notes.md"),
    ]
    assert found.doubts == {Doubt.POSITION_UNKNOWN: 3}


def test_wakatime_heartbeats_last_until_the_next() -> None:
    found = sample("wakatime_heartbeats.json")
    assert [(one.start_ms, one.end_ms, one.what.document) for one in found.spans] == [
        (at("2024-01-02T09:00:00"), at("2024-01-02T09:10:00.500"), "/home/li/plan.py")
    ]
    assert found.first[Doubt.GAPS_FILLED] == "15 min"
