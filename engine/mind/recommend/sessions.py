"""The uses of documents in a history, and the sessions they fall into."""

from __future__ import annotations

import numpy as np

from engine.mind.recommend.facts import DocumentFacts, DocumentUses
from engine.mind.recommend.tables import Table, table
from engine.mind.stream.columns import Stream

PAUSE_S = 30 * 60.0
"""A longer time without any document in front ends a session."""

_HALF_LIFE_S = 90 * 86_400.0  # in which a session counts for half
_FRESH_S = 30 * 60.0  # in which a document of the present session counts for half
_LEAST = 0.2  # and how much it counts however long ago


def uses_of(stream: Stream) -> DocumentUses:
    """Return every document coming to the front; going on with the one before is no new use."""
    active = stream.active()
    shown = active.rows(np.flatnonzero(active.document > 0))
    if not len(shown):
        return no_uses()
    paused = np.concatenate([[True], shown.start_s[1:] - shown.end_s[:-1] > PAUSE_S])
    fresh = paused | np.concatenate([[True], shown.document[1:] != shown.document[:-1]])
    first = np.flatnonzero(fresh)
    last = np.concatenate([first[1:], [len(shown)]]) - 1
    document = shown.document[first].astype(np.int64)
    before = np.where(paused[first], 0, np.concatenate([[0], document[:-1]]))
    session = np.cumsum(paused)[first].astype(np.int64)
    return DocumentUses(document, shown.start_s[first], shown.end_s[last], shown.local_s[first], session, before)


def no_uses() -> DocumentUses:
    """Return no uses at all."""
    number, moment = np.zeros(0, np.int64), np.zeros(0)
    return DocumentUses(number, moment, moment, moment, number, number)


def session_table(uses: DocumentUses, facts: DocumentFacts, now_s: float) -> Table:
    """Return which session used which document (sessions, documents), faded by age; each pair at most once."""
    place = facts.places(uses.document)
    there = place >= 0
    if not there.any():
        return table(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0), (1, len(facts)))
    _, row = np.unique(uses.session[there], return_inverse=True)
    last = np.zeros(int(row.max()) + 1)
    np.maximum.at(last, row, uses.start_s[there])
    made = table(row, place[there], np.ones(len(row)), (len(last), len(facts)))
    faded = np.exp2(-np.maximum(now_s - last, 0.0) / _HALF_LIFE_S)
    return made.with_data(faded[made.row].astype(np.float32))


def context_weights(
    ago_s: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return how much documents of the present session count that were left so many seconds ago, 1 for the one now."""
    return np.maximum(_LEAST, np.exp2(-np.maximum(ago_s, 0.0) / _FRESH_S))
