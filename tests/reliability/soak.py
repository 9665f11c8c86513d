"""Opens every page of the window again and again while a recorder writes at 60 times its speed, and looks for leaks.

    .venv/bin/python tests/reliability/soak.py [--minutes 60] [--openings 500] [--days 60] [--back 0]

One window, without a display, on a profile of made-up days; a second process commits activities and beats as a recorder
does, an hour of them each minute, so that the last is written now, or so many days back: without --back the days on the
pages fill up, and what is drawn of them takes memory; with it they stay as they are. Every page is opened so many
times, evenly spread over the time. Printed: the slope of resident memory, widgets, threads, file descriptors and child
processes after the first fifth of the time, the largest write-ahead log, and how late the window's thread came to a
timer of 10 ms: 95, 99 of 100 and the worst, by the clock, which counts what other programs take, and by the processor
time of that thread.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import threading
import time
from array import array
from dataclasses import astuple, dataclass, fields
from itertools import accumulate, cycle
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent
for _folder in (_TESTS, _TESTS.parent):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from helpers.storage_programs import start  # noqa: E402  (path and platform are set just above)
from helpers.window_frame import make_frame  # noqa: E402
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from desktop_app.app import open_engine  # noqa: E402
from desktop_app.desk import Desk  # noqa: E402
from desktop_app.options import PAGES  # noqa: E402
from engine.paths import ProfilePaths  # noqa: E402
from engine.settings import load_settings  # noqa: E402

TICK_MS = 10
_LOOK_EVERY_S = 5.0
_WARM = 0.2  # of the time: pages are built, caches filled
_HOUR_S = 3_600.0
_TENTHS = 100_000  # ten seconds; what is longer counts as that

_WRITER = """
from engine.domain.health import RecorderState
from engine.storage.heartbeat import Beat, HeartbeatFile
minutes, back = float(sys.argv[2]), float(sys.argv[3])
database = Database.open(path)
store = ActivityStore(database)
beats = HeartbeatFile(path.with_name("heartbeat"))
began = time.time()
first = round((began - minutes * 3_600 - back * 86_400) * 1_000)  # 60 times as fast, so that the end is now, or back
at, until = first, round(first + minutes * 3_600_000)
number = 0
while at < until:
    open_id = store.apply([End(at), Begin(at, seen(f"app {number % 12}", f"title {number % 400}"), "UTC")])
    beats.write(Beat(open_id or 0, at, round(time.time() * 1_000), os.getpid(), RecorderState.RECORDING, 0, number),
                durable=False)
    if number % 240 == 0:
        database.checkpoint()
    number += 1
    at += 15_000
    time.sleep(max(0, began + (at - first) / 60_000 - time.time()))
