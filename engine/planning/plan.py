"""The plan as the faces ask for it: what takes place when; changes that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from os import urandom

from engine.domain.advice_sources import Meant
from engine.domain.blocks import (
    Block,
    BlockSource,
    Conflict,
    FlexibleBlock,
    Occurrence,
    Origin,
    Scope,
)
from engine.domain.clock import Clock
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.plain_text import shortened
from engine.domain.proposals import Proposal
from engine.planning.block_checks import YEAR_MS, checked, checked_flexible, name_of
from engine.planning.occurrences import busy_time, conflicts_of, occurrences_of
from engine.planning.plan_edits import Edits
from engine.planning.recurrence import expand
from engine.storage.blocks import BlockStore
from engine.storage.flexible_blocks import FlexibleBlockStore
from engine.storage.plan_changes import PlanChanges

LONGEST_SPAN_MS = 11 * YEAR_MS
_LONGEST_NAME = 60


def new_uid() -> str:
    """Return a name for a block that no other one has, as calendars know it."""
    return f"{urandom(16).hex()}@kairos"


class Plan:
    """The planned time of one profile. Every method raises Storage errors; every change can be undone.

    Changes raise UsageError, with what to do, for a block that cannot be meant, that lies over a protected one, that
    comes from a calendar, or that is gone or was changed meanwhile.
    """

    def __init__(
        self,
        blocks: BlockStore,
        flexible: FlexibleBlockStore,
        changes: PlanChanges,
        clock: Clock,
        uid: Callable[[], str] = new_uid,
    ) -> None:
        self._blocks = blocks
        self._flexible = flexible
        self._changes = changes
        self._clock = clock
        self._uid = uid

    def occurrences(self, start_ms: int, end_ms: int) -> list[Occurrence]:
        """Return every time a block takes place that shares time with [start_ms, end_ms), in order; no cancelled ones.

        UsageError for more than eleven years, and where there are more than a plan holds.
        """
        if end_ms <= start_ms:
            return []
        if end_ms - start_ms > LONGEST_SPAN_MS:
            raise UsageError("The plan can be shown for eleven years at most. Ask for a shorter time.")
        stored = self._blocks.within(start_ms, end_ms)
        return occurrences_of(stored.blocks, stored.replaced, Interval(start_ms, end_ms))

    def get(self, block_id: int) -> Block:
        """Return a block by its number; UsageError where there is none."""
        found = self._blocks.get(block_id)
        if found is None:
            raise UsageError(f"There is no block {block_id}. See: kairos plan show")
        return found

    def conflicts(self, start_ms: int, end_ms: int) -> list[Conflict]:
        """Return each two that are busy and overlap and share time with [start_ms, end_ms)."""
        return conflicts_of(self.occurrences(start_ms, end_ms))

    def busy(self, start_ms: int, end_ms: int) -> list[Interval]:
        """Return the time within [start_ms, end_ms) that is taken, in order, without overlaps."""
        return busy_time(self.occurrences(start_ms, end_ms), Interval(start_ms, max(start_ms, end_ms)))

    def meant(self, start_ms: int, end_ms: int) -> list[Meant]:
        """Return what the time in [start_ms, end_ms) is meant for, in order of start."""
        found = self.occurrences(start_ms, end_ms)
        return [Meant(one.interval, name_of(one.block.about), one.block.busy) for one in found]

    def add(self, block: Block) -> Block:
        """Store a block and return it with its number."""
        return self.add_all([block])[0]

    def add_all(self, blocks: Sequence[Block]) -> list[Block]:
        """Store blocks in one change and return them with their numbers; all or none."""
        whole = [checked(self._named(block)) for block in blocks]
        with self._changing(f"Added {_names(whole)}") as edits:
            return [edits.add(block) for block in whole]

    def change(self, block: Block) -> Block:
        """Replace a block by its number, of a repeated one every time it takes place, and return it.

        Times of it that were moved or removed before stay so, and move along with a new start.
        """
        whole = checked(block)
        with self._changing(f"Changed {_names([whole])}") as edits:
            return edits.change(whole)

    def change_one(self, occurrence: Occurrence, block: Block) -> Block:
        """Make the block of one time only; the other times stay. Return what stands there now."""
        return self._edited(occurrence, block, Scope.ONE)

    def change_following(self, occurrence: Occurrence, block: Block) -> Block:
        """Make the block of this time and all later ones, whose rule is the block's; the earlier ones stay."""
        return self._edited(occurrence, block, Scope.FOLLOWING)

    def move(self, occurrence: Occurrence, to: Interval, scope: Scope = Scope.ONE) -> Occurrence:
        """Give a time of a block another place, alone, with all later ones or with all of them; return it there."""
        with self._changing(f"Moved {_names([occurrence.block])}") as edits:
            block = edits.move(occurrence, to, scope)
        if not block.recurrence.repeats:
            of_ms = block.interval.start_ms if block.replaces_ms is None else block.replaces_ms
            return Occurrence(block.interval, block, of_ms)
        return min(expand(block, to), key=lambda one: abs(one.interval.start_ms - to.start_ms))

    def remove(self, occurrence: Occurrence, scope: Scope = Scope.ALL) -> None:
        """Remove a time of a block, it and all later ones, or the whole block."""
        what = f"Removed {_names([occurrence.block])}"
        if (occurrence.block.recurrence.repeats or occurrence.block.series_id) and scope is not Scope.ALL:
            what += " once" if scope is Scope.ONE else " from one day on"
        with self._changing(what) as edits:
            edits.remove(occurrence, scope)

    def accept(self, proposals: Sequence[Proposal]) -> list[Block]:
        """Plan what was proposed in one change, all or none, and return the blocks."""
        zone = self._clock.now().zone
        with self._changing(f"Planned {_names(proposals)}") as edits:
            return [edits.accept(one, self._named(_proposed(one, zone))) for one in proposals]

    def flexible(self) -> list[FlexibleBlock]:
        """Return every flexible block, in the order they were made."""
        return self._flexible.all()

    def add_flexible(self, flexible: FlexibleBlock) -> FlexibleBlock:
        """Store a flexible block and return it with its number."""
        whole = checked_flexible(flexible)
        with self._changes.changing(f"Added flexible {_names([whole])}", self._now()) as change:
            return change.add_flexible(whole)

    def change_flexible(self, flexible: FlexibleBlock) -> FlexibleBlock:
        """Replace a flexible block by its number and return it."""
        whole = checked_flexible(flexible)
        with self._changes.changing(f"Changed flexible {_names([whole])}", self._now()) as change:
            return change.replace_flexible(whole)

    def remove_flexible(self, flexible_id: int) -> None:
        """Remove a flexible block; what is planned of it stays."""
        with self._changes.changing("", self._now()) as change:
            change.what = f"Removed flexible {_names([change.stored_flexible(flexible_id)])}"
            change.remove_flexible(flexible_id)

    def undo(self) -> str | None:
        """Take the last change of the plan back and say what it was, None where there is none.

        UsageError where another program changed the same since; the plan stays as it is then.
        """
        return self._changes.undo()

    def redo(self) -> str | None:
        """Make the change undone last again and say what it was, None where there is none; UsageError as for undo."""
        return self._changes.redo()

    def _edited(self, occurrence: Occurrence, block: Block, scope: Scope) -> Block:
        with self._changing(f"Changed {_names([block])}") as edits:
            return (
                edits.change_one(occurrence, block) if scope is Scope.ONE else edits.change_following(occurrence, block)
            )

    @contextmanager
    def _changing(self, what: str) -> Iterator[Edits]:
        now_ms = self._now()
        with self._changes.changing(what, now_ms) as change:
            yield Edits(change, self._uid, now_ms)

    def _now(self) -> int:
        return self._clock.now().wall_ms

    def _named(self, block: Block) -> Block:
        return block if block.origin.uid else replace(block, origin=replace(block.origin, uid=self._uid()))


def _proposed(proposal: Proposal, zone: str) -> Block:
    origin = Origin(BlockSource.RECOMMENDED, proposal.flexible_id, proposal.offer_id)
    return Block(proposal.about, proposal.interval, zone, origin=origin)


def _names(ones: Sequence[Block | FlexibleBlock | Proposal]) -> str:
    """Return how an undo names them: the first by its title, the others by their number."""
    if not ones:
        return "nothing"
    first = f"“{shortened(name_of(ones[0].about), _LONGEST_NAME)}”"
    return first if len(ones) == 1 else f"{first} and {len(ones) - 1} more"
