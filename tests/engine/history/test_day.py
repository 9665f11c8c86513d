"""The day summary: totals, switches and stretches, by example and by property."""

from __future__ import annotations

import itertools
from datetime import date
from random import Random

import pytest
from helpers.activities import MINUTE_MS, away, day_of_looks, seen, stretch
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.activity import Activity, Observed, Withheld
from engine.domain.clock import Instant, iso_utc
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.days import DayRule, day_bounds
from engine.domain.intervals import Interval, union_length
from engine.domain.presence import Presence
from engine.domain.summary import DaySummary
from engine.domain.unbroken import GRACE_MS
from engine.history.day import STALE_MS, summarise

DAY = date(2026, 3, 2)
UTC = DayRule("UTC")
BOUNDS = day_bounds(DAY, UTC)
NINE_MS = BOUNDS.start_ms + 9 * 60 * MINUTE_MS
LATER = Instant(BOUNDS.end_ms + 1, 0, 0, "UTC")
IDLE = away(Presence.IDLE)


def summary_of(*parts: tuple[float, Observed | str | None]) -> DaySummary:
    return summarise(day_of_looks(NINE_MS, *parts), DAY, UTC, LATER)


def test_an_empty_day_is_all_zero() -> None:
    summary = summarise([], DAY, UTC, LATER)
    assert (summary.segments, summary.apps, summary.active_ms, summary.switches) == ((), (), 0, 0)
    assert summary.switches_per_hour == 0.0
    assert summary.longest is None
    assert set(summary.presence_ms) == set(Presence)


