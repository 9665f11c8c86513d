"""The focus figures of days worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from helpers.counted_history import CATEGORIES, CountedHistory, labelled
from helpers.focus_reference import focus_of as in_one_pass
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.activity import Withheld
from engine.domain.categories import CategoryTree, Labels
from engine.domain.presence import Presence
from engine.domain.report import Focus, LabelledActivity
from engine.domain.unbroken import GRACE_MS
from engine.reports.focus import focus_of
from engine.reports.focus_slots import LONGEST_SHOWN, SLOT_MS, focus_day

MINUTE_MS = 60_000
TREE = CategoryTree(CATEGORIES)
START_MS = 1_000 * SLOT_MS


def of_days(made: list[LabelledActivity], *cuts: int) -> Focus:
    """Return the figures of activities that are cut into days at these moments."""
    history = CountedHistory(made)
    ends = [made[0].interval.start_ms, made[-1].interval.end_ms] if made else [0, 0]
    edges = [ends[0], *sorted(cut for cut in set(cuts) if ends[0] < cut < ends[1]), ends[1]]
    days = [focus_day(history.labelled(*edge)) for edge in pairwise(edges)]
    return focus_of(days, TREE.weight, TREE.path, history.labelled)


def focus(*parts: tuple[float, str, int | None]) -> Focus:
    """Return the figures of so many minutes each in an app and category; no app is time away."""
    made, at_ms = [], START_MS
    for minutes, app, category in parts:
        until = at_ms + round(minutes * MINUTE_MS)
        presence = Presence.ACTIVE if app else Presence.IDLE
        made.append(labelled(at_ms, until, app, f"{app} title", Labels(category), presence=presence))
        at_ms = until
    return of_days(made)


def test_half_an_hour_in_one_app_is_all_there_can_be() -> None:
    found = focus((30, "code", 2))
    assert found.score == pytest.approx(100)
    assert (found.deep_ms, found.distracting_ms, found.switches, found.fragmentation) == (30 * MINUTE_MS, 0, 0, 0.0)
    assert found.median_stretch_ms == 30 * MINUTE_MS


def test_short_turns_and_games_cost_what_the_docstring_says() -> None:
    # Thirty minutes in stretches of one minute, every other one a game: the longest is 1 of 15 minutes,
    # 29 switches are 29 / 30 a minute, half the time is distracting.
    found = focus(*[(1, "code", 2), (1, "game", 4)] * 15)
    worth = 0.45 * (1 / 15) + 0.25 * (1 - 29 / 30 / 4) + 0.30 * 0.5
    assert found.score == pytest.approx(100 * worth)
    assert (found.switches, found.fragmentation) == (29, 1.0)
    assert found.switches_per_hour == pytest.approx(58)
    assert found.distracting_ms == 15 * MINUTE_MS
    assert found.median_stretch_ms == MINUTE_MS


def test_slots_with_little_in_them_do_not_count() -> None:
    assert focus((9, "code", 2)).score is None
    assert focus((10, "game", 4), (20, "", None), (30, "code", 2)).score == pytest.approx(
        (10 * (45 * 10 / 15 + 25) + 30 * 100) / 40
    )


def test_coming_back_is_no_switch() -> None:
    assert focus((20, "code", 2), (1, "", None), (20, "mail", 3)).switches == 0
    assert focus((20, "code", 2), (20, "mail", 3)).switches == 1


def test_the_longest_stretches_say_what_they_were_in() -> None:
    found = focus((20, "code", 2), (1, "mail", 3), (15, "code", 2), (16, "code", None), (5, "", None), (2, "mail", 3))
    first = found.longest[0]
    assert (first.app, first.category_id, first.path) == ("code", 0, ())
    assert first.interval.length_ms == 31 * MINUTE_MS
    assert [one.interval.length_ms // MINUTE_MS for one in found.longest] == [31, 20, 2, 1]
    assert found.longest[1].title == "code title"


def test_no_more_than_ten_are_shown() -> None:
    parts = [part for number in range(30) for part in ((10 + number, f"app {number}", 2), (6, "", None))]
    lengths = [one.interval.length_ms // MINUTE_MS for one in focus(*parts).longest]
    assert lengths == list(range(39, 39 - LONGEST_SHOWN, -1))


def test_nothing_recorded_is_no_score() -> None:
    found = focus()
    assert found.score is None
    assert (found.fragmentation, found.median_stretch_ms, found.switches_per_hour, found.longest) == (0.0, 0, 0.0, ())


@given(
    st.lists(
        st.tuples(st.integers(0, GRACE_MS * 2), st.integers(1, SLOT_MS * 3), st.sampled_from("abc"), st.integers(0, 4)),
        max_size=20,
    )
)
def test_the_figures_stay_within_their_bounds(parts: list[tuple[int, int, str, int]]) -> None:
    made: list[LabelledActivity] = []
    at_ms = START_MS
    for hole, length, app, category in parts:
        at_ms += hole
        made.append(labelled(at_ms, at_ms + length, app, "", Labels(category or None)))
        at_ms += length
    found = of_days(made)
    assert found.score is None or 0 <= found.score <= 100
    assert 0 <= found.fragmentation <= 1
    assert found.deep_ms + found.distracting_ms <= sum(one.ms for one in made)
    assert found.switches < max(1, len(made))
    assert found.median_stretch_ms <= max((one.interval.length_ms for one in found.longest), default=0)


PARTS = st.lists(
    st.tuples(
        st.sampled_from([0, 0, 0, 1, GRACE_MS, GRACE_MS + 1, SLOT_MS]),
        st.one_of(st.integers(1, SLOT_MS * 3), st.just(GRACE_MS), st.just(1)),
        st.sampled_from(["a", "a", "b", "", "withheld", "nameless"]),
        st.integers(0, 4),
    ),
    max_size=25,
)


@settings(max_examples=300)
@given(PARTS, st.lists(st.integers(0, SLOT_MS * 30), max_size=6), st.lists(st.integers(0, 24), max_size=4))
def test_days_come_to_what_one_pass_over_all_of_them_does(
    parts: list[tuple[int, int, str, int]], anywhere: list[int], between: list[int]
) -> None:
    made: list[LabelledActivity] = []
    at_ms = START_MS
    for hole, length, app, category in parts:
        at_ms += hole
        presence = Presence.ACTIVE if app else Presence.IDLE
        withheld = Withheld.PRIVATE if app == "withheld" else Withheld.NO
        name = "" if app == "nameless" else app
        labels = Labels(category or None)
        made.append(
            labelled(at_ms, at_ms + length, name, f"t {category}", labels, presence=presence, withheld=withheld)
        )
        at_ms += length
    starts = [made[place].interval.start_ms for place in between if place < len(made)]
    found = of_days(made, *(START_MS + cut for cut in anywhere), *starts)
    plain = in_one_pass(made, TREE.weight, TREE.path)
    assert replace(found, score=None) == replace(plain, score=None)
    assert found.score == (None if plain.score is None else pytest.approx(plain.score, rel=1e-12))
