"""What the resident recorder costs: memory, CPU and writing while one window stays in front, and its first event.

    python tests/benchmarks/recorder_cost.py [--seconds 300]

Runs on a throw-away X11 desktop; needs what the desktop tests need. CPU and writing are scaled from the seconds
measured, which begin once every job has had its first turn, two minutes after the start: what the first start of a
profile writes, its database above all, is told apart. That start also leaves more in memory than later ones do. Of the
steady writing most is the heartbeat's one page: the system writes it out as often as it likes, every half a minute on a
quiet machine, more often beside programs that write a lot.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent
for _folder in (_TESTS, _TESTS.parent):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)
from helpers.desktop_programs import wait_until  # noqa: E402
from helpers.desktop_x11 import X11Desktop, x11_desktop  # noqa: E402

from engine.domain.job_runs import JOBS, JobOutcome  # noqa: E402
from engine.paths import ProfilePaths  # noqa: E402
from engine.storage.activities import ActivityStore  # noqa: E402
from engine.storage.database import Database  # noqa: E402
from engine.storage.jobs import JobStore  # noqa: E402
from engine.tracking.launch import recorder_command  # noqa: E402

_LOOKED_EVERY_S = 5.0
_STARTED_S = 15.0


def measure(desktop: X11Desktop, folder: Path, seconds: float) -> list[Figure]:
    """Run the recorder beside one window for so many seconds."""
    desktop.xterm("one window")
    paths = ProfilePaths(folder / "profile").ensure()
    started = time.monotonic()
    recorder = desktop.programs.start(*recorder_command(paths.folder))
    wait_until(lambda: _stored(paths), "the first stored event", patience_s=60)
    first_s = time.monotonic() - started
    while not _every_job_had_a_turn(paths):
        time.sleep(_LOOKED_EVERY_S)
    cpu_s, written = _cpu_s(recorder), _written(recorder)
    time.sleep(seconds)
    used_s, wrote = _cpu_s(recorder) - cpu_s, _written(recorder) - written
    resident_kb = _resident_kb(recorder)
    recorder.terminate()
    recorder.wait()
    return [
        Figure("resident memory, first start of a profile, MB", resident_kb / 1_000, "at most 55", "ActivityWatch 138"),
        Figure("resident memory, started again, MB", _resident_again_kb(desktop, paths) / 1_000, "at most 55"),
        Figure("CPU per 5 minutes on one window, s", used_s * 300 / seconds, "at most 0.2", "ActivityWatch 1.5"),
        Figure("written per hour on one window, MB", wrote * 3_600 / seconds / 1e6, "at most 2", "ActivityWatch 48"),
        Figure("written by the first start of a profile, MB", written / 1e6),
        Figure("first event stored after start, s", first_s, "at most 2", "ActivityWatch 11.8"),
    ]


def _resident_again_kb(desktop: X11Desktop, paths: ProfilePaths) -> int:
    recorder = desktop.programs.start(*recorder_command(paths.folder))
    time.sleep(_STARTED_S)
    return _resident_kb(recorder)


def _every_job_had_a_turn(paths: ProfilePaths) -> bool:
    with closing(Database.open(paths.database)) as database:
        known = JobStore(database).all()
    over = {name for name, state in known.items() if state.outcome not in {None, JobOutcome.RUNNING}}
    return over >= {plan.name for plan in JOBS}


def _stored(paths: ProfilePaths) -> bool:
    if not paths.database.exists() or paths.database.stat().st_size == 0:
        return False
    with closing(Database.open(paths.database)) as database:
        return ActivityStore(database).count() > 0


def _cpu_s(process: subprocess.Popen[bytes]) -> float:
    """Return the CPU time of all its threads; schedstat counts nanoseconds where stat has 10 ms ticks."""
    tasks = Path(f"/proc/{process.pid}/task").glob("*/schedstat")
    return sum(int(task.read_text(encoding="ascii").split()[0]) for task in tasks) / 1e9


def _written(process: subprocess.Popen[bytes]) -> int:
    lines = Path(f"/proc/{process.pid}/io").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("write_bytes"))


def _resident_kb(process: subprocess.Popen[bytes]) -> int:
    lines = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=300.0)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kairos-cost-") as folder, x11_desktop(Path(folder) / "desktop") as desktop:
        show("The recorder", measure(desktop, Path(folder), chosen.seconds))


if __name__ == "__main__":
    main()
