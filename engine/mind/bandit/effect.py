"""What came of recommendations: by policy, by week, and what policies would be worth that were never shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from statistics import median

from engine.domain.model_status import Effect, PolicyEffect
from engine.domain.offers import Shown
from engine.domain.recommended import Kind, Verdict
from engine.mind.bandit.choose import UNDER
from engine.mind.bandit.off_policy import Log, Worth, snips
from engine.mind.bandit.trials import TAKEN, dismissed, showings

LEAST_SUPPORT = 0.5
"""Of a policy of which less could ever have been shown nothing is said."""

_FEWEST = 20  # documents shown, before anything is told of policies


def effect_of(history: Sequence[Shown], day: Callable[[int], date]) -> Effect:
    """Return what came of all that was visible. day: on which day of the person a moment (UTC milliseconds) was.

    A document shown again within the hour counts once. opened and accepted do not overlap: what was opened is counted
    as opened.
    """
    documents = showings(history)
    times = [one for one in history if one.offered.kind is Kind.BLOCK]
    counted = sorted((*documents, *times), key=lambda one: one.offered.offer.made_ms)
    worths = _worths(documents)
    shown = {policy: _counts(policy, ones) for policy, ones in _grouped(counted).items()}
    never = {policy: PolicyEffect(policy, 0, 0, 0, 0, 0) for policy in worths if policy not in shown}
    policies = tuple(_with(one, worths.get(one.policy)) for one in (*shown.values(), *never.values()))
    weeks: dict[str, list[Shown]] = defaultdict(list)
    for one in counted:
        weeks[_week(day(one.offered.offer.made_ms))].append(one)
    by_week = [
        (week, _counts(policy, some)) for week in sorted(weeks) for policy, some in _grouped(weeks[week]).items()
    ]
    return Effect(policies, tuple(by_week))


def _grouped(ones: Iterable[Shown]) -> dict[str, list[Shown]]:
    groups: dict[str, list[Shown]] = defaultdict(list)
    for one in ones:
        groups[one.offered.offer.policy].append(one)
    return groups


def _counts(policy: str, ones: Sequence[Shown]) -> PolicyEffect:
    opened = [one for one in ones if _said(one, Verdict.OPENED)]
    dwells = [said.dwell_ms for one in ones for said in one.said if said.dwell_ms is not None]
    return PolicyEffect(
        policy,
        len(ones),
        sum(_said(one, Verdict.ACCEPTED) and not _said(one, Verdict.OPENED) for one in ones),
        len(opened),
        sum(dismissed(one.said) for one in ones),
        round(median(dwells)) if dwells else 0,
    )


def _said(one: Shown, verdict: Verdict) -> bool:
    return any(said.verdict is verdict for said in one.said)


def _worths(documents: Sequence[Shown]) -> dict[str, Worth]:
    """Return what each policy is worth by all that was shown, as far as it can be told."""
    if len(documents) < _FEWEST:
        return {}
    names = {name.removeprefix(UNDER) for one in documents for name in one.offered.features if name.startswith(UNDER)}
    policies = {name: _target(documents, name) for name in sorted(names)}
    for own in {one.offered.offer.policy for one in documents}:
        policies.setdefault(
            own, [one.offered.offer.propensity * (one.offered.offer.policy == own) for one in documents]
        )
    reward = [float(any(said.verdict in TAKEN for said in one.said)) for one in documents]
    propensity = [one.offered.offer.propensity for one in documents]
    group = [one.offered.offer.made_ms for one in documents]
    found = {policy: snips(Log.of(reward, propensity, target, group)) for policy, target in policies.items()}
    return {policy: one for policy, one in found.items() if one is not None and one.support >= LEAST_SUPPORT}


def _target(documents: Sequence[Shown], policy: str) -> list[float]:
    return [one.offered.features.get(UNDER + policy, 0.0) for one in documents]


def _with(one: PolicyEffect, worth: Worth | None) -> PolicyEffect:
    return one if worth is None else replace(one, value=worth.value, low=worth.low, high=worth.high)


def _week(day: date) -> str:
    return (day - timedelta(days=day.weekday())).isoformat()