"""


@dataclass(frozen=True, slots=True)
class Look:
    """What the process holds at one moment; memory in megabytes."""

    seconds: float
    memory: float
    widgets: int
    blocks: int
    threads: int
    files: int
    children: int


class Spread:
    """How often a time was so long, by tenths of a millisecond; takes the same memory however many are counted."""

    def __init__(self) -> None:
        self._counts = array("L", bytes(8 * _TENTHS))

    def add(self, milliseconds: float) -> None:
        """Count one."""
        self._counts[min(_TENTHS - 1, max(0, round(milliseconds * 10)))] += 1

    def below(self, share: float) -> float:
        """Return the milliseconds below which so large a share of the times lies."""
        wanted = sum(self._counts) * share
        for tenths, seen in enumerate(accumulate(self._counts)):
            if seen and seen >= wanted:
                return tenths / 10
        return 0.0


class Soak(QObject):
    """Opens pages by a timer and writes down what the process holds."""

    def __init__(self, desk: Desk, seconds: float, openings: int) -> None:
        super().__init__()
        self._desk = desk
        self._seconds = seconds
        self._left = openings * len(PAGES)
        self._pages = cycle(PAGES)
        self.opened = 0
        self.looks: list[Look] = []
        self.late = Spread()
        self.busy = Spread()
        self.log_bytes = 0
        self._began = time.monotonic()
        self._ticked, self._worked = self._began, time.thread_time()
        for every_ms, act in (
            (seconds * 1_000 / self._left, self._open),
            (TICK_MS, self._tick),
            (_LOOK_EVERY_S * 1_000, self._look),
        ):
            timer = QTimer(self, interval=max(1, round(every_ms)), timerType=Qt.TimerType.PreciseTimer)
            timer.timeout.connect(act)
            timer.start()

    def _open(self) -> None:
        if not self._left or time.monotonic() - self._began > self._seconds * 1.5:
            QCoreApplication.exit(0)
            return
        self._left -= 1
        self.opened += 1
        self._desk.window.show_page(next(self._pages))

    def _tick(self) -> None:
        now, worked = time.monotonic(), time.thread_time()
        self.late.add((now - self._ticked) * 1_000 - TICK_MS)
        self.busy.add((worked - self._worked) * 1_000)
        self._ticked, self._worked = now, worked

    def _look(self) -> None:
        log = self._desk.paths.database.with_name(self._desk.paths.database.name + "-wal")
        self.log_bytes = max(self.log_bytes, log.stat().st_size if log.exists() else 0)
        self.looks.append(
            Look(
                time.monotonic() - self._began,
                _resident_mb(),
                len(QApplication.allWidgets()),
                sys.getallocatedblocks(),
                len(list(Path("/proc/self/task").iterdir())),
                len(list(Path("/proc/self/fd").iterdir())),
                len(Path(f"/proc/self/task/{threading.main_thread().native_id}/children").read_text().split()),
            )
        )


def _resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6


def slopes(looks: list[Look]) -> dict[str, float]:
    """Return by how much each figure grew per hour, by least squares, after the warm-up."""
    late = [astuple(look) for look in looks if look.seconds > looks[-1].seconds * _WARM]
    times = [row[0] for row in late]
    middle = sum(times) / len(times)
    spread = sum((at - middle) ** 2 for at in times)
    return {
        name.name: sum((row[0] - middle) * row[place] for row in late) / spread * _HOUR_S
        for place, name in enumerate(fields(Look))
        if place
    }


def soak(folder: Path, minutes: float, openings: int, days: int, back: float = 0) -> Soak:
    """Run the window for so long and return what was seen."""
    paths = ProfilePaths(folder / "profile")
    words = ("-m", "engine.cli", "demo", "--days", str(days), "--no-window", "--profile", str(paths.folder))
    environ = {**os.environ, "PYTHONPATH": str(_TESTS.parent)}
    subprocess.run((sys.executable, *words), check=True, env=environ, stdout=subprocess.DEVNULL)
    app = QApplication.instance() or QApplication(["kairos", "-style", "fusion"])
    gc.disable()  # as the app does; its own sweeper collects
    settings = load_settings(paths.settings)
    desk = Desk(app, make_frame(app, settings), paths, settings, open_engine)  # type: ignore[arg-type]
    desk.launch = lambda _command: True
    desk.window.resize(1_200, 800)
    desk.window.show()
    desk.open()
    writer = start(_WRITER, paths.database, str(minutes), str(back))
    seen = Soak(desk, minutes * 60, openings)
    try:
        app.exec()
    finally:
        desk.close()
        writer.kill()
        writer.communicate()
    return seen


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--openings", type=int, default=500)
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--back", type=float, default=0, help="days before now that the recorder writes in")
    parser.add_argument("--every", action="store_true", help="print every look")
    chosen = parser.parse_args()
    os.environ["PYTHONPATH"] = str(_TESTS.parent)
    with tempfile.TemporaryDirectory(prefix="kairos-soak-") as folder:
        seen = soak(Path(folder), chosen.minutes, chosen.openings, chosen.days, chosen.back)
    for look in seen.looks if chosen.every else (seen.looks[0], seen.looks[-1]):
        print(look)
    load = Path("/proc/loadavg").read_text(encoding="ascii").split()[1]
    print(f"{seen.opened} openings of {len(PAGES)} pages in {seen.looks[-1].seconds / 60:.1f} minutes, load {load}")
    print("per hour: " + ", ".join(f"{name} {value:+.2f}" for name, value in slopes(seen.looks).items()))
    print(f"largest log {seen.log_bytes / 1e6:.1f} MB")
    for name, values in (("late by the clock", seen.late), ("busy by processor time", seen.busy)):
        told = ", ".join(f"{values.below(share):.0f} ms" for share in (0.95, 0.99, 1.0))
        print(f"{name}, 95 and 99 of 100, worst: {told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
