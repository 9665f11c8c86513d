"""What is asked of reports: redaction, the period before, files that appear whole, one error that says what to do."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path

import pytest
from helpers.counted_history import AllKept, CountedHistory, labelled
from helpers.full_file import FullFile

from engine.domain.activity import Withheld
from engine.domain.categories import Labels
from engine.domain.days import DayRule, day_start_ms
from engine.domain.errors import ExportError, UsageError
from engine.domain.periods import Period, period_around
from engine.domain.report import By, Redaction, ReportFormat, ReportRequest, Selection
from engine.reports.service import Reports
from engine.reports.words import figures

DAY, NEXT = date(2026, 3, 2), date(2026, 3, 3)
RULE = DayRule("Europe/Berlin")
HOUR_MS = 3_600_000
NINE_MS = day_start_ms(DAY, RULE) + 9 * HOUR_MS
SECRETS = (b"secret title", "secret title".encode("utf-16-le"))


@pytest.fixture
def reports() -> Reports:
    """A Monday of two hours, after a Sunday of one."""
    return CountedHistory(
        [
            labelled(NINE_MS - 24 * HOUR_MS, NINE_MS - 23 * HOUR_MS, "editor", "old", Labels(2)),
            labelled(NINE_MS, NINE_MS + HOUR_MS, "editor", "secret title", Labels(2, "hidden project", "hidden tag")),
            labelled(NINE_MS + HOUR_MS, NINE_MS + 2 * HOUR_MS, "hidden app", "secret title", Labels(4)),
        ]
    ).reports(RULE)


def test_a_report_compares_with_as_many_days_before(reports: Reports) -> None:
    report = reports.report(reports.request(DAY, NEXT))
    categories = report.table(By.CATEGORY)
    assert categories is not None
    assert [(row.path, row.ms, row.previous_ms) for row in categories.rows] == [
        (("Games",), HOUR_MS, 0),
        (("Work", "编码"), HOUR_MS, HOUR_MS),
    ]
    assert (report.active_ms, report.previous.active_ms) == (2 * HOUR_MS, HOUR_MS)
    assert report.previous.bounds.start_ms == day_start_ms(date(2026, 3, 1), RULE)
    assert report.focus is not None
    assert (report.focus.deep_ms, report.focus.distracting_ms, report.focus.switches) == (HOUR_MS, HOUR_MS, 1)


@pytest.mark.parametrize("form", list(ReportFormat))
def test_titles_and_names_are_hidden_in_every_format(reports: Reports, form: ReportFormat, tmp_path: Path) -> None:
    request = {how: reports.request(DAY, NEXT, redact=how) for how in Redaction}
    contents = {}
    for how in Redaction:
        file = tmp_path / f"{how}.{form}"
        reports.write(request[how], form, file)
        contents[how] = _readable(file)
    assert not any(secret in contents[Redaction.NO_TITLES] for secret in SECRETS)
    for name in (b"hidden app", b"hidden project", b"hidden tag", b"editor", *SECRETS):
        assert name not in contents[Redaction.CATEGORIES_ONLY]
    assert b"hidden app" in contents[Redaction.NO_TITLES]
    assert b"Games" in contents[Redaction.CATEGORIES_ONLY]


@pytest.mark.parametrize("how", [Redaction.FULL, Redaction.NO_TITLES])
def test_what_is_withheld_is_told_as_withheld(how: Redaction) -> None:
    history = CountedHistory([labelled(NINE_MS, NINE_MS + HOUR_MS, withheld=Withheld.PRIVATE)]).reports(RULE)
    request = history.request(DAY, NEXT, redact=how)
    assert [one.what.withheld for one in history.activities(Selection(request.bounds), request)] == [Withheld.PRIVATE]


def _readable(file: Path) -> bytes:
    if file.suffix == ".xlsx":
        import zipfile

        with zipfile.ZipFile(file) as book:
            return b"".join(book.read(name) for name in book.namelist())
    if file.suffix == ".pdf":
        from helpers.read_back import pdf_lines

        return "\n".join(pdf_lines(file.read_bytes())).encode()
    if file.suffix == ".parquet":
        parquet = pytest.importorskip("pyarrow.parquet")
        return str(parquet.read_table(file).to_pylist()).encode()
    return file.read_bytes()


def test_the_activities_of_a_figure_are_redacted_as_the_report(reports: Reports) -> None:
    request = reports.request(DAY, NEXT, redact=Redaction.CATEGORIES_ONLY)
    shown = list(reports.activities(Selection(request.bounds), request))
    assert [(one.what.title, one.app, one.labels) for one in shown] == [("", "", Labels(2)), ("", "", Labels(4))]


@pytest.mark.parametrize("form", list(ReportFormat))
def test_a_full_disk_is_an_error_of_the_system_and_nothing_else(reports: Reports, form: ReportFormat) -> None:
    whole = io.BytesIO()
    reports.write_to(reports.request(DAY, NEXT), form, whole)
    size = len(whole.getvalue())
    for room in (0, size // 2, size - 1):
        with pytest.raises(OSError, match="No space"):
            reports.write_to(reports.request(DAY, NEXT), form, FullFile(room))


@pytest.mark.parametrize("form", list(ReportFormat))
def test_a_file_appears_whole_private_and_in_place_of_the_old_one(
    reports: Reports, form: ReportFormat, tmp_path: Path
) -> None:
    file = tmp_path / "report"
    file.write_text("old", encoding="utf-8")
    reports.write(reports.request(DAY, NEXT), form, file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.stat().st_size > 100
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def test_a_place_that_cannot_be_written_is_told_and_stays_as_it_is(reports: Reports, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old", encoding="utf-8")
    for target in (tmp_path / "none" / "a.html", tmp_path / "file" / "a.html", tmp_path):
        with pytest.raises(ExportError, match="cannot be written"):
            reports.write(reports.request(DAY, NEXT), ReportFormat.HTML, target)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_parquet_without_pyarrow_says_how_to_get_it(
    reports: Reports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"kairos-desktop\[parquet\]"):
        reports.write(reports.request(DAY, NEXT), ReportFormat.PARQUET, tmp_path / "a.parquet")
    monkeypatch.setattr(sys, "frozen", True, raising=False)  # nothing can be added to a package
    with pytest.raises(UsageError, match=r"does not hold\. Choose csv"):
        reports.write(reports.request(DAY, NEXT), ReportFormat.PARQUET, tmp_path / "a.parquet")
    assert not list(tmp_path.iterdir())


def test_only_what_can_be_written_is_offered(reports: Reports, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert set(reports.formats()) == set(ReportFormat) - {ReportFormat.PARQUET}
    monkeypatch.delitem(sys.modules, "pyarrow")
    pytest.importorskip("pyarrow")
    assert set(reports.formats()) == set(ReportFormat)


@pytest.mark.parametrize(("start", "end"), [(NEXT, DAY), (DAY, DAY), (DAY, date.max), (date.min, DAY)])
def test_a_range_that_makes_no_sense_is_refused(start: date, end: date) -> None:
    with pytest.raises(UsageError):
        ReportRequest(start, end, "UTC")


@pytest.mark.parametrize(
    ("kind", "day", "first", "after"),
    [
        (Period.DAY, "2026-03-02", "2026-03-02", "2026-03-03"),
        (Period.WEEK, "2026-03-08", "2026-03-02", "2026-03-09"),
        (Period.MONTH, "2026-12-31", "2026-12-01", "2027-01-01"),
        (Period.MONTH, "2028-02-10", "2028-02-01", "2028-03-01"),
        (Period.YEAR, "2026-07-01", "2026-01-01", "2027-01-01"),
    ],
)
def test_a_period_is_the_calendars(kind: Period, day: str, first: str, after: str) -> None:
    bounds = date.fromisoformat(first), date.fromisoformat(after)
    assert period_around(kind, date.fromisoformat(day)) == bounds


def test_a_week_starts_on_the_day_chosen() -> None:
    assert period_around(Period.WEEK, date(2026, 3, 2), week_start=6) == (date(2026, 3, 1), date(2026, 3, 8))


def test_years_have_focus_figures_only_where_they_are_asked_for(reports: Reports) -> None:
    year = reports.request(date(2026, 1, 1), date(2027, 1, 1))
    assert reports.report(year).focus is None
    assert reports.report(year, focus=True).focus is not None
    assert reports.report(reports.request(DAY, NEXT), focus=False).focus is None
    pages = [io.BytesIO(), io.BytesIO()]
    for page, focus in zip(pages, (None, True), strict=True):
        reports.write_to(year, ReportFormat.HTML, page, focus=focus)
    assert [b"Longest stretches" in page.getvalue() for page in pages] == [False, True]


def test_years_have_focus_figures_unasked_where_their_days_are_kept(reports: Reports) -> None:
    kept = CountedHistory([labelled(NINE_MS, NINE_MS + HOUR_MS, "editor", "t", Labels(2))]).reports(
        RULE, kept=AllKept()
    )
    year = kept.request(date(2026, 1, 1), date(2027, 1, 1))
    found = kept.report(year).focus
    assert found is not None
    assert (found.deep_ms, found.longest[0].app) == (HOUR_MS, "editor")
    assert (kept.few_to_read(year, 1), reports.few_to_read(year, 1)) == (True, False)


def test_an_empty_period_is_a_report_in_every_format() -> None:
    reports = CountedHistory([]).reports(RULE)
    for form in ReportFormat:
        file = io.BytesIO()
        report = reports.write_to(reports.request(DAY, NEXT), form, file)
        assert report.active_ms == 0
        assert file.getvalue()


def test_deep_and_distracting_time_need_no_activities(reports: Reports) -> None:
    request = reports.request(DAY, NEXT)
    whole, totals = reports.report(request, focus=True), reports.report(request, focus=False)
    assert whole.focus is not None
    assert totals.focus is None
    assert totals.weighed_ms == (whole.focus.deep_ms, whole.focus.distracting_ms) == (HOUR_MS, HOUR_MS)
    assert ("Deep work", "1:00:00") in figures(totals)
    assert reports.report(reports.request(DAY, NEXT, by=(By.APP,)), focus=False).weighed_ms is None
