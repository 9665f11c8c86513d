"""What encryption costs: recording, importing, asking for today and opening, each beside a plain file.

    python tests/benchmarks/encryption.py [--activities 2000000] [--changes 400]

Both files are filled in turns in one process, so that what else the machine does hits both. Memory is that of a process
of its own; with SQLCipher's cipher_memory_security on it is locked and wiped.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)

from engine.domain.activity import Activity, Observed  # noqa: E402
from engine.domain.changes import Begin, End  # noqa: E402
from engine.domain.database_key import DatabaseKey  # noqa: E402
from engine.domain.presence import Presence  # noqa: E402
from engine.domain.totals import Key  # noqa: E402
from engine.storage.activities import ActivityStore  # noqa: E402
from engine.storage.database import Database  # noqa: E402
from engine.storage.encryption import convert  # noqa: E402
from engine.storage.totals import TotalStore  # noqa: E402

_KEY = DatabaseKey(bytes(range(32)))
_KEYS = {"plain": None, "encrypted": _KEY}
_DAY_MS = 24 * 3_600_000
_PER_DAY = 1_200
_APPS, _TITLES = 60, 60_000
_PIECE = 100_000
_ASKED = 9
_MEMORY = """
import sys, time
from contextlib import closing
from pathlib import Path
from engine.domain.activity import Activity, Observed
from engine.domain.database_key import DatabaseKey
from engine.domain.presence import Presence
from engine.storage import cipher
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
if sys.argv[2] == "memory locked":
    unlock = cipher.unlock
    def locked(connection, key):
        connection.execute("PRAGMA cipher_memory_security = ON")
        unlock(connection, key)
    cipher.unlock = locked
key = None if sys.argv[2] == "plain" else DatabaseKey(bytes(range(32)))
began = time.process_time()
with closing(Database.open(Path(sys.argv[1]), key)) as database:
    seen = (Observed(Presence.ACTIVE, "app", f"title {number}", "", "x11") for number in range(20_000))
    ActivityStore(database).insert_many(Activity(n * 10, n * 10 + 10, one, "UTC") for n, one in enumerate(seen))
    database.checkpoint()
    print(next(line.split()[1] for line in Path("/proc/self/status").open() if line.startswith("VmRSS")))
    print(time.process_time() - began)
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--activities", type=int, default=2_000_000)
    parser.add_argument("--changes", type=int, default=400)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kairos-encryption-") as folder:
        paths = {name: Path(folder) / f"{name}.sqlite3" for name in _KEYS}
        figures = [
            *_imported(paths, options.activities),
            *_recorded(paths, options.changes),
            *_asked(paths, options.activities),
            *_opened(paths),
            *_memory(Path(folder)),
            *_converted(paths["plain"]),
        ]
    show("encryption", figures)


def _history(count: int) -> Iterator[Activity]:
    chance = random.Random(8)
    for number in range(count):
        day, place = divmod(number, _PER_DAY)
        start_ms = day * _DAY_MS + 9 * 3_600_000 + place * 24_000
        title = int(chance.random() ** 3 * _TITLES)
        what = Observed(Presence.ACTIVE, f"app {title % _APPS}", f"a title of a usual length {title}", "", "x11")
        yield Activity(start_ms, start_ms + chance.randrange(5_000, 24_000), what, "Europe/Berlin")


def _imported(paths: dict[str, Path], count: int) -> Iterator[Figure]:
    took = dict.fromkeys(paths, 0.0)
    used = dict.fromkeys(paths, 0.0)
    given = _history(count)
    while piece := list(islice(given, _PIECE)):
        for name, path in paths.items():
            with closing(Database.open(path, _KEYS[name])) as database:
                began, cpu_s = time.perf_counter(), time.process_time()
                ActivityStore(database).insert_many(piece)
                took[name] += time.perf_counter() - began
                used[name] += time.process_time() - cpu_s
    yield Figure("imported encrypted, activities per second", count / took["encrypted"])
    yield Figure("import, encrypted to plain", took["encrypted"] / took["plain"], "at most 1.3")
    yield Figure("the same in CPU time", used["encrypted"] / used["plain"])


def _recorded(paths: dict[str, Path], changes: int) -> Iterator[Figure]:
    opened = {name: Database.open(path, _KEYS[name]) for name, path in paths.items()}
    stores = {name: ActivityStore(database) for name, database in opened.items()}
    took: dict[str, list[float]] = {name: [] for name in paths}
    start_ms = 1 << 41
    for number in range(changes):
        at = start_ms + number * 10_000
        what = Observed(Presence.ACTIVE, f"app {number % 7}", f"window {number}", "", "x11")
        for name, store in stores.items():
            began = time.perf_counter()
            store.apply([End(at), Begin(at, what, "UTC")] if number else [Begin(at, what, "UTC")])
            took[name].append(time.perf_counter() - began)
    for database in opened.values():
        database.close()
    yield Figure("a change of windows committed, encrypted, ms", statistics.median(took["encrypted"]) * 1_000)
    yield Figure("recording, encrypted to plain", sum(took["encrypted"]) / sum(took["plain"]), "at most 1.3")


def _asked(paths: dict[str, Path], count: int) -> Iterator[Figure]:
    day_ms = (count - 1) // _PER_DAY * _DAY_MS

    def today(database: Database) -> None:
        TotalStore(database).total(day_ms, day_ms + _DAY_MS, (Key.APP, Key.PRESENCE))

    def timeline(database: Database) -> None:
        ActivityStore(database).between(day_ms, day_ms + _DAY_MS)

    asked: dict[str, Callable[[Database], None]] = {"today's totals": today, "today's activities": timeline}
    for what, ask in asked.items():
        told = {}
        for name, path in paths.items():
            took = []
            for _ in range(_ASKED):
                with closing(Database.open(path, _KEYS[name])) as database:  # nothing of it in memory yet
                    began, cpu_s = time.perf_counter(), time.process_time()
                    ask(database)
                    took.append((time.perf_counter() - began, time.process_time() - cpu_s))
            told[name] = [statistics.median(column) * 1_000 for column in zip(*took, strict=True)]
        yield Figure(f"{what} of {count:,}, encrypted, ms", told["encrypted"][0], "at most 50")
        yield Figure("the same in CPU time, ms", told["encrypted"][1], "at most 50")
        yield Figure("the same in CPU time, encrypted to plain", told["encrypted"][1] / told["plain"][1])


def _opened(paths: dict[str, Path]) -> Iterator[Figure]:
    for name, path in paths.items():
        took = []
        for _ in range(_ASKED):
            began = time.perf_counter()
            database = Database.open(path, _KEYS[name])
            took.append(time.perf_counter() - began)
            database.close()
        wanted = "at most 600, with its passphrase" if name == "encrypted" else ""
        yield Figure(f"opened with the key at hand, {name}, ms", statistics.median(took) * 1_000, wanted)


def _memory(folder: Path) -> Iterator[Figure]:
    for name in ("plain", "encrypted", "memory locked"):
        command = [sys.executable, "-c", _MEMORY, str(folder / f"{name}.memory"), name]
        kib, cpu_s = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        yield Figure(f"memory of a process that stores 20,000 activities, {name}, MB", int(kib) / 1_024)
        yield Figure("its CPU time, s", float(cpu_s))


def _converted(path: Path) -> Iterator[Figure]:
    began = time.perf_counter()
    convert(path, None, _KEY)
    yield Figure("encrypted, checked and put in its place, s", time.perf_counter() - began)


if __name__ == "__main__":
    main()
