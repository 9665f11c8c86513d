"""What a drag over the week grid means, moment by moment: a pure machine of states, without a pixel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from desktop_app.widgets.timeline_snap import GRID_MS, snapped
from desktop_app.widgets.week_values import Span

LONGEST_MS: Final = 24 * 3_600_000
Local = Callable[[int], datetime]


class Act(StrEnum):
    """What is being done to a block."""

    CREATE = "create"
    MOVE = "move"
    START = "start"  # its beginning is drawn
    END = "end"


@dataclass(frozen=True, slots=True)
class Drag:
    """A drag. key: of the block, "" for a new one. held_ms: the moment taken hold of. before, now: its time."""

    act: Act
    key: str
    held_ms: int
    before: Span
    now: Span

    @property
    def changed(self) -> bool:
        """Whether letting go would change anything."""
        return self.now != self.before and self.now[1] > self.now[0]


def created(moment_ms: int, local: Local) -> Drag:
    """Begin a new block at a moment."""
    at = on_grid(moment_ms, local)
    return Drag(Act.CREATE, "", at, (at, at), (at, at))


def taken(act: Act, key: str, span: Span, moment_ms: int) -> Drag:
    """Take hold of a block at a moment: of the whole, or of one of its ends."""
    return Drag(act, key, moment_ms, span, span)


def dragged(drag: Drag, moment_ms: int, local: Local) -> Drag:
    """Return the drag with the pointer at another moment; everything lands on five minutes of the local clock."""
    start, end = drag.before
    if drag.act is Act.CREATE:
        at = on_grid(moment_ms, local)
        return replace(drag, now=_bounded(min(drag.held_ms, at), max(drag.held_ms, at), drag.held_ms))
    if drag.act is Act.MOVE:
        shift = moment_ms - drag.held_ms
        begin = on_grid(start + shift, local) if abs(shift) * 2 >= GRID_MS else start
        return replace(drag, now=(begin, begin + end - start))
    at = on_grid(moment_ms, local)
    if drag.act is Act.START:
        return replace(drag, now=(max(end - LONGEST_MS, min(at, end - GRID_MS)), end))
    return replace(drag, now=(start, min(start + LONGEST_MS, max(at, start + GRID_MS))))


def _bounded(start: int, end: int, anchor: int) -> Span:
    """Return the stretch with its far end drawn in where it would be longer than a block may be."""
    if end - start <= LONGEST_MS:
        return start, end
    return (start, start + LONGEST_MS) if anchor == start else (end - LONGEST_MS, end)


def nudged(drag: Drag, step_ms: int, local: Local) -> Drag:
    """Return the drag a step of the keyboard further: what is moved or drawn goes so many milliseconds later."""
    start, end = drag.now
    if drag.act is Act.MOVE:
        begin = keep_clock(start, step_ms, local)
        return replace(drag, now=(begin, begin + end - start))
    if drag.act is Act.START:
        at = on_grid(start + step_ms, local)
        return replace(drag, now=(max(end - LONGEST_MS, min(at, end - GRID_MS)), end))
    at = on_grid(end + step_ms, local)
    return replace(drag, now=(start, min(start + LONGEST_MS, max(at, start + GRID_MS))))


def keep_clock(moment_ms: int, step_ms: int, local: Local) -> int:
    """Return the moment a step later; whole days keep the time on the local clock, whatever clocks do meanwhile."""
    moved = moment_ms + step_ms
    if step_ms % LONGEST_MS:
        return on_grid(moved, local)
    before, after = local(moment_ms).utcoffset(), local(moved).utcoffset()
    if before is None or after is None:
        return moved
    return moved + round((before - after).total_seconds() * 1_000)


def on_grid(moment_ms: int, local: Local) -> int:
    """Return the nearest five minutes of the local clock."""
    return snapped(moment_ms, (), 0, local)
