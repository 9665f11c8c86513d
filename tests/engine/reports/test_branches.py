"""Categories together with what lies below them: right sums, and leading to just what they count."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta

from helpers.counted_history import CATEGORIES, CountedHistory, labelled
from helpers.read_back import pdf_lines, read_html
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.categories import Category, CategoryTree, Labels
from engine.domain.days import DayRule, day_start_ms
from engine.domain.intervals import Interval
from engine.domain.report import By, ReportFormat, Selection
from engine.reports.branches import branch_rows
from engine.reports.selection import selected
from engine.reports.service import Reports

HOUR = 3_600_000
RULE = DayRule("Europe/Berlin")
MONDAY = date(2026, 3, 23)  # the clocks change at the end of this week
START = day_start_ms(MONDAY, RULE)


def _reports() -> Reports:
    return CountedHistory(
        [
            labelled(START - 24 * HOUR, START - 23 * HOUR, labels=Labels(2)),
            labelled(START, START + HOUR, labels=Labels(1)),
            labelled(START + HOUR, START + 4 * HOUR, labels=Labels(2)),
            labelled(START + 5 * HOUR, START + 6 * HOUR, labels=Labels(4)),
        ]
    ).reports(RULE)


def test_a_category_with_time_of_several_has_a_branch_beside_its_own_row() -> None:
    reports = _reports()
    request = reports.request(MONDAY, MONDAY + timedelta(days=1))
    table = reports.report(request).table(By.CATEGORY)
    assert table is not None
    assert [(row.path, row.ms) for row in table.rows] == [
        (("Work", "编码"), 3 * HOUR),
        (("Games",), HOUR),
        (("Work",), HOUR),
    ]
    assert table.total_ms == 5 * HOUR
    [work] = table.branches
    assert (work.path, work.ms, work.previous_ms, work.colour) == (("Work",), 4 * HOUR, HOUR, "#1F5FBF")
    assert sum(one.ms for one in reports.activities(work.selection, request)) == 4 * HOUR
    own = next(row for row in table.rows if row.path == ("Work",))
    assert sum(one.ms for one in reports.activities(own.selection, request)) == HOUR


def test_every_kind_of_file_tells_the_branches_apart_from_the_rows() -> None:
    reports = _reports()
    request = reports.request(MONDAY, MONDAY + timedelta(days=1))

    def written(form: ReportFormat) -> bytes:
        file = io.BytesIO()
        reports.write_to(request, form, file)
        return file.getvalue()

    assert [(one["path"], one["ms"]) for one in json.loads(written(ReportFormat.JSON))["branches"]] == [
        (["Work"], 4 * HOUR)
    ]
    lines = list(csv.DictReader(io.StringIO(written(ReportFormat.CSV).decode("utf-8-sig"))))
    assert [one["ms"] for one in lines if one["table"] == "category with subcategories"] == [str(4 * HOUR)]
    assert sum(int(one["ms"]) for one in lines if one["table"] == "category") == 5 * HOUR
    page = read_html(written(ReportFormat.HTML))
    assert [row[:3:2] for row in page.sections["Categories with what lies below them"] if row] == [["Work", "4:00:00"]]
    assert any(line.startswith("Work 4:00:00") for line in pdf_lines(written(ReportFormat.PDF)))


@settings(max_examples=60)
@given(data=st.data())
def test_a_branch_is_the_sum_of_what_lies_in_it(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 12))
    parents = [data.draw(st.one_of(st.none(), st.integers(1, number))) if number else None for number in range(count)]
    tree = CategoryTree(Category(n, f"c{n}", above) for n, above in enumerate(parents, start=1))
    now = {n: data.draw(st.integers(0, 9)) for n in range(count + 1)}
    rows = {int(row.key): row for row in branch_rows(Interval(0, 1), now, {}, tree)}
    for n in range(1, count + 1):
        inside = [other for other in range(1, count + 1) if tree.path(other)[: tree.depth(n)] == tree.path(n)]
        assert (n in rows) == (sum(now[other] > 0 for other in inside) > 1)
        if n in rows:
            assert rows[n].ms == sum(now[other] for other in inside)
            assert rows[n].selection.categories == set(inside)


def test_only_days_of_the_week_that_are_asked_for_are_listed() -> None:
    rule = DayRule("Europe/Berlin", 240)
    start = day_start_ms(MONDAY, rule)
    week = [labelled(start + day * 24 * HOUR + HOUR, start + day * 24 * HOUR + 2 * HOUR) for day in range(7)]
    whole = Interval(start, day_start_ms(MONDAY + timedelta(days=7), rule))
    found = list(selected(week, Selection(whole, weekdays=frozenset({0, 6})), rule))
    assert [one.interval for one in found] == [week[0].interval, week[6].interval]
    assert len(list(selected(week, Selection(whole), rule))) == 7


def test_no_branch_where_all_time_is_of_one_category() -> None:
    for now in ({1: 5}, {2: 5}, {2: 5, 4: 1}):
        assert branch_rows(Interval(0, 1), now, {1: 7, 2: 7}, CategoryTree(CATEGORIES)) == ()
