"""The demo's plan: believable around any day, there once, and never over a plan that is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from helpers.stored_plan import DAY, PlanRoom, plan_room, planned

from engine.api.demo_plan import fill_plan
from engine.domain.blocks import BlockKind, Occurrence
from engine.domain.clock import wall_ms
from engine.history.sample_days import planned_days
from engine.history.sample_person import FOCUS_WORK


@pytest.fixture
def room(tmp_path: Path) -> Iterator[PlanRoom]:
    with plan_room(tmp_path) as opened:
        yield opened


def _focus(room: PlanRoom, first: int, last: int) -> list[Occurrence]:
    now = room.clock.wall_ms
    found = room.plan.occurrences(now + first * DAY, now + last * DAY)
    return [one for one in found if one.block.about.kind is BlockKind.FOCUS]


@pytest.mark.parametrize("day", [(2026, 11, 20), (2026, 3, 30), (2026, 10, 26), (2027, 1, 2)])
def test_the_weeks_hold_meetings_focus_kept_and_missed_and_what_comes(
    room: PlanRoom, day: tuple[int, int, int]
) -> None:
    room.clock.wall_ms = wall_ms(datetime(*day, 12, tzinfo=UTC))
    assert fill_plan(room.database, 60, 1, room.clock.now()) > 15
    now = room.clock.wall_ms
    past, ahead = _focus(room, -28, 0), _focus(room, 1, 9)
    assert len(past) > 6
    assert len(ahead) > 3
    worked = [one.interval for one in planned_days(28, 1, room.clock.now()) if one.work in FOCUS_WORK]
    spent = [sum(part.length_ms for each in worked if (part := each.clip(one.interval))) for one in past]
    kept = [time / one.interval.length_ms for time, one in zip(spent, past, strict=True)]
    assert sum(share > 0.7 for share in kept) > len(kept) / 3
    assert any(share < 0.5 for share in kept)
    kinds = {one.block.about.kind for one in room.plan.occurrences(now - 7 * DAY, now + 7 * DAY)}
    assert kinds == {BlockKind.FOCUS, BlockKind.MEETING, BlockKind.BREAK, BlockKind.LEARNING}
    assert room.plan.conflicts(now - 28 * DAY, now + 9 * DAY) == []
    assert len(room.plan.flexible()) == 4


def test_a_plan_that_is_there_stays_and_the_sample_goes_in_one_undo(room: PlanRoom) -> None:
    assert fill_plan(room.database, 1, 1, room.clock.now()) > 5
    held = room.tables()
    assert fill_plan(room.database, 60, 2, room.clock.now()) == 0
    assert room.tables() == held
    assert room.plan.undo() == "Added a sample plan"
    assert room.tables() == ([], [])
    room.plan.add(planned("2030-11-23 09:00"))
    held = room.tables()
    assert fill_plan(room.database, 60, 1, room.clock.now()) == 0
    assert room.tables() == held
