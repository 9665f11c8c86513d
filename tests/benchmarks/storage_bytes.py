"""What a recorded year costs: bytes per activity, activities stored per second in bulk and one by one.

python tests/benchmarks/storage_bytes.py [--events N] [--year FILE] [--beats N]
FILE holds a table window(ts, dur, app, title), seconds; without it a seeded year is made up.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import accumulate
from pathlib import Path

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)

from engine.domain.activity import Activity, Observed  # noqa: E402
from engine.domain.changes import Begin, End  # noqa: E402
from engine.domain.presence import Presence  # noqa: E402
from engine.storage import driver  # noqa: E402
from engine.storage.activities import ActivityStore  # noqa: E402
from engine.storage.database import Database  # noqa: E402

_YEAR_MS = 365 * 24 * 3_600_000
_FIRST_MS = 1_761_955_200_000  # 2025-11-01
_WORDS = (
    "report budget plan review design server client parser index query cache window focus meeting notes draft "
    "invoice travel recipe garden weather market paper thesis chapter model dataset notebook deploy release"
).split()


def main() -> None:
    """Measure and print."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="kairos-storage-") as folder:
        path = Path(folder) / "kairos.sqlite3"
        database = Database.open(path)
        store = ActivityStore(database)
        began = time.perf_counter()
        written = store.insert_many(_given(options.year, options.events) if options.year else _made_up(options.events))
        bulk_s = time.perf_counter() - began
        database.checkpoint()
        size = path.stat().st_size
        beats_s = _one_by_one(store, options.beats)
        day_s = _one_day(store)
        sound = database.integrity() or ["ok"]
        database.close()
    show(
        f"storage, {written:,} activities",
        [
            Figure(
                "bytes per activity, indexes included", size / written, "at most 60", "ActivityWatch 186, arbtt 86-107"
            ),
            Figure("stored in bulk, per second", written / bulk_s, "at least 25,000", "ActivityWatch 3,000-3,700"),
            Figure(
                "stored one by one, safe on disk each, per second", options.beats / beats_s, "", "ActivityWatch 38-60"
            ),
            Figure("reading one day, ms", day_s * 1_000, "", ""),
            Figure(
                "largest memory of this process, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024, "", ""
            ),
        ],
    )
    sys.stdout.write(f"integrity: {', '.join(sound)}\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=200_000)
    parser.add_argument("--beats", type=int, default=500)
    parser.add_argument("--year", type=Path)
    return parser.parse_args()


def _given(year: Path, events: int) -> Iterator[Activity]:
    with closing(driver.load().connect(str(year))) as connection:
        wanted = "SELECT ts, dur, app, title FROM window LIMIT ?"
        for start_s, length_s, app, title in connection.execute(wanted, (events,)):
            what = Observed(Presence.ACTIVE, app, title, f"/usr/bin/{app}", "x11")
            yield Activity(round(start_s * 1_000), round((start_s + length_s) * 1_000), what, "Europe/Berlin")


def _made_up(events: int) -> Iterator[Activity]:
    chance = random.Random(7)
    weights = list(accumulate(1 / rank for rank in range(1, 26)))
    step_ms = _YEAR_MS // events
    for number in range(events):
        rank = chance.choices(range(25), cum_weights=weights)[0]
        words = " ".join(chance.choice(_WORDS) for _ in range(4 if chance.random() < 0.09 else 2))
        start_ms = _FIRST_MS + number * step_ms
        what = Observed(Presence.ACTIVE, f"app{rank}", f"{words} - a program's own name", f"/usr/bin/app{rank}", "x11")
        yield Activity(start_ms, start_ms + step_ms - chance.randrange(2) * step_ms // 8, what, "Europe/Berlin")


def _one_by_one(store: ActivityStore, count: int) -> float:
    bounds = store.bounds()
    now_ms = bounds.end_ms if bounds else _FIRST_MS
    began = time.perf_counter()
    for number in range(count):
        what = Observed(Presence.ACTIVE, f"app{number % 25}", f"window {number % 40}", "", "x11")
        store.apply([End(now_ms), Begin(now_ms, what, "Europe/Berlin")])
        now_ms += 5_000
    return time.perf_counter() - began


def _one_day(store: ActivityStore) -> float:
    middle_ms = _FIRST_MS + _YEAR_MS // 2
    began = time.perf_counter()
    store.between(middle_ms, middle_ms + 24 * 3_600_000)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
