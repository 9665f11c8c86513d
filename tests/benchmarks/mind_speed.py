"""What the learned models cost: training, memory, size, and how soon Today's cards are answered.

    python tests/benchmarks/mind_speed.py [PROFILE]    of a profile with history; a made-up year where none is named

Training: processor seconds of the first run, and of the next one, most memory.
Advice: from starting the process to its first answer, with the pipe and the start; then 50 worked out anew, eleven
minutes apart each, so that nothing said before is said again: the median and 95 of 100. Size: of the checkpoint.
The next minutes: told of the last 50 moments in which something else came to the front, and asked through the pipe.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from engine.bootstrap import build_engine  # noqa: E402
from engine.bootstrap.mind_advice import build_adviser, live_stream, local_clock  # noqa: E402
from engine.bootstrap.mind_models import ModelsInUse  # noqa: E402
from engine.domain.model_status import TrainingRun  # noqa: E402
from engine.launch import Worker, WorkerJob  # noqa: E402
from engine.mind.advise.foresee import Foreseer  # noqa: E402
from engine.paths import ProfilePaths  # noqa: E402
from engine.storage.database import Database  # noqa: E402
from engine.talking import Asker  # noqa: E402

DAYS = 365
ASKED = 50
ELEVEN_MINUTES_MS = 660_000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        paths = ProfilePaths(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "profile")
        engine = build_engine(paths.ensure())
        with closing(engine):
            if len(sys.argv) == 1:
                engine.demo.fill(DAYS, 1)
                engine.demo.write_documents(Path(folder) / "documents", DAYS, 1)
                engine.document_use.match()
            print(f"active days: {engine.mind.status().active_days}")
            engine.mind.reset()
        told("first training", *trained(paths))
        run, wall_s, memory_mb = trained(paths)
        told("next training", run, wall_s, memory_mb)
        for head in run.heads:
            print(
                f"  {head.head.value:14} {head.metric} {head.ours:.4f}, {head.baseline_name} {head.baseline:.4f}, "
                f"{head.low:+.4f} to {head.high:+.4f}, {head.cases} cases, {'live' if head.live else 'not live'}"
            )
        size = sum(path.stat().st_size for path in paths.models.glob(f"run-{run.id}.*"))
        print(f"model: {run.parameters:,} numbers, {size / 1e6:.2f} MB")
        cold_s, memory_mb = asked(paths)
        print(f"first advice, with the start of the process: {cold_s:.2f} s; it then has {memory_mb:.0f} MB")
        told_times("advice worked out anew", anew(paths))
        told_times("the next minutes worked out anew", next_minutes(paths))
        first_s, again = asked_soon(paths)
        print(f"the next minutes asked first, with the start of the process: {first_s:.2f} s")
        told_times("asked again through the pipe", again)
        print(f"load: {', '.join(f'{one:.1f}' for one in os.getloadavg())} on {os.cpu_count()} cores")


def told(which: str, run: TrainingRun, wall_s: float, memory_mb: float) -> None:
    """Print what a training cost."""
    print(f"{which}: {run.cpu_s:.1f} s of the processor, {wall_s:.0f} s, at most {memory_mb:.0f} MB", flush=True)


def told_times(which: str, took: list[tuple[float, float]]) -> None:
    """Print the median and 95 of 100 of pairs of seconds: by the clock, of the processor."""
    clock, cpu = (sorted(one[place] * 1e3 for one in took) for place in (0, 1))
    print(
        f"{which}: median {statistics.median(clock):.1f} ms, 95 of 100 {clock[int(0.95 * len(clock))]:.1f} ms; "
        f"of the processor {statistics.median(cpu):.1f} and {cpu[int(0.95 * len(cpu))]:.1f} ms",
        flush=True,
    )


def trained(paths: ProfilePaths) -> tuple[TrainingRun, float, float]:
    """Return a training run, how long it took, and the most memory it had."""
    started, most = time.monotonic(), 0.0
    worker = Worker(WorkerJob.TRAIN, paths.folder, "--at-once")
    while worker.runs():
        most = max(most, _memory_mb(worker.pid))
        time.sleep(0.05)
    worker.end()
    engine = build_engine(paths)
    with closing(engine):
        return engine.mind.status().runs[0], time.monotonic() - started, most


def asked(paths: ProfilePaths) -> tuple[float, float]:
    """Return how long the first advice took, and the most memory of who gives it."""
    workers: list[Worker] = []

    def start() -> Worker:
        workers.append(Worker(WorkerJob.ADVISE, paths.folder, talks=True))
        return workers[-1]

    with closing(Asker(start)) as asker:
        started = time.monotonic()
        told = asker.ask({"ask": "advice"}, seconds=60)
        took = time.monotonic() - started
        if "error" in told:
            raise SystemExit(told["error"]["message"])
        return took, _memory_mb(workers[0].pid)


def asked_soon(paths: ProfilePaths) -> tuple[float, list[tuple[float, float]]]:
    """Return how long the first question for the next minutes took, and the ones after it, through the pipe."""
    with closing(Asker(lambda: Worker(WorkerJob.ADVISE, paths.folder, talks=True))) as asker:
        took = [timed(lambda: asker.ask({"ask": "soon"}, seconds=60)) for _ in range(ASKED)]
    return took[0][0], took[1:]


def anew(paths: ProfilePaths) -> list[tuple[float, float]]:
    """Return how long each advice took, worked out anew."""
    database, clock = Database.open(paths.database), local_clock()
    with closing(database):
        adviser = build_adviser(database, paths, ModelsInUse(database, paths).models)
        now = clock.now()
        adviser.warm(now)
        moments = [replace(now, wall_ms=now.wall_ms + number * ELEVEN_MINUTES_MS) for number in range(ASKED)]
        return [timed(partial(adviser.advise, one)) for one in moments]


def next_minutes(paths: ProfilePaths) -> list[tuple[float, float]]:
    """Return how long telling the next minutes took, at the last moments in which something was in front."""
    database, clock = Database.open(paths.database), local_clock()
    with closing(database):
        active = live_stream(database, paths).upto(clock.now().wall_ms).active()
        foreseer = Foreseer(live_stream(database, paths).upto, ModelsInUse(database, paths).seers)
        moments = [round(one * 1_000) - 1 for one in active.end_s[-ASKED - 1 :].tolist()]
        told = [timed(partial(foreseer.soon, one)) for one in moments]
    return told[1:]


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """Return how long it took: by the clock, and of this process's processor time."""
    started, cpu = time.monotonic(), time.process_time()
    act()
    return time.monotonic() - started, time.process_time() - cpu


def _memory_mb(pid: int) -> float:
    """Return the most memory a process had so far, 0 where the system does not tell or it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


if __name__ == "__main__":
    main()
