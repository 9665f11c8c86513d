"""What it costs to tell the sessions of a day, started ones and those seen afterwards, and to ask how one stands.

    python tests/benchmarks/focus_sessions.py

First the year of `kairos demo`, then one day of 4,100 activities, as many as the busiest recorded people have.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)

from engine.api import Engine  # noqa: E402
from engine.bootstrap import build_engine  # noqa: E402
from engine.bootstrap.rules import rules_in_force  # noqa: E402
from engine.domain.activity import Activity, Observed  # noqa: E402
from engine.domain.clock import MS_PER_HOUR, SystemClock  # noqa: E402
from engine.domain.presence import Presence  # noqa: E402
from engine.paths import ProfilePaths  # noqa: E402
from engine.storage.activities import ActivityStore  # noqa: E402
from engine.storage.database import Database  # noqa: E402

_DAY_MS = 24 * MS_PER_HOUR
_BUSY = 4_100
_APPS = ("code", "kitty", "okular", "firefox", "thunderbird")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="kairos-sessions-") as folder:
        engine = _opened(Path(folder) / "demo")
        engine.demo.fill(365)
        now_ms = SystemClock(lambda: "UTC").now().wall_ms
        days = [_ms(partial(engine.focus.sessions, at, at + _DAY_MS)) for at in _days(now_ms)]
        found = sum(len(engine.focus.sessions(at, at + _DAY_MS)) for at in _days(now_ms))
        engine.focus.start()
        asked = statistics.median(_ms(engine.focus.now) for _ in range(50))
        engine.close()
        busy = _opened(Path(folder) / "busy")
        start_ms = _store_busy_day(busy.paths, now_ms)
        busiest = min(_ms(partial(busy.focus.sessions, start_ms, start_ms + _DAY_MS)) for _ in range(5))
        busy.close()
    figures = [
        Figure("sessions of a demo day, ms, median", statistics.median(days), "well under 100"),
        Figure("the slowest of 60", max(days)),
        Figure("sessions a day", found / len(days)),
        Figure("how the running session stands, ms", asked),
        Figure("sessions of a day of 4,100 activities, ms", busiest, "100"),
    ]
    show("Focus sessions", figures)


def _days(now_ms: int) -> list[int]:
    return [now_ms - back * _DAY_MS for back in range(1, 61)]


def _ms(ask: Callable[[], object]) -> float:
    began = time.process_time()
    ask()
    return (time.process_time() - began) * 1_000


def _opened(folder: Path) -> Engine:
    engine = build_engine(ProfilePaths(folder))
    engine.rules.install(engine.rules.starter("en"))
    return engine


def _store_busy_day(paths: ProfilePaths, now_ms: int) -> int:
    dice, at, activities = random.Random(1), now_ms - 2 * _DAY_MS, []
    start_ms = at
    for _ in range(_BUSY):
        end = at + dice.choice((2_000, 4_000, 8_000, 20_000))
        app, title = dice.choices(_APPS, (8, 3, 2, 2, 1))[0], f"title {dice.randrange(900)}"
        activities.append(Activity(at, end, Observed(Presence.ACTIVE, app, title, platform="x11"), "UTC"))
        at = end
    database = Database.open(paths.database)
    ActivityStore(database, labeller=rules_in_force(database)).insert_many(activities)
    database.close()
    return start_ms


if __name__ == "__main__":
    main()
