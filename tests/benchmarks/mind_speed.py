"""What the learned models cost: training, memory, size, and how soon Today's cards are answered.

    python tests/benchmarks/mind_speed.py [PROFILE]    of a profile with history; a made-up year where none is named

Training: processor seconds of the first run, and of the next one, most memory.
Advice: from starting the process to its first answer, with the pipe and the start; then 50 worked out anew, eleven
minutes apart each, so that nothing said before is said again: the median and 95 of 100. Size: of the checkpoint.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from engine.bootstrap import build_engine  # noqa: E402
from engine.bootstrap.mind_advice import build_adviser, local_clock  # noqa: E402
from engine.bootstrap.mind_models import ModelsInUse  # noqa: E402
from engine.domain.model_status import TrainingRun  # noqa: E402
from engine.launch import Worker, WorkerJob  # noqa: E402
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
        took = sorted(anew(paths))
        print(
            f"advice worked out anew: median {statistics.median(took) * 1e3:.1f} ms, 95 of 100 "
            f"{took[int(0.95 * len(took))] * 1e3:.1f} ms"
        )


def told(which: str, run: TrainingRun, wall_s: float, memory_mb: float) -> None:
    """Print what a training cost."""
    print(f"{which}: {run.cpu_s:.1f} s of the processor, {wall_s:.0f} s, at most {memory_mb:.0f} MB", flush=True)


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


def anew(paths: ProfilePaths) -> list[float]:
    """Return how long each advice took, worked out anew."""
    database, clock = Database.open(paths.database), local_clock()
    with closing(database):
        adviser = build_adviser(database, paths, ModelsInUse(database, paths).models)
        now, took = clock.now(), []
        adviser.warm(now)
        for number in range(ASKED):
            then = replace(now, wall_ms=now.wall_ms + number * ELEVEN_MINUTES_MS)
            started = time.monotonic()
            adviser.advise(then)
            took.append(time.monotonic() - started)
    return took


def _memory_mb(pid: int) -> float:
    """Return the most memory a process had so far, 0 where the system does not tell or it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


if __name__ == "__main__":
    main()
