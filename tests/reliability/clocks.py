"""Sets the clock, travels, sleeps, stalls and kills around every change of the clocks, and adds the days up.

    .venv/bin/python tests/reliability/clocks.py [--lives 10000] [--seed 1]

Each life is played through the real tracker into the real store: steps of the clock from a second to ten years either
way, twelve zones with their changes of the clocks, travel, suspend, stalls, kills. No activity may be negative or
overlap another one, and no day of any zone passed through may count more than it lasts.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent
for _folder in (_TESTS, _TESTS.parent):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))

from helpers.clock_lives import Life, lives, wrong_days, wrong_rows  # noqa: E402  (the path is set just above)
from hypothesis import HealthCheck, given, seed, settings  # noqa: E402

from engine.domain.totals import Key  # noqa: E402
from engine.storage.activities import ActivityStore  # noqa: E402
from engine.storage.database import Database  # noqa: E402
from engine.storage.totals import TotalStore  # noqa: E402

_EVER = 1 << 43
_RECORDED = (
    *("open_activity", "activity", "hour_total", "day_total", "month_total", "mixed_hour", "look", "title", "app"),
    *("focus_day", "sqlite_sequence"),
)


@contextmanager
def database_in_memory() -> Iterator[Database]:
    """Give a database that needs no disk, where there is memory to lie in."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="kairos-clocks-", dir=memory if memory.is_dir() else None) as room:
        database = Database.open(Path(room) / "kairos.sqlite3")
        try:
            yield database
        finally:
            database.close()


def faults_of(database: Database, zone: str, begin_ms: int, acts: list[tuple[str, int | str]]) -> list[str]:
    """Play one life into the emptied database and say what is wrong with what it recorded."""
    with database.writing() as connection:
        for table in _RECORDED:
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
    life = Life(ActivityStore(database), zone, begin_ms)
    life.play(acts)
    rows = life.store.between(0, _EVER)
    counted = sum(row.ms for row in TotalStore(database).total(0, _EVER, (Key.APP,)))
    lasted = sum(row.end_ms - row.start_ms for row in rows)
    totals = [] if counted == lasted else [f"the totals say {counted} ms, the rows {lasted} ms"]
    return [*wrong_rows(rows), *wrong_days(rows, life.zones, life.clock), *totals]


def main() -> int:
    """Run from the command line; an error of the first life that went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lives", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    began, acted = time.perf_counter(), 0
    with database_in_memory() as database:

        @seed(chosen.seed)
        @settings(max_examples=chosen.lives, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(lives())
        def play(life: tuple[str, int, list[tuple[str, int | str]]]) -> None:
            nonlocal acted
            acted += len(life[2])
            faults = faults_of(database, *life)
            if faults:
                raise RuntimeError("\n".join(faults))

        play()
    print(f"{chosen.lives} lives, {acted} acts, 0 faults, {time.perf_counter() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
