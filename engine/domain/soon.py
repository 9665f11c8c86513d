"""What is likely to come in the next minutes, told from what is in front."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.domain.model_status import Head

APPS_TOLD = 3


@dataclass(frozen=True, slots=True)
class Soon:
    """What is expected at one moment.

    undisturbed: the probability of no switch in the next ten minutes. distraction: of a distracting category within
    fifteen. None of each where nothing is in front or too little is known. apps: the likeliest next ones with their
    probabilities. learned: which of them a learned model tells; the others are counted.
    """

    made_ms: int
    undisturbed: float | None = None
    distraction: float | None = None
    apps: tuple[tuple[str, float], ...] = ()
    learned: frozenset[Head] = frozenset()


def soon_to_json(soon: Soon) -> dict[str, Any]:
    """Return it as a table of plain values."""
    return {
        "made_ms": soon.made_ms,
        "undisturbed": soon.undisturbed,
        "distraction": soon.distraction,
        "apps": [[app, chance] for app, chance in soon.apps],
        "learned": sorted(head.value for head in soon.learned),
    }


def soon_from_json(told: Mapping[str, Any]) -> Soon:
    """Return what a table stands for; KeyError, TypeError or ValueError for anything else."""
    return Soon(
        made_ms=told["made_ms"],
        undisturbed=_chance(told["undisturbed"]),
        distraction=_chance(told["distraction"]),
        apps=tuple((str(app), float(chance)) for app, chance in told["apps"]),
        learned=frozenset(Head(one) for one in told["learned"]),
    )


def _chance(told: object) -> float | None:
    if told is None:
        return None
    if not isinstance(told, float | int) or not 0 <= told <= 1:
        raise ValueError("a probability lies between 0 and 1")
    return float(told)
