"""Lets every system call that writes fail once, and from then on, and looks at what is left.

    .venv/bin/python tests/reliability/fault_injection.py [--step 1] [SCENARIO ...]

A real program runs under `strace -e inject` once for every N: its N-th pwrite64, write, fsync, fdatasync, ftruncate,
rename, unlink or mkdir fails with EIO or ENOSPC, alone or with all that follow. The program may succeed, or end with
one of Kairos' own errors; what it had been told is saved must be there afterwards, in a file that is whole, and where
one call failed alone, trying again must have saved everything. --step 7 takes every seventh N.
"""

from __future__ import annotations

import argparse
import errno
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent
for _folder in (_TESTS, _TESTS.parent):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))

from helpers import faulty_calls  # noqa: E402  (the path is set just above)
from helpers.fault_scenarios import FAULT_SCENARIOS  # noqa: E402
from helpers.faulty_calls import BROKEN, CALLS, FAILS_AT, NOT_REACHED, REFUSED, SAVED  # noqa: E402
from helpers.power_scenarios import Scenario  # noqa: E402


@dataclass(frozen=True)
class Fault:
    """What fails: a system call, with a code, and whether all later ones of its kind fail, too."""

    call: str
    code: int
    lasting: bool

    @property
    def words(self) -> str:
        """The fault in words."""
        return f"{self.call} {errno.errorcode[self.code]}{' from then on' if self.lasting else ''}"


FAULTS = tuple(
    Fault(call, code, lasting) for call in CALLS for code, lasting in ((errno.EIO, False), (errno.ENOSPC, True))
)


@dataclass
class Outcome:
    """How many programs ran with a fault in them, how they ended, and what was wrong."""

    runs: int = 0
    ended: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Return the outcome as one line."""
        return (
            f"{self.runs:5} runs, {self.ended[SAVED]} saved all the same, {self.ended[REFUSED]} refused in words, "
            f"{len(self.faults)} faults"
        )


@contextmanager
def in_memory() -> Iterator[Path]:
    """Give a folder that needs no disk, where there is one."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="kairos-fault-", dir=memory if memory.is_dir() else None) as room:
        yield Path(room)


def inject(scenario: Scenario, fault: Fault, room: Path, step: int = 1) -> Outcome:
    """Run the scenario once for every step-th N with the N-th call failing, and judge what each run left."""
    template = room / "template"
    template.mkdir(parents=True)
    scenario.prepare(template)
    (room / "program").write_text(scenario.program, encoding="utf-8")
    told = f"inject={fault.call}:error={errno.errorcode[fault.code]}:when={FAILS_AT}{'+' if fault.lasting else ''}"
    done = subprocess.run(
        (
            *("strace", "-f", "--seccomp-bpf", "-e", f"trace={fault.call}", "-e", told, "-e", "signal=none"),
            *("-o", "/dev/null", sys.executable, faulty_calls.__file__, str(room / "program"), str(template)),
            *(str(room), fault.call, str(fault.code), "lasting" if fault.lasting else "once", str(step)),
        ),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (_TESTS.parent, _TESTS)))},
    )
    if done.returncode:
        raise RuntimeError(f"{scenario.name}, {fault.words}: {done.stderr}")
    outcome = Outcome()
    for folder in sorted((one for one in room.iterdir() if one.name.isdigit()), key=lambda one: int(one.name)):
        _judge(scenario, fault, folder, outcome)
    return outcome


def _judge(scenario: Scenario, fault: Fault, folder: Path, outcome: Outcome) -> None:
    (said,) = (file for file in folder.parent.glob(f"{folder.name}.*") if file.suffix != ".told")
    status = int(said.suffix[1:].replace("-", "-"))
    if status == NOT_REACHED:
        return
    outcome.runs += 1
    outcome.ended[status] += 1
    where = f"{scenario.name}, {fault.words}, N = {folder.name}"
    if status not in {SAVED, REFUSED}:
        what = said.read_text(encoding="utf-8").splitlines()[-1:] if status == BROKEN else [f"ended with {status}"]
        outcome.faults.append(f"{where}: {' '.join(what)}")
    words = folder.with_suffix(".told").read_text(encoding="utf-8").splitlines()
    outcome.faults += [f"{where}: {found}" for found in scenario.check(folder, words)]


def main() -> int:
    """Run from the command line; 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenarios", nargs="*")
    parser.add_argument("--step", type=int, default=1)
    chosen = parser.parse_args()
    known = {scenario.name: scenario for scenario in FAULT_SCENARIOS}
    began, runs, faults = time.perf_counter(), 0, 0
    for scenario in [known[name] for name in chosen.scenarios] or FAULT_SCENARIOS:
        for fault in FAULTS:
            with in_memory() as room:
                outcome = inject(scenario, fault, room, chosen.step)
            if outcome.runs:
                print(f"{scenario.name:12} {fault.words:30} {outcome.line()}", flush=True)
            for found in outcome.faults[:5]:
                print(f"    {found}")
            runs += outcome.runs
            faults += len(outcome.faults)
    print(f"{runs} runs with a fault in them, {faults} faults, {time.perf_counter() - began:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
