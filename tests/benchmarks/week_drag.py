"""What a frame of the week costs while a block is dragged: 200 blocks, beside a bare repaint of the same area.

    python tests/benchmarks/week_drag.py [--blocks 200] [--width 1040] [--height 700]

Offscreen. "Move" drags one block over all days, "draw" one of its ends, "edge" drags at the lower edge so that the
hours scroll as well; "lift" is the first frame of a drag, in which the picture of all that stands still is painted
anew without the block. Each frame is one mouse event and one repaint. Median, 95 of 100 and slowest, since one late
frame is what is felt.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from functools import partial
from itertools import chain
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)
from helpers.week_scenes import HOUR, MONDAY, at, week  # noqa: E402
from PySide6.QtCore import QEvent, QPointF, Qt  # noqa: E402
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from desktop_app.theme import LIGHT, ThemeHolder, apply_theme  # noqa: E402
from desktop_app.widgets.format import Wording  # noqa: E402
from desktop_app.widgets.ribbon_values import Kind, RibbonSegment  # noqa: E402
from desktop_app.widgets.week_grid import WeekGrid  # noqa: E402
from desktop_app.widgets.week_values import Bar, WeekBlock, WeekScene  # noqa: E402

FRAMES = 240
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Bare(QWidget):
    """Fills itself with one colour."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#1F5FBF"))
        painter.end()


def crowded(count: int) -> WeekScene:
    """Return a week with so many blocks, many of which overlap, and a full history beside them."""
    chance, days = Random(6), week()
    blocks = [WeekBlock("held", at(MONDAY, "10:00"), at(MONDAY, "11:30"), "Held", LIGHT.focus)]
    for number in range(count - 1):
        start = days[number % 7].start_ms + chance.randrange(6 * 12, 22 * 12) * HOUR // 12
        length = chance.randrange(3, 30) * HOUR // 12
        colour = LIGHT.categories[number % 6]
        bar = Bar(chance.random(), "Kept: 40 min of 1 h 00 min")
        held = start, start + length, f"Block {number}", colour
        blocks.append(WeekBlock(f"b{number}", *held, bar=bar, detail="Project"))
    parts = [(day.start_ms + part * HOUR // 12, part) for day in days for part in range(7 * 12, 20 * 12)]
    actual = [RibbonSegment(start, start + HOUR // 12, Kind.APP, part % 6, f"{part}") for start, part in parts]
    return WeekScene(days, tuple(blocks), tuple(actual), work=(540, 1080), workdays=frozenset(range(5)))


def mouse(grid: WeekGrid, kind: QEvent.Type, place: QPointF) -> None:
    """Send a mouse event to the grid."""
    on_screen = QPointF(grid.viewport().mapToGlobal(place.toPoint()))
    button = LEFT if kind != QEvent.Type.MouseMove else Qt.MouseButton.NoButton
    held = LEFT if kind != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
    QApplication.sendEvent(grid.viewport(), QMouseEvent(kind, place, on_screen, button, held, NONE))


def timed(widget: QWidget, canvas: QPixmap, before: Callable[[], object]) -> float:
    """Return the milliseconds of one frame, with what comes before it."""
    started = perf_counter()
    before()
    widget.render(canvas)
    return (perf_counter() - started) * 1_000


def drag(grid: WeekGrid, start: QPointF, path: Callable[[int], QPointF]) -> tuple[float, list[float]]:
    """Drag along a path and give it up; return the first frame's milliseconds and those of the others."""
    view = grid.viewport()
    canvas = QPixmap(view.size())
    mouse(grid, QEvent.Type.MouseButtonPress, start)
    places = chain((start + QPointF(8, 8),), map(path, range(FRAMES)))  # each asked for just before its frame
    taken = [timed(view, canvas, partial(mouse, grid, QEvent.Type.MouseMove, place)) for place in places]
    grid.drop()
    mouse(grid, QEvent.Type.MouseButtonRelease, start)
    view.render(canvas)
    return taken[0], taken[1:]


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--blocks", type=int, default=200)
    parser.add_argument("--width", type=int, default=1_040)
    parser.add_argument("--height", type=int, default=700)
    return parser.parse_args()


def main() -> None:
    """Measure and print."""
    given = _given()
    app = QApplication([])
    apply_theme(app, LIGHT)
    grid, bare = WeekGrid(ThemeHolder(LIGHT), Wording("Europe/Berlin")), Bare()
    grid.resize(given.width, given.height)
    grid.show_scene(crowded(given.blocks))
    grid.show()
    app.processEvents()
    grid.verticalScrollBar().setValue(8 * 46)
    view = grid.viewport()
    bare.resize(view.size())
    canvas = QPixmap(view.size())
    fill = median(timed(bare, canvas, lambda: None) for _ in range(FRAMES))
    view.render(canvas)
    boxes = [box for box in grid.boxes() if box.key == "held"]
    middle = boxes[0].rect.center() + QPointF(0, grid.head_height() - grid.verticalScrollBar().value())
    end = boxes[0].rect.bottom() + grid.head_height() - grid.verticalScrollBar().value() - 2
    step = (view.width() - middle.x() - 20) / FRAMES
    lift, moved = drag(grid, middle, lambda frame: QPointF(middle.x() + frame * step, middle.y() + frame % 90 * 2))
    _, drawn = drag(grid, QPointF(middle.x(), end), lambda frame: QPointF(middle.x(), end + frame % 120))

    def lower(frame: int) -> QPointF:
        grid.verticalScrollBar().setValue(300 + frame)
        return QPointF(middle.x() + frame * step, view.height() - 4)

    _, edge = drag(grid, middle, lower)
    figures = [Figure("bare widget, one fill, ms", fill), Figure("lift, ms", lift)]
    for name, taken in (("move", moved), ("draw an end", drawn), ("at the edge", edge)):
        figures += [
            Figure(f"{name}, median ms", median(taken), "16.7 is 60 frames a second"),
            Figure(f"{name}, 95 of 100 ms", quantiles(taken, n=20)[-1]),
            Figure(f"{name}, slowest ms", max(taken)),
            Figure(f"{name}, median times bare", median(taken) / fill),
        ]
    show(f"Week of {given.blocks} blocks, {view.width()} x {view.height()} pixels", figures)


if __name__ == "__main__":
    main()
