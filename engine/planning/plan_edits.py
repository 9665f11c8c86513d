"""Edits of the plan within one change: of one time of a block, of it and all later ones, or of the whole block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.domain.blocks import Block, Certainty, Occurrence, Recurrence, Scope
from engine.domain.days import DayRule
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.local_words import span_in_words
from engine.domain.proposals import Proposal
from engine.planning.block_checks import YEAR_MS, check_own, checked, name_of
from engine.planning.occurrences import in_the_way, occurrences_of
from engine.planning.recurrence import ever_takes_place
from engine.planning.series import (
    before,
    carried_over,
    following,
    left_out,
    local_day,
    moved,
    retimed,
    rule_for,
    takes_place,
)
from engine.storage.plan_changes import PlanChange


class Edits:
    """What is done to blocks within one change; nothing of it stays where one part is refused.

    uid: gives names that calendars know blocks by. now_ms: what repeats is compared with others from then on.
    """

    def __init__(self, change: PlanChange, uid: Callable[[], str], now_ms: int) -> None:
        self._change = change
        self._uid = uid
        self._now_ms = now_ms

    def add(self, block: Block) -> Block:
        """Store a block; UsageError over a protected one."""
        return self._free(self._change.add(block))

    def accept(self, proposal: Proposal, block: Block) -> Block:
        """Store the block of a proposal, or move the block that it is about; UsageError for one planned before."""
        if not proposal.moves_id:
            self._check_new(proposal)
            return self.add(checked(block))
        stored = self._change.stored(proposal.moves_id)
        return self.move(Occurrence(stored.interval, stored, _of(stored)), proposal.interval, Scope.ONE)

    def change(self, block: Block) -> Block:
        """Replace a whole block; UsageError where it was changed since the caller read it."""
        old = self._change.stored(block.id)
        check_own(old)
        if old.changed != block.changed:
            raise UsageError(f"“{name_of(old.about)}” was changed meanwhile. Load the plan anew, and change it there.")
        return self._put(old, block)

    def change_one(self, occurrence: Occurrence, block: Block) -> Block:
        """Make the block of one time only."""
        series, of_ms = self._named(occurrence)
        block = _there(block, occurrence, series)
        if not series.recurrence.repeats:
            return self._put(series, replace(block, id=series.id))
        stand_in = replace(
            checked(replace(block, recurrence=Recurrence())),
            origin=series.origin,
            series_id=series.id,
            replaces_ms=of_ms,
            changed=series.changed + 1,
            id=0,
        )
        if (standing := self._standing(series, of_ms)) is not None:
            self._change.remove(standing.id)
        return self._free(self._change.add(stand_in))

    def change_following(self, occurrence: Occurrence, block: Block) -> Block:
        """Make the block of this time and all later ones."""
        series, of_ms = self._named(occurrence)
        block = _there(block, occurrence, series)
        if not series.recurrence.repeats or of_ms <= series.interval.start_ms:
            return self._put(series, replace(block, id=series.id))
        same = block.recurrence.rule == series.recurrence.rule
        rule = following(series, of_ms).rule if same else block.recurrence.rule
        return self._split(series, of_ms, replace(block, recurrence=Recurrence(rule)))

    def move(self, occurrence: Occurrence, to: Interval, scope: Scope) -> Block:
        """Give a time of a block another place, alone or along with others; return the block that stands there."""
        series, of_ms = self._named(occurrence)
        if scope is Scope.ONE or not series.recurrence.repeats:
            stands = self._standing(series, of_ms) or series
            return self.change_one(occurrence, replace(stands, interval=to))
        whole = moved(series, of_ms, occurrence.interval.length_ms, to)
        if scope is Scope.ALL or of_ms <= series.interval.start_ms:
            return self._put(series, whole)
        days = local_day(of_ms, series), local_day(to.start_ms, series)
        rule = rule_for(following(series, of_ms).rule, *days)
        return self._split(series, of_ms, replace(whole, interval=to, recurrence=Recurrence(rule)))

    def remove(self, occurrence: Occurrence, scope: Scope) -> None:
        """Remove a time of a block, it and all later ones, or the whole block."""
        series, of_ms = self._named(occurrence)
        if not series.recurrence.repeats or scope is Scope.ALL:
            self._change.remove(series.id)
        elif scope is Scope.ONE:
            self._without(left_out(series, of_ms), lambda start: start == of_ms)
        elif of_ms <= series.interval.start_ms:
            self._change.remove(series.id)
        else:
            self._without(before(series, of_ms), lambda start: start >= of_ms)

    def _check_new(self, proposal: Proposal) -> None:
        planned = self._change.blocks.of_proposal(proposal.interval, proposal.flexible_id, proposal.offer_id)
        if planned is not None:
            where = span_in_words(planned.interval, DayRule(planned.zone), "to")
            raise UsageError(
                f"“{name_of(planned.about)}” is planned already, {where}. Ask for new places: kairos plan suggest"
            )

    def _named(self, occurrence: Occurrence) -> tuple[Block, int]:
        """Return the block that an occurrence is of, as stored now, and which start of it."""
        block = self._change.stored(occurrence.block.series_id or occurrence.block.id)
        check_own(block)
        of_ms = occurrence.of_ms
        if block.recurrence.repeats and not takes_place(block, of_ms):
            raise UsageError(f"This time of “{name_of(block.about)}” is gone meanwhile. Load the plan anew.")
        return block, of_ms

    def _standing(self, series: Block, of_ms: int) -> Block | None:
        return next((one for one in self._change.blocks.stand_ins(series.id) if one.replaces_ms == of_ms), None)

    def _put(self, old: Block, new: Block) -> Block:
        """Replace a stored block; what names its times moves along with its start."""
        whole = replace(
            new,
            id=old.id,
            series_id=old.series_id,
            replaces_ms=old.replaces_ms,
            origin=old.origin,
            changed=old.changed + 1,
        )
        start_ms = old.interval.start_ms
        if old.recurrence.repeats and _on_other_clock(old, whole):
            whole = replace(whole, recurrence=carried_over(whole.recurrence, old, start_ms, whole))
        stored = self._change.replace(checked(whole))
        if old.recurrence.repeats:
            self._lead_along(old, start_ms, stored, lambda _: True)
        return self._free(stored) if _takes_other_time(old, stored) else stored

    def _split(self, series: Block, of_ms: int, block: Block) -> Block:
        """End the series before one of its times; from there on the block takes over, by its own rule."""
        rest = following(series, of_ms)
        origin = replace(series.origin, uid=self._uid())
        start = replace(block, origin=origin, id=0, changed=0, series_id=0, replaces_ms=None)
        new = self._change.add(checked(replace(start, recurrence=carried_over(rest, series, of_ms, start))))
        self._lead_along(series, of_ms, new, lambda start_ms: start_ms >= of_ms)
        self._without(before(series, of_ms), lambda _: False)
        return self._free(new)

    def _lead_along(self, old: Block, old_ms: int, new: Block, meant: Callable[[int], bool]) -> None:
        """Let the blocks that stand for times of the old one stand for the same of the new; others go."""
        for one in self._change.blocks.stand_ins(old.id):
            if one.replaces_ms is None or not meant(one.replaces_ms):
                continue
            start_ms = retimed(one.replaces_ms, old, old_ms, new)
            if not new.recurrence.repeats or not takes_place(new, start_ms):
                self._change.remove(one.id)
            elif (new.id, start_ms) != (one.series_id, one.replaces_ms):
                self._change.replace(replace(one, series_id=new.id, replaces_ms=start_ms, origin=new.origin))

    def _without(self, series: Block, gone: Callable[[int], bool]) -> None:
        """Store a series that lost times, without those that stood for them; where none is left it goes."""
        left = []
        for one in self._change.blocks.stand_ins(series.id):
            if one.replaces_ms is not None and gone(one.replaces_ms):
                self._change.remove(one.id)
            else:
                left.append(one)
        self._change.replace(replace(series, changed=series.changed + 1))
        if not left and not ever_takes_place(series):
            self._change.remove(series.id)

    def _free(self, block: Block) -> Block:
        """Return the block as it was stored; UsageError where it lies over a protected one within the year to come."""
        if not block.busy or block.certainty is Certainty.CANCELLED:
            return block
        start_ms = block.interval.start_ms
        if block.recurrence.repeats:
            start_ms = max(start_ms, self._now_ms)
        stood_for = self._change.blocks.stand_ins(block.id) if block.recurrence.repeats else []
        stand_ins = {one.replaces_ms or 0 for one in stood_for}
        year = Interval(start_ms, max(start_ms + YEAR_MS, block.interval.end_ms))
        own = occurrences_of([block], {block.id: stand_ins}, year)
        if not own:
            return block
        reach = Interval(start_ms, max(one.interval.end_ms for one in own))
        stored = self._change.blocks.within(reach.start_ms, reach.end_ms, protected=True)
        others = (one for one in stored.blocks if block.id not in {one.id, one.series_id})
        clash = in_the_way(own, occurrences_of(others, stored.replaced, reach))
        if clash is not None:
            where = span_in_words(clash.second.interval, DayRule(block.zone), "to")
            raise UsageError(
                f"“{name_of(clash.second.block.about)}” is protected, {where}. "
                "Choose another time, or take its protection off first."
            )
        return block


def _there(block: Block, occurrence: Occurrence, series: Block) -> Block:
    """Return the block where its time is; one that still has the time of the whole series was not moved."""
    unmoved = series.recurrence.repeats and block.interval == series.interval
    return replace(block, interval=occurrence.interval) if unmoved else block


def _of(block: Block) -> int:
    return block.interval.start_ms if block.replaces_ms is None else block.replaces_ms


def _on_other_clock(old: Block, new: Block) -> bool:
    return (old.interval.start_ms, old.zone, old.all_day) != (new.interval.start_ms, new.zone, new.all_day)


def _takes_other_time(old: Block, new: Block) -> bool:
    return (old.interval, old.recurrence, old.zone, old.all_day, old.busy, old.certainty) != (
        new.interval,
        new.recurrence,
        new.zone,
        new.all_day,
        new.busy,
        new.certainty,
    )
