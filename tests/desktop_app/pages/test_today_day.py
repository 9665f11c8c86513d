from __future__ import annotations

from datetime import date

import pytest
from helpers.sample_summary import HOUR, MINUTE, bounds_of, crowded_summary, sample_summary, segment, summary_of
from PySide6.QtWidgets import QApplication

from desktop_app.pages.today_day import TOP_APPS, DayWords, kind_of
from desktop_app.theme.app_colours import AppColours
from desktop_app.widgets.format import Wording
from desktop_app.widgets.ribbon_values import Kind
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.summary import Segment

START = bounds_of().start_ms


@pytest.fixture
def words(qapp: QApplication) -> DayWords:
    return DayWords(Wording("Europe/Berlin"), AppColours())


def test_every_presence_has_a_kind_and_a_name(words: DayWords) -> None:
    names = set()
    for presence in Presence:
        part = segment(START, 1, "", "", presence)
        names.add(words.segment_name(part))
        if presence is not Presence.ACTIVE:
            assert kind_of(part).value == presence.value

    assert len(names) == len(Presence)
    assert all(names)
    assert all(words.kind_name(kind) for kind in Kind if kind is not Kind.APP)  # an app has a name of its own


def test_withheld_time_has_a_length_and_no_name_of_its_own(words: DayWords) -> None:
    hidden = Segment(Interval(START, START + HOUR), Presence.ACTIVE, "", "", withheld=True)
    summary = summary_of([hidden])

    assert kind_of(hidden) is Kind.WITHHELD
    (row,) = words.app_rows(summary)
    assert (row.name, row.text, row.kind) == ("Private or excluded", "1 h 00 min", Kind.WITHHELD)


def test_sixty_apps_are_the_largest_and_the_rest_with_nothing_lost(words: DayWords) -> None:
    parts = [segment(START + place * 20 * MINUTE, 1 + place % 19, f"App {place}") for place in range(60)]
    rows = words.app_rows(summary_of(parts))

    assert len(rows) == TOP_APPS + 1
    assert rows[-1].name == "54 other apps"
    assert [row.fraction for row in rows[:-1]] == sorted((row.fraction for row in rows[:-1]), reverse=True)
    assert max(row.fraction for row in rows) == 1.0
    assert len({row.slot for row in rows[:-1]}) == TOP_APPS


def test_one_more_than_the_largest_is_shown_by_its_name(words: DayWords) -> None:
    parts = [segment(START + place * HOUR, 10, f"App {place}") for place in range(TOP_APPS + 1)]

    assert {row.name for row in words.app_rows(summary_of(parts))} == {f"App {place}" for place in range(TOP_APPS + 1)}


def test_ribbon_and_list_give_an_app_the_same_colour(words: DayWords) -> None:
    summary = sample_summary()
    ribbon = words.ribbon(summary, START)
    rows = {row.name: row.slot for row in words.app_rows(summary) if row.kind is Kind.APP}

    assert {part.name: part.slot for part in ribbon.segments if part.kind is Kind.APP} == rows


def test_now_lies_on_the_day_only_while_it_lasts(words: DayWords) -> None:
    summary = sample_summary()

    assert words.ribbon(summary, START + HOUR).now_ms == START + HOUR
    assert words.ribbon(summary, START - 1).now_ms is None
    assert words.ribbon(summary, summary.bounds.end_ms).now_ms is None


def test_a_megabyte_of_title_is_cut_before_it_is_drawn(words: DayWords) -> None:
    ribbon = words.ribbon(summary_of([segment(START, 1, "a" * 10_000, "t" * 1_000_000)]), START)

    assert len(ribbon.segments[0].title) <= 120
    assert len(ribbon.segments[0].name) <= 120


def test_figures_say_what_the_summary_says(words: DayWords) -> None:
    parts = [
        segment(START + 8 * HOUR, 90, "Writer"),
        segment(START + 9 * HOUR + 30 * MINUTE, 30, "Firefox"),
        segment(START + 10 * HOUR, 60, "", "", Presence.IDLE),
    ]
    summary = summary_of(parts)

    share, active, (longest, switches) = words.share(summary), words.active(summary), words.others(summary)

    assert share.fraction == pytest.approx(2 / 3)
    assert (active.value, active.note) == ("2 h 00 min", "of 3 h 00 min recorded")
    assert longest.value == "1 h 30 min"
    assert switches.value.replace(",", ".") == "0.5"


@pytest.mark.parametrize("presence", [Presence.SUSPENDED, Presence.PAUSED, Presence.SWITCHED])
def test_sleep_pauses_and_others_at_the_screen_are_no_recorded_time(words: DayWords, presence: Presence) -> None:
    summary = summary_of([segment(START, 60, "Writer"), segment(START + HOUR, 240, "", "", presence)])
    assert words.share(summary).fraction == 1.0


def test_an_empty_day_divides_by_nothing(words: DayWords) -> None:
    summary = summary_of([])

    assert words.share(summary).fraction == 0
    assert words.others(summary)[0].value == "–"
    assert words.app_rows(summary) == []


def test_time_the_recorder_was_off_is_told(words: DayWords) -> None:
    parts = [segment(START + 8 * HOUR, 60, "Writer"), segment(START + 10 * HOUR, 60, "", "", Presence.LOCKED)]
    rows = {row.kind: row.text for row in words.away_rows(summary_of(parts), START + 12 * HOUR)}

    assert rows == {Kind.ACTIVE: "1 h 00 min", Kind.LOCKED: "1 h 00 min", Kind.OFF: "2 h 00 min"}


def test_a_past_day_ends_with_its_last_segment(words: DayWords) -> None:
    parts = [segment(START + 8 * HOUR, 60, "Writer")]
    rows = {row.kind for row in words.away_rows(summary_of(parts), bounds_of(date(2026, 11, 30)).start_ms)}

    assert rows == {Kind.ACTIVE}


def test_ten_thousand_segments_stay_ten_thousand(words: DayWords) -> None:
    assert len(words.ribbon(crowded_summary(), START).segments) == 10_000
