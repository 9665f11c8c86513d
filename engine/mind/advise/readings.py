"""The documents for a moment: those that can be named now, ranked, and what the policy shows of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np

from engine.domain.offers import Shown
from engine.domain.recommended import Scored
from engine.mind.advise.library import Library
from engine.mind.advise.moment import Moment
from engine.mind.advise.plain_documents import plain_ranking, uses_in
from engine.mind.bandit.choose import Bandit, Choice
from engine.mind.bandit.context import context_of
from engine.mind.bandit.spoken import spoken

MOST_RANKED = 60
"""So many of a ranking are looked at; what stands further back would never be shown."""

Ranked: TypeAlias = Sequence[tuple[int, Scored]]
Sequel: TypeAlias = Mapping[int, float]
"""The probability of documents to be the next one, by number."""


class Ranking(Protocol):
    """What ranks documents for a moment."""

    def __call__(self, moment: Moment, library: Library, sequel: Sequel, exclude: frozenset[int]) -> Ranked:
        """Return numbers of documents with their explained scores, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """What documents are chosen with. is_there: whether a path can be opened. alike: of two documents, a cosine."""

    library: Library
    bandit: Bandit
    is_there: Callable[[str], bool]
    ranking: Ranking | None = None
    sequel: Sequel | None = None
    alike: Callable[[int, int], float] | None = None


def choose(moment: Moment, reading: Reading, history: Sequence[Shown]) -> list[Choice]:
    """Return what to show, best first; nothing where nothing speaks for any document.

    Left out: what is in front now, what the person sent away, and files that are gone.
    """
    context = context_of(moment.category, moment.document)
    exclude = frozenset({moment.document} - {0}) | _sent_away(history, context, moment.now_ms)
    ranked = _ranked(moment, reading, exclude)
    there = _there(ranked, reading, exclude)
    if not there:
        return []
    return reading.bandit.choose(
        there,
        context,
        history,
        moment.now_ms,
        np.random.default_rng(moment.now_ms),
        reading.alike or reading.library.alike,
        _rivals(moment, reading, {number for number, _ in there}),
    )


def _sent_away(history: Sequence[Shown], context: str, now_ms: int) -> frozenset[int]:
    """Return the documents that must not be shown here and now: others are ranked in their place."""
    said = spoken(history, now_ms)
    told = {one.offered.document_id or 0 for one in history if one.said}
    return frozenset(number for number in told if said.bars(number, context))


def _ranked(moment: Moment, reading: Reading, exclude: frozenset[int]) -> Ranked:
    sequel = reading.sequel or {}
    if reading.ranking is not None:
        return reading.ranking(moment, reading.library, sequel, exclude)
    return plain_ranking(reading.library.facts, reading.library.words, moment, sequel)


def _there(ranked: Ranked, reading: Reading, exclude: frozenset[int]) -> list[tuple[int, Scored]]:
    """Return the first of a ranking whose files can be opened."""
    found: list[tuple[int, Scored]] = []
    for number, why in ranked:
        fact = reading.library.by_id.get(number)
        if fact is not None and number not in exclude and reading.is_there(fact.path):
            found.append((number, why))
        if len(found) == MOST_RANKED:
            break
    return found


def _rivals(moment: Moment, reading: Reading, among: set[int]) -> dict[str, list[int]]:
    """Return what the simple rules would show, so that they can be compared with later."""
    uses = uses_in(moment.stream)
    lately = list(dict.fromkeys(uses.document[::-1].tolist()))
    month = uses.document[uses.start_s >= moment.now_s - 28 * 86_400.0]
    numbers, count = np.unique(month, return_counts=True)
    often = numbers[np.argsort(-count, kind="stable")].tolist()
    places = reading.bandit.places
    rules = {"most_recent": lately, "most_frequent": often}
    return {name: [one for one in order if one in among][:places] for name, order in rules.items()}
