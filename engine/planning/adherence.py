"""Plan against actual: what became of planned time, told from what was recorded. Pure.

What a block is for is its category with all below it and its project, where it names them. Else its kind says it: time
of focus and learning went to what it was for where it went to categories of positive focus weight, time for shallow
work where it went to nothing distracting. Of meetings that name neither, of breaks and of personal time the machine
can tell nothing, and nothing of focus where no category has a positive weight.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import pairwise

from engine.domain.adherence import Adherence, Kept, Outcome
from engine.domain.blocks import NEEDS_FOCUS, About, BlockKind, Occurrence
from engine.domain.categories import CategoryTree
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.totals import Key, TotalRow, Totals

KEPT_SHARE, PARTLY_SHARE = 2 / 3, 1 / 4
"""Of the planned time, from what share on it was kept to, and from what share on in part."""

_BY = (Key.CATEGORY, Key.PROJECT, Key.PRESENCE)
_MEASURED = frozenset({Outcome.KEPT, Outcome.PARTLY, Outcome.MISSED})


def adherence_of(
    occurrences: Sequence[Occurrence], totals: Totals, tree: CategoryTree, span: Interval, now_ms: int
) -> Adherence:
    """Return what became of planned times. span: what was asked for. Raises what the totals raise."""
    telling = _telling(tree)
    counted = _counted([one for one in occurrences if is_measured(one, telling)], totals, now_ms)
    kept = tuple(
        _kept(one, counted(one.interval), tree, now_ms) if is_measured(one, telling) else _unmeasured(one)
        for one in occurrences
    )
    measured = [one for one in kept if one.outcome in _MEASURED]
    planned = sum(one.occurrence.interval.length_ms for one in measured)
    matching = sum(min(one.matching_ms, one.occurrence.interval.length_ms) for one in measured)
    return Adherence(span, kept, matching / planned if planned else None, planned, matching)


def is_measured(occurrence: Occurrence, telling: Collection[BlockKind]) -> bool:
    """Return whether the machine can tell whether it was kept to. telling: kinds that say what their time is for."""
    about, block = occurrence.block.about, occurrence.block
    if block.all_day or not block.busy or about.kind in {BlockKind.BREAK, BlockKind.PERSONAL}:
        return False
    return about.kind in telling or about.category_id is not None or bool(about.project)


def _counted(occurrences: Sequence[Occurrence], totals: Totals, now_ms: int) -> Callable[[Interval], list[TotalRow]]:
    """Count what was recorded in all measured times at once, and return what tells it of each."""
    begun = [one.interval for one in occurrences if one.interval.start_ms < now_ms]
    edges = sorted({edge for one in begun for edge in (one.start_ms, min(one.end_ms, now_ms))})
    parts = [Interval(*pair) for pair in pairwise(edges)]
    rows = [list(found) for found in totals.each(edges, _BY)] if parts else []
    return lambda whole: [
        row for part, found in zip(parts, rows, strict=True) if part.clip(whole) is not None for row in found
    ]


def _telling(tree: CategoryTree) -> frozenset[BlockKind]:
    """Return the kinds that say by themselves what their time is for."""
    can_focus = any(tree.weight(one.id) > 0 for one in tree.in_order())
    return NEEDS_FOCUS | {BlockKind.SHALLOW} if can_focus else frozenset({BlockKind.SHALLOW})


def _unmeasured(one: Occurrence) -> Kept:
    return Kept(one, Outcome.NOT_MEASURED, 0, 0, 0, 0)


def _kept(one: Occurrence, rows: Sequence[TotalRow], tree: CategoryTree, now_ms: int) -> Kept:
    active = [row for row in rows if row.presence is Presence.ACTIVE]
    matching = sum(row.ms for row in active if _matches(row, one.block.about, tree))
    focused = sum(row.ms for row in active if tree.weight(row.category_id or 0) > 0)
    distracting = sum(row.ms for row in active if tree.weight(row.category_id or 0) < 0)
    recorded = any(row.presence is not Presence.PAUSED for row in rows)  # who paused it may have kept to it
    outcome = _outcome(one, matching, now_ms, recorded=recorded)
    return Kept(one, outcome, sum(row.ms for row in active), matching, focused, distracting)


def _matches(row: TotalRow, about: About, tree: CategoryTree) -> bool:
    if about.category_id is not None or about.project:
        of_category = about.category_id is None or row.category_id in {one.id for one in tree.below(about.category_id)}
        return of_category and (not about.project or row.project == about.project)
    weight = tree.weight(row.category_id or 0)
    return weight >= 0 if about.kind is BlockKind.SHALLOW else weight > 0


def _outcome(one: Occurrence, matching_ms: int, now_ms: int, *, recorded: bool) -> Outcome:
    if one.interval.start_ms >= now_ms:
        return Outcome.AHEAD
    if one.interval.end_ms > now_ms:
        return Outcome.UNDER_WAY
    if not recorded:
        return Outcome.UNRECORDED
    share = matching_ms / max(1, one.interval.length_ms)
    if share >= KEPT_SHARE:
        return Outcome.KEPT
    return Outcome.PARTLY if share >= PARTLY_SHARE else Outcome.MISSED


def measured(kept: Iterable[Kept]) -> list[Kept]:
    """Return those of which it is known whether they were kept to."""
    return [one for one in kept if one.outcome in _MEASURED]
