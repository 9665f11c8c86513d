"""What the focus figures of a year cost: the first time, when each day is read, and from the days kept.

    python tests/benchmarks/focus_days.py [--events N]

The year is made up: working days of ten hours, stretches in thirty apps. Also timed: storing it with and without the
triggers that take kept days away, and one correction in the middle of it.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)
from helpers.manual_clock import ManualClock  # noqa: E402

from engine.domain.activity import Activity, Observed  # noqa: E402
from engine.domain.categories import CategoryTree  # noqa: E402
from engine.domain.clock import MS_PER_HOUR  # noqa: E402
from engine.domain.corrections import Correction, CorrectionKind  # noqa: E402
from engine.domain.days import DayRule  # noqa: E402
from engine.domain.intervals import Interval  # noqa: E402
from engine.domain.presence import Presence  # noqa: E402
from engine.reports.service import Reports  # noqa: E402
from engine.storage.activities import ActivityStore  # noqa: E402
from engine.storage.corrections import CorrectionStore  # noqa: E402
from engine.storage.database import Database  # noqa: E402
from engine.storage.focus_days import FocusDayStore  # noqa: E402
from engine.storage.heartbeat import HeartbeatFile  # noqa: E402
from engine.storage.snapshot import Snapshots  # noqa: E402

_DAYS = 365
_FIRST = date(2024, 1, 1)
_DAY_MS = 24 * MS_PER_HOUR
_START_MS = round(datetime(2024, 1, 1, tzinfo=UTC).timestamp()) * 1_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    events = parser.parse_args().events
    with tempfile.TemporaryDirectory(prefix="kairos-focus-") as folder:
        path = Path(folder)
        bare = _stored(path / "bare.sqlite3", events, triggers=False)[1]
        database, stored = _stored(path / "kairos.sqlite3", events, triggers=True)
        figures = [
            Figure("stored per CPU second without the triggers", bare),
            Figure("stored per CPU second with them", stored),
            *_asked(database, path / "beat"),
        ]
        database.close()
    show(f"focus figures of a year of {events:,} activities, seconds of CPU", figures)


def _asked(database: Database, beat: Path) -> list[Figure]:
    snapshots = Snapshots(database, None, HeartbeatFile(beat)).take
    clock = ManualClock()
    clock.wall_ms = _START_MS + 2 * _DAYS * _DAY_MS
    reports = Reports(
        snapshots,
        lambda: CategoryTree(()),
        lambda: DayRule("UTC"),
        clock,
        kept=FocusDayStore(database, snapshots),
    )
    year = reports.request(_FIRST, date(2024, 12, 30))
    figures = []
    for name, focus in (("totals alone", False), ("the first time", True), ("from the days kept", True)):
        began = time.process_time()
        reports.report(year, focus=focus)
        figures.append(Figure(f"report of the year, {name}", time.process_time() - began))
    moment = _START_MS + 180 * _DAY_MS + 12 * MS_PER_HOUR
    corrected = Correction(CorrectionKind.DELETE, Interval(moment, moment + MS_PER_HOUR), 1)
    CorrectionStore(database).apply([corrected])
    began = time.process_time()
    reports.report(year, focus=True)
    figures.append(Figure("after a correction of one hour", time.process_time() - began))
    with database.reading() as connection:
        wanted = "SELECT sum(length(figures) + length(lengths)) FROM focus_day"
        figures.append(Figure("kept, bytes per day", connection.exec_driver_sql(wanted).scalar_one() / _DAYS))
    return [*figures, Figure("largest memory, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024)]


def _stored(path: Path, events: int, *, triggers: bool) -> tuple[Database, float]:
    database = Database.open(path)
    if not triggers:
        with database.writing() as connection:
            for name in ("insert", "delete", "update"):
                connection.exec_driver_sql(f"DROP TRIGGER focus_day_{name}")
    began = time.process_time()
    ActivityStore(database).insert_many(_year(events))
    pace = events / (time.process_time() - began)
    return database, pace


def _year(events: int) -> Iterator[Activity]:
    chance, a_day = random.Random(1), max(1, events // _DAYS)
    for day in range(_DAYS):
        at_ms = _START_MS + day * _DAY_MS + 8 * MS_PER_HOUR
        for _ in range(a_day):
            end_ms = at_ms + round(chance.expovariate(a_day / (10 * MS_PER_HOUR))) + 1
            app, title = f"app {int(chance.paretovariate(1)) % 30}", f"title {chance.randrange(400)}"
            away = chance.random() < 0.02
            what = Observed(Presence.IDLE) if away else Observed(Presence.ACTIVE, app, title)
            yield Activity(at_ms, end_ms, what, "UTC")
            at_ms = end_ms


if __name__ == "__main__":
    main()
