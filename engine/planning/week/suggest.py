"""A suggested week: what is wanted, placed as well as can be, with reasons, and what has no place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from time import perf_counter

from engine.domain.proposals import Basis, Proposal, Unplaced, WeekProposal
from engine.domain.week_keys import key_of
from engine.planning.week.asking import Ask, Asked, asked_of, interval_of
from engine.planning.week.facts import WeekFacts
from engine.planning.week.obstacles import obstacle_of
from engine.planning.week.optimise import LONGEST_S, best_week
from engine.planning.week.wanted import Piece
from engine.planning.week.why import basis_of, focused_minutes, why


def suggested_week(facts: WeekFacts, longest_s: float = LONGEST_S) -> WeekProposal:
    """Return a week with everything in it that is wanted; what stays where it stands is not proposed."""
    return _week(facts, asked_of(facts), longest_s)


def replanned_week(facts: WeekFacts, moving: Collection[int], longest_s: float = LONGEST_S) -> WeekProposal:
    """Return where the blocks of these numbers would go; nothing else is placed or moved."""
    return _week(facts, asked_of(facts, moving, more=False), longest_s)


def _week(facts: WeekFacts, asked: Asked, longest_s: float) -> WeekProposal:
    began = perf_counter()
    wanted = [one.wanted for one in asked.asks]
    best = best_week(wanted, asked.slots.day, asked.limits, longest_s)
    proposals = tuple(
        _proposal(asked.asks[one.of], facts, asked, one)
        for one in best.pieces
        if asked.asks[one.of].wanted.stands != one.first
    )
    bases = Counter(one.basis for one in proposals) or Counter(facts.forecast.basis)
    basis = bases.most_common(1)[0][0] if bases else Basis.EVEN
    return WeekProposal(
        made_ms=facts.now.wall_ms,
        span=facts.span,
        proposals=proposals,
        unplaced=_unplaced(asked, best.pieces),
        basis=basis,
        exact=best.exact,
        seconds=perf_counter() - began,
    )


def _proposal(ask: Ask, facts: WeekFacts, asked: Asked, piece: Piece) -> Proposal:
    interval = interval_of(ask, asked.slots, piece.first, piece.stop)
    moves_id = 0 if ask.stands is None else ask.stands.block.id
    return Proposal(
        key=key_of(ask.flexible_id, moves_id, interval, facts.now.zone),
        flexible_id=ask.flexible_id,
        about=ask.about,
        interval=interval,
        focused_minutes=focused_minutes(ask, facts, piece),
        why=why(ask, facts, asked.slots, piece),
        basis=basis_of(facts, piece),
        moves_id=moves_id,
    )


def _unplaced(asked: Asked, pieces: tuple[Piece, ...]) -> tuple[Unplaced, ...]:
    placed = Counter(one.of for one in pieces)
    return tuple(
        Unplaced(ask.flexible_id, ask.about, missing, obstacle_of(number, asked, pieces))
        for number, ask in enumerate(asked.asks)
        if ask.wanted.asked and (missing := ask.wanted.pieces - placed[number]) > 0
    )
