"""Starts the window and the recorder many times at once, and lets many processes write.

    .venv/bin/python tests/reliability/starts.py [--count 50] [--writers 8] [--commits 200]

On a profile that is not there yet. Of the windows one stays, all others must end with status 0 after asking it to come
forward, without a word on a terminal; of the recorders one stays, all others end with status 0 and say who records. The
writers must never be told that the database is locked, and all they wrote must be there.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent
for _folder in (_TESTS, _TESTS.parent):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))

from helpers.desktop_programs import wait_until  # noqa: E402  (the path is set just above)
from helpers.storage_programs import finish, start  # noqa: E402

from engine.domain.commands import Receiver  # noqa: E402
from engine.locks import is_held  # noqa: E402
from engine.paths import ProfilePaths  # noqa: E402
from engine.storage.activities import ActivityStore  # noqa: E402
from engine.storage.commands import CommandQueue  # noqa: E402
from engine.storage.database import Database  # noqa: E402

PATIENCE_S = 900.0
_EVER = 1 << 43

_WRITER = """
import re
name, commits = sys.argv[2], int(sys.argv[3])
database = Database.open(path)
store = ActivityStore(database, source=name)
for number in range(commits):
    at = 1_000 + number * 10
    store.apply([End(at), Begin(at, seen(f"app {number % 5}", f"{name} {number}"), "UTC")])
database.close()
"""


@dataclass
class Outcome:
    """How many processes there were, how long all took, and what was wrong."""

    started: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)


def windows(paths: ProfilePaths, count: int) -> Outcome:
    """Start so many windows of one profile at once; one stays."""
    outcome = Outcome(count)
    with _started(("-m", "desktop_app"), paths, count, outcome) as running:
        stays = _the_one_that_stays(running, outcome)
        wait_until(lambda: is_held(paths.window_lock), "the window's lock", patience_s=PATIENCE_S)
        outcome.faults += [f"a window ended with {each.returncode}" for each in running if each.returncode]
        outcome.faults += [f"a window said {said!r}" for each in running if each is not stays and (said := _said(each))]
        wait_until(lambda: not _asked(paths), "the window to have heard all the others", patience_s=PATIENCE_S)
    return outcome


def recorders(paths: ProfilePaths, count: int) -> Outcome:
    """Start so many recorders of one profile at once; one stays."""
    outcome = Outcome(count)
    with _started(("-OO", "-m", "engine.recorder"), paths, count, outcome) as running:
        stays = _the_one_that_stays(running, outcome)
        for each in running:
            if each is not stays and (each.returncode or "recorded already" not in _said(each)):
                outcome.faults.append(f"a recorder ended with {each.returncode}: {_said(each)}")
    return outcome


def writers(path: Path, count: int, commits: int) -> Outcome:
    """Let so many processes commit at once; all their rows must be there."""
    outcome, began = Outcome(count), time.monotonic()
    running = [start(_WRITER, path, f"source {number}", str(commits)) for number in range(count)]
    for process in running:
        status, _, said = finish(process, seconds=PATIENCE_S)
        if status:
            outcome.faults.append(f"a writer failed: {said.splitlines()[-1]}")
    outcome.seconds = time.monotonic() - began
    with closing(Database.open(path)) as database:
        found = len(ActivityStore(database).between(0, _EVER))
        outcome.faults += database.integrity()
    if found != count * commits:
        outcome.faults.append(f"{found} rows are there of {count * commits}")
    return outcome


@contextmanager
def _started(
    words: tuple[str, ...], paths: ProfilePaths, count: int, outcome: Outcome
) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start the program so often, and end in good order what is left."""
    began = time.monotonic()
    command = (sys.executable, *words, "--profile", str(paths.folder))
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_TESTS.parent)}
    running = [
        subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(count)
    ]
    try:
        yield running
        outcome.seconds = time.monotonic() - began
    finally:
        for process in running:
            if process.poll() is None:
                process.terminate()
        for process in running:
            process.wait(30)
            if process.stdout is not None:
                process.stdout.close()
        _end_recorder(paths)


def _end_recorder(paths: ProfilePaths) -> None:
    """End the recorder that a window started."""
    if is_held(paths.recorder_lock):
        os.kill(int(paths.recorder_lock.read_text(encoding="ascii")), signal.SIGTERM)
        wait_until(lambda: not is_held(paths.recorder_lock), "the recorder to end", patience_s=30)


def _the_one_that_stays(running: list[subprocess.Popen[bytes]], outcome: Outcome) -> subprocess.Popen[bytes]:
    def left() -> list[subprocess.Popen[bytes]]:
        return [process for process in running if process.poll() is None]

    wait_until(lambda: len(left()) <= 1, "all but one to end", patience_s=PATIENCE_S)
    if not left():
        outcome.faults.append("none stayed")
    return (left() or running)[0]


def _said(process: subprocess.Popen[bytes]) -> str:
    return process.stdout.read().decode(errors="replace").strip() if process.stdout is not None else ""


def _asked(paths: ProfilePaths) -> bool:
    with closing(Database.open(paths.database)) as database:
        return bool(CommandQueue(database).waiting(Receiver.WINDOW))


def main() -> int:
    """Run from the command line; 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--commits", type=int, default=200)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kairos-starts-") as room:
        done = {
            "windows": windows(ProfilePaths(Path(room) / "windows"), chosen.count),
            "recorders": recorders(ProfilePaths(Path(room) / "recorders"), chosen.count),
            "writers": writers(Path(room) / "writers" / "kairos.sqlite3", chosen.writers, chosen.commits),
        }
    for name, outcome in done.items():
        print(f"{outcome.started} {name} at once: {len(outcome.faults)} faults, {outcome.seconds:.0f} s")
        for fault in outcome.faults[:10]:
            print(f"    {fault}")
    return 1 if any(outcome.faults for outcome in done.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
