"""What was shown and what came of it, as numbers to learn from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.offers import Said, Shown
from engine.domain.recommended import Kind, Verdict

ONCE_MS = MS_PER_HOUR
"""A document shown again within an hour, with the same in front, was shown once."""

UNDECIDED_MS = 10 * MS_PER_MINUTE
"""What was shown less long ago, and nothing said of it, tells nothing yet."""

WHOLE_DWELL_MS = MS_PER_MINUTE
"""Who stays so long with what they opened meant it; staying less is worth less."""

HALVES_MS = 60 * 24 * MS_PER_HOUR
"""After so long a trial weighs half: tastes change."""

_IGNORED, _DECLINED, _DISLIKED = 0.5, 1.0, 2.0  # weights of having said nothing, not now, wrong or less

DISMISSED = frozenset({Verdict.NOT_NOW, Verdict.WRONG, Verdict.LESS})
TAKEN = frozenset({Verdict.ACCEPTED, Verdict.OPENED})


@dataclass(frozen=True, slots=True)
class Trials:
    """One row per document shown: what the policy saw of it, what came of it (0 to 1), and how much that counts.

    document: its number.
    """

    document: NDArray[np.int64]
    features: NDArray[np.float64]
    reward: NDArray[np.float64]
    weight: NDArray[np.float64]


def showings(history: Iterable[Shown]) -> list[Shown]:
    """Return each showing of a document once: those of the same hour and context are one, with all that was said."""
    found: list[Shown] = []
    latest: dict[tuple[int | None, str], int] = {}
    for one in history:
        if one.offered.kind is not Kind.DOCUMENT:
            continue
        key = one.offered.document_id, one.offered.context
        place = latest.get(key)
        if place is not None and one.offered.offer.made_ms - found[place].offered.offer.made_ms < ONCE_MS:
            found[place] = Shown(found[place].offered, (*found[place].said, *one.said))
        else:
            latest[key] = len(found)
            found.append(one)
    return found


def trials(shown: Iterable[Shown], names: Sequence[str], now_ms: int) -> Trials:
    """Return the trials among showings that are decided; names: the features to read, 0 where one was not stored."""
    decided = [
        (one, *_worth(one.said)) for one in shown if one.said or one.offered.offer.made_ms <= now_ms - UNDECIDED_MS
    ]
    features = [[one.offered.features.get(name, 0.0) for name in names] for one, _, _ in decided]
    ages = np.array([now_ms - one.offered.offer.made_ms for one, _, _ in decided], dtype=np.float64)
    return Trials(
        np.array([one.offered.document_id for one, _, _ in decided], dtype=np.int64),
        np.array(features, dtype=np.float64).reshape(len(decided), len(names)),
        np.array([reward for _, reward, _ in decided], dtype=np.float64),
        np.array([weight for _, _, weight in decided], dtype=np.float64) * 0.5 ** (ages / HALVES_MS),
    )


def taken(said: Iterable[Said]) -> bool:
    """Return whether the person accepted or opened it."""
    return any(one.verdict in TAKEN for one in said)


def dismissed(said: Iterable[Said]) -> bool:
    """Return whether the person sent it away."""
    return any(one.verdict in DISMISSED for one in said)


def _worth(said: Sequence[Said]) -> tuple[float, float]:
    """Return what a trial was worth, 0 to 1, and how much it counts."""
    verdicts = {one.verdict for one in said}
    if verdicts & {Verdict.WRONG, Verdict.LESS}:
        return 0.0, _DISLIKED
    if verdicts & TAKEN:
        stays = [one.dwell_ms for one in said if one.dwell_ms is not None]
        return (min(1.0, max(stays) / WHOLE_DWELL_MS) if stays else 1.0), 1.0
    return 0.0, _DECLINED if Verdict.NOT_NOW in verdicts else _IGNORED
