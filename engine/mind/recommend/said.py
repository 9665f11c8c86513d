"""What a person said of documents works at once: less of what was refused and of what is like it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.domain.recommended import Verdict
from engine.mind.recommend.facts import DocumentFacts, Said

_HOUR_S, _DAY_S = 3_600.0, 86_400.0

HALF_LIFE_S = {Verdict.LESS: 60 * _DAY_S, Verdict.WRONG: 14 * _DAY_S, Verdict.NOT_NOW: 4 * _HOUR_S}
"""How long a refusal counts for half; what was accepted or opened is a use and counts as such."""

_SPREADS = {Verdict.LESS: 0.9}  # to documents just like it; the other verdicts are of this one alone
_NEAR = 2.0  # power of the likeness: near ones count, distant ones do not


def refused(
    said: Sequence[Said], facts: DocumentFacts, now_s: float, alike: Sequence[NDArray[np.float32]]
) -> tuple[NDArray[np.float64], list[Verdict | None]]:
    """Return of each document how much it is refused, 0 to 1, and the verdict that says most of it.

    alike: of each thing said how like every document is to what it was said of, 0 to 1, itself 1.
    """
    share: NDArray[np.float64] = np.zeros(len(facts))
    by: list[Verdict | None] = [None] * len(facts)
    for one, likeness in zip(said, alike, strict=True):
        if one.verdict not in HALF_LIFE_S or one.said_s > now_s:
            continue
        fresh = float(np.exp2(-(now_s - one.said_s) / HALF_LIFE_S[one.verdict]))
        reach = np.maximum(likeness, 0.0).astype(np.float64) ** _NEAR * _SPREADS.get(one.verdict, 0.0)
        own = facts.places(np.array([one.document]))
        reach[own[own >= 0]] = 1.0
        for place in np.flatnonzero(fresh * reach > share):
            by[place] = one.verdict
        share = np.maximum(share, fresh * reach)
    return share, by