def test_apps_are_totalled_the_longest_first() -> None:
    summary = summary_of((10, "mail"), (30, "code"), (5, "mail"), (20, IDLE))
    assert [(total.app, total.length_ms // MINUTE_MS) for total in summary.apps] == [("code", 30), ("mail", 15)]
    assert summary.presence_ms[Presence.IDLE] == 20 * MINUTE_MS
    assert summary.active_ms == 45 * MINUTE_MS


def test_another_title_is_no_switch_and_does_not_end_the_stretch() -> None:
    summary = summary_of((10, seen("code", "a")), (10, seen("code", "b")), (5, "mail"))
    assert summary.switches == 1
    assert summary.longest is not None
    assert (summary.longest.app, summary.longest.interval.length_ms) == ("code", 20 * MINUTE_MS)


@pytest.mark.parametrize("presence", [presence for presence in Presence if presence is not Presence.ACTIVE])
def test_coming_back_to_another_app_is_no_switch(presence: Presence) -> None:
    assert summary_of((10, "code"), (1, away(presence)), (10, "mail")).switches == 0


def test_a_break_ends_the_stretch_even_in_the_same_app() -> None:
    summary = summary_of((10, "code"), (1, IDLE), (15, "code"))
    assert summary.longest is not None
    assert summary.longest.interval.length_ms == 15 * MINUTE_MS


@pytest.mark.parametrize(("hole", "switches"), [(0, 1), (5, 1), (5.001, 0)])
def test_a_hole_up_to_the_grace_does_not_hide_a_switch(hole: float, switches: int) -> None:
    assert summary_of((10, "code"), (hole, None), (10, "mail")).switches == switches


@pytest.mark.parametrize(("hole", "minutes"), [(5, 25), (5.001, 10)])
def test_a_hole_up_to_the_grace_is_inside_the_stretch(hole: float, minutes: int) -> None:
    summary = summary_of((10, "code"), (hole, None), (10, "code"))
    assert summary.longest is not None
    assert summary.longest.interval.length_ms == minutes * MINUTE_MS


def test_a_moment_without_a_window_is_no_switch_of_its_own() -> None:
    assert summary_of((5, "code"), (1, ""), (5, "code")).switches == 0
    assert summary_of((5, "code"), (1, ""), (5, "mail")).switches == 1


def test_withheld_time_counts_as_one_app_without_a_name() -> None:
    hidden = seen("", withheld=Withheld.PRIVATE)
    summary = summary_of((5, "code"), (2, hidden), (1, ""))
    assert [(total.app, total.withheld) for total in summary.apps] == [("code", False), ("", True), ("", False)]
    assert summary.switches == 1


def test_switches_per_hour_are_of_active_time() -> None:
    assert summary_of((15, "code"), (15, "mail"), (90, IDLE)).switches_per_hour == pytest.approx(2.0)


def test_equal_neighbours_become_one_segment_and_others_do_not() -> None:
    look = seen("code", "a")
    assert len(summary_of((5, look), (5, look), (5, seen("code", "b"))).segments) == 2
    assert len(summary_of((5, look), (1, None), (5, look)).segments) == 2


def test_activities_are_cut_at_the_day() -> None:
    over_midnight = stretch(BOUNDS.start_ms - MINUTE_MS, 3, "code")
    assert summarise([over_midnight], DAY, UTC, LATER).active_ms == 2 * MINUTE_MS


def test_a_day_with_the_clocks_set_forward_has_23_hours() -> None:
    rule, day = DayRule("Europe/Berlin"), date(2026, 3, 29)
    bounds = day_bounds(day, rule)
    everything = stretch(bounds.start_ms - MINUTE_MS, 30 * 60, "code")
    assert summarise([everything], day, rule, LATER).active_ms == 23 * 60 * MINUTE_MS


def test_overlapping_sources_are_not_counted_twice() -> None:
    both = [stretch(NINE_MS, 10, "code"), stretch(NINE_MS + 5 * MINUTE_MS, 10, "phone", source="import")]
    summary = summarise(both, DAY, UTC, LATER)
    assert [(total.app, total.length_ms // MINUTE_MS) for total in summary.apps] == [("code", 10), ("phone", 5)]


def now_at(moment_ms: int) -> Instant:
    return Instant(moment_ms, 0, 0, "UTC")


def test_the_open_activity_is_what_is_current() -> None:
    last = stretch(NINE_MS, 10, seen("code", "a"), opened=True)
    summary = summarise([last], DAY, UTC, now_at(last.end_ms + STALE_MS))
    assert (summary.current, summary.current_since_ms) == (last.what, NINE_MS)


def test_of_two_open_ones_the_later_is_current() -> None:
    pieces = [stretch(NINE_MS, 1, "code", opened=True), stretch(NINE_MS + MINUTE_MS, 0.1, "mail", opened=True)]
    current = summarise(pieces, DAY, UTC, now_at(NINE_MS + MINUTE_MS)).current
    assert current is not None
    assert current.app == "mail"


def test_nothing_is_current_without_a_sign_of_life_or_on_another_day() -> None:
    last = stretch(NINE_MS, 10, "code", opened=True)
    assert summarise([last], DAY, UTC, now_at(last.end_ms + STALE_MS + 1)).current is None
    assert summarise([last], date(2026, 3, 1), UTC, now_at(last.end_ms)).current is None
    assert summarise([stretch(NINE_MS, 10, "code")], DAY, UTC, now_at(NINE_MS)).current is None


LOOKS = st.one_of(
    st.builds(seen, st.sampled_from(["code", "mail", ""]), st.sampled_from(["", "a", "b"])),
    st.just(seen("", withheld=Withheld.EXCLUDED)),
    st.sampled_from(Presence).map(away),
)
MOMENTS = st.integers(BOUNDS.start_ms - 7_200_000, BOUNDS.end_ms + 7_200_000)
ACTIVITIES = st.lists(
    st.builds(
        lambda start, length, what, source: Activity(start, start + length, what, "UTC", source),
        MOMENTS, st.integers(0, 20_000_000), LOOKS, st.sampled_from(["recorder", "import"]),
    ),
    max_size=25,
)  # fmt: skip


@given(ACTIVITIES)
def test_totals_add_up_to_the_time_covered(activities: list[Activity]) -> None:
    summary = summarise(activities, DAY, UTC, LATER)
    inside = [part for one in activities if (part := one.interval.clip(BOUNDS)) is not None]
    assert sum(summary.presence_ms.values()) == union_length(inside)
    assert sum(segment.interval.length_ms for segment in summary.segments) == union_length(inside)
    assert sum(total.length_ms for total in summary.apps) == summary.active_ms == summary.presence_ms[Presence.ACTIVE]


@given(ACTIVITIES, st.integers(0, 1_000))
def test_the_order_of_the_activities_does_not_matter(activities: list[Activity], seed: int) -> None:
    mixed = list(activities)
    Random(seed).shuffle(mixed)
    assert summarise(mixed, DAY, UTC, LATER) == summarise(activities, DAY, UTC, LATER)


@given(ACTIVITIES)
def test_segments_are_in_order_apart_and_within_the_day(activities: list[Activity]) -> None:
    segments = summarise(activities, DAY, UTC, LATER).segments
    assert all(segment.interval.clip(BOUNDS) == segment.interval for segment in segments)
    for before, after in itertools.pairwise(segments):
        assert before.interval.end_ms <= after.interval.start_ms
        touching = before.interval.end_ms == after.interval.start_ms
        assert not (touching and (before.presence, before.app, before.title, before.withheld) == look(after))


def look(segment: object) -> tuple[object, ...]:
    return tuple(getattr(segment, name) for name in ("presence", "app", "title", "withheld"))


@given(ACTIVITIES)
def test_switches_and_stretches_stay_within_what_was_recorded(activities: list[Activity]) -> None:
    summary = summarise(activities, DAY, UTC, LATER)
    named = [segment for segment in summary.segments if segment.app or segment.withheld]
    assert summary.switches <= max(0, len(named) - 1)
    if summary.longest is None:
        assert not any(segment.presence is Presence.ACTIVE for segment in named)
        return
    stretch_ = summary.longest.interval
    parts = [part for one in named if one.app == summary.longest.app and (part := one.interval.clip(stretch_))]
    assert (parts[0].start_ms, parts[-1].end_ms) == (stretch_.start_ms, stretch_.end_ms), iso_utc(stretch_.start_ms)
    holes = [Interval(a.end_ms, b.start_ms).length_ms for a, b in itertools.pairwise(parts)]
    assert all(hole <= GRACE_MS for hole in holes)


def test_corrections_count_and_what_is_in_front_now_stays_what_it_is() -> None:
    raw = [stretch(NINE_MS, 10, "code"), stretch(NINE_MS + 10 * MINUTE_MS, 10, "mail", opened=True)]
    half = Interval(NINE_MS + 5 * MINUTE_MS, NINE_MS + 20 * MINUTE_MS)
    added = Correction(CorrectionKind.ADD, half, 0, app="offline", title="call")
    summary = summarise(raw, DAY, UTC, now_at(NINE_MS + 20 * MINUTE_MS), [added])
    assert [(total.app, total.length_ms // MINUTE_MS) for total in summary.apps] == [("offline", 15), ("code", 5)]
    assert summary.current == seen("mail")
