"""When to ask how focused the last half hour was."""

from __future__ import annotations

import pytest

from engine.domain.intervals import Interval
from engine.domain.offers import FocusRating
from engine.domain.presence import Presence
from engine.domain.rating_moment import APART_MS, RATED_MS, rated_half_hour, rating_due
from engine.domain.stream_row import StreamRow

MINUTE = 60_000
NOW = 1_000 * MINUTE
DAY_START = 0


def _rows(*parts: tuple[str, float]) -> list[StreamRow]:
    """Return what was in front until NOW: app and minutes each; "-" for being away."""
    rows: list[StreamRow] = []
    end = NOW
    for app, minutes in reversed(parts):
        start = end - round(minutes * MINUTE)
        presence = Presence.IDLE if app == "-" else Presence.ACTIVE
        rows.insert(0, StreamRow(start, end, "UTC", presence, "" if app == "-" else app, "", 0, 0))
        end = start
    return rows


def _due(rows: list[StreamRow], *ratings_ago_ms: int, meeting: str = "", day_start_ms: int = DAY_START) -> bool:
    ratings = [FocusRating(NOW - ago_ms, 3) for ago_ms in ratings_ago_ms]
    return rating_due(rows, ratings, day_start_ms, NOW, lambda row: row.app == meeting)


BACK = [("editor", 30), ("-", 10), ("editor", 2)]


@pytest.mark.parametrize(
    ("parts", "due"),
    [
        (BACK, True),
        ([("editor", 30), ("-", 2), ("editor", 2)], False),  # hardly away
        ([("editor", 30), ("-", 10), ("editor", 6)], False),  # back for a while already
        ([("editor", 10), ("-", 10), ("editor", 2)], False),  # there is hardly anything to rate
        ([("editor", 30), ("-", 10)], False),  # away now
        ([("editor", 26), ("mail", 1)], True),  # a long stretch ended
        ([("editor", 13), ("mail", 0.5), ("editor", 13), ("mail", 2)], True),  # a glance elsewhere does not end it
        ([("editor", 13), ("mail", 2), ("editor", 13), ("mail", 2)], False),
        ([("editor", 26), ("mail", 8)], False),  # and it ended long ago
        ([("editor", 40)], False),  # nobody is asked in the middle of it
        ([], False),
    ],
)
def test_asked_at_breaks_only(parts: list[tuple[str, float]], due: bool) -> None:
    assert _due(_rows(*parts)) is due


def test_three_times_a_day_and_never_soon_again() -> None:
    rows = _rows(*BACK)
    assert not _due(rows, APART_MS - 1)
    assert _due(rows, APART_MS)
    hours = [2 * APART_MS, 3 * APART_MS, 4 * APART_MS]
    assert not _due(rows, *hours)
    assert _due(rows, *hours[:2])
    assert _due(rows, *hours, day_start_ms=NOW - 3 * APART_MS)


def test_never_in_a_meeting_nor_of_one() -> None:
    assert not _due(_rows(("editor", 30), ("-", 10), ("zoom", 2)), meeting="zoom")
    assert not _due(_rows(("zoom", 26), ("mail", 1)), meeting="zoom")
    assert _due(_rows(("zoom", 30), *BACK), meeting="zoom")


def test_the_half_hour_is_that_before_the_break() -> None:
    before = NOW - 12 * MINUTE
    assert rated_half_hour(_rows(*BACK), NOW) == Interval(before - RATED_MS, before)
    assert rated_half_hour(_rows(("editor", 26), ("mail", 1)), NOW) == Interval(NOW - RATED_MS, NOW)
    assert rated_half_hour([], NOW) == Interval(NOW - RATED_MS, NOW)
