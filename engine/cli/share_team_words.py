"""What `kairos share team` says: files, rounds, what is missing, sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from engine.cli.share_words import epsilon
from engine.domain.clock import iso_utc
from engine.domain.team import (
    NOISY_FROM,
    TeamFile,
    TeamLine,
    TeamNeeds,
    TeamResult,
    TeamRole,
    TeamRound,
    TeamRules,
    TeamState,
    TeamStep,
    TeamTaken,
    withstood,
)

KINDS: Mapping[TeamFile, str] = {
    TeamFile.ROUND: "the first file of a round",
    TeamFile.JOIN: "a file of somebody who joins, for the lead",
    TeamFile.ROSTER: "the list of members",
    TeamFile.CONTRIBUTION: "a contribution, for the lead",
    TeamFile.REQUEST: "a request for shares of masks",
    TeamFile.ANSWER: "an answer, for the lead",
    TeamFile.RESULT: "the sums",
}
_STATES: Mapping[TeamState, str] = {
    TeamState.BEGUN: "waits for people to join",
    TeamState.CLOSED: "waits for contributions",
    TeamState.ASKED: "waits for answers",
    TeamState.DONE: "done",
    TeamState.JOINED: "joined",
    TeamState.CONTRIBUTED: "contributed",
    TeamState.ANSWERED: "answered; nothing more is asked of you",
    TeamState.FORGOTTEN: "forgotten",
}
_SHORT = 8


def step_lines(step: TeamStep) -> Iterator[str]:
    """Yield what a file is, and what the file made of it would hold."""
    yield f"This is {KINDS[step.kind]}, of {_round(step.rules)}."
    if step.kind is TeamFile.ROUND:
        yield f"About {step.rules.expected} people are expected. {_noise(step.rules)}"
    if step.members:
        yield f"{step.members} people: {', '.join(step.names)}"
        yield f"There are sums once {step.fewest} contributed. {_protection(step)}"
    if step.fingerprint:
        yield f"Fingerprint of the list, to compare by voice: {step.fingerprint}"
    if step.made_before:
        yield "You took this step before: the very same file is written again."
    if step.lines:
        yield "The sums:" if step.kind is TeamFile.RESULT else "Your figures, as they go in under masks:"
        yield from figure_lines(step.lines)
    which = "the file" if step.makes is None else "the file you would make"
    yield from sentence_lines(step.holds, step.leaves_out, step.does_not_hide, which)


def sentence_lines(
    holds: Sequence[str], leaves_out: Sequence[str], hides_not: Sequence[str], which: str = "the file"
) -> Iterator[str]:
    """Yield what a file holds, leaves out and does not hide."""
    told = ((f"In {which}:", holds), (f"Not in {which}:", leaves_out), ("Know this:", hides_not))
    for heading, sentences in told:
        if sentences:
            yield heading
            yield from (f"  - {sentence}" for sentence in sentences)


def _round(rules: TeamRules) -> str:
    if not rules.name:
        return f"a round this profile does not know, week from {rules.first_day}"
    return f"the round “{rules.name}”, {rules.first_day} to {rules.last_day}"


def _noise(rules: TeamRules) -> str:
    cap = rules.cap_quarters / 4
    return (
        f"Where {NOISY_FROM} or more join, the sums get noise of epsilon {epsilon(rules.epsilon_millionths)}, "
        f"and {cap:g} h of each person count at the most."
    )


def _protection(step: TeamStep) -> str:
    told = f"Up to {withstood(step.members)} members in league with a lead who lies learn nothing more than sums."
    if step.noisy:
        return f"{told} Noise of epsilon {epsilon(step.rules.epsilon_millionths)} is added."
    return f"{told} Figures are rounded; there are too few people for noise."


def taken_lines(taken: TeamTaken) -> Iterator[str]:
    """Yield what was written and what to do with it."""
    yield f"Written: {taken.file} ({taken.size} bytes). {taken.next}"
    if taken.fingerprint:
        yield f"Fingerprint of the list: {taken.fingerprint}"


def needs_lines(needs: TeamNeeds) -> Iterator[str]:
    """Yield what is still to come."""
    what = "contributions" if needs.wants is TeamFile.CONTRIBUTION else "answers"
    yield f"No sums yet. Not here: {what} of {', '.join(needs.names)}."
    if needs.more:
        yield f"At least {needs.more} more must come."
    if needs.file is not None:
        yield f"Written: {needs.file}. Give it to everybody who contributed, and combine their answers."
        return
    yield needs.next
    if needs.wants is TeamFile.CONTRIBUTION and not needs.more:
        yield "To go on without them, add --without-missing."


def result_lines(result: TeamResult) -> Iterator[str]:
    """Yield the sums."""
    yield f"Sums of {_round(result.rules)}, over {len(result.contributed)} people."
    if result.left_out:
        yield f"Left out: {', '.join(result.left_out)}"
    if result.epsilon_millionths:
        yield f"With noise of epsilon {epsilon(result.epsilon_millionths)} for each person, and intervals of 95 %."
    else:
        yield f"Rounded to {result.step_minutes // 60} h: too few people for noise, and no mathematical promise."
    yield from figure_lines(result.lines)
    if result.file is not None:
        yield f"Written: {result.file}"
    yield from sentence_lines((), (), result.does_not_hide)


def figure_lines(lines: Sequence[TeamLine]) -> Iterator[str]:
    """Yield figures in hours."""
    for line in lines:
        between = "" if line.low is None or line.high is None else f"   {line.low / 60:.1f} to {line.high / 60:.1f} h"
        yield f"  {line.group:<14}{line.minutes / 60:>9.1f} h{between}"


def round_line(one: TeamRound) -> str:
    """Return a round in one line."""
    role = "lead" if one.role is TeamRole.LEAD else "member"
    people = f", {one.members} people" if one.members else ""
    name = f"“{one.name}”" if one.name else "(wiped)"
    return f"{one.id[:_SHORT]}  {name}, week from {one.first_day}, {role}{people}: {_STATES[one.state]}"


# ---------------------------------------------------------------- for programs


def lines_json(lines: Sequence[TeamLine]) -> list[dict[str, Any]]:
    """Return figures; low and high are null without noise."""
    return [{"group": one.group, "minutes": one.minutes, "low": one.low, "high": one.high} for one in lines]


def step_json(step: TeamStep) -> dict[str, Any]:
    """Return what a file is."""
    return {
        "kind": step.kind.value,
        "makes": None if step.makes is None else step.makes.value,
        "round": step.rules.round,
        "name": step.rules.name,
        "first_day": str(step.rules.first_day),
        "members": list(step.names),
        "fewest": step.fewest,
        "noise": step.noisy,
        "epsilon": epsilon(step.rules.epsilon_millionths),
        "fingerprint": step.fingerprint,
        "made_before": step.made_before,
        "figures": lines_json(step.lines),
        "holds": list(step.holds),
        "leaves_out": list(step.leaves_out),
        "does_not_hide": list(step.does_not_hide),
    }


def made_json(made: TeamTaken | TeamNeeds | TeamResult) -> dict[str, Any]:
    """Return what was made or is missing."""
    file = None if made.file is None else str(made.file)
    if isinstance(made, TeamTaken):
        return {"made": made.kind.value, "file": file, "bytes": made.size, "fingerprint": made.fingerprint}
    if isinstance(made, TeamNeeds):
        made_now = None if file is None else TeamFile.REQUEST.value
        return {
            "made": made_now,
            "file": file,
            "wants": made.wants.value,
            "missing": list(made.names),
            "more": made.more,
        }
    return {"made": TeamFile.RESULT.value, "file": file, **result_json(made)}


def result_json(result: TeamResult) -> dict[str, Any]:
    """Return the sums."""
    return {
        "contributed": list(result.contributed),
        "left_out": list(result.left_out),
        "epsilon": epsilon(result.epsilon_millionths),
        "step_minutes": result.step_minutes,
        "figures": lines_json(result.lines),
        "does_not_hide": list(result.does_not_hide),
    }


def round_json(one: TeamRound) -> dict[str, Any]:
    """Return a round."""
    return {
        "round": one.id,
        "role": one.role.value,
        "state": one.state.value,
        "name": one.name,
        "first_day": str(one.first_day),
        "joined": iso_utc(one.joined_ms),
        "contributed": None if one.contributed_ms is None else iso_utc(one.contributed_ms),
        "members": one.members,
        "fingerprint": one.fingerprint,
        "result": None if one.result is None else result_json(one.result),
    }
