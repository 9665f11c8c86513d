"""Asks a filled database for totals and prints what that cost, as JSON; started by totals.py."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from sqlalchemy import event  # noqa: E402  (the path is set just above)

from engine.domain.totals import Key  # noqa: E402
from engine.storage.database import Database  # noqa: E402
from engine.storage.totals import TotalStore  # noqa: E402

_DAY_MS = 24 * 3_600_000
_END_MS = 1_793_318_400_000 + _DAY_MS - 2 * 3_600_000  # the end of 2026-10-30 two hours east of Greenwich
_TIMES = 5


def main() -> None:
    """Measure and print."""
    path, years = Path(sys.argv[1]), int(sys.argv[2])
    spans = {"today": 1, "month": 30, "year": 365, "all": 365 * years}
    with closing(Database.open(path)) as database:
        statements: list[str] = []
        event.listen(database._engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
        totals = TotalStore(database)
        told: dict[str, object] = {}
        for name, days in spans.items():
            asking = partial(totals.total, _END_MS - days * _DAY_MS, _END_MS, (Key.CATEGORY,))
            told[name] = _measured(asking, statements)
    told["memory"] = _peak_mb()
    sys.stdout.write(json.dumps(told))


def _peak_mb() -> float:
    """Return the process's peak; what getrusage tells starts from the parent's."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1_024


def _measured(ask: Callable[[], object], statements: list[str]) -> dict[str, float]:
    """Return CPU and wall seconds of one call once it is warm, and how many statements it made."""
    ask()
    statements.clear()
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in range(_TIMES):
        ask()
    used, took = time.process_time() - cpu, time.perf_counter() - wall
    return {"cpu": used / _TIMES, "wall": took / _TIMES, "statements": len(statements) / _TIMES}


if __name__ == "__main__":
    main()
