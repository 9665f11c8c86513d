"""A suggested week as plain JSON values and back: how it goes from process to process."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.domain.advice_json import scored_from_json, scored_to_json
from engine.domain.blocks import About, BlockKind
from engine.domain.intervals import Interval
from engine.domain.proposals import Basis, Obstacle, Proposal, Unplaced, WeekProposal


def week_to_json(week: WeekProposal) -> dict[str, Any]:
    """Return a suggested week as a table; times in UTC milliseconds, kinds by their names."""
    return {
        "made_ms": week.made_ms,
        "start_ms": week.span.start_ms,
        "end_ms": week.span.end_ms,
        "proposals": [proposal_to_json(one) for one in week.proposals],
        "unplaced": [unplaced_to_json(one) for one in week.unplaced],
        "basis": week.basis.value,
        "exact": week.exact,
        "seconds": week.seconds,
    }


def week_from_json(told: Mapping[str, Any]) -> WeekProposal:
    """Return the suggested week a table stands for; KeyError, TypeError or ValueError for anything else."""
    return WeekProposal(
        made_ms=told["made_ms"],
        span=Interval(told["start_ms"], told["end_ms"]),
        proposals=tuple(_proposal(one) for one in told["proposals"]),
        unplaced=tuple(
            Unplaced(one["flexible_id"], _about(one["about"]), one["missing"], Obstacle(one["obstacle"]))
            for one in told["unplaced"]
        ),
        basis=Basis(told["basis"]),
        exact=told["exact"],
        seconds=told["seconds"],
    )


def proposal_to_json(one: Proposal) -> dict[str, Any]:
    """Return a proposal as a table."""
    return {
        "key": one.key,
        "flexible_id": one.flexible_id,
        "about": about_to_json(one.about),
        "start_ms": one.interval.start_ms,
        "end_ms": one.interval.end_ms,
        "focused_minutes": one.focused_minutes,
        "why": scored_to_json(one.why),
        "basis": one.basis.value,
        "offer_id": one.offer_id,
        "moves_id": one.moves_id,
    }


def unplaced_to_json(one: Unplaced) -> dict[str, Any]:
    """Return what has no place as a table."""
    return {
        "flexible_id": one.flexible_id,
        "about": about_to_json(one.about),
        "missing": one.missing,
        "obstacle": one.obstacle.value,
    }


def about_to_json(about: About) -> dict[str, Any]:
    """Return what a block is for as a table."""
    return {
        "kind": about.kind.value,
        "title": about.title,
        "category_id": about.category_id,
        "project": about.project,
        "note": about.note,
        "protected": about.protected,
    }


def _proposal(told: Mapping[str, Any]) -> Proposal:
    return Proposal(
        key=told["key"],
        flexible_id=told["flexible_id"],
        about=_about(told["about"]),
        interval=Interval(told["start_ms"], told["end_ms"]),
        focused_minutes=told["focused_minutes"],
        why=scored_from_json(told["why"]),
        basis=Basis(told["basis"]),
        offer_id=told["offer_id"],
        moves_id=told["moves_id"],
    )


def _about(told: Mapping[str, Any]) -> About:
    return About(**{**told, "kind": BlockKind(told["kind"])})
