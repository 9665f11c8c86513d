"""What is in front at a moment, and what was."""

from __future__ import annotations

import pytest
from helpers.streams import row, stream

from engine.domain.presence import Presence
from engine.domain.stream_row import StreamRow
from engine.mind.advise.moment import Moment, active_days, moment_of

NOW = 1_750_000_000.0
WORK = row(NOW - 3_000, NOW - 600, "editor", title="a.txt", category=2, document=5)


def at(*rows: StreamRow, now: float = NOW) -> Moment:
    return moment_of(stream(rows), now, 7_200.0)


def test_what_is_in_front_is_told() -> None:
    found = at(WORK, row(NOW - 600, NOW + 50, "browser", title="News", category=3))
    assert (found.app, found.title, found.category, found.document) == ("browser", "News", 3, 0)
    assert (found.recent, found.recent_ago_s) == ((5,), (600.0,))
    assert (found.local_s, found.now_ms) == (NOW + 7_200, round(NOW * 1000))
    assert found.stream.end_s[-1] == NOW  # nothing of what is to come


def test_our_own_window_is_looked_through() -> None:
    own = [row(NOW - 600, NOW - 90, "Kairos", title="Today"), row(NOW - 90, NOW, "kairos", title="Why?")]
    found = at(WORK, *own)
    assert (found.app, found.document) == ("editor", 5)


@pytest.mark.parametrize(
    "after",
    [
        [],  # nothing came for ten minutes
        [row(NOW - 600, NOW, "", presence=Presence.LOCKED)],
        [row(NOW - 400, NOW, "kairos")],  # and something was left out before it
    ],
)
def test_nothing_is_in_front_where_nobody_is_at_it(after: list[StreamRow]) -> None:
    found = at(WORK, *after)
    assert (found.app, found.title, found.category, found.document) == ("", "", 0, 0)
    assert found.recent == (5,)


def test_who_reads_for_long_has_left_what_was_before() -> None:
    work = row(NOW - 3_000, NOW - 1_000, "editor", document=5)
    assert at(work, row(NOW - 1_000, NOW, "kairos")).document == 0
    assert at().document == 0
    assert at(row(NOW - 10, NOW, "kairos")).app == ""


def test_documents_of_the_last_hours_come_each_once_the_last_one_last() -> None:
    shown = [(1, 50_000), (2, 9_000), (3, 6_000), (2, 3_000), (4, 100)]
    rows = [row(NOW - ago, NOW - ago + 60, "editor", document=number) for number, ago in shown]
    found = at(*rows)
    assert found.recent == (3, 2, 4)
    assert found.recent_ago_s == (5_940.0, 2_940.0, 40.0)


def test_days_count_that_hold_enough() -> None:
    day = 86_400.0
    rows = [
        row(NOW + number * day, NOW + number * day + length, "x") for number, length in enumerate((10, 2_000, 1_800))
    ]
    assert active_days(stream(rows), 1_800.0) == 2
    assert active_days(stream([]), 1.0) == 0
