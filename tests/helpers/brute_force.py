"""The history worked out the slow way, moment by moment, to hold against what the engine says.

A history is a row of cells, each standing for step_ms milliseconds; everything given to it must begin and end on a
cell. It shares no code with the engine: lists are filled cell by cell in the order things were said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from engine.domain.activity import Activity
from engine.domain.corrections import Correction

Labeller = Callable[[str, str, str, str], tuple[int | None, str, str]]
"""From app, title, site and document to category, project and tag."""


@dataclass(frozen=True)
class Moment:
    """What one cell holds; None for a label leaves it to the rules, 0 for the category says none."""

    presence: str
    app: str
    title: str
    site: str
    document: str
    withheld: str
    source: str
    zone: str
    corrected: bool = False
    category: int | None = None
    project: str | None = None
    tag: str | None = None


class BruteForce:
    """One history between start_ms and end_ms: what was recorded and imported, and every action since."""

    def __init__(self, start_ms: int, end_ms: int, step_ms: int = 1) -> None:
        self.start_ms, self.end_ms, self.step_ms = start_ms, end_ms, step_ms
        self._batches: list[list[Activity]] = []
        self._actions: list[list[Correction]] = []
        self._undone: list[list[Correction]] = []

    def record(self, activities: Iterable[Activity]) -> int:
        """Take activities in as one batch and return its number."""
        self._batches.append(list(activities))
        return len(self._batches) - 1

    def forget(self, batch: int) -> None:
        """Take a batch out again."""
        self._batches[batch] = []

    def act(self, corrections: Sequence[Correction]) -> None:
        """Make corrections as one action; what was undone cannot be redone any more."""
        self._actions.append(list(corrections))
        self._undone.clear()

    def undo(self) -> bool:
        """Take the last action back; False where there is none."""
        if self._actions:
            self._undone.append(self._actions.pop())
            return True
        return False

    def redo(self) -> bool:
        """Make the action taken back last again; False where there is none."""
        if self._undone:
            self._actions.append(self._undone.pop())
            return True
        return False

    def in_force(self) -> list[Correction]:
        """Return all corrections of the actions not taken back, in the order they were made."""
        return [one for action in self._actions for one in action]

    def moments(self) -> list[Moment | None]:
        """Return every cell, None where nothing counts."""
        recorded = self._recorded()
        cells = list(recorded)
        for correction in self.in_force():
            for place in self._places(correction.interval.start_ms, correction.interval.end_ms):
                cells[place] = _painted(cells[place], recorded[place], correction)
        return cells

    def totals(
        self, label: Labeller, start_ms: int, end_ms: int
    ) -> Counter[tuple[str, str, str, int | None, str, str]]:
        """Return milliseconds by presence, app, withheld, category, project and tag within [start_ms, end_ms)."""
        cells = self.moments()
        found: Counter[tuple[str, str, str, int | None, str, str]] = Counter()
        for place in self._places(start_ms, end_ms):
            cell = cells[place]
            if cell is not None:
                found[cell.presence, cell.app, cell.withheld, *labels_of(cell, label)] += self.step_ms
        return found

    def _recorded(self) -> list[Moment | None]:
        """Fill the cells with what starts first; nothing recorded later takes a cell again."""
        cells: list[Moment | None] = [None] * ((self.end_ms - self.start_ms) // self.step_ms)
        activities = [one for batch in self._batches for one in batch]
        for activity in sorted(activities, key=_precedence):
            for place in self._places(activity.start_ms, activity.end_ms):
                if cells[place] is None:
                    cells[place] = _moment(activity)
        return cells

    def _places(self, start_ms: int, end_ms: int) -> range:
        for moment in (start_ms, end_ms):
            if (moment - self.start_ms) % self.step_ms:
                raise ValueError(f"{moment} lies within a cell")
        first = max(start_ms, self.start_ms) - self.start_ms
        last = min(end_ms, self.end_ms) - self.start_ms
        return range(first // self.step_ms, last // self.step_ms)


def labels_of(cell: Moment, label: Labeller) -> tuple[int | None, str, str]:
    """Return category, project and tag of a cell: the person's word before the rules'; time away has none."""
    if cell.presence != "active":
        return None, "", ""
    category, project, tag = label(cell.app, cell.title, cell.site, cell.document)
    if cell.category is not None:
        category = cell.category or None
    return (
        category,
        project if cell.project is None else cell.project,
        tag if cell.tag is None else cell.tag,
    )


def _precedence(activity: Activity) -> tuple[object, ...]:
    what = activity.what
    return (
        activity.start_ms, activity.end_ms, activity.source, what.presence.value, what.app, what.title,
        what.withheld.value, what.executable, what.platform, what.site, what.document, activity.zone,
    )  # fmt: skip


def _moment(activity: Activity) -> Moment:
    what = activity.what
    return Moment(
        what.presence.value, what.app, what.title, what.site, what.document, what.withheld.value,
        activity.source, activity.zone,
    )  # fmt: skip


def _painted(cell: Moment | None, recorded: Moment | None, correction: Correction) -> Moment | None:
    """Return the cell after one more correction."""
    kind = correction.kind.value
    if kind == "delete":
        return None
    if kind == "revert":
        return recorded
    if kind == "add":
        added = Moment(
            "active",
            correction.app or "",
            correction.title or "",
            "",
            "",
            "",
            "person",
            correction.zone,
            corrected=True,
        )
        return _labelled(added, correction)
    if cell is None or cell.presence != "active":
        return cell
    return _labelled(cell, correction) if kind == "relabel" else _renamed(cell, correction)


def _labelled(cell: Moment, correction: Correction) -> Moment:
    said = correction.labels
    named = {"category": said.category_id, "project": said.project, "tag": said.tag}
    changes = {name: value for name, value in named.items() if value is not None}
    return replace(cell, corrected=True, **changes) if changes else cell  # type: ignore[arg-type]


def _renamed(cell: Moment, correction: Correction) -> Moment:
    if cell.withheld or (correction.app is None and correction.title is None):
        return cell
    if correction.title is not None:
        cell = replace(cell, title=correction.title)
    if correction.app is not None:
        cell = replace(cell, app=correction.app, site="", document="")
    return replace(cell, corrected=True)
