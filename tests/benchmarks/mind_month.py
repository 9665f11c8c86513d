"""A month of made-up use driven through the real window: every day cards, Why?, feedback, and what came of it.

    python tests/benchmarks/mind_month.py [--days 30] [--before 42] [--train-every 1] [--pictures FOLDER]

The clock is moved from day to day; all else is real: the demo's history grows, the engine advises (in this process,
where the clock is moved), models are trained every night, and the window is clicked: times planned, taken out again and
refused, documents opened and judged, sessions held and rated, once a week a week suggested and accepted. With a display
it is a window on it, else it is drawn offscreen. Ends with 1 where anything was not as it should be.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.month_of_pictures import draw  # noqa: E402  (run as a script, from anywhere)
from benchmarks.month_of_plans import decide, session, soon, week  # noqa: E402
from benchmarks.month_of_use import DAY_MS, InProcess, Month, MovedClock, Told  # noqa: E402
from PySide6.QtCore import QUrl  # noqa: E402
from PySide6.QtGui import QDesktopServices  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from engine.bootstrap import build_engine, whole  # noqa: E402
from engine.bootstrap.mind_training import training  # noqa: E402
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE  # noqa: E402
from engine.domain.model_status import RunState  # noqa: E402
from engine.paths import ProfilePaths  # noqa: E402
from engine.settings import Language, LookSettings, Settings  # noqa: E402

if TYPE_CHECKING:
    from engine.api import Engine

FIRST_MS = 1_788_948_000_000  # 2026-09-09 10:00 UTC, a Wednesday
EVENING_MS = 12 * MS_PER_HOUR + 30 * MS_PER_MINUTE  # from ten in the morning on
WEEK_DAY = 3  # a Saturday: the week ahead is planned
SEED = 3


def main() -> int:
    """Drive the month and print what came of it."""
    wanted = _arguments()
    app = QApplication.instance() or QApplication(["kairos", "-style", "fusion"])
    assert isinstance(app, QApplication)
    opened: list[str] = []

    def take(url: QUrl | str) -> bool:
        opened.append(QUrl(url).toLocalFile())
        return True

    QDesktopServices.openUrl = take  # type: ignore[method-assign]
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, _profile(Path(folder) / "p", wanted.before) as (engine, clock):
        month = Month(app, engine, clock, lambda: _grow(engine, wanted.before, clock))
        for number in range(wanted.days):
            drawn = wanted.pictures is not None and number in {0, wanted.days // 2, wanted.days - 1}
            _day(month, number, wanted.pictures if drawn else None)
            _night(month, number, every=wanted.train_every)
            print(f"day {number}: {time.monotonic() - started:.0f} s, {len(month.told.wrong)} wrong", flush=True)
        missing = [one for one in opened if not Path(one).is_file()]
        month.told.check(not missing, f"opened what is not there: {missing}")
        month.told.check(len(opened) == month.told.counts["opened"], f"{len(opened)} files were opened")
        _count(month)
        _print(month.told, engine, len(opened))
        month.desk.close()
    return int(bool(month.told.wrong))


def _day(month: Month, number: int, pictures: Path | None) -> None:
    """Use the window for a day."""
    month.move(FIRST_MS + number * DAY_MS)
    month.morning(number)
    decide(month, number)
    month.move(month.clock.now_ms + MS_PER_HOUR)
    month.look()
    month.check_cards(f"day {number}, an hour later")
    session(month, number)
    if number % 7 == WEEK_DAY:
        week(month, number)
    soon(month, number)
    if pictures is not None:
        draw(month, pictures, number)


def _night(month: Month, number: int, *, every: int) -> None:
    """Train in the evening, where it is due."""
    month.move(FIRST_MS + number * DAY_MS + EVENING_MS)
    if every and number % every == 0:
        started = time.process_time()
        with training(month.engine.paths, patient=False) as work:
            run = work.training.run()
        month.told.check(run.state is RunState.DONE, f"night {number}: training ended as {run.state}")
        month.told.counts["trainings"] += 1
        month.told.counts["CPU s of training"] += round(time.process_time() - started)


def _count(month: Month) -> None:
    """Hold what is counted of the recommendations against what was done."""
    policies, said = month.engine.mind.effect().policies, month.said
    for name, counted, wanted in (
        ("accepted", sum(one.accepted for one in policies), len(said.accepted)),
        ("opened", sum(one.opened for one in policies), len(said.opened)),
        ("dismissed", sum(one.dismissed for one in policies), len(said.dismissed)),
    ):
        month.told.check(counted == wanted, f"{counted} are counted as {name}, {wanted} were")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--before", type=int, default=42)
    parser.add_argument("--train-every", type=int, default=1, help="nights; 0 for never")
    parser.add_argument("--pictures", type=Path)
    return parser.parse_args()


@contextmanager
def _profile(folder: Path, before: int) -> Iterator[tuple[Engine, MovedClock]]:
    """Build a profile with so many days of made-up history and a plan."""
    clock = MovedClock(FIRST_MS)
    whole.advice_asker = InProcess  # type: ignore[assignment,attr-defined]
    engine = build_engine(ProfilePaths(folder).ensure())
    engine.preferences.change(Settings(look=LookSettings(language=Language.ENGLISH), first_run_done=True))
    engine.rules.install(engine.rules.starter("en"))
    engine.demo.fill_plan(before, SEED)
    _grow(engine, before, clock)
    yield engine, clock


def _grow(engine: Engine, before: int, clock: MovedClock) -> None:
    days = before + (clock.now_ms - FIRST_MS) // DAY_MS
    if engine.demo.fill(days, SEED) and clock.now_ms % DAY_MS == FIRST_MS % DAY_MS:
        engine.demo.write_documents(engine.paths.folder / "documents", days, SEED)
    engine.document_use.match()


def _print(told: Told, engine: Engine, opened: int) -> None:
    for name, count in sorted(told.counts.items()):
        print(f"{name:>24} {count:5}")
    print(f"{'files opened':>24} {opened:5}")
    for one in engine.mind.effect().policies:
        print(
            f"{one.policy:>24} shown {one.shown} accepted {one.accepted} opened {one.opened} dismissed {one.dismissed}"
        )
    print("all as it should be" if not told.wrong else f"{len(told.wrong)} things were not as they should be")


if __name__ == "__main__":
    sys.exit(main())
