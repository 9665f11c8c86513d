"""A month of made-up use driven through the real window: every day cards, Why?, feedback, and what came of it.

    python tests/benchmarks/mind_month.py [--days 30] [--before 42] [--train] [--pictures FOLDER]

The clock is moved from day to day; all else is real: the demo's history grows by each day, the engine advises (in this
process, where the clock is moved), and the window is clicked. With a display it is a window on it, else it is drawn
offscreen. --train: the models are trained every seventh day. Ends with 1 where anything was not as it should be.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.month_of_use import InProcess, Month, MovedClock, Told  # noqa: E402  (run as a script, from anywhere)
from PySide6.QtCore import QUrl  # noqa: E402
from PySide6.QtGui import QDesktopServices  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from engine.bootstrap import build_engine  # noqa: E402
from engine.bootstrap.mind_training import training  # noqa: E402
from engine.domain.clock import MS_PER_HOUR  # noqa: E402
from engine.paths import ProfilePaths  # noqa: E402
from engine.settings import Language, LookSettings, Settings, Theme  # noqa: E402

if TYPE_CHECKING:
    from desktop_app.desk import Desk
    from engine.api import Engine

FIRST_MS = 1_788_948_000_000  # 2026-09-09 10:00 UTC, a Wednesday
DAY_MS = 24 * MS_PER_HOUR
SEED = 3
LOOKS = ((Theme.LIGHT, Language.ENGLISH), (Theme.DARK, Language.CHINESE), (Theme.DARK, Language.ENGLISH))


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
    with tempfile.TemporaryDirectory() as folder, _profile(Path(folder) / "p", wanted.before) as (engine, clock):
        month = Month(app, engine, clock, engine.preferences.load())
        for number in range(wanted.days):
            _grow(engine, wanted.before + number)
            if wanted.train and number % 7 == 0:
                with training(engine.paths, patient=False) as work:
                    month.told.counts[f"trained: {work.training.run().state.value}"] += 1
            month.day(number)
            if wanted.pictures is not None and number in {0, wanted.days // 2, wanted.days - 1}:
                _draw(month, wanted.pictures, number)
            clock.now_ms = FIRST_MS + (number + 1) * DAY_MS
        _print(month.told, engine, len(opened))
        wrong = month.told.wrong
        month.desk.close()
    return int(bool(wrong))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--before", type=int, default=42)
    parser.add_argument("--train", action="store_true")
    parser.add_argument("--pictures", type=Path)
    return parser.parse_args()


@contextmanager
def _profile(folder: Path, before: int) -> Iterator[tuple[Engine, MovedClock]]:
    """Build a profile with so many days of made-up history."""
    clock = MovedClock(FIRST_MS)
    engine = build_engine(ProfilePaths(folder).ensure())
    engine.preferences.change(Settings(look=LookSettings(language=Language.ENGLISH), first_run_done=True))
    engine.rules.install(engine.rules.starter("en"))
    engine.mind._asker = InProcess(engine)  # type: ignore[assignment]
    _grow(engine, before)
    yield engine, clock


def _grow(engine: Engine, days: int) -> None:
    engine.demo.fill(days, SEED)
    engine.demo.write_documents(engine.paths.folder / "documents", days, SEED)
    engine.document_use.match()


def _draw(month: Month, folder: Path, number: int) -> None:
    """Save Today and Insights in the themes and languages there are."""
    folder.mkdir(parents=True, exist_ok=True)
    desk, settings = month.desk, month.desk.choices.settings
    for theme, language in LOOKS:
        _dress(desk, LookSettings(theme=theme, language=language))
        month.settle(50)
        for page in ("insights", "today"):
            desk.window.show_page(page)
            month.settle(100)
            desk.window.grab().save(str(folder / f"{page}_{number:02}_{theme.value}_{language.value}.png"))
    _dress(desk, settings.look)
    month.settle(50)


def _dress(desk: Desk, look: LookSettings) -> None:
    desk.choices.change(lambda now: replace(now, look=look))


def _print(told: Told, engine: Engine, opened: int) -> None:
    for name, count in sorted(told.counts.items()):
        print(f"{name:>16} {count:5}")
    print(f"{'files opened':>16} {opened:5}")
    for one in engine.mind.effect().policies:
        print(
            f"{one.policy:>16} shown {one.shown} accepted {one.accepted} opened {one.opened} dismissed {one.dismissed}"
        )
    for line in told.wrong:
        print(f"WRONG {line}")
    print("all as it should be" if not told.wrong else f"{len(told.wrong)} things were not as they should be")


if __name__ == "__main__":
    sys.exit(main())
