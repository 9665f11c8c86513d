"""Kills what Kairos does beside tracking, at random moments, while a recorder commits all the time.

    .venv/bin/python tests/reliability/kill_jobs.py [--rounds 2000] [--seed 1] [JOB ...]

JOB is tracking, indexing, export, training, migration, backup, conversion or all of them. Each round one process does
the job on a profile of made-up days and dies by SIGKILL somewhere between its first and its last moment; in every
fourth round the process that commits activities dies as well. It is a fork of this one, which has the libraries
loaded, so that kills fall into the work and not into the start. After every kill: each activity whose commit was
acknowledged is there unchanged, rows and totals agree, the file is sound, and what the job leaves is whole or absent.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent
for _folder in (_TESTS, _TESTS.parent):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))

from helpers.committer import Committer  # noqa: E402  (path set above)
from helpers.killed_jobs import JOBS, Room, judge, killed, preload, timed  # noqa: E402


@contextmanager
def in_memory() -> Iterator[Path]:
    """Give a folder that needs no disk, where there is one: a kill takes nothing from the disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="kairos-kills-", dir=memory if memory.is_dir() else None) as room:
        yield Path(room)


def kill_jobs(
    folder: Path, rounds: int, seed: int, names: list[str], *, tell: bool = False
) -> tuple[Counter[str], int, list[str]]:
    """Kill the jobs so many times in turn; return the kills of each, the rows acknowledged, and what was wrong."""
    preload()
    chance = random.Random(seed)
    room = Room(folder, chance)
    kills: Counter[str] = Counter()
    faults: list[str] = []
    lasts: dict[str, float] = {}
    committer = Committer(room.paths.database)
    for number in range(rounds):
        name = names[number % len(names)]
        job = JOBS[name]
        job.prepare(room)
        if name not in lasts:
            lasts[name] = timed(job, room)
            if tell:
                print(f"{name} lasts {lasts[name]:.2f} s", flush=True)
            job.prepare(room)
        with_committer = name == "tracking" or number % 4 == 0
        killed(job, room, chance.uniform(0, lasts[name]))
        kills[name] += 1
        if with_committer:
            committer.kill()
            kills["tracking"] += name != "tracking"
        faults += [f"round {number}, {name}: {one}" for one in [*committer.faults(), *judge(room), *job.check(room)]]
        if tell and number % 100 == 99:
            print(f"{number + 1} rounds, {committer.acknowledged} rows, {len(faults)} faults", flush=True)
    committer.end()
    faults += committer.faults(whole=True)
    return kills, committer.acknowledged, faults


def main() -> int:
    """Run from the command line; 1 where anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("jobs", nargs="*")
    parser.add_argument("--rounds", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    began = time.perf_counter()
    with in_memory() as folder:
        names = chosen.jobs or list(JOBS)
        kills, rows, faults = kill_jobs(folder, chosen.rounds, chosen.seed, names, tell=True)
    told = ", ".join(f"{number} of {name}" for name, number in sorted(kills.items()))
    print(
        f"{sum(kills.values())} kills ({told}); {rows} acknowledged rows, {len(faults)} faults; "
        f"{time.perf_counter() - began:.0f} s"
    )
    for fault in faults[:20]:
        print(f"  {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
