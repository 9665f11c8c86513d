"""What the day ribbon costs to paint: 10,000 segments of 60 apps, beside a bare widget that fills the same area.

    python tests/benchmarks/ribbon_paint.py [--segments 10000] [--width 1600]

Offscreen. "Anew" throws the kept picture away each time, as after a resize or a new activity; "kept" is every other
repaint, such as the moving now-line or the pointer over another window. Medians of 30.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)
from helpers.sample_summary import crowded_summary  # noqa: E402
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from desktop_app.pages.today_day import DayWords  # noqa: E402
from desktop_app.theme import LIGHT, ThemeHolder, apply_theme  # noqa: E402
from desktop_app.theme.app_colours import AppColours  # noqa: E402
from desktop_app.widgets.day_ribbon import DayRibbon  # noqa: E402
from desktop_app.widgets.format import Wording  # noqa: E402
from desktop_app.widgets.ribbon_picture import HEIGHT  # noqa: E402

RUNS = 30


class Bare(QWidget):
    """Fills itself with one colour."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#1F5FBF"))
        painter.end()


def milliseconds(act: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median milliseconds of doing it."""
    taken = []
    for _ in range(runs):
        started = perf_counter()
        act()
        taken.append((perf_counter() - started) * 1_000)
    return median(taken)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--segments", type=int, default=10_000)
    parser.add_argument("--width", type=int, default=1_600)
    given = parser.parse_args()
    app = QApplication([])
    apply_theme(app, LIGHT)
    wording = Wording("Europe/Berlin")
    words = DayWords(wording, AppColours())
    summary = crowded_summary(given.segments)
    day = words.ribbon(summary, 0)
    ribbon, bare = DayRibbon(ThemeHolder(LIGHT), wording), Bare()
    for widget in (ribbon, bare):
        widget.resize(given.width, HEIGHT)
        widget.ensurePolished()
    canvas = QPixmap(given.width, HEIGHT)
    ribbon.show_day(day)

    def anew() -> None:
        ribbon.redraw()
        ribbon.render(canvas)

    mapping = milliseconds(lambda: words.ribbon(summary, 0), 5)
    filled = milliseconds(lambda: bare.render(canvas))
    fresh, kept = milliseconds(anew), milliseconds(lambda: ribbon.render(canvas))
    show(
        f"Day ribbon, {given.segments:,} segments, {given.width} x {HEIGHT} pixels",
        [
            Figure("bare widget, one fill, ms", filled),
            Figure("ribbon painted anew, ms", fresh, "", "3.8 (prototype), QGraphicsView 14, QtCharts 38"),
            Figure("ribbon painted anew, times bare", fresh / filled),
            Figure("ribbon from the kept picture, ms", kept),
            Figure("ribbon from the kept picture, times bare", kept / filled),
            Figure("summary to ribbon values, ms", mapping),
        ],
    )


if __name__ == "__main__":
    main()
