"""A machine that slept for two hours, by its own clocks: nothing is done twice, nothing that matters is lost.

The clock that counts sleep is put ahead of the one that stands still in it, in the middle of a process's life, by a
time namespace of its own; the wall clock is moved with it, as waking up does.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SLEPT = """
import os, sys
from dataclasses import replace
from pathlib import Path
from engine.domain.blocks import About, Block, Occurrence
from engine.domain.clock import SystemClock
from engine.domain.days import DayRule
from engine.domain.intervals import Interval
from engine.domain.job_runs import JobOutcome, JobPlan
from engine.jobs.timetable import Timetable
from engine.planning.notify.service import Notifications, NotifyParts
from engine.settings import NotificationSettings
from engine.storage.database import Database
from engine.storage.notifications import NotificationStore

MINUTE, HOUR = 60_000, 3_600_000
rule = DayRule("UTC")
slept_file = Path(sys.argv[1]) / "slept"


class WakingClock:
    '''The machine's clocks; the wall clock is ahead by what the others say was slept.'''

    def __init__(self):
        self.machine = SystemClock(lambda: "UTC")
        first = self.machine.now()
        self.gap = first.boot_ms - first.awake_ms

    def now(self):
        now = self.machine.now()
        return replace(now, wall_ms=now.wall_ms + now.boot_ms - now.awake_ms - self.gap)


def sleep(seconds):
    '''Let two hours of sleep pass on the clock that counts it.'''
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    new_time = 0x80
    if libc.unshare(new_time):
        sys.exit(77)
    Path("/proc/self/timens_offsets").write_text(f"boottime {seconds} 0")
    inside = os.open("/proc/self/ns/time_for_children", os.O_RDONLY)
    if libc.setns(inside, new_time):
        sys.exit(77)


clock = WakingClock()
start = clock.now()
hourly, quarterly, ran = JobPlan("hourly", 3_600, rest_s=0), JobPlan("quarterly", 900, rest_s=0), []
table = Timetable([hourly, quarterly], {}, start)


def take():
    now = clock.now()
    table.look(now)
    for plan in (hourly, quarterly):
        if table.next_ms(plan, now, rule) <= now.wall_ms:
            table.start(plan, now, rule)
            table.ended(plan.name, JobOutcome.DONE)
            ran.append(plan.name)


def block(minutes, title):
    begins = start.wall_ms + minutes * MINUTE
    one = Block(About(title=title), Interval(begins, begins + HOUR), "UTC", id=minutes)
    return Occurrence(one.interval, one, begins)


blocks = [block(30, "slept over"), block(123, "ahead")]
database = Database.open(Path(sys.argv[1]) / "kairos.sqlite3")
settings = NotificationSettings(quiet_from=0, quiet_until=0, break_after=0, goals=False)
process = Notifications(NotifyParts(
    NotificationStore(database), clock, lambda: rule, lambda: settings,
    lambda a, b: [one for one in blocks if one.interval.clip(Interval(a, b))],
    lambda a, b: [], list, list, lambda: False, lambda: False))
said = []
for _ in range(3):
    take()
    said += process.due()
database.close()  # without its threads and files, so that the process may change its clocks
sleep(2 * 3_600)
for _ in range(3):
    take()
    said += process.due()
database.close()
assert clock.now().boot_ms - start.boot_ms >= 2 * HOUR, "the clocks did not part"
print(sorted(ran), [one.subject for one in said])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has time namespaces")
def test_two_hours_of_sleep_in_the_middle_of_a_life(tmp_path: Path) -> None:
    if shutil.which("unshare") is None:
        pytest.skip("unshare is not installed")
    allowed = subprocess.run(("unshare", "-T", "--boottime", "60", "true"), capture_output=True, check=False)
    if allowed.returncode:
        pytest.skip("this machine does not permit time namespaces of one's own")
    program = (sys.executable, "-c", SLEPT, str(tmp_path))
    done = subprocess.run(program, capture_output=True, text=True, check=False, cwd=ROOT, timeout=60)
    if done.returncode == 77:
        pytest.skip("this machine does not let a process change its own clocks")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[0] == "['hourly', 'hourly', 'quarterly', 'quarterly'] ['ahead']"
