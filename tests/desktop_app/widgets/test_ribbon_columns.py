from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.widgets.ribbon_columns import runs
from desktop_app.widgets.ribbon_values import Kind, RibbonSegment


def app(start: int, end: int, name: str) -> RibbonSegment:
    return RibbonSegment(start, end, Kind.APP, 0, name)


def spans(segments: list[RibbonSegment], end: int, columns: int) -> list[tuple[int, int, str]]:
    return [(run.first, run.last, run.segment.name) for run in runs(segments, 0, end, columns)]


def test_each_column_shows_what_took_most_of_it() -> None:
    parts = [app(0, 40, "a"), app(40, 100, "b"), app(100, 170, "a"), app(170, 200, "c")]

    assert spans(parts, 200, 2) == [(0, 1, "b"), (1, 2, "a")]


def test_shares_of_one_app_in_a_column_add_up() -> None:
    parts = [app(0, 30, "a"), app(30, 70, "b"), app(70, 100, "a")]

    assert spans(parts, 100, 1) == [(0, 1, "a")]


def test_a_moment_s_work_in_an_empty_hour_is_not_swallowed() -> None:
    assert spans([app(501, 502, "a")], 1_000, 10) == [(5, 6, "a")]


def test_titles_of_one_app_make_one_run_and_holes_part_it() -> None:
    parts = [app(0, 10, "a"), app(10, 20, "a"), app(40, 60, "a")]

    assert spans(parts, 100, 100) == [(0, 20, "a"), (40, 60, "a")]


def test_what_lies_outside_is_not_drawn() -> None:
    assert runs([app(0, 100, "a")], 200, 300, 50) == []
    assert [(run.first, run.last) for run in runs([app(0, 1_000, "a")], 200, 300, 50)] == [(0, 50)]
    assert runs([app(0, 100, "a")], 0, 100, 0) == []


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 60), st.sampled_from("abc")), max_size=60), st.integers(1, 90)
)
def test_runs_are_in_order_without_overlaps_and_cover_every_recorded_moment(
    steps: list[tuple[int, int, str]], columns: int
) -> None:
    parts, moment = [], 0
    for hole, length, name in steps:
        parts.append(app(moment + hole, moment + hole + length, name))
        moment += hole + length
    end = max(moment, 1)

    found = runs(parts, 0, end, columns)

    assert all(run.first < run.last for run in found)
    assert all(one.last <= two.first for one, two in pairwise(found))
    for part in parts:
        middle = min(columns - 1, int((part.start_ms + part.end_ms) / 2 * columns / end))
        assert any(run.first <= middle < run.last for run in found)
