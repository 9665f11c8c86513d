"""Takes the power away at random instants of what Kairos writes, and opens what is left on the disk.

    .venv/bin/python tests/reliability/power_loss.py [--instants 10000] [--seed 1] [SCENARIO ...]

Every scenario is a real program run once under strace. Its writes are then replayed up to a random instant: what was
synced is there, of the rest any part, torn at sectors or pages; a name is sure only once its folder was synced. Kairos
opens what is left: nothing may be corrupt, refuse to open, or lack what the program had been told is saved.
"""

from __future__ import annotations

import argparse
import random
import shutil
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

from helpers.key_scenario import KEYS  # noqa: E402  (the path is set just above)
from helpers.power_scenarios import SCENARIOS, Scenario  # noqa: E402
from helpers.swap_scenario import SWAP  # noqa: E402
from helpers.torn_disk import TornDisk, lay_out  # noqa: E402
from helpers.write_trace import Trace, traced  # noqa: E402


@contextmanager
def in_memory() -> Iterator[Path]:
    """Give a folder that needs no disk, where there is one: what is tried is what was written, not how fast."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="kairos-power-", dir=memory if memory.is_dir() else None) as room:
        yield Path(room)


def recorded(scenario: Scenario, room: Path) -> tuple[Trace, TornDisk]:
    """Run the scenario's program in the room under strace; return its acts and the disk as it was before."""
    disk = room / "disk"
    disk.mkdir(parents=True)
    scenario.prepare(disk)
    before = TornDisk(disk)
    trace = traced(scenario.program, disk, log=room / "trace")
    (room / "trace").unlink()
    if trace.status:
        raise RuntimeError(f"{scenario.name}: {trace.said}")
    return trace, before


def instants(scenario: Scenario, room: Path, count: int, seed: int) -> Iterator[list[str]]:
    """Yield what was wrong after each of so many instants; empty where nothing was."""
    trace, disk = recorded(scenario, room)
    chance = random.Random(f"{scenario.name} {seed}")
    wanted = Counter(chance.randrange(len(trace.acts) + 1) for _ in range(count))
    after = room / "after"
    for number, act in enumerate([*trace.acts, None]):
        for _ in range(wanted[number]):
            shutil.rmtree(after, ignore_errors=True)
            after.mkdir()
            found = lay_out(disk.crash(chance), room / "disk", after)
            told = disk.said.decode().splitlines()
            faults = scenario.check(found, told)
            yield [f"{scenario.name}, after act {number} of {len(trace.acts)}: {fault}" for fault in faults]
        if act is not None:
            disk.act(act)


def power_loss(scenarios: list[Scenario], count: int, seed: int, room: Path) -> tuple[int, list[str]]:
    """Share so many instants among the scenarios by their weight; return how many there were and all faults."""
    weight = sum(scenario.weight for scenario in scenarios)
    done, faults = 0, []
    for scenario in scenarios:
        for found in instants(scenario, room / scenario.name, round(count * scenario.weight / weight), seed):
            done += 1
            faults += found
    return done, faults


def main() -> int:
    """Run from the command line; 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenarios", nargs="*")
    parser.add_argument("--instants", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    known = {scenario.name: scenario for scenario in (*SCENARIOS, SWAP, KEYS)}
    wanted = [known[name] for name in chosen.scenarios] or list(known.values())
    began = time.perf_counter()
    faults: list[str] = []
    done = 0
    with in_memory() as room:
        weight = sum(scenario.weight for scenario in wanted)
        for scenario in wanted:
            count = round(chosen.instants * scenario.weight / weight)
            here, found = power_loss([scenario], count, chosen.seed, room)
            print(f"{scenario.name:12} {here:6} instants {len(found):4} faults", flush=True)
            done += here
            faults += found
    print(f"{done} instants, {len(faults)} faults, {time.perf_counter() - began:.0f} s")
    for fault, number in Counter(faults).most_common(40):
        print(f"  {number} x {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
