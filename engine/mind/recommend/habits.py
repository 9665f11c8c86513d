"""When documents are used: lately, often, at this time of day, after which other, or never yet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.mind.recommend.facts import DocumentFacts, DocumentUses
from engine.mind.recommend.tables import Dense, Table, table

_HOUR_S, _DAY_S = 3_600.0, 86_400.0
_TODAY_S, _THESE_DAYS_S, _OFTEN_S, _NEW_S = 4 * _HOUR_S, 3 * _DAY_S, 28 * _DAY_S, 7 * _DAY_S  # half-lives
_SPREAD_S = 1.5 * _HOUR_S  # standard deviation of what is the same time of day
_DOUBT = 2.0  # uses at other times and after other documents that are assumed beside those seen
_NEVER = -1e18

FOREVER_S = 1e18
"""A moment after all uses, Unix seconds."""


@dataclass(frozen=True, slots=True)
class Habits:
    """The person's own uses, by place of their documents, up to some moment; after: pairs (documents, documents).

    Uses of documents not known are left out. added_s: when each document was found.
    """

    place: NDArray[np.int64]
    start_s: NDArray[np.float64]
    local_s: NDArray[np.float64]
    after: Table
    added_s: NDArray[np.float64]

    def lately(self, now_s: float) -> Dense:
        """Return 1 for the document used last, 1/2 for the one before it, and so on; 0 for those never used."""
        last = self.last_s(now_s)
        used = np.flatnonzero(last > _NEVER)
        made = np.zeros(len(last), np.float32)
        made[used[np.argsort(-last[used], kind="stable")]] = 1.0 / np.arange(1, len(used) + 1)
        return made

    def today(self, now_s: float) -> Dense:
        """Return of each document how fresh its last use is, halving every four hours."""
        return _halved(now_s - self.last_s(now_s), _TODAY_S)

    def these_days(self, now_s: float) -> Dense:
        """Return of each document how fresh its last use is, halving every three days."""
        return _halved(now_s - self.last_s(now_s), _THESE_DAYS_S)

    def often(self, now_s: float) -> Dense:
        """Return the logarithm of how often each was used, each use halving every 28 days."""
        return np.log1p(self._counted(self._faded(now_s)))

    def usual_time(self, now_s: float, local_s: float) -> Dense:
        """Return of each the share of its uses at this time of day, doubted where there are few."""
        faded = self._faded(now_s)
        return self._counted(faded * self.near_time(local_s)) / (self._counted(faded) + _DOUBT)

    def near_time(self, local_s: float) -> NDArray[np.float64]:
        """Return of each use how near its time of day is to this, 1 to 0, round midnight."""
        apart = np.abs(self.local_s % _DAY_S - local_s % _DAY_S)
        apart = np.minimum(apart, _DAY_S - apart)
        return np.exp(-0.5 * (apart / _SPREAD_S) ** 2)

    def new(self, now_s: float) -> Dense:
        """Return of each document that was never used how new it is, halving every week; 0 for all others."""
        unused = self.last_s(now_s) == _NEVER
        return np.where(unused, _halved(np.maximum(now_s - self.added_s, 0.0), _NEW_S), np.float32(0.0))

    def follows(self, place: int) -> Dense:
        """Return of every document the probability that it was opened after this one, doubted where seldom."""
        row = self.after.rows(slice(place, place + 1)).toarray()[0]
        return np.asarray(row / (row.sum() + _DOUBT), dtype=np.float32)

    def last_s(self, now_s: float) -> NDArray[np.float64]:
        """Return when each document was last opened before now, Unix seconds; far in the past for never."""
        last = np.full(len(self.added_s), _NEVER)
        known = self.start_s < now_s
        np.maximum.at(last, self.place[known], self.start_s[known])
        return last

    def count(self, place: int, now_s: float) -> int:
        """Return how often a document was opened in the 28 days before now."""
        return int(((self.place == place) & (self.start_s < now_s) & (self.start_s > now_s - _OFTEN_S)).sum())

    def _faded(self, now_s: float) -> NDArray[np.float64]:
        return np.where(self.start_s < now_s, np.exp2(-np.maximum(now_s - self.start_s, 0.0) / _OFTEN_S), 0.0)

    def _counted(self, weight: NDArray[np.float64]) -> Dense:
        return np.bincount(self.place, weights=weight, minlength=len(self.added_s)).astype(np.float32)


def habits_of(uses: DocumentUses, facts: DocumentFacts, until_s: float) -> Habits:
    """Return the habits in these uses before a moment (Unix seconds)."""
    known = uses.until(until_s)
    place, before = facts.places(known.document), facts.places(known.opened_from)
    there = place >= 0
    pairs = there & (before >= 0) & (before != place)
    faded = np.exp2(-np.maximum(until_s - known.start_s[pairs], 0.0) / _OFTEN_S)
    after = table(before[pairs], place[pairs], faded, (len(facts), len(facts)))
    return Habits(place[there], known.start_s[there], known.local_s[there], after, facts.added_s)


def _halved(ago_s: NDArray[np.float64], half_s: float) -> Dense:
    return np.exp2(-np.minimum(np.maximum(ago_s, 0.0) / half_s, 1e3)).astype(np.float32)
