"""Kills the recorder, the window or both at random moments, and counts what is lost.

    python tests/reliability/kill_rounds.py --rounds 200 [--seed 1]

Runs on a throw-away X11 desktop. After every kill: each activity that was committed must be there unchanged, the
open one may lack its last LOST_MS at most, the file must be sound, and with the window open a new recorder must
be at work soon.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent
for _folder in (_TESTS, _TESTS.parent):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))

from helpers.desktop_programs import wait_until  # noqa: E402  (the path is set just above)
from helpers.desktop_x11 import X11Desktop, XWindow, now_ms, x11_desktop  # noqa: E402

from engine.domain.activity import Activity  # noqa: E402
from engine.locks import is_held  # noqa: E402
from engine.paths import ProfilePaths  # noqa: E402
from engine.storage.activities import ActivityStore  # noqa: E402
from engine.storage.database import Database  # noqa: E402
from engine.storage.heartbeat import Beat, HeartbeatFile  # noqa: E402

LOST_MS = 5_000
_EVER = 1 << 52
_WHOM = ("recorder", "both", "recorder", "window")


@dataclass
class Outcome:
    """What the rounds showed; times in milliseconds. broken: one sentence for each thing that must not be."""

    rounds: int = 0
    committed: int = 0
    lost_ms: list[int] = field(default_factory=list)
    back_ms: list[int] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Return the outcome as one line."""
        worst_lost, worst_back = max(self.lost_ms, default=0), max(self.back_ms, default=0)
        middle = sorted(self.back_ms)[len(self.back_ms) // 2] if self.back_ms else 0
        return (
            f"{self.rounds} kills, {self.committed} committed activities checked, {len(self.broken)} faults; "
            f"most lost of an open activity {worst_lost} ms; "
            f"recorder back after {middle} ms (median), {worst_back} ms (worst)"
        )


class Rounds:
    """A profile under fire."""

    def __init__(self, desktop: X11Desktop, folder: Path, seed: int, longest_s: float) -> None:
        self._desktop = desktop
        self._longest_s = longest_s
        self._paths = ProfilePaths(folder).ensure()
        self._random = random.Random(seed)
        self._windows: list[XWindow] = []
        self._app: subprocess.Popen[bytes] | None = None
        self._seen: dict[int, tuple[int, str, str]] = {}
        self.outcome = Outcome()

    def play(self, rounds: int) -> Outcome:
        """Run so many rounds."""
        self._paths.settings.write_text("first_run_done = true\n", encoding="utf-8")
        self._start_app()
        self._windows = [self._desktop.xterm(f"kill {number}") for number in range(2)]
        for number in range(rounds):
            self._work(number)
            self._kill(_WHOM[number % len(_WHOM)])
            self.outcome.rounds += 1
        return self.outcome

    def _start_app(self) -> None:
        self._app = self._desktop.programs.start(
            sys.executable, "-m", "desktop_app", "--profile", str(self._paths.folder)
        )
        wait_until(self._beats, "the recorder's heartbeat", patience_s=60)

    def _work(self, number: int) -> None:
        self._desktop.move_pointer(10 + number % 700, 20)
        until = time.monotonic() + self._random.uniform(0.5, self._longest_s)
        while time.monotonic() < until:
            window = self._random.choice(self._windows)
            if self._random.random() < 0.5:
                self._desktop.focus(window)
            else:
                self._desktop.retitle(window, f"round {number} {self._random.randrange(10_000)}")
            time.sleep(self._random.uniform(0.05, self._longest_s / 4))
            self._look()

    def _look(self) -> list[Activity]:
        """Remember what is committed; what was committed before must be unchanged."""
        with closing(Database.open(self._paths.database)) as database:
            found = ActivityStore(database).between(0, _EVER)
        there = {row.start_ms: (row.end_ms, row.what.app, row.what.title) for row in found if not row.open}
        for start_ms, row in self._seen.items():
            if there.get(start_ms) != row:
                self.outcome.broken.append(f"the activity of {start_ms} was {row}, is {there.get(start_ms)}")
        self._seen = there
        self.outcome.committed = len(there)
        return found

    def _kill(self, whom: str) -> None:
        beat = self._beat()
        if beat is None or self._app is None:
            self.outcome.broken.append("no heartbeat before the kill")
            return
        if whom != "recorder":
            os.kill(self._app.pid, signal.SIGKILL)
            self._app.wait()
        if whom != "window":
            os.kill(beat.pid, signal.SIGKILL)
        killed_ms = now_ms()
        opened = [row for row in self._look() if row.open]
        if whom != "recorder":
            self._start_app()
        if whom != "window":
            wait_until(lambda: self._beats(but=beat.pid), "a new recorder", patience_s=60)
            self.outcome.back_ms.append(now_ms() - killed_ms)
            self._check_open(opened, killed_ms)
        self._check_file()

    def _check_open(self, opened: list[Activity], killed_ms: int) -> None:
        """What was open at the kill must have been closed no earlier than LOST_MS before it."""
        after = {row.start_ms: row for row in self._look()}
        for row in opened:
            closed = after.get(row.start_ms)
            lost_ms = killed_ms - (closed.end_ms if closed else row.start_ms)
            self.outcome.lost_ms.append(lost_ms)
            if lost_ms > LOST_MS or (closed is not None and closed.open):
                self.outcome.broken.append(f"{lost_ms} ms of the open activity are gone")

    def _check_file(self) -> None:
        with closing(Database.open(self._paths.database)) as database:
            self.outcome.broken.extend(database.integrity())

    def _beat(self) -> Beat | None:
        with closing(HeartbeatFile(self._paths.heartbeat)) as file:
            return file.read()

    def _beats(self, but: int = 0) -> bool:
        beat = self._beat()
        return (
            beat is not None
            and beat.pid != but
            and is_held(self._paths.recorder_lock)
            and Path(f"/proc/{beat.pid}").exists()
            and now_ms() - beat.wall_ms < LOST_MS
        )


def kill_rounds(folder: Path, rounds: int, seed: int, longest_s: float = 6.5) -> Outcome:
    """Run the rounds on a fresh desktop and a fresh profile below folder, each kill within so many seconds of work."""
    with x11_desktop(folder / "desktop") as desktop:
        play = Rounds(desktop, folder / "profile", seed, longest_s)
        try:
            return play.play(rounds)
        finally:
            beat = play._beat()
            if beat is not None and Path(f"/proc/{beat.pid}").exists():
                os.kill(beat.pid, signal.SIGTERM)


def main() -> int:
    """Run from the command line; 1 where anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kairos-kill-") as folder:
        outcome = kill_rounds(Path(folder), chosen.rounds, chosen.seed)
    print(outcome.line())
    for fault in outcome.broken:
        print(f"  {fault}")
    return 1 if outcome.broken else 0


if __name__ == "__main__":
    sys.exit(main())
