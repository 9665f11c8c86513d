"""Which days the Plan page shows as time goes by."""

from __future__ import annotations

from pathlib import Path

from helpers.manual_clock import ManualClock
from helpers.plan_room import DAY, NOW, plan_room
from pytestqt.qtbot import QtBot

from desktop_app.pages.plan.navigator import PlanNavigator
from engine.domain.days import DayRule


def test_the_week_of_now_is_followed_and_another_one_is_left_in_peace() -> None:
    clock = ManualClock(NOW)
    navigator = PlanNavigator(clock, DayRule("UTC"), 0)
    navigator.follow()
    first = navigator.first
    assert navigator.holds(navigator.today())
    clock.run(15 * DAY)
    navigator.follow()
    assert navigator.first != first
    assert navigator.holds(navigator.today())
    navigator.turn(-1)
    looked_at = navigator.first
    clock.run(15 * DAY)
    navigator.follow()
    assert navigator.first == looked_at


def test_who_comes_back_to_the_page_weeks_later_sees_the_week_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    clock = ManualClock(NOW)
    with plan_room(qtbot, tmp_path, clock=clock) as room:
        room.page.hide()
        clock.run(15 * DAY)
        room.page.show()
        room.settle()
        assert room.page.planned is not None
        assert room.page.planned.days[0].start_ms <= clock.wall_ms < room.page.planned.days[-1].end_ms
