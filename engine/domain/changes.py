"""What recording does to the history: the only ways the recorder writes activities."""

from __future__ import annotations

from dataclasses import dataclass

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
