"""A suggested week and the plan against actual, as lines for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from engine.cli.mind_words import reason_words
from engine.cli.moments import clock_time, local
from engine.cli.plan_words import day_words, occurrence_json, span_words
from engine.cli.terminal import fitted, length, percent
from engine.domain.adherence import Adherence, Kept, Outcome
from engine.domain.blocks import NEEDS_FOCUS, About, FlexibleBlock
from engine.domain.clock import iso_utc
from engine.domain.days import DayRule
from engine.domain.plain_text import shortened
from engine.domain.proposal_json import week_to_json
from engine.domain.proposals import Basis, Obstacle, Proposal, Unplaced, WeekProposal
from engine.domain.recommended import Reason, ReasonKind, Scored

_KEY_CELLS, _NAME_CELLS, _SPAN_CELLS, _OUTCOME_CELLS, _LONGEST = 18, 34, 12, 22, 120
_LEAST_TOLD = 0.5  # focused minutes; what adds less is not worth a line

BASES: dict[Basis, str] = {
    Basis.LEARNED: "It rests on the forecast learned from your own history.",
    Basis.HOURS: "It rests on what your own hours of the week were like; no learned forecast tells of them.",
    Basis.EVEN: "Nothing is known yet of your good hours, so all time counts the same and the earlier is taken.",
}
OBSTACLES: dict[Obstacle, str] = {
    Obstacle.NO_FREE_TIME: "nothing long enough is free between its hours on its days",
    Obstacle.DEADLINE: "there is time for it, but after its deadline",
    Obstacle.DAILY_CAP: "there would be more deep work on a day than your settings allow",
    Obstacle.OUTSIDE_HOURS: "its hours and your working hours have no time in common that is long enough",
    Obstacle.CROWDED_OUT: "other blocks took the time it would have",
    Obstacle.TOO_LATE: "its deadline has passed",
}
OUTCOMES: dict[Outcome, str] = {
    Outcome.KEPT: "kept",
    Outcome.PARTLY: "kept in part",
    Outcome.MISSED: "missed",
    Outcome.UNRECORDED: "nothing was recorded",
    Outcome.UNDER_WAY: "under way",
    Outcome.AHEAD: "still to come",
    Outcome.NOT_MEASURED: "not measured",
}


def week_lines(week: WeekProposal, rule: DayRule, flexible: Mapping[int, FlexibleBlock]) -> Iterator[str]:
    """Yield a suggested week by days, with what speaks most for each place, and what has none."""
    day = None
    for one in week.proposals:
        begins = local(one.interval.start_ms, rule).date()
        if begins != day:
            yield day_words(begins)
            day = begins
        yield from _proposal_lines(one, rule)
    if not week.proposals:
        yield "Nothing is to be placed: what is wanted is planned already, or nothing is wanted or free."
    for missing in week.unplaced:
        yield f"No place: {_unplaced_words(missing, flexible)}"
    if week.proposals:
        yield BASES[week.basis]
        if not week.exact:
            yield "The search was cut off: there may be a better week."
        yield "Plan them with: kairos plan accept KEY... or --all; kairos plan refuse KEY for what you do not want."


def suggested_json(week: WeekProposal) -> dict[str, Any]:
    """Return a suggested week as plain values; moments as ISO 8601 UTC, too."""
    told = week_to_json(week)
    for one in told["proposals"]:
        one |= {"start": iso_utc(one["start_ms"]), "end": iso_utc(one["end_ms"])}
    return told


def adherence_lines(found: Adherence, rule: DayRule) -> Iterator[str]:
    """Yield what became of every planned time, day by day, and of all together."""
    day = None
    for one in found.kept:
        begins = local(one.occurrence.interval.start_ms, rule).date()
        if begins != day:
            yield day_words(begins)
            day = begins
        yield _kept_line(one, rule)
    if not found.kept:
        yield "Nothing was planned."
    elif found.share is None:
        yield "Nothing of it can be measured yet."
    else:
        yield f"Altogether {percent(found.share)}: {length(found.matching_ms)} of {length(found.planned_ms)} planned"


def adherence_json(found: Adherence, rule: DayRule) -> dict[str, Any]:
    """Return the plan against actual as plain values."""
    blocks = [
        {
            **occurrence_json(one.occurrence, rule),
            "outcome": one.outcome.value,
            "active_ms": one.active_ms,
            "matching_ms": one.matching_ms,
            "focused_ms": one.focused_ms,
            "distracting_ms": one.distracting_ms,
            "share": one.share,
        }
        for one in found.kept
    ]
    return {
        "share": found.share,
        "planned_ms": found.planned_ms,
        "matching_ms": found.matching_ms,
        "blocks": blocks,
    }


def _proposal_lines(one: Proposal, rule: DayRule) -> Iterator[str]:
    span = f"{clock_time(one.interval.start_ms, rule)}–{clock_time(one.interval.end_ms, rule)}"
    name = f"{name_of(one.about)}{' (moved)' if one.moves_id else ''}"
    yield (f"  {fitted(span, _SPAN_CELLS)} {fitted(name, _NAME_CELLS)} {fitted(one.key, _KEY_CELLS)} {_expected(one)}")
    best = _best(one.why)
    if best is not None:
        yield f"  {' ' * _SPAN_CELLS} {reason_words(best)} ({best.adds:+.0f})"


def _expected(one: Proposal) -> str:
    """Return what a place promises; a forecast alone says more than what of it is likely to be kept to."""
    minutes = f"{one.focused_minutes:.0f}"
    if one.about.kind in NEEDS_FOCUS:
        return f"about {minutes} focused minutes, as you keep to plans"
    return f"takes {minutes} focused minutes"


def _best(why: Scored) -> Reason | None:
    """Return what speaks most for a place."""
    told = [one for one in why.reasons if one.adds >= _LEAST_TOLD and one.kind is not ReasonKind.OTHER]
    return max(told, key=lambda one: one.adds) if told else None


def _unplaced_words(one: Unplaced, flexible: Mapping[int, FlexibleBlock]) -> str:
    block = flexible.get(one.flexible_id)
    of_all = f" ({one.missing} of {block.per_week} a week)" if block is not None and block.per_week > 1 else ""
    return f"{name_of(one.about)}{of_all}: {OBSTACLES[one.obstacle]}"


def _kept_line(one: Kept, rule: DayRule) -> str:
    span = fitted(span_words(one.occurrence, rule), _SPAN_CELLS)
    name = fitted(name_of(one.occurrence.block.about), _NAME_CELLS)
    line = f"  {span} {name} {fitted(OUTCOMES[one.outcome], _OUTCOME_CELLS)}"
    if one.outcome in {Outcome.KEPT, Outcome.PARTLY, Outcome.MISSED, Outcome.UNDER_WAY}:
        line += f" {percent(one.share)}, {length(one.focused_ms)} focused, {length(one.distracting_ms)} distracted"
    return line.rstrip()


def name_of(about: About) -> str:
    """Return what to call what time is for."""
    return f"{about.kind.value} “{shortened(about.title, _LONGEST)}”" if about.title else about.kind.value
