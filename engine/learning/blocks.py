"""A week's minutes as flexible blocks of the plan, one for each skill, and the places they get in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from engine.domain.adherence import Adherence
from engine.domain.blocks import EVERY_DAY, About, Block, BlockKind, FlexibleBlock, Occurrence, Scope
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.intervals import Interval
from engine.domain.learning import PIECE_MINUTES, Share
from engine.domain.proposals import Proposal, WeekProposal

NOTE: Final = "Learning plan"
"""By this note, with its kind and title, a flexible block is known to be of a skill's."""
_LONGEST_PIECES: Final = 4  # a block takes an hour at most
_REACH_MS: Final = 28 * 24 * MS_PER_HOUR


class PlannedTime(Protocol):
    """The plan, as far as learning needs it; raises Storage errors and UsageError."""

    def flexible(self) -> list[FlexibleBlock]:
        """Return every flexible block."""
        ...

    def add_flexible(self, flexible: FlexibleBlock) -> FlexibleBlock:
        """Store a flexible block."""
        ...

    def change_flexible(self, flexible: FlexibleBlock) -> FlexibleBlock:
        """Replace a flexible block."""
        ...

    def remove_flexible(self, flexible_id: int) -> None:
        """Remove a flexible block."""
        ...

    def occurrences(self, start_ms: int, end_ms: int) -> list[Occurrence]:
        """Return what takes place in a span."""
        ...

    def remove(self, occurrence: Occurrence, scope: Scope = Scope.ALL) -> None:
        """Remove what takes place."""
        ...


class Places(Protocol):
    """What finds places for flexible blocks; may take seconds."""

    def suggest(self, days: int = 7) -> WeekProposal:
        """Return a suggested week."""
        ...

    def accept(self, keys: Sequence[str]) -> list[Block]:
        """Plan proposals of it."""
        ...


@dataclass(frozen=True, slots=True)
class LearningBlocks:
    """The plan and what places time in it."""

    plan: PlannedTime
    places: Places

    def put(self, shares: Sequence[tuple[str, int]]) -> list[FlexibleBlock]:
        """Have a week of these minutes, by name, wanted from now on; what is named no longer rests."""
        mine, wanted = self._mine(), dict(shares)
        for title, flexible in mine.items():
            if flexible.active and not wanted.get(title):
                self.plan.change_flexible(replace(flexible, active=False))
        return [self._want(title, minutes, mine.get(title)) for title, minutes in wanted.items() if minutes]

    def _want(self, title: str, minutes: int, known: FlexibleBlock | None) -> FlexibleBlock:
        shortest, longest, count = pieces_of(minutes)
        blank = FlexibleBlock(About(BlockKind.LEARNING, title, note=NOTE), weekdays=EVERY_DAY)
        whole = replace(known or blank, shortest=shortest, longest=longest, per_week=count, active=True)
        if known is None:
            return self.plan.add_flexible(whole)
        return known if whole == known else self.plan.change_flexible(whole)

    def propose(self) -> tuple[Proposal, ...]:
        """Return places for what is wanted, in the week ahead, with their reasons."""
        mine = {one.id for one in self._mine().values() if one.active}
        return tuple(one for one in self.places.suggest(7).proposals if one.flexible_id in mine) if mine else ()

    def take(self, keys: Sequence[str]) -> list[Block]:
        """Plan proposals."""
        return self.places.accept(keys) if keys else []

    def withdraw(self, shares: Sequence[tuple[str, int]], now_ms: int) -> None:
        """Take what is placed ahead out of the plan, and go back to these minutes; what is not among them goes."""
        mine = self._mine()
        numbers = {one.id for one in mine.values()}
        for one in self.plan.occurrences(now_ms, now_ms + _REACH_MS):
            if one.block.origin.flexible_id in numbers and one.interval.start_ms >= now_ms:
                self.plan.remove(one)
        before = dict(shares)
        for title, flexible in mine.items():
            if not before.get(title):
                self.plan.remove_flexible(flexible.id)
        self.put(shares)

    def _mine(self) -> dict[str, FlexibleBlock]:
        return {one.about.title: one for one in self.plan.flexible() if _is_ours(one.about)}


def pieces_of(minutes: int) -> tuple[int, int, int]:
    """Return the shortest and the longest piece and how many a week make up so many minutes; an hour each at most."""
    pieces = max(1, minutes // PIECE_MINUTES)
    count = -(-pieces // _LONGEST_PIECES)
    return pieces // count * PIECE_MINUTES, -(-pieces // count) * PIECE_MINUTES, count


def spent_minutes(adherence: Adherence, within: Interval) -> dict[str, int]:
    """Return the minutes of each skill's blocks that went to what they were for, by its name."""
    found: dict[str, int] = {}
    for one in adherence.kept:
        occurrence = one.occurrence
        if _is_learning(occurrence) and within.start_ms <= occurrence.interval.start_ms < within.end_ms:
            kept_ms = min(one.matching_ms, occurrence.interval.length_ms)
            title = occurrence.block.about.title
            found[title] = found.get(title, 0) + round(kept_ms / MS_PER_MINUTE)
    return found


def _is_learning(one: Occurrence) -> bool:
    return one.block.about.kind is BlockKind.LEARNING


def _is_ours(about: About) -> bool:
    return about.kind is BlockKind.LEARNING and about.note == NOTE


def names_and_minutes(shares: Sequence[Share]) -> list[tuple[str, int]]:
    """Return what a plan wants of each skill, by its name."""
    return [(one.skill.name, one.minutes) for one in shares]
