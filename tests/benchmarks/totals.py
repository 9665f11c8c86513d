"""What reports cost over a year and over five: totals, the first import, an edit of a rule, memory, and room.

    python tests/benchmarks/totals.py --year YEAR [--rules RULES] [--floor SCRIPT] [--years 5]

YEAR holds a table window(ts, dur, app, title), seconds; RULES is a JSON list of [category path, pattern] pairs; SCRIPT
is run with both and prints what the same totals cost when each distinct pair is matched once, without anything stored.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)

from engine.domain.activity import Activity, Observed  # noqa: E402
from engine.domain.categories import Labels  # noqa: E402
from engine.domain.look import Look  # noqa: E402
from engine.domain.presence import Presence  # noqa: E402
from engine.domain.totals import Key  # noqa: E402
from engine.storage import driver  # noqa: E402
from engine.storage.activities import ActivityStore  # noqa: E402
from engine.storage.categories import CategoryStore  # noqa: E402
from engine.storage.database import Database  # noqa: E402
from engine.storage.looks import LookStore  # noqa: E402
from engine.storage.rules import RuleStore  # noqa: E402
from engine.storage.totals import TotalStore  # noqa: E402

_DAY_MS = 24 * 3_600_000
_YEAR_MS = 365 * _DAY_MS
_LAST_DAY_MS = 1_793_318_400_000  # 2026-10-30, as the floor has it
_BY = (Key.CATEGORY, Key.PRESENCE)
_SPANS = (("today", 1, "1.0 s", 0.05), ("month", 30, "20 s", 0.48), ("year", 365, "228 s", 4.0))


@dataclass(slots=True)
class Rules:
    """The deepest category whose pattern is found in app or title."""

    patterns: list[tuple[int, int, re.Pattern[str]]]
    revision: int

    def __call__(self, look: Look) -> Labels:
        found = [
            (depth, number)
            for depth, number, pattern in self.patterns
            if pattern.search(look.app) or pattern.search(look.title)
        ]
        return Labels(max(found)[1] if found else None)


def main() -> None:
    """Measure and print."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="kairos-totals-") as folder:
        path = Path(folder) / "kairos.sqlite3"
        figures = [*_filled(path, options), *_asked(path, options.years), *_edited(path)]
    show("totals", figures)
    if options.floor:
        floor = [sys.executable, str(options.floor), str(options.year), str(options.rules)]
        sys.stdout.write("the floor, each three times as (wall s, CPU s, pairs, categories):\n")
        sys.stdout.flush()
        subprocess.run(floor, check=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--year", type=Path, required=True)
    parser.add_argument("--rules", type=Path)
    parser.add_argument("--floor", type=Path)
    parser.add_argument("--years", type=int, default=1)
    return parser.parse_args()


def _filled(path: Path, options: argparse.Namespace) -> Iterator[Figure]:
    with closing(Database.open(path)) as database:
        store = ActivityStore(database, labeller=_rules(database, options.rules))
        began, cpu_s = time.perf_counter(), time.process_time()
        written = store.insert_many(_given(options.year, 0))
        took_s, used_s = time.perf_counter() - began, time.process_time() - cpu_s
        yield Figure(
            "imported with labels and totals, per second", written / took_s, "at least 25,000",
            "ActivityWatch 3,000-3,700, without totals",
        )  # fmt: skip
        yield Figure("the same per CPU second, where others use the machine", written / used_s)
        database.checkpoint()
        size = path.stat().st_size / written
        yield Figure("bytes per activity, everything", size, "at most 60", "ActivityWatch 186, arbtt 86-107")
        for year in range(1, options.years):
            written += store.insert_many(_given(options.year, year * _YEAR_MS))
    yield Figure("activities", written)
    yield _memory("memory of the import, MB")


def _rules(database: Database, file: Path | None) -> Rules:
    """Store the categories of the file and return what labels by its patterns."""
    categories = CategoryStore(database)
    numbers: dict[tuple[str, ...], int] = {}
    patterns = []
    for parts, pattern in json.loads(file.read_text(encoding="utf-8")) if file else []:
        for depth in range(1, len(parts) + 1):
            above = tuple(parts[:depth])
            if above not in numbers:
                numbers[above] = categories.add(above[-1], numbers.get(above[:-1]))
        patterns.append((len(parts), numbers[tuple(parts)], re.compile(pattern)))
    return Rules(patterns, RuleStore(database).revision())


def _given(year: Path, shift_ms: int) -> Iterator[Activity]:
    with closing(driver.load().connect(str(year))) as connection:
        for start_s, length_s, app, title in connection.execute("SELECT ts, dur, app, title FROM window"):
            what = Observed(Presence.ACTIVE, app, title, f"/usr/bin/{app}", "x11")
            start_ms = round(start_s * 1_000) - shift_ms
            yield Activity(start_ms, start_ms + round(length_s * 1_000), what, "Europe/Berlin")


def _asked(path: Path, years: int) -> Iterator[Figure]:
    """Ask in a process of its own, so that its memory is that of asking."""
    asking = [sys.executable, str(Path(__file__).with_name("totals_asked.py")), str(path), str(years)]
    told = json.loads(subprocess.run(asking, check=True, capture_output=True, text=True).stdout)
    for name, _, others, floor in _SPANS:
        wanted = f"at most {floor / 50:.2g}" if name == "year" else ""
        yield Figure(
            f"{name} by category, CPU s", told[name]["cpu"], wanted, f"ActivityWatch {others}, floor {floor} s"
        )
    if years > 1:
        yield Figure(f"{years} years by category, wall ms warm", told["all"]["wall"] * 1_000, "at most 200")
    yield Figure("statements for the year", told["year"]["statements"])
    yield Figure("memory of asking, MB", told["memory"], "at most 150", "ActivityWatch 3,700")


def _edited(path: Path) -> Iterator[Figure]:
    """Give one look in a hundred another category, as an edit of a rule does, and ask anew."""
    with closing(Database.open(path)) as database:
        looks, rules = LookStore(database), RuleStore(database)
        touched = [one.id for one in looks.looks() if one.id % 100 == 0]
        other = CategoryStore(database).add("Another")
        began = time.perf_counter()
        changed = looks.label_many(((number, Labels(other)) for number in touched), rules.revision())
        TotalStore(database).total(0, _LAST_DAY_MS, _BY)
        took_s = time.perf_counter() - began
        yield Figure(f"an edit that touches {changed:,} looks, totals right after, s", took_s, "at most 2")
        began = time.perf_counter()
        looks.label_many([(one.id, Labels(other)) for one in looks.looks()])
        yield Figure("all looks labelled anew, s", time.perf_counter() - began)
    yield _memory("memory of labelling and importing, MB")


def _memory(name: str) -> Figure:
    return Figure(name, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024)


if __name__ == "__main__":
    main()
