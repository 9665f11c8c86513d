"""What erasing costs on a year: looking, erasing with every trace, proving; and dropping titles and hours of it.

Run with the project's Python: `.venv/bin/python tests/benchmarks/erase_year.py [DAYS]`. It makes a sample year in a
temporary folder and prints seconds by the clock.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.backups import BackupReason
from engine.domain.erasing import EraseChoice
from engine.paths import ProfilePaths

TEXT = "timetable"

Result = TypeVar("Result")


def timed(what: str, call: Callable[[], Result]) -> Result:
    """Print how long a call takes, and return what it returns."""
    began = time.perf_counter()
    result = call()
    print(f"{what}: {time.perf_counter() - began:.2f} s")
    return result


@contextmanager
def year(days: int) -> Iterator[Engine]:
    """Give a profile with so many sample days, backed up."""
    with tempfile.TemporaryDirectory(prefix="kairos-") as folder:
        engine = build_engine(ProfilePaths(Path(folder) / "profile"))
        try:
            engine.demo.fill(days, 1)
            engine.backups.make(BackupReason.BY_HAND)
            yield engine
        finally:
            engine.close()


def main(days: int) -> None:
    """Measure all of it."""
    with year(days) as engine:
        choice = EraseChoice(title_with=TEXT)
        told = timed("look", lambda: engine.erasing.preview(choice))
        print(f"  {told.counts[0][1]} activities")
        timed("erase, with free pages, logs and backups", lambda: engine.erasing.erase(choice))
        proof = timed("prove", lambda: engine.erasing.prove([TEXT]))
        print(f"  {proof.hits} hits in {len(proof.places)} places")
        engine.retention.set_days(60, 200)
        engine.retention.agree()
        due = timed("look at limits of 60 and 200 days", engine.retention.preview)
        print(f"  {due.activities} activities lose titles, {due.gone} go, {due.days} days")
        timed("apply them, resting as long as working", engine.retention.apply)
        timed("erase everything", lambda: engine.erasing.erase(EraseChoice(everything=True)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 365)
