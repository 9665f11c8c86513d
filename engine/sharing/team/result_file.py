"""The sums of a round as a file: anybody may read it, and see by the digests what it was made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.domain.team import LONGEST_NAME, MOST, RESULT_MINUTES, TeamFile, TeamLine, TeamResult, is_noisy
from engine.domain.team_words import does_not_hide
from engine.sharing.team.files import Paper
from engine.sharing.team.wire import rules_of, rules_told, text_of, whole

_MOST_MINUTES = MOST * 7 * 24 * 60
_MILLIONS = 100_000_000


def result_told(result: TeamResult) -> dict[str, Any]:
    """Return what the file of the sums holds."""
    return {
        "rules": rules_told(result.rules),
        "contributed": list(result.contributed),
        "left_out": list(result.left_out),
        "epsilon_millionths": result.epsilon_millionths,
        "step_minutes": result.step_minutes,
        "lines": [{"minutes": one.minutes, "low": one.low, "high": one.high} for one in result.lines],
    }


def result_of(paper: Paper) -> TeamResult:
    """Return the sums in a file; raises as wire does."""
    return result_in(paper, paper.content)


def result_in(paper: Paper, told: Mapping[str, Any]) -> TeamResult:
    """Return the sums told in a file or in what is kept of it."""
    rules = rules_of(paper, told["rules"])
    contributed, left_out = _names(told["contributed"]), _names(told["left_out"])
    noisy = is_noisy(len(contributed) + len(left_out))
    lines = tuple(_line(group, one, noisy=noisy) for group, one in zip(rules.groups, told["lines"], strict=True))
    epsilon = rules.epsilon_millionths if noisy else 0
    step = 0 if noisy else RESULT_MINUTES
    if (told["epsilon_millionths"], told["step_minutes"]) != (epsilon, step):
        raise ValueError("another noise than the rules say")
    hides = does_not_hide(TeamFile.RESULT, noisy=noisy)
    return TeamResult(rules, contributed, left_out, lines, epsilon, step, hides)


def _names(told: Any) -> tuple[str, ...]:
    if not isinstance(told, list) or len(told) > MOST:
        raise ValueError("no list of names")
    return tuple(text_of(name, LONGEST_NAME) for name in told)


def _line(group: str, told: Mapping[str, Any], *, noisy: bool) -> TeamLine:
    minutes = whole(told["minutes"], 0, 2 * _MOST_MINUTES)
    if not noisy:
        return TeamLine(group, minutes)
    low, high = whole(told["low"], 0, minutes), whole(told["high"], minutes, 10 * _MOST_MINUTES)
    return TeamLine(group, minutes, low, high)
