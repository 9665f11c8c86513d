"""What `kairos team` says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.domain.together import DELTA, GRID, TogetherAdopted, TogetherRound, TogetherStatus

_MILLION = 1_000_000
_HEADS = {"next_document": "next document", "next_app": "next app"}


def status_lines(found: TogetherStatus) -> Iterator[str]:
    """Yield what a person takes part in, what it cost, and what is in use."""
    if found.federation:
        yield f"You take part in “{found.name}”: {heads(found.heads)}. Leave: kairos team leave"
    else:
        yield "You take part in nothing. What was made before is counted below."
    rounds = ", ".join(map(str, found.rounds)) or "none"
    yield f"Rounds with something made to be sent: {rounds}; {found.bytes} bytes in all."
    yield f"Epsilon spent: {epsilon(found.epsilon_millionths)} of {epsilon(found.limit_millionths)} (delta {DELTA:g})."
    yield f"Averages in use: {heads(found.used) if found.used else 'none; the weights Kairos came with'}."
    if not found.installed:
        yield 'By files only: for a server, pip install "kairos-desktop[team]"'


def status_json(found: TogetherStatus) -> dict[str, Any]:
    """Return the status for other programs."""
    return {
        "installed": found.installed,
        "federation": found.federation,
        "name": found.name,
        "heads": [one.value for one in found.heads],
        "rounds": list(found.rounds),
        "bytes": found.bytes,
        "epsilon": found.epsilon_millionths / _MILLION,
        "limit": found.limit_millionths / _MILLION,
        "delta": DELTA,
        "used": [one.value for one in found.used],
    }


def round_line(begun: TogetherRound) -> str:
    """Return what a round is."""
    steps = " ".join(f"{one / GRID:+.3f}" for one in begun.numbers)
    came = f"of {begun.people} people" if begun.people else "nothing learned yet"
    return f"“{begun.name}”, round {begun.round}, {heads(begun.heads)}; {came}; steps {steps}; at least {begun.least}."


def adopted_lines(told: TogetherAdopted) -> Iterator[str]:
    """Yield how an average did on the person's own days, and what is used."""
    if not told.judged:
        yield "There are too few days yet to judge it on, so it is not used. Ask again in some days."
    for one in told.judged:
        used = "used from the next training on" if one.head in told.used else "not used: it does worse"
        losses = f"{one.ours:.4f} against {one.shipped:.4f} nats of the weights Kairos came with"
        yield f"{heads((one.head,))}: {losses}, {one.cases} cases of your last days; {used}."


def adopted_json(told: TogetherAdopted) -> dict[str, Any]:
    """Return the same for other programs."""
    judged = [
        {"head": one.head.value, "loss": one.ours, "shipped": one.shipped, "cases": one.cases} for one in told.judged
    ]
    return {"judged": judged, "used": [one.value for one in told.used]}


def heads(named: tuple[Any, ...]) -> str:
    """Return heads in words."""
    return " and ".join(_HEADS[one.value] for one in named)


def epsilon(millionths: int) -> str:
    """Return an epsilon in words."""
    return f"{millionths / _MILLION:.2f}"
