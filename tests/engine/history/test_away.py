"""Which time away is asked about, when, what is guessed, and what comes of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest
from helpers.activities import MINUTE_MS, away, day_of_looks, seen, stretch
from helpers.manual_clock import ManualClock
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.activity import Activity
from engine.domain.away import Asking, AwayRules, Because, Gap, Guess, Part, cuts
from engine.domain.clock import wall_ms
from engine.domain.corrections import Correction, CorrectionKind, Said
from engine.domain.days import DayRule
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.overlays import effective
from engine.domain.presence import Presence
from engine.domain.stretches import LabelledStretch, LabelOverride
from engine.history.away import answered, bring_up, gaps_between, guesses
from engine.history.meetings import is_meeting

BERLIN = DayRule("Europe/Berlin")
RULES = AwayRules()
IDLE, LOCKED, PAUSED = away(Presence.IDLE), away(Presence.LOCKED), away(Presence.PAUSED)
NOON_MS = wall_ms(datetime.fromisoformat("2026-03-02T12:00+01:00"))
DAY_MS = 24 * 60 * MINUTE_MS


def meeting(one: LabelledStretch) -> bool:
    return is_meeting(one.what)


def asked(raw: Sequence[Activity], corrections: Sequence[Correction] = (), rules: AwayRules = RULES) -> list[Interval]:
    found = gaps_between(effective(raw, corrections), corrections, BERLIN, rules, meeting)
    return [interval for interval, _, _ in found]


def minutes(start: float, end: float, base_ms: int = NOON_MS) -> Interval:
    return Interval(base_ms + round(start * MINUTE_MS), base_ms + round(end * MINUTE_MS))


def test_a_gap_reaches_over_every_way_of_being_away() -> None:
    raw = day_of_looks(NOON_MS, (10, "code"), (5, IDLE), (20, LOCKED), (15, None), (10, "code"))
    assert asked(raw) == [minutes(10, 50)]


@pytest.mark.parametrize(("length", "wanted"), [(4.9, 0), (5, 1), (300, 1), (301, 0)])
def test_gaps_too_short_or_too_long_are_left_alone(length: float, wanted: int) -> None:
    assert len(asked(day_of_looks(NOON_MS, (10, "code"), (length, IDLE), (10, "code")))) == wanted


def test_time_the_person_paused_is_never_asked_about() -> None:
    assert asked(day_of_looks(NOON_MS, (10, "code"), (20, IDLE), (20, PAUSED), (10, "code"))) == []


def test_while_the_person_is_still_away_there_is_nothing_to_ask() -> None:
    assert asked(day_of_looks(NOON_MS, (10, "code"), (60, IDLE))) == []


@pytest.mark.parametrize(
    ("hour", "wanted"), [("20:00", True), ("21:00", False), ("23:00", False), ("04:00", False), ("05:00", True)]
)
def test_nights_are_not_asked_about(hour: str, wanted: bool) -> None:
    start = wall_ms(datetime.fromisoformat(f"2026-03-02T{hour}+01:00"))
    raw = [stretch(start - 10 * MINUTE_MS, 10, "code"), stretch(start + 180 * MINUTE_MS, 10, "code")]
    assert bool(asked(raw)) is wanted


def test_nobody_is_asked_what_they_did_in_a_meeting() -> None:
    for look in (seen("zoom"), seen("us.zoom.Zoom"), seen("firefox", "Meet – weekly – Mozilla Firefox")):
        assert asked(day_of_looks(NOON_MS, (10, look), (30, IDLE), (10, "code"))) == []
    assert is_meeting(seen("anything"), ("Work", "Meetings"))
    assert is_meeting(seen("wemeetapp.exe"))
    assert not is_meeting(seen("zoomable"))
    assert not is_meeting(seen("code", "meeting.py"))


@pytest.mark.parametrize(("end", "wanted"), [(40, False), (25, False), (24, True)])
def test_a_gap_is_answered_once_half_of_it_is(end: int, wanted: bool) -> None:
    raw = day_of_looks(NOON_MS, (10, "code"), (30, IDLE), (10, "code"))
    kept = Correction(CorrectionKind.REVERT, minutes(10, end), 0)
    assert bool(asked(raw, [kept])) is wanted


def guessed(raw: Sequence[Activity], earlier: Sequence[LabelledStretch] = ()) -> list[tuple[Because, str | None]]:
    ((interval, before, after),) = gaps_between(effective(raw, []), [], BERLIN, RULES, meeting)
    found = guesses(interval, before, after, earlier, BERLIN)
    return [(one.because, one.said.title if one.said else None) for one in found]


def added(days_ago: int, start: float, end: float, title: str, labels: LabelOverride | None = None) -> LabelledStretch:
    span = minutes(start, end, NOON_MS - days_ago * DAY_MS)
    made = Correction(CorrectionKind.ADD, span, 0, "offline", title, labels or LabelOverride(), "Europe/Berlin")
    return effective([], [made])[0]


LUNCH_GAP = day_of_looks(NOON_MS, (10, seen("code", "a")), (40, LOCKED), (10, seen("mail", "b")))


def test_without_habits_a_break_comes_first_then_what_was_around() -> None:
    assert guessed(LUNCH_GAP) == [(Because.BREAK, None), (Because.BEFORE, "a"), (Because.AFTER, "b")]


def test_a_short_gap_between_the_same_things_was_that_thing() -> None:
    raw = day_of_looks(NOON_MS, (10, seen("pdf", "paper")), (12, IDLE), (10, seen("pdf", "paper")))
    assert guessed(raw) == [(Because.WENT_ON, "paper"), (Because.BREAK, None)]


def test_habits_of_that_hour_come_first_the_most_frequent_before_the_latest() -> None:
    earlier = [added(3, 15, 45, "Lunch"), added(2, 20, 40, "Lunch"), added(1, 12, 30, "Gym"), added(1, 60, 90, "Call")]
    assert guessed(LUNCH_GAP, earlier)[:3] == [
        (Because.SAME_HOUR, "Lunch"),
        (Because.SAME_HOUR, "Gym"),
        (Because.BREAK, None),
    ]


def test_a_habit_brings_its_labels() -> None:
    ((interval, before, after),) = gaps_between(effective(LUNCH_GAP, []), [], BERLIN, RULES, meeting)
    first = guesses(interval, before, after, [added(1, 10, 40, "Lunch", LabelOverride(4))], BERLIN)[0]
    assert first == Guess(Because.SAME_HOUR, Said("offline", "Lunch", LabelOverride(4)), days=1)


def test_recorded_time_is_no_habit() -> None:
    recorded = effective([stretch(NOON_MS - DAY_MS, 50, "code")], [])
    assert all(because is not Because.SAME_HOUR for because, _ in guessed(LUNCH_GAP, recorded))


def test_habits_go_by_the_wall_clock_when_the_clocks_change() -> None:
    after_change = wall_ms(datetime.fromisoformat("2026-03-30T12:00+02:00"))
    before_change = wall_ms(datetime.fromisoformat("2026-03-28T12:00+01:00"))
    raw = day_of_looks(after_change, (10, "code"), (10, LOCKED), (10, "mail"))
    made = Correction(CorrectionKind.ADD, minutes(10, 20, before_change), 0, "offline", "Lunch")
    assert guessed(raw, effective([], [made]))[0] == (Because.SAME_HOUR, "Lunch")


GAPS = [Gap(minutes(10, 20), ()), Gap(minutes(60, 80), ())]


def brought(now_min: float, put_off: Sequence[Interval] = (), *, busy: bool = False) -> Asking:
    return bring_up(GAPS, put_off, NOON_MS + round(now_min * MINUTE_MS), BERLIN, RULES, busy=busy)


def test_a_fresh_gap_comes_alone_and_only_for_a_while() -> None:
    assert brought(81) == Asking((GAPS[1],))
    assert brought(110) == Asking((GAPS[1],))
    assert brought(111) == Asking()


def test_what_was_put_off_waits_for_the_evening_and_comes_together() -> None:
    assert brought(81, [GAPS[1].interval]) == Asking()
    assert brought(299, [GAPS[1].interval]) == Asking()
    assert brought(300, [GAPS[1].interval]) == Asking(tuple(GAPS), together=True)


def test_nothing_is_asked_in_a_meeting() -> None:
    assert brought(81, busy=True) == brought(300, busy=True) == Asking()


@given(st.integers(0, 10_000_000), st.integers(1, 10_000_000))
def test_cuts_lie_on_whole_minutes_inside_the_gap(start: int, length: int) -> None:
    gap = Interval(start, start + length)
    found = cuts(gap)
    assert all(start < moment < start + length and moment % MINUTE_MS == 0 for moment in found)
    assert len(found) == len(range(start // MINUTE_MS + 1, -(-(start + length) // MINUTE_MS)))


NOW = replace(ManualClock(zone="Europe/Berlin").now(), wall_ms=NOON_MS + 300 * MINUTE_MS)


def test_answers_become_time_that_counts_and_breaks_stay_what_they_were() -> None:
    raw = day_of_looks(NOON_MS, (10, "code"), (40, LOCKED), (10, "mail"))
    gap = minutes(10, 50)
    parts = [Part(minutes(10, 30), Said(title="Call with Bo", labels=LabelOverride(3))), Part(minutes(30, 50), None)]
    made = answered(gap, parts, NOW, effective(raw, [], gap))
    now = effective(raw, made)
    assert [(one.what.presence, one.what.title, one.interval.length_ms // MINUTE_MS) for one in now] == [
        (Presence.ACTIVE, "", 10),
        (Presence.ACTIVE, "Call with Bo", 20),
        (Presence.LOCKED, "", 20),
        (Presence.ACTIVE, "", 10),
    ]
    assert asked(raw, made) == []


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [Part(minutes(10, 40), None)],
        [Part(minutes(10, 30), None), Part(minutes(25, 50), None)],
        [Part(minutes(10, 50), Said())],
        [Part(minutes(10, 10), None), Part(minutes(10, 50), None)],
    ],
)
def test_parts_that_do_not_fill_the_gap_are_refused(parts: list[Part]) -> None:
    with pytest.raises(UsageError, match=r"fill the time away|Say what"):
        answered(minutes(10, 50), parts, NOW, [])
