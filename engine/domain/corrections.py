"""What the person says of recorded time: values painted over it, which never change what was recorded.

Everything a person can do is one of five paints, over an interval, in the order in which they were made:

    ADD      the time was spent on this (offline time, a meeting), whatever was recorded
    DELETE   the time does not count
    RETITLE  the active time in it had another app or title
    RELABEL  the active time in it was for another category, project or tag
    REVERT   the time is again as it was recorded

To trim is to delete a part, to split is to retitle or relabel a part, to merge is to retitle the whole.
engine.domain.overlays tells what a history looks like with its corrections.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from engine.domain.intervals import Interval
from engine.domain.stretches import UNCHANGED, LabelOverride

ADDED_SOURCE = "person"
"""The source of time that nobody recorded and the person added."""

OFFLINE_APP = "offline"
"""What stands in the place of an app for time away from the machine."""


class CorrectionKind(StrEnum):
    """How a correction paints."""

    ADD = "add"
    DELETE = "delete"
    RETITLE = "retitle"
    RELABEL = "relabel"
    REVERT = "revert"


_NAMES = frozenset({CorrectionKind.ADD, CorrectionKind.RETITLE})
_LABELS = frozenset({CorrectionKind.ADD, CorrectionKind.RELABEL})


@dataclass(frozen=True, slots=True)
class Correction:
    """One paint; a later one lies above an earlier one.

    made_ms: when the person made it, UTC milliseconds. app, title: for ADD and RETITLE, None leaves what is there
    (ADD has an app); naming an app forgets the site, document and program file of the one it replaces. labels: for
    ADD and RELABEL. zone: for ADD, the IANA zone the time was spent in. note: the person's own remark. group: the
    action it was made in, undone and redone whole, 0 until it is stored. undone: out of force. id: None until stored.
    """

    kind: CorrectionKind
    interval: Interval
    made_ms: int
    app: str | None = None
    title: str | None = field(repr=False, default=None)
    labels: LabelOverride = UNCHANGED
    zone: str = "UTC"
    note: str = field(repr=False, default="")
    group: int = 0
    undone: bool = False
    id: int | None = None

    def __post_init__(self) -> None:
        if not self.interval.length_ms:
            raise ValueError("a correction needs a length")
        if self.kind is CorrectionKind.ADD and self.app is None:
            raise ValueError("added time needs the name of an app")
        if self.kind not in _NAMES and (self.app, self.title) != (None, None):
            raise ValueError(f"{self.kind} names nothing")
        if self.kind not in _LABELS and self.labels:
            raise ValueError(f"{self.kind} labels nothing")


@dataclass(frozen=True, slots=True)
class Said:
    """What the person says a time was; None leaves what is there, labels leave what they do not name.

    note: a remark kept beside it.
    """

    app: str | None = None
    title: str | None = field(repr=False, default=None)
    labels: LabelOverride = UNCHANGED
    note: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class Changed:
    """What an action did. interval: from the first to the last moment it may have touched. group: its number.

    corrections: its paints, in order.
    """

    interval: Interval
    group: int
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """One entry of the audit list: what was made at once, and whether it has been undone since."""

    group: int
    made_ms: int
    corrections: tuple[Correction, ...]
    undone: bool


def spanned(corrections: Iterable[Correction]) -> Interval:
    """Return first start to last end of at least one correction."""
    spans = [one.interval for one in corrections]
    return Interval(min(span.start_ms for span in spans), max(span.end_ms for span in spans))
