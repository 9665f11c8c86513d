"""What every format is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.domain.report import LabelledActivity, Report


@dataclass(frozen=True, slots=True)
class Material:
    """A report with what it counts.

    activities: the active time, in order, redacted as the report asks; may be asked for again. path: a category's
    names from the root down, empty for 0. drafts: where a format may put things together, None for the system's
    temporary folder.
    """

    report: Report
    activities: Callable[[], Iterator[LabelledActivity]]
    path: Callable[[int], tuple[str, ...]]
    drafts: Path | None = None
