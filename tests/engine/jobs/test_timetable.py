"""When jobs are due, over sleep, changed clocks, both changes of daylight saving, and restarts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from helpers.manual_clock import ManualClock

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE, utc, wall_ms
from engine.domain.days import DayRule
from engine.domain.job_runs import JobOutcome, JobPlan, JobState
from engine.jobs.timetable import RETRY_MS, Timetable

BERLIN = "Europe/Berlin"
MIN, HOUR = MS_PER_MINUTE, MS_PER_HOUR
HOURLY, DAILY = JobPlan("hourly", 3_600, rest_s=120), JobPlan("daily", 0, rest_s=20)
PLANS = (HOURLY, DAILY)


def at(text: str) -> int:
    """Return local time as UTC milliseconds."""
    return wall_ms(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(BERLIN)))


class Machine:
    """A machine whose recorder takes whatever is due, looking every 15 s while it is awake."""

    def __init__(self, start: str, day_starts: int = 0) -> None:
        self.clock = ManualClock(at(start), BERLIN)
        self.rule = DayRule(BERLIN, day_starts)
        self.stored: dict[str, JobState] = {}
        self.runs: list[tuple[str, int]] = []
        self.outcome = JobOutcome.DONE
        self.start()

    def start(self) -> None:
        """Start the recorder, knowing what is stored."""
        now = self.clock.now()
        self.table = Timetable(PLANS, self.stored, now)
        for name in self.table.moved:
            self.stored[name] = replace(self.stored[name], last_start_ms=now.wall_ms)

    def awake(self, minutes: float) -> None:
        """Let time pass."""
        for _ in range(int(minutes * 4)):
            self.clock.run(15_000)
            now = self.clock.now()
            self.table.look(now)
            for plan in PLANS:
                if self.table.next_ms(plan, now, self.rule) <= now.wall_ms:
                    self._run(plan)

    def _run(self, plan: JobPlan) -> None:
        now = self.clock.now()
        self.table.start(plan, now, self.rule)
        self.table.ended(plan.name, self.outcome)
        self.stored[plan.name] = JobState(plan.name, plan.every_s, now.wall_ms, now.wall_ms, self.outcome)
        self.runs.append((plan.name, now.wall_ms))

    def took(self, name: str) -> list[str]:
        """Return when a job ran, in local time."""
        zone = ZoneInfo(BERLIN)
        return [f"{utc(moment).astimezone(zone):%d %H:%M}" for one, moment in self.runs if one == name]


def test_a_fresh_profile_is_left_alone_for_a_moment_and_then_on_time() -> None:
    machine = Machine("2026-03-04T10:00")
    machine.awake(150)
    assert machine.took("hourly") == ["04 10:02", "04 11:02", "04 12:02"]
    assert machine.took("daily") == ["04 10:00"]


def test_turns_missed_in_sleep_are_made_up_for_once_after_a_rest() -> None:
    machine = Machine("2026-03-04T10:00")
    machine.awake(10)
    machine.clock.suspend(8 * HOUR)
    machine.awake(65)
    assert machine.took("hourly")[1:] == ["04 18:12", "04 19:12"]
    machine.clock.suspend(13 * HOUR)
    machine.awake(5)
    assert machine.took("daily") == ["04 10:00", "05 08:15"], "once, on waking the next day"


def test_sleep_over_two_days_plans_only_the_day_it_woke_on() -> None:
    machine = Machine("2026-03-04T10:00")
    machine.awake(10)
    machine.clock.suspend(50 * HOUR)
    machine.awake(30)
    assert machine.took("daily") == ["04 10:00", "06 12:10"]


def test_last_runs_count_across_restarts() -> None:
    machine = Machine("2026-03-04T10:00")
    machine.awake(30)
    machine.start()
    machine.awake(50)
    assert machine.took("hourly") == ["04 10:02", "04 11:02"]
    assert machine.took("daily") == ["04 10:00"]
    machine.clock.run(26 * HOUR)
    machine.start()
    machine.awake(10)
    assert machine.took("hourly")[2:] == ["05 13:22"]
    assert machine.took("daily")[1:] == ["05 13:20"]


@pytest.mark.parametrize("step_ms", [HOUR, -HOUR, 9 * HOUR, -9 * HOUR, 400 * 24 * HOUR, -400 * 24 * HOUR])
def test_a_clock_set_wrong_and_right_again_repeats_no_interval_and_starves_no_day(step_ms: int) -> None:
    machine = Machine("2026-03-04T10:00")
    machine.awake(30)
    machine.clock.set_back(step_ms)
    machine.awake(20)
    machine.clock.set_back(-step_ms)
    machine.awake(24 * 60)
    assert machine.took("hourly")[0] == "04 10:02"
    times = [moment for name, moment in machine.runs if name == "hourly"]
    assert len(times) == 25, "one an hour, whatever the clock said"
    on_fifth = [moment for moment in machine.took("daily") if moment.startswith("05 00:0")]
    assert len(on_fifth) == 1, "the next day is planned at its start"
    assert len([one for one in machine.took("daily") if one.startswith("04 ")]) == 1


@pytest.mark.parametrize(
    ("start", "day_starts", "expected"),
    [
        ("2026-03-28T22:00", 0, ["28 22:00", "29 00:00", "30 00:00"]),
        ("2026-03-28T22:00", 150, ["28 22:00", "29 03:00", "30 02:30"]),
        ("2026-10-24T22:00", 0, ["24 22:00", "25 00:00", "26 00:00"]),
        ("2026-10-24T22:00", 150, ["24 22:00", "25 02:30", "26 02:30"]),
    ],
)
def test_the_day_begins_once_over_both_changes_of_the_clocks(start: str, day_starts: int, expected: list[str]) -> None:
    machine = Machine(start, day_starts)
    machine.awake(31 * 60)
    assert machine.took("daily") == expected


def test_runs_stored_by_a_clock_far_ahead_starve_no_day_however_often_it_starts() -> None:
    machine = Machine("2030-01-01T10:00")
    machine.awake(5)
    machine.clock.set_back(at("2030-01-01T10:05") - at("2026-03-04T10:00"))
    for _ in range(3):
        machine.start()
        machine.awake(5)
        machine.clock.run(24 * HOUR)
    assert machine.took("daily") == ["01 10:00", "05 10:05", "06 10:10"]
    assert machine.took("hourly") == ["01 10:02", "05 10:07", "06 10:12"]


def test_a_clock_set_back_over_midnight_plans_the_day_once() -> None:
    machine = Machine("2026-03-04T23:30")
    machine.awake(45)
    machine.clock.set_back(HOUR)
    machine.awake(90)
    assert machine.took("daily") == ["04 23:30", "05 00:00"]


def failing(machine: Machine) -> None:
    machine.outcome = JobOutcome.FAILED


def cut_off(machine: Machine) -> None:
    machine.outcome = JobOutcome.CUT_OFF


@pytest.mark.parametrize("how", [failing, cut_off])
def test_a_days_run_that_failed_is_tried_again_in_an_hour_and_then_rests(how: Callable[[Machine], None]) -> None:
    machine = Machine("2026-03-04T10:00")
    how(machine)
    machine.awake(30)
    machine.outcome = JobOutcome.DONE
    machine.awake(300)
    moments = [moment for name, moment in machine.runs if name == "daily"]
    assert len(moments) == 2
    assert RETRY_MS <= moments[1] - moments[0] < RETRY_MS + 30_000
