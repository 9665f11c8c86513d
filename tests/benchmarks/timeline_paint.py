"""What a frame of the timeline costs: 10,000 segments in each of three lanes, beside a bare fill of the same area.

    python tests/benchmarks/timeline_paint.py [--segments 10000] [--width 1600]

Offscreen. "Still" is a repaint in which nothing moved, such as the now-line's; "pan" moves by 16 pixels a frame, as a
dragging hand does, "zoom" changes the scale by a tenth a frame; about seven of ten segments are in sight. "Anew" throws
every picture away, as another theme does. Medians, and the slowest of the frames, since one late frame is what is felt.
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
from desktop_app.widgets.format import Wording  # noqa: E402
from desktop_app.widgets.ribbon_values import RibbonDay  # noqa: E402
from desktop_app.widgets.timeline_lanes import TimelineLanes  # noqa: E402
from desktop_app.widgets.timeline_values import Lane  # noqa: E402

FRAMES = 60


class Bare(QWidget):
    """Fills itself with one colour."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#1F5FBF"))
        painter.end()


def frames(widget: QWidget, before: Callable[[int], object] = lambda _frame: None) -> list[float]:
    """Return the milliseconds of each frame, what comes before it included."""
    canvas, taken = QPixmap(widget.size()), []
    for frame in range(FRAMES):
        started = perf_counter()
        before(frame)
        widget.render(canvas)
        taken.append((perf_counter() - started) * 1_000)
    return taken


def timeline(day: RibbonDay, wording: Wording, width: int) -> TimelineLanes:
    """Return the widget with the day in three lanes, so much of it in sight that panning stays within."""
    lanes = TimelineLanes(ThemeHolder(LIGHT), wording)
    lanes.show_lanes(tuple(Lane(key, key, day.segments) for key in ("apps", "categories", "presence")))
    lanes.resize(width, lanes.sizeHint().height())
    lanes.ensurePolished()
    lanes.show_view(day.start_ms, day.start_ms + (day.end_ms - day.start_ms) * 7 // 10)
    lanes.render(QPixmap(lanes.size()))
    return lanes


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--segments", type=int, default=10_000)
    parser.add_argument("--width", type=int, default=1_600)
    given = parser.parse_args()
    app = QApplication([])
    apply_theme(app, LIGHT)
    wording = Wording("Europe/Berlin")
    day = DayWords(wording, AppColours()).ribbon(crowded_summary(given.segments), 0)
    lanes, bare = timeline(day, wording, given.width), Bare()
    bare.resize(lanes.size())
    fill = median(frames(bare))
    middle = lanes.time_width() / 2

    def pan(frame: int) -> None:
        lanes.move_to(lanes.view.panned(16 if frame < FRAMES // 2 else -16))

    def zoom(frame: int) -> None:
        lanes.move_to(lanes.view.zoomed(0.9 if frame % 20 < 10 else 1 / 0.9, middle))

    still, panned, zoomed = frames(lanes), frames(lanes, pan), frames(lanes, zoom)
    anew = frames(lanes, lambda _frame: lanes.redraw())
    figures = [Figure("bare widget, one fill, ms", fill)]
    for name, taken in (("still", still), ("pan", panned), ("zoom", zoomed), ("anew", anew)):
        figures += [
            Figure(f"{name}, median ms", median(taken), "16.7 is 60 frames a second"),
            Figure(f"{name}, slowest ms", max(taken)),
            Figure(f"{name}, median times bare", median(taken) / fill),
        ]
    show(f"Timeline, 3 lanes of {given.segments:,} segments, {lanes.width()} x {lanes.height()} pixels", figures)


if __name__ == "__main__":
    main()
