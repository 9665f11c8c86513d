from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.widgets.timeline_view import DAY, LONGEST_MS, MINUTE, SHORTEST_MS, View

START = 1_795_219_200_000
VIEWS = st.builds(View, st.integers(START, START + DAY), st.integers(SHORTEST_MS, LONGEST_MS), st.integers(200, 3_000))


@given(VIEWS, st.floats(0, 3_000))
def test_places_and_moments_are_each_other_s_inverse(view: View, x: float) -> None:
    assert view.x(view.moment(x)) == pytest.approx(x, abs=1 / view.ms_per_px)


@given(VIEWS, st.floats(0.2, 5), st.floats(0, 1))
def test_the_moment_under_the_pointer_stays_while_zooming(view: View, factor: float, share: float) -> None:
    x = share * view.width
    zoomed = view.zoomed(factor, x)
    assert zoomed.x(view.moment(x)) == pytest.approx(x, abs=0.01 + 2 / zoomed.ms_per_px)
    assert SHORTEST_MS <= zoomed.span_ms <= LONGEST_MS


def test_zoom_ends_at_a_quarter_of_an_hour_and_at_a_month() -> None:
    view = View(START, DAY, 1_000)
    for _ in range(60):
        view = view.zoomed(0.8, 500)
    assert view.span_ms == 15 * MINUTE
    for _ in range(60):
        view = view.zoomed(1.25, 500)
    assert view.span_ms == LONGEST_MS > 31 * DAY


def test_panning_there_and_back_leads_home() -> None:
    view = View(START, DAY, 960)
    assert view.panned(96).start_ms == START + DAY // 10
    assert view.panned(96).panned(-96) == view


def test_a_wider_window_shows_the_same_stretch() -> None:
    view = View(START, DAY, 960).resized(1_920)
    assert (view.start_ms, view.end_ms) == (START, START + DAY)


@given(VIEWS, st.integers(START, START + 3 * DAY), st.integers(1, DAY))
def test_holding_brings_a_stretch_into_sight(view: View, start: int, length: int) -> None:
    held = view.holding(start, start + length)
    assert held.start_ms <= start
    assert start + length <= held.end_ms
    assert held == view or not (view.start_ms <= start and start + length <= view.end_ms)


def test_a_moment_is_shown_with_what_lies_around_it() -> None:
    shown = View(0, DAY, 800).showing(START, START + MINUTE)
    assert shown.span_ms == SHORTEST_MS
    assert (shown.start_ms + shown.end_ms) // 2 == START + MINUTE // 2
