"""Every format says the same to the second and is right: on short and long days, on travels, from four o'clock."""

from __future__ import annotations

import io
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from helpers import read_back
from helpers.counted_history import CATEGORIES, CountedHistory, labelled
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.activity import Withheld
from engine.domain.categories import CategoryTree, Labels
from engine.domain.clock import wall_ms
from engine.domain.days import DayRule
from engine.domain.presence import Presence
from engine.domain.report import By, LabelledActivity, ReportFormat, Selection

STEP_MS = 20_000
TREE = CategoryTree(CATEGORIES)
LOOKS = (
    ("editor", "plan.py", Labels(2, "Kairos", "deep")),
    ("浏览器", "季度报告", Labels(1)),
    ("mail", "Re: hello", Labels(3, "Client A")),
    ("editor", "game.py", Labels(4, "", "deep")),
    ("term", "", Labels()),
    ("", "", Labels()),
)
DAYS = (
    ("Europe/Berlin", date(2026, 3, 2)),
    ("Europe/Berlin", date(2026, 3, 29)),  # 23 hours
    ("Europe/Berlin", date(2026, 10, 25)),  # 25 hours
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Asia/Kolkata", date(2026, 3, 2)),  # half an hour off
    ("Australia/Lord_Howe", date(2026, 4, 5)),  # 24 and a half hours
)
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata")  # a person who travels


def local_ms(zone: str, day: date, hour: int = 0) -> int:
    return wall_ms(datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(zone)))


@st.composite
def histories(draw: st.DrawFn, start_ms: int, hours: int) -> list[LabelledActivity]:
    """Activities one after the other with holes, on a grid of twenty seconds."""
    made: list[LabelledActivity] = []
    cursor, end_ms = start_ms, start_ms + hours * 3_600_000
    while cursor < end_ms and len(made) < 40:
        cursor += STEP_MS * draw(st.sampled_from([0, 0, 0, 1, 7, 400]))
        until = cursor + STEP_MS * draw(st.integers(1, 500))
        app, title, labels = draw(st.sampled_from(LOOKS))
        kind = draw(st.sampled_from(["seen", "seen", "seen", "away", "withheld"]))
        presence = Presence.IDLE if kind == "away" else Presence.ACTIVE
        withheld = Withheld.PRIVATE if kind == "withheld" else Withheld.NO
        zone = draw(st.sampled_from(ZONES))
        made.append(labelled(cursor, until, app, title, labels, zone, presence=presence, withheld=withheld))
        cursor = until
    return made


def expected(history: list[LabelledActivity], zone: str, start_minute: int, days: list[date]) -> dict[By, Counter[str]]:
    """Count the active seconds step by step, by names as people read them."""
    found: dict[By, Counter[str]] = {by: Counter() for by in By}
    for one in history:
        if one.presence is not Presence.ACTIVE:
            continue
        names = {
            By.CATEGORY: " › ".join(TREE.path(one.labels.category_id or 0)) or "(no category)",
            By.APP: "(not recorded by name)" if one.withheld else one.app or "(no window)",
            By.PROJECT: one.labels.project or "(no project)",
            By.TAG: one.labels.tag or "(no tag)",
        }
        for moment_ms in range(one.interval.start_ms, one.interval.end_ms, STEP_MS):
            local = datetime.fromtimestamp(moment_ms / 1_000, UTC).astimezone(ZoneInfo(zone))
            early = local.hour * 60 + local.minute < start_minute
            day = local.date() - timedelta(days=early)
            if day in days:
                for by, name in {**names, By.HOUR: f"{local.hour:02}:00", By.DAY: day.isoformat()}.items():
                    found[by][name] += STEP_MS // 1_000
    return found


READERS = {
    ReportFormat.HTML: read_back.from_html,
    ReportFormat.PDF: read_back.from_pdf,
    ReportFormat.XLSX: read_back.from_xlsx,
    ReportFormat.CSV: read_back.from_csv,
    ReportFormat.JSON: read_back.from_json,
    ReportFormat.ICS: read_back.from_ics,
    ReportFormat.PARQUET: read_back.from_parquet,
}
BY_KEY = {ReportFormat.CSV, ReportFormat.JSON, ReportFormat.PARQUET}


def key_of(by: By, name: str) -> str:
    """Return the key of a row that people read so."""
    if by is By.CATEGORY:
        numbers = {" › ".join(TREE.path(one.id)): str(one.id) for one in CATEGORIES}
        return numbers.get(name, "")
    if by is By.HOUR:
        return name.removesuffix(":00")
    return {"(not recorded by name)": "withheld"}.get(name, "" if name.startswith("(") else name)


@pytest.mark.parametrize(("zone", "day"), DAYS)
@pytest.mark.parametrize("start_minute", [0, 240])
@settings(max_examples=5)
@given(data=st.data())
def test_every_file_read_back_says_the_same(zone: str, day: date, start_minute: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 3))
    history = data.draw(histories(local_ms(zone, day) - 2 * 3_600_000, 24 * count + 6))
    reports = CountedHistory(history).reports(DayRule(zone, start_minute))
    request = reports.request(day, day + timedelta(days=count))
    wanted = expected(history, zone, start_minute, list(request.days))
    for form, read in READERS.items():
        file = io.BytesIO()
        reports.write_to(request, form, file)
        found = read(file.getvalue())
        assert found["total"][""] == wanted[By.APP].total(), form
        for by in By if form is not ReportFormat.ICS else (By.CATEGORY,):
            named = {key_of(by, n) if form in BY_KEY else n: ms for n, ms in wanted[by].items()}
            assert found.get(by.value, {}) == named, (form, by)


@pytest.mark.parametrize(("zone", "day"), DAYS)
@settings(max_examples=8)
@given(data=st.data())
def test_every_figure_leads_to_the_activities_it_counts(zone: str, day: date, data: st.DataObject) -> None:
    start_minute = data.draw(st.sampled_from([0, 240, 270]))
    history = data.draw(histories(local_ms(zone, day) - 2 * 3_600_000, 54))
    reports = CountedHistory(history).reports(DayRule(zone, start_minute))
    request = reports.request(day, day + timedelta(days=2))
    report = reports.report(request)

    def listed(selection: Selection) -> int:
        return sum(one.ms for one in reports.activities(selection, request))

    for table in report.tables:
        assert table.total_ms == report.active_ms
        for row in table.rows:
            assert listed(row.selection) == row.ms
    assert sum(map(sum, report.heat.cells)) == report.active_ms
    for cells, selections in zip(report.heat.cells, report.heat.selections, strict=True):
        for ms, selection in zip(cells, selections, strict=True):
            if ms:
                assert listed(selection) == ms
    assert sum(one.active_ms for one in report.days) == report.active_ms
    assert [one.bounds.end_ms for one in report.days[:-1]] == [one.bounds.start_ms for one in report.days[1:]]
    assert report.previous.bounds.end_ms == report.bounds.start_ms
