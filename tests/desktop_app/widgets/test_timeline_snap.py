from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.widgets.timeline_snap import GRID_MS, snapped, stepped

MINUTE = 60_000
EIGHT = 1_795_248_000_000  # 2026-11-21 08:00 UTC


def utc(moment_ms: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=moment_ms)


@pytest.mark.parametrize(
    ("at", "edges", "wanted"),
    [
        (2 * MINUTE, [], 0),
        (2 * MINUTE + 30_000, [], 5 * MINUTE),
        (7 * MINUTE, [9 * MINUTE], 5 * MINUTE),  # too far from the edge
        (8 * MINUTE + 30_000, [9 * MINUTE], 9 * MINUTE),
        (9 * MINUTE + 30_000, [9 * MINUTE], 9 * MINUTE),
        (9 * MINUTE + 30_000, [9 * MINUTE, 9 * MINUTE + 40_000], 9 * MINUTE + 40_000),
    ],
)
def test_an_edge_close_by_wins_over_the_five_minutes(at: int, edges: list[int], wanted: int) -> None:
    assert snapped(EIGHT + at, [EIGHT + edge for edge in edges], MINUTE, utc) == EIGHT + wanted


def test_five_minutes_are_those_of_the_local_clock() -> None:
    odd = timedelta(minutes=2)  # old zones are not set to quarters of an hour

    def local(moment_ms: int) -> datetime:
        return utc(moment_ms) + odd

    assert snapped(EIGHT, [], 0, local) == EIGHT - 2 * MINUTE


def test_steps_go_on_by_five_minutes_and_stop_at_edges() -> None:
    edges = [EIGHT + 7 * MINUTE]
    places, at = [], EIGHT + MINUTE
    for _ in range(3):
        at = stepped(at, 1, edges, utc)
        places.append((at - EIGHT) // MINUTE)
    assert places == [5, 7, 10]
    for _ in range(3):
        at = stepped(at, -1, edges, utc)
        places.append((at - EIGHT) // MINUTE)
    assert places[3:] == [7, 5, 0]


def test_a_step_always_moves() -> None:
    for offset in range(0, GRID_MS, 7_001):
        assert stepped(EIGHT + offset, 1, [], utc) > EIGHT + offset
        assert stepped(EIGHT + offset, -1, [], utc) < EIGHT + offset
