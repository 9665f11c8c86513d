"""What recording does to the history: the only ways the recorder writes activities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.domain.activity import Observed


@dataclass(frozen=True, slots=True)
class Begin:
    """An activity starts at start_ms and stays open."""

    start_ms: int
    what: Observed
    zone: str


@dataclass(frozen=True, slots=True)
class End:
    """The open activity ends at end_ms; one that would end where it starts leaves no row."""

    end_ms: int


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What the recorder wrote from from_ms on was wrong: the person had already gone.

    Rows that start at or after from_ms go, the row across it is cut there, the open one is no longer open.
    It reaches back no further than the idle threshold, and spares what was stored before the clock was set back;
    nothing else ever rewrites a recorded row.
    """

    from_ms: int


Change = Begin | End | TakeBack


def after_erasing(changes: Sequence[Change], erased_ms: int, *, named: bool) -> list[Change]:
    """Return what may still be written of changes that were seen before an erase and not stored by then.

    Where a time was erased what had begun begins with its end, at erased_ms. Where something named was, what had begun
    may be just that, and is left out until something else is in front.
    """
    found: list[Change] = []
    for one in changes:
        if not isinstance(one, Begin) or one.start_ms > erased_ms:
            found.append(one)
        elif not named:
            found.append(replace(one, start_ms=erased_ms))
    return found
